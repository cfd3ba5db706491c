"""The variety report as tables: what differs, who stands apart, what a standard would say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from carewright_engine.reports.plain_tables import Cell, PlainTable
from carewright_engine.tables.gaps import Absence
from carewright_engine.variety.answers import Basis, LikeContracts, TermFound, Variety

BASES: Final[Mapping[Basis, str]] = {
    Basis.MOST_COMMON: "most common",
    Basis.MOST_CAREFUL: "most careful",
    Basis.MIDDLE: "the middle",
    Basis.NONE: "",
}


MOST_TOLD: Final = 6  # ways of one term; all of them are among the files


def tables_of(answer: Variety) -> tuple[PlainTable, ...]:
    """Everything that was found, as files hold it."""
    return (
        PlainTable(
            "terms",
            ("services", "term", "held as", "contracts", "councils"),
            tuple(
                (group.like, term.words, held.shown, len(held.holders), "; ".join(held.councils))
                for group, term in _terms(answer)
                for held in term.held
            ),
        ),
        PlainTable(
            "not_known",
            ("services", "term", "why", "contracts"),
            tuple(
                (group.like, term.words, absence.words, times)
                for group, term in _terms(answer)
                for absence, times in term.not_known.items()
            ),
        ),
        PlainTable("apart", APART, tuple(row for group in answer.groups for row in apart(group))),
        PlainTable(
            "standard",
            ("services", "term", "a standard contract would say", "because it is", "reason"),
            tuple(
                (group.like, term.words, term.standard.shown, BASES[term.standard.basis],
                 term.standard.why)
                for group, term in _terms(answer)
            ),
        ),
    )  # fmt: skip


APART: Final = ("services", "council", "contract", "supplier", "term", "held as", "where")


def apart(group: LikeContracts) -> Iterator[tuple[Cell, ...]]:
    """Contracts that stand apart, a row for each term."""
    for term in group.terms:
        for each in term.apart:
            who = each.holder
            yield group.like, who.council, who.name, who.supplier, term.words, each.shown, each.why


def _terms(answer: Variety) -> Iterator[tuple[LikeContracts, TermFound]]:
    return ((group, term) for group in answer.groups for term in group.terms)


def held_in_words(term: TermFound) -> str:
    """'84 days (17), 28 days (1)'; of many ways the most often held."""
    told = ", ".join(f"{held.shown} ({len(held.holders)})" for held in term.held[:MOST_TOLD])
    more = len(term.held) - MOST_TOLD
    return f"{told} and {more} more" if more > 0 else told


def where_it_differs(term: TermFound) -> str:
    """Within which councils, and whether between them."""
    parts = ["between councils"] if term.between else []
    if term.within:
        parts.append(f"within {', '.join(term.within)}")
    return "; ".join(parts)


def not_known_in_words(term: TermFound) -> str:
    """'3 not in the file, 1 not said in the file'."""
    return (
        ", ".join(f"{times} {absence.words}" for absence, times in term.not_known.items()) or "none"
    )


def never_held(group: LikeContracts) -> tuple[str, ...]:
    """Terms of which no contract of the group says anything."""
    return tuple(
        term.words
        for term in group.terms
        if not term.known and set(term.not_known) <= {Absence.NOT_IN_FILE}
    )
