"""An answer as its page reads it: years to show, the scenario looked at, figures rounded alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.urls import reverse

from carewright.foresee.rows.projections import AnsweredProjection, ProjectionRow
from carewright.foresee.web.wording import SUPPORTS, Support, rounded, step_for
from carewright.ui.formats import number
from carewright.ui.rows import Link
from carewright_engine.demand.scenarios.answers import Counted, Outcome, Projection

#: The month in which a financial year begins.
APRIL: Final = 4


@dataclass(frozen=True)
class Reading:
    """One answered projection, with the scenario that its page looks at: 0 is as now."""

    read: AnsweredProjection
    chosen: int = 0

    @property
    def answer(self) -> Projection:
        """What the engine answered."""
        return self.read.answer

    @property
    def row(self) -> ProjectionRow:
        """What was asked, by whom and when."""
        return self.read.row

    @property
    def outcome(self) -> Outcome:
        """The scenario looked at."""
        return self.answer.outcomes[self.chosen]

    @property
    def support(self) -> Support:
        """The kind of support in words."""
        return SUPPORTS[self.answer.question.support]

    @property
    def is_compared(self) -> bool:
        """Whether any scenario stands beside as now."""
        return len(self.answer.outcomes) > 1

    @property
    def counts_people_apart(self) -> bool:
        """Whether people are another figure than the amount: a place is one person's."""
        return self.answer.question.support == "care_at_home"

    @property
    def area(self) -> str:
        """'Fife'."""
        return self.answer.question.area.name

    def is_touched(self, place: int) -> bool:
        """Whether the scenario at this place has a lever that acts on this kind of support.

        0 is as now, which has none.
        """
        if place == 0:
            return False
        question = self.answer.question
        left_out = {each.lever for each in self.answer.outcomes[place].left_out}
        levers = question.compared[place - 1].levers
        return any(each.touches(question.support) and each.name not in left_out for each in levers)

    def no_lever(self, place: int) -> str:
        """'no lever for care homes', as is said of a scenario that has none, or none that acts."""
        acts = "that can act on" if self.answer.outcomes[place].left_out else "for"
        return f"no lever {acts} {self.support.name.lower()}"

    @property
    def first(self) -> int:
        """The first financial year projected."""
        return self.answer.years[0]

    @property
    def last(self) -> int:
        """The last financial year projected."""
        return self.answer.years[-1]

    @property
    def between(self) -> int:
        """A year on the way that tables show beside the last: ten before it, or halfway."""
        years = self.answer.years
        return self.last - 10 if len(years) > 14 else years[len(years) // 2]

    @cached_property
    def years_shown(self) -> tuple[int, ...]:
        """The first year, that in which the facts end, every fifth, and the last."""
        through = self.answer.question.through
        asked_in = through.year - (through.month < APRIL)
        shown = {self.first, asked_in, self.last}
        return tuple(year for year in self.answer.years if year in shown or year % 5 == 0)

    @cached_property
    def step(self) -> int:
        """To what the figures of this page are rounded."""
        return step_for(max(self.answer.as_now.amount.middle))

    def say(self, value: float) -> str:
        """A figure, rounded as all of this page."""
        return number(rounded(value, self.step))

    @property
    def to_nearest(self) -> str:
        """'to the nearest 100'; nothing where figures are whole."""
        return f", to the nearest {number(self.step)}" if self.step > 1 else ""

    @cached_property
    def counted_last(self) -> Counted | None:
        """The last year for which the amount is known."""
        known = [each for each in self.answer.basis.counted if each.amount is not None]
        return known[-1] if known else None

    def source(self, about: str) -> Link:
        """The way to the rows, the method and the version; to files where no rows were kept."""
        kept = bool(self.answer.basis.rows)
        there = self.where_from if kept else f"{self.address}#where-from"
        return Link("", there, about)

    @property
    def where_from(self) -> str:
        """The page with the rows of files that each part of it takes."""
        return reverse("foresee:where_from", args=[self.row.id])

    @property
    def address(self) -> str:
        """The page of this projection."""
        return reverse("foresee:projection", args=[self.row.id])

    def csv(self, table: str) -> str:
        """One table as a file."""
        return reverse("foresee:table", args=[self.row.id, table])
