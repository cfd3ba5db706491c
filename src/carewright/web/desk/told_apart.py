"""Two links of a page never say the same and lead elsewhere: one could not tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from carewright.web.rows import DeskPile, DutyRow, Waiting


def told_apart(
    piles: Sequence[DeskPile], *lists: Sequence[Waiting]
) -> tuple[tuple[DeskPile, ...], list[list[Waiting]]]:
    """The same rows; those that said the same now say when, and if need be which, as well."""
    duties = [row for pile in piles for row in pile.rows]
    words = _words_by_end([*duties, *chain.from_iterable(lists)])
    apart = tuple(
        replace(pile, rows=tuple(replace(row, text=words[row.text, row.href]) for row in pile.rows))
        for pile in piles
    )
    return apart, [[replace(row, text=words[row.text, row.href]) for row in rows] for rows in lists]


def _words_by_end(rows: Sequence[DutyRow | Waiting]) -> dict[tuple[str, str], str]:
    """What each link says, by what it said and where it leads."""
    ends: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        ends[row.text].setdefault(row.href, row.when)
    return {
        (text, href): said
        for text, whens in ends.items()
        for href, said in zip(whens, _said(text, list(whens.values())), strict=True)
    }


def _said(text: str, whens: list[str]) -> list[str]:
    if len(whens) == 1:
        return [text]
    if len(set(whens)) == len(whens):
        return [f"{text}, {when}" for when in whens]
    return [f"{text}, {when} ({number})" for number, when in enumerate(whens, 1)]
