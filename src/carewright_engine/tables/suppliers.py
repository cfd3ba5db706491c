"""Whether a supplier in a file is a provider that is known: proposed with reasons, never decided.

A wrong join puts one firm's contracts under another's name, so a person confirms each. An equal
company or charity number speaks loudest; but numbers are typed too, so that an equal number
under unlike names is a warning as much as a proof.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from carewright_engine.tables.names import plain_name

ALIKE: Final = 86.0  # out of 100; below it, pairs read by hand were of different firms
UNLIKE: Final = 60.0
MOST: Final = 5
SAME_NUMBER = 1.0
SAME_NUMBER_OTHER_NAME = 0.7
SAME_NAME = 0.95
ALIKE_AT_MOST: Final = 0.9  # names that are only alike are never as sure as equal ones
SAME_POSTCODE: Final = 0.04
TRADING_AS: Final = re.compile(r"(?i)\b(?:t\s*/\s*a|trading as)\b\s*(.+)$")


@dataclass(frozen=True, slots=True)
class Supplier:
    """A firm as a register names it; `numbers` are those of companies and charities."""

    id: str
    name: str
    numbers: frozenset[str] = frozenset()
    postcode: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provider that a supplier may be: how sure from 0 to 1, why, and what speaks against."""

    id: str
    name: str
    score: float
    reasons: tuple[str, ...]
    caution: str = ""


class KnownSuppliers:
    """Providers that are known, laid out so that thousands of suppliers are looked up."""

    def __init__(self, known: Iterable[Supplier]) -> None:
        self._known = {each.id: each for each in known}
        self._by_number: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for each in self._known.values():
            for number in each.numbers:
                self._by_number[number].append(each.id)
            for name in plain_names(each.name):
                self._by_name[name].append(each.id)
        self._names = sorted(self._by_name)

    def candidates(self, supplier: Supplier, *, most: int = MOST) -> tuple[Candidate, ...]:
        """Whom the supplier may be, surest first; nobody when nothing speaks for anybody."""
        best: dict[str, Candidate] = {}
        for found in (*self._of_number(supplier), *self._of_name(supplier)):
            if found.id not in best or best[found.id].score < found.score:
                best[found.id] = found
        return tuple(sorted(best.values(), key=lambda each: (-each.score, each.name, each.id)))[
            :most
        ]

    def _of_number(self, supplier: Supplier) -> Iterator[Candidate]:
        for number in sorted(supplier.numbers):
            for each in self._by_number.get(number, ()):
                known = self._known[each]
                reason = f"the number {number} is the same"
                if _likeness(supplier.name, known.name) < UNLIKE:
                    caution = "the names are not alike: the number may be mistyped"
                    score = SAME_NUMBER_OTHER_NAME
                    yield Candidate(each, known.name, score, (reason,), caution)
                else:
                    yield Candidate(each, known.name, SAME_NUMBER, (reason,))

    def _of_name(self, supplier: Supplier) -> Iterator[Candidate]:
        for name in plain_names(supplier.name):
            near = process.extract(
                name, self._names, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, limit=MOST * 2
            )
            for other, likeness, _ in near:
                for each in self._by_name[other]:
                    yield self._named_alike(supplier, self._known[each], likeness)

    def _named_alike(self, supplier: Supplier, known: Supplier, likeness: float) -> Candidate:
        if likeness == 100.0:
            score, reasons = SAME_NAME, ["the names are the same but for how they are written"]
        else:
            score = likeness / 100 * ALIKE_AT_MOST
            reasons = [f"the names are alike ({likeness:.0f} of 100)"]
        if supplier.postcode and supplier.postcode == known.postcode:
            score, reasons = score + SAME_POSTCODE, [*reasons, "the postcode is the same"]
        apart = supplier.numbers and known.numbers and not supplier.numbers & known.numbers
        caution = "their numbers differ: they may be two firms of like names" if apart else ""
        return Candidate(known.id, known.name, round(score, 3), tuple(reasons), caution)


def plain_names(name: str) -> tuple[str, ...]:
    """The name without its legal form, and the name that the firm trades under."""
    trading = TRADING_AS.search(name)
    names = [plain_name(name), plain_name(trading[1]) if trading else ""]
    return tuple(dict.fromkeys(each for each in names if each))


def _likeness(one: str, other: str) -> float:
    pairs: Sequence[tuple[str, str]] = [
        (a, b) for a in plain_names(one) for b in plain_names(other)
    ]
    return max((fuzz.token_set_ratio(a, b) for a, b in pairs), default=0.0)
