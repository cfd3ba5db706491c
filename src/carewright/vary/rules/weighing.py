"""What the scheme of delegation is asked about a variation: with all others, and a longer term."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from carewright.contract.api import Blocker, Term, further_pence, scheme_pence
from carewright.vary.rules.cumulative import Earlier, end_at_award


@dataclass(frozen=True, slots=True)
class Valued:
    """The agreement as it stands: its value in pence, the days it is of, and its term."""

    value_pence: int | None
    value_term: Term
    term: Term


@dataclass(frozen=True, slots=True)
class Weighed:
    """The figures of a variation: alone, and as the scheme asks about all together."""

    worth_pence: int
    annual_pence: int
    term_months: int


def weighed(
    change_pence: int, ends_before: date | None, *, valued: Valued, earlier: Sequence[Earlier]
) -> Weighed:
    """By what all variations come to, so that no limit is dodged by varying in small parts.

    A longer term counts at the agreement's own rate where less, or nothing, is said of its value:
    what is bought for another year is bought. Its own days are valued apart as well, so that no
    year more is cheaper here than as an option.
    """
    stands = _latest(valued.term.ends_before, *(each.ends_before for each in earlier))
    longer = _further(valued, stands, ends_before)
    worth = max(change_pence, longer) if longer else change_pence
    together = max(abs(worth), abs(sum(each.worth_pence for each in earlier) + worth))
    end = _latest(stands, ends_before)
    award_end = end_at_award(valued.term.ends_before, earlier)
    added = Term(award_end, end)
    return Weighed(
        worth,
        max(scheme_pence(together, valued.term),
            scheme_pence(_further(valued, award_end, end), added)),
        Term(valued.term.starts_on, end).months,
    )  # fmt: skip


def blockers_to_weigh(ends_before: date | None, valued: Valued) -> list[Blocker]:
    """Why nobody can say who decides on it."""
    stands = valued.term.ends_before
    longer = ends_before is not None and stands is not None and ends_before > stands
    if not longer or valued.value_pence is not None:
        return []
    return [
        Blocker(
            "", "Nobody knows what the agreement is worth, so nobody can say who decides on more"
        )
    ]


def _further(valued: Valued, after: date | None, until: date | None) -> int:
    if valued.value_pence is None or after is None or until is None:
        return 0
    return further_pence(valued.value_pence, valued.value_term, after=after, until=until)


def _latest(*days: date | None) -> date | None:
    """The latest of the ends; an agreement without an end, which comes first, stays without."""
    if days[0] is None:
        return None
    return max(day for day in days if day is not None)
