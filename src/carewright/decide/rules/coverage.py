"""Whether every decision of an act falls into exactly one row of a scheme, and which do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, product

from carewright.decide.rules.decided_acts import DecidedAct, Framework
from carewright.decide.rules.scheme import Bounds, SchemeRow
from carewright.decide.rules.words import framework_words, term_words, value_words


@dataclass(frozen=True, slots=True)
class Fault:
    """Decisions of an act that no row covers, or that more than one row covers."""

    act: DecidedAct
    pence: Bounds
    months: Bounds
    framework: Framework
    rows: tuple[int, ...] = ()  # the rows that all cover it; none: a gap

    @property
    def says(self) -> str:
        """Which decisions they are, and what is wrong."""
        which = (
            f"{self.act.label}, {value_words(self.pence)}, {term_words(self.months)}, "
            f"{framework_words(self.framework)}"
        )
        if not self.rows:
            return f"{which}: no row covers it. Add a row, or widen the bounds of one."
        numbers = " and ".join(str(number) for number in self.rows)
        return f"{which}: rows {numbers} both cover it. Narrow the bounds of one."


def faults_of(rows: Iterable[SchemeRow]) -> list[Fault]:
    """Every gap and overlap, for each act that the scheme names at all."""
    ordered = sorted(rows, key=lambda row: (list(DecidedAct).index(row.act), row.number))
    return [
        fault
        for act, its_rows in groupby(ordered, key=lambda row: row.act)
        for fault in _merged(list(_faults(act, list(its_rows))))
    ]


def acts_without_a_row(rows: Iterable[SchemeRow]) -> list[DecidedAct]:
    """Acts that the scheme gives to nobody; such a decision cannot be asked for."""
    named = {row.act for row in rows}
    return [act for act in DecidedAct if act not in named]


def _faults(act: DecidedAct, rows: list[SchemeRow]) -> Iterator[Fault]:
    """One for each smallest part of the whole that the rows' own bounds cut out."""
    values = _pieces(row.pence for row in rows)
    terms = _pieces(row.months for row in rows)
    for side, months, pence in product((Framework.IN, Framework.OUT), terms, values):
        covering = tuple(
            row.number
            for row in rows
            if row.framework in (Framework.EITHER, side)
            and _within(pence, row.pence)
            and _within(months, row.months)
        )
        if len(covering) != 1:
            yield Fault(act, pence, months, side, covering)


def _pieces(bounds: Iterable[Bounds]) -> list[Bounds]:
    """The whole line cut at every limit."""
    cuts = sorted({cut for each in bounds for cut in (each.over, each.up_to) if cut is not None})
    edges = [None, *cuts, None]
    return [Bounds(over, up_to) for over, up_to in pairwise(edges)]


def _within(piece: Bounds, whole: Bounds) -> bool:
    """Whether a piece lies inside bounds at whose limits it was cut."""
    above = whole.over is None or (piece.over is not None and piece.over >= whole.over)
    below = whole.up_to is None or (piece.up_to is not None and piece.up_to <= whole.up_to)
    return above and below


def _merged(faults: list[Fault]) -> list[Fault]:
    """Neighbours of one kind told as one: first by value, then by term, then by framework."""
    faults = _joined(faults, "pence")
    faults = _joined(faults, "months")
    seen: dict[Fault, Fault] = {}
    for fault in faults:
        both = replace(fault, framework=Framework.EITHER)
        seen[both] = both if both in seen else fault
    return list(seen.values())


def _joined(faults: list[Fault], along: str) -> list[Fault]:
    done: list[Fault] = []
    for fault in faults:
        mate = next((each for each in done if _meets(each, fault, along)), None)
        if mate is None:
            done.append(fault)
            continue
        whole = Bounds(getattr(mate, along).over, getattr(fault, along).up_to)
        done[done.index(mate)] = _with(mate, along, whole)
    return done


def _meets(first: Fault, second: Fault, along: str) -> bool:
    """Whether one ends where the other begins, and they are alike in all else."""
    end, start = getattr(first, along).up_to, getattr(second, along).over
    return (
        end is not None
        and end == start
        and _with(first, along, Bounds()) == _with(second, along, Bounds())
    )


def _with(fault: Fault, along: str, bounds: Bounds) -> Fault:
    return replace(fault, pence=bounds) if along == "pence" else replace(fault, months=bounds)
