"""The term of an agreement, and what its value comes to in a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from carewright.platform.api import Blocker

MONTHS_WITHOUT_END: Final = 12
#: Our own proposal, after article 5(14) of Directive 2014/24/EU, by which a service contract of
#: more than four years is valued at 48 months: no term, however long, thins a value out further.
MOST_MONTHS_TO_SPREAD: Final = 48


@dataclass(frozen=True, slots=True)
class Term:
    """From a first day up to a day that is no longer covered; None is an open end.

    A first day of None is one that nobody knows: the file that the agreement came from does not
    say, and it had begun by then.
    """

    starts_on: date | None
    ends_before: date | None

    @property
    def since(self) -> date:
        """The first day to reckon from: the earliest there is where nobody knows it."""
        return self.starts_on or date.min

    def covers(self, day: date) -> bool:
        """Whether the day lies within the term."""
        return self.since <= day and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether the term has ended by that day."""
        return self.ends_before is not None and day >= self.ends_before

    @property
    def last_day(self) -> date | None:
        """The last day that is covered, as people say it."""
        return self.ends_before and self.ends_before - timedelta(days=1)

    @property
    def months(self) -> int:
        """Months begun; without an end, a year, as the value is then that of a year.

        Without a first day it is a year too: the value of a year is then never set too low.
        """
        if self.ends_before is None or self.starts_on is None:
            return MONTHS_WITHOUT_END
        whole = (self.ends_before.year - self.starts_on.year) * 12
        whole += self.ends_before.month - self.starts_on.month
        return max(1, whole + (self.ends_before.day > self.starts_on.day))


def annual_pence(value_pence: int, term: Term) -> int:
    """What the value over the term comes to in a year, rounded up: a limit is never dodged.

    A term of less than a year is not blown up to one.
    """
    return -(-value_pence * 12 // max(12, term.months))


def scheme_pence(value_pence: int, term: Term) -> int:
    """What a scheme of delegation is asked about: pence a year, spread over four years at most.

    A term up to the year 2100 would otherwise bring any value below any limit.
    """
    return -(-value_pence * 12 // min(MOST_MONTHS_TO_SPREAD, max(12, term.months)))


def further_pence(value_pence: int, term: Term, *, after: date, until: date) -> int:
    """What the days from one up to another come to, at the rate of a value over its own term.

    In whole pence, by months begun, rounded up; nothing where the second is no later.
    """
    if until <= after:
        return 0
    return -(-value_pence * Term(after, until).months // term.months)


def blockers_to_term(term: Term) -> list[Blocker]:
    """What is wrong with a term."""
    if term.ends_before is not None and term.ends_before <= term.since:
        return [Blocker("last_day", "The last day must not come before the first")]
    return []
