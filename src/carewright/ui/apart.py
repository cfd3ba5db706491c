"""Two links of a page never say the same and lead elsewhere: one could not tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What a link says, where it leads, and what else could be said of it, the best first."""

    text: str
    href: str
    more: tuple[str, ...]  # of all links as many, empty where there is nothing to say


def words_apart(links: Sequence[Said]) -> list[str]:
    """What each link has to say as well; nothing where its words lead to one place only."""
    ends: dict[str, dict[str, Said]] = defaultdict(dict)
    for each in links:
        ends[each.text].setdefault(each.href, each)
    words = {
        (text, href): said
        for text, alike in ends.items()
        for href, said in zip(alike, _told(list(alike.values())), strict=True)
    }
    return [words[each.text, each.href] for each in links]


def _told(alike: Sequence[Said]) -> list[str]:
    """The first words that differ throughout; where there are none, the first with a number."""
    if len(alike) == 1:
        return [""]
    offered = list(zip(*(each.more for each in alike), strict=True))
    for said in offered:
        if all(said) and len(set(said)) == len(said):
            return list(said)
    first = offered[0] if offered else ("",) * len(alike)
    return [f"{said} ({number})".lstrip() for number, said in enumerate(first, 1)]
