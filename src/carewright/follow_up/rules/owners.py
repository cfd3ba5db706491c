"""Who is meant by the words in a plan's column of owners."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID


def owner_named(words: str, people: Mapping[str, UUID]) -> tuple[UUID | None, str]:
    """The officer of that name or, where exactly one has them, of those initials; else the words.

    Teams stay words: nobody is guessed.
    """
    plain = " ".join(words.split())
    by_name = {name.casefold(): name for name in people}
    if plain.casefold() in by_name:
        name = by_name[plain.casefold()]
        return people[name], name
    letters = plain.replace(".", "").replace(" ", "")
    if 2 <= len(letters) <= 3 and letters.isupper():
        alike = [name for name in people if _initials(name) == letters]
        if len(alike) == 1:
            return people[alike[0]], alike[0]
    return None, plain


def _initials(name: str) -> str:
    return "".join(part[0].upper() for part in name.split() if part)
