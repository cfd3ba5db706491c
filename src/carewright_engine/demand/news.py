"""How long work says what it is doing."""

from __future__ import annotations

from collections.abc import Callable

#: Told what is being done; may raise, to stop the work.
News = Callable[[str], None]


def unheard(_words: str) -> None:
    """Nobody listens."""
