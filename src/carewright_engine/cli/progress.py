"""Progress on a terminal as a bar, and as plain lines where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


class Told:
    """Progress as plain lines, a line a step."""

    def reading(self, name: str, done: int, total: int) -> None:
        """A file has been read."""
        print(f"read {done} of {total}: {name}", file=sys.stderr)

    def analysing(self, name: str, done: int, total: int) -> None:
        """An area or a kind of care has been worked out."""
        print(f"worked out {done} of {total}: {name}", file=sys.stderr)


class Bar(Told):
    """Progress as a bar that takes one line of a terminal."""

    def __init__(self, bar: object) -> None:
        self._bar = bar
        self._reading = bar.add_task("Reading files", total=None)  # type: ignore[attr-defined]
        self._analysing = bar.add_task("Working out", total=None)  # type: ignore[attr-defined]

    def reading(self, name: str, done: int, total: int) -> None:
        """A file has been read."""
        self._move(self._reading, f"Read {name[-40:]}", done, total)

    def analysing(self, name: str, done: int, total: int) -> None:
        """An area or a kind of care has been worked out."""
        self._move(self._analysing, f"Worked out {name}", done, total)

    def _move(self, task: object, words: str, done: int, total: int) -> None:
        self._bar.update(task, description=words, completed=done, total=total)  # type: ignore[attr-defined]


@contextmanager
def shown_progress() -> Iterator[Told]:
    """A bar when somebody looks at a terminal, plain lines when the output goes elsewhere."""
    if not sys.stderr.isatty():
        yield Told()
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        yield Bar(bar)
