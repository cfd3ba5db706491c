"""Rows of the inbox whose links would say the same say when as well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from carewright.ui.apart import Said, words_apart
from carewright.web.rows import DeskPile, DutyRow, Waiting


def told_apart(
    piles: Sequence[DeskPile], *lists: Sequence[Waiting]
) -> tuple[tuple[DeskPile, ...], list[list[Waiting]]]:
    """The same rows; those that said the same now say when, and if need be which, as well."""
    words = _words_by_end([*chain.from_iterable(pile.rows for pile in piles), *chain(*lists)])
    apart = tuple(
        replace(pile, rows=tuple(replace(row, text=words[row.text, row.href]) for row in pile.rows))
        for pile in piles
    )
    return apart, [[replace(row, text=words[row.text, row.href]) for row in rows] for rows in lists]


def _words_by_end(rows: Iterable[DutyRow | Waiting]) -> dict[tuple[str, str], str]:
    """What each link says, by what it said and where it leads."""
    links = [Said(row.text, row.href, (row.when,)) for row in rows]
    return {
        (link.text, link.href): ", ".join(filter(None, (link.text, words)))
        for link, words in zip(links, words_apart(links), strict=True)
    }
