"""What was published beside what would have been projected from facts known before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from carewright_engine.demand.news import News, unheard
from carewright_engine.demand.scenarios.answers import Projection
from carewright_engine.demand.scenarios.assembling import projections
from carewright_engine.demand.scenarios.facts.counts import counts_of
from carewright_engine.demand.scenarios.facts.words import financial_year
from carewright_engine.demand.scenarios.questions import SHORTEST, Question
from carewright_engine.demand.scenarios.summaries import INTERVALS, Fan
from carewright_engine.provision.areas import AreaRef
from carewright_engine.provision.inputs import Inputs


@dataclass(frozen=True, slots=True)
class Beside:
    """One figure of one year: what was published, the middle projected, and where it lies."""

    area: str
    is_council: bool
    measure: str  # "people" or the unit of the support
    year: int
    published: float
    middle: float
    inside: dict[int, tuple[float, float]]  # by chances in 100

    @property
    def off(self) -> float:
        """The middle over what was published, less one."""
        return self.middle / self.published - 1

    def within(self, chances: int) -> bool:
        """Whether the published figure lies in the interval of so many chances in 100."""
        low, high = self.inside[chances]
        return low <= self.published <= high


def looked_back(
    inputs: Inputs, question: Question, areas: Sequence[AreaRef], *, known: date,
    news: News = unheard,
) -> Iterator[Beside]:  # fmt: skip
    """Every figure published after a day, beside what facts up to that day say of it.

    `question.through` is the last day of what was published. Raises as `project` does.
    """
    everywhere = tuple(sorted({code for area in areas for code in area.councils}))
    since = counts_of(inputs, question.support, everywhere, through=question.through)
    asked = replace(question, through=known, years=SHORTEST, scenarios=())
    for answer in projections(inputs, asked, areas, news=news):
        councils = answer.question.area.councils
        for counted in since.history(councils):
            if counted.year in answer.years:
                yield from _beside(answer, counted.year, counted.people, counted.amount)


def _beside(
    answer: Projection, year: int, people: float | None, amount: float | None
) -> Iterator[Beside]:
    pairs = (
        ("people", people, answer.as_now.people),
        (answer.basis.unit, amount, answer.as_now.amount),
    )
    for measure, published, fan in pairs:
        if published and (measure == "people" or answer.basis.unit != "places"):
            area = answer.question.area
            yield Beside(
                area.name, area.kind == "council", measure, year, published, fan.at(year),
                _intervals(fan, year),
            )  # fmt: skip


def _intervals(fan: Fan, year: int) -> dict[int, tuple[float, float]]:
    at = fan.years.index(year)
    return {chances: (fan.interval(chances)[0][at], fan.interval(chances)[1][at])
            for chances in INTERVALS}  # fmt: skip


def in_words(rows: Sequence[Beside]) -> str:
    """A line for each figure, then what share of them lay in each interval; nations apart."""
    lines = [f"{'':24}{'':14}{'year':8}{'published':>11}{'middle':>11}{'off':>7}  80 in 100"]
    lines += [_line(row) for row in rows]
    return "\n".join([*lines, "", *_shares(rows)])


def _line(row: Beside) -> str:
    low, high = row.inside[80]
    return (
        f"{row.area:24}{row.measure:14}{financial_year(row.year):8}{row.published:11,.0f}"
        f"{row.middle:11,.0f}{row.off:7.0%}  {low:,.0f} to {high:,.0f}"
        f"{'' if row.within(80) else ' (outside)'}"
    )


def _shares(rows: Sequence[Beside]) -> Iterator[str]:
    """Of councils: how many lay inside, by measure and year."""
    councils = [row for row in rows if row.is_council]
    for key in sorted({(row.measure, row.year) for row in councils}):
        ours = [row for row in councils if (row.measure, row.year) == key]
        inside = ", ".join(
            f"{sum(row.within(chances) for row in ours) / len(ours):.0%} in the {chances}% interval"
            for chances in INTERVALS
        )
        off = sum(abs(row.off) for row in ours) / len(ours)
        yield (
            f"{key[0].capitalize()} {financial_year(key[1])}: of {len(ours)} councils {inside}; "
            f"the middle is off by {off:.1%} on average."
        )
