"""The tables that the page of a projection prints, rounded so that they can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from carewright.foresee.web.prices import prices
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.wording import (
    about,
    band_in_words,
    chance,
    change,
    money,
    more_money,
    rounded,
    short_name,
    signed,
)
from carewright.ui.formats import number, written_date
from carewright.ui.rows import Grid, GridCell, GridColumn
from carewright_engine.demand.scenarios.answers import Outcome
from carewright_engine.demand.scenarios.gap import GapAhead
from carewright_engine.demand.scenarios.summaries import Fan
from carewright_engine.provision.inputs import SourceRef

#: So much of a digest is enough to tell two files apart by eye.
SHORT_DIGEST = 16

Cell = str | GridCell


def figures(*headings: str) -> tuple[GridColumn, ...]:
    """A column of words, then columns of figures."""
    first, *others = headings
    return (GridColumn(first), *(GridColumn(each, figures=True) for each in others))


def by_year(reading: Reading) -> Grid:
    """The picture's table: bands and scenarios for selected years."""
    shown = reading.outcome
    others = [each for each in reading.answer.outcomes if each is not shown]
    names = [short_name(each.name) for each in others]
    rows = tuple(
        (
            str(year),
            *(reading.say(shown.amount.at(year, level)) for level in (0.025, 0.5, 0.975)),
            *(reading.say(each.amount.at(year)) for each in others),
        )
        for year in reading.years_shown
    )
    return Grid(
        caption=f"{reading.support.chart}: {shown.name}",
        columns=figures("Year", "Low (2.5%)", "Middle", "High (97.5%)", *names),
        rows=rows,
        caption_hidden=True,
        tight=True,
    )


def of_scenarios(reading: Reading) -> Grid:
    """Each scenario beside as now, with the interval of its difference."""
    column, years = reading.support.column, (reading.between, reading.last)
    headings = [heading for year in years for heading in (f"{column} {year}", f"Difference {year}")]
    if reading.counts_people_apart:
        headings.append(f"People helped {reading.last}")
    if reading.answer.as_now.pounds:
        headings += [f"Pounds {reading.last}", f"Difference in pounds {reading.last}"]
    return Grid(
        caption="Scenarios beside “as now”",
        columns=figures("Scenario", *headings),
        rows=tuple(
            _compared_row(reading, outcome, place)
            for place, outcome in enumerate(reading.answer.outcomes)
        ),
        stacked=True,
    )


def _compared_row(reading: Reading, outcome: Outcome, place: int) -> tuple[Cell, ...]:
    """The scenario with its figures; of one without a lever for this kind of support, that."""
    cells = tuple(_compared(reading, outcome, place))
    if place and not reading.is_touched(place):
        said = reading.no_lever(place).capitalize()
        return (GridCell(outcome.name, beneath=said), *("–" for _ in cells))
    return (outcome.name, *cells)


def _compared(reading: Reading, outcome: Outcome, place: int) -> Iterator[Cell]:
    def whole(value: float) -> str:
        return signed(rounded(value, reading.step))

    for year in (reading.between, reading.last):
        yield reading.say(outcome.amount.at(year))
        yield "–" if place == 0 else _difference(outcome.difference, year, whole)
    if reading.counts_people_apart:
        yield _difference(outcome.people, reading.last, about)
    if outcome.pounds and outcome.pounds_difference:
        said = prices(reading, place).words
        yield GridCell(money(outcome.pounds.at(reading.last)), beneath=said)
        yield (
            "–" if place == 0 else _difference(outcome.pounds_difference, reading.last, more_money)
        )


def under_limits(reading: Reading) -> Grid | None:
    """What scenarios with a limit to supply let be delivered of what is needed, in the last year.

    Delivered and not met make up what is needed, in hours or places as in pounds.
    """
    if not any(each.limited for each in reading.answer.outcomes):
        return None
    column = reading.support.column
    headings = [f"{column} needed", "The limit", "Delivered under it", "Not met"]
    if reading.answer.as_now.pounds:
        headings += ["Cost of all needed", "Cost of what is delivered", "Cost of what is not"]
    return Grid(
        caption=f"Under a limit to supply, {reading.last}",
        columns=figures("Scenario", *headings),
        rows=tuple(
            (each.name, *_under_limit(reading, each, place))
            for place, each in enumerate(reading.answer.outcomes)
            if each.limited
        ),
        stacked=True,
    )


def _under_limit(reading: Reading, outcome: Outcome, place: int) -> Iterator[Cell]:
    limited, unmet, last = outcome.limited, outcome.unmet, reading.last
    if limited is None or unmet is None:
        return
    most = limited.most[-1]
    yield reading.say(outcome.amount.at(last))
    yield "–" if most is None else number(round(most))
    yield reading.say(limited.delivered.at(last))
    yield _difference(unmet, last, reading.say)
    if outcome.pounds and limited.pounds and limited.pounds_unmet:
        yield GridCell(money(outcome.pounds.at(last)), beneath=prices(reading, place).words)
        yield money(limited.pounds.at(last))
        yield _difference(limited.pounds_unmet, last, money)


def _difference(fan: Fan, year: int, say: Callable[[float], str]) -> GridCell:
    low, high = fan.at(year, 0.025), fan.at(year, 0.975)
    return GridCell(say(fan.at(year)), beneath=f"{say(low)} to {say(high)}")


def by_age(reading: Reading) -> Grid:
    """The middle estimate by age, in the first year and the last."""
    rows = []
    for each in reading.outcome.by_band:
        before, after = each.amount.middle[0], each.amount.middle[-1]
        said = (reading.say(before), reading.say(after), change(before, after))
        rows.append((band_in_words(each.band), *said))
    unit = reading.support.short.capitalize()
    return Grid(
        caption=f"{unit} by age, middle estimate",
        columns=figures("Age", str(reading.first), str(reading.last), "Change"),
        rows=tuple(rows),
    )


def of_gap(reading: Reading) -> Grid | None:
    """Selected years: what is needed and can be provided, what is missing, and how surely."""
    gap = reading.outcome.gap
    if gap is None:
        return None
    priced = reading.answer.question.cost is not None
    rows = tuple(
        (
            str(year),
            reading.say(reading.outcome.amount.at(year)),
            *_missing(reading, gap, year, priced=priced),
        )
        for year in reading.years_shown
    )
    closing = f"Pounds a year to close it, {prices(reading).words}"
    headings = ["Year", "Needed", "Can be provided", "Missing", "Chance of a gap"]
    return Grid(
        caption=f"The gap by year: {reading.outcome.name}",
        columns=figures(*headings, *([closing] if priced else [])),
        rows=rows,
        stacked=True,
    )


def _missing(reading: Reading, gap: GapAhead, year: int, *, priced: bool) -> Iterator[Cell]:
    """What can be provided in a year and what is missing; before the first report, not known."""
    if year not in gap.years:
        yield from ["Not known"] * (4 if priced else 3)
        return
    at = gap.years.index(year)
    yield number(gap.capacity[at])
    yield _difference(gap.missing, year, reading.say)
    yield chance(gap.chance[at])
    if priced:
        yield money(gap.pounds_a_year.at(year))


def of_capacity(reading: Reading) -> Grid | None:
    """What was reported, and what is planned, as the projection took it."""
    reported = reading.answer.question.capacities
    if not reported:
        return None
    limit = _limit_of(reading)
    return Grid(
        caption="What can be provided, as reported" + (", and the limit" if limit else ""),
        columns=(
            GridColumn("From"),
            GridColumn(reading.support.short.capitalize(), figures=True),
            GridColumn("Standing"),
        ),
        rows=(
            *(
                (written_date(each.since), number(each.amount), _standing(each.planned))
                for each in reported
            ),
            *limit,
        ),
    )


def _limit_of(reading: Reading) -> tuple[tuple[str, str, str], ...]:
    """The limit of the scenario looked at: where it begins, and where it has come to at the end."""
    limited = reading.outcome.limited
    held = zip(reading.answer.years, limited.most, strict=True) if limited else ()
    told = [(year, most) for year, most in held if most is not None]
    ends = told[:1] if not told or told[0][1] == told[-1][1] else [told[0], told[-1]]
    name = f"No more, in “{short_name(reading.outcome.name)}”"
    return tuple((f"1 April {year}", number(round(most)), name) for year, most in ends)


def _standing(planned: bool) -> str:
    return "Planned" if planned else "There"


def files(reading: Reading) -> Grid:
    """The files behind it."""
    return Grid(
        caption="Files that this rests on",
        columns=tuple(
            GridColumn(each) for each in ("File", "Publisher", "Licence", "Digest (SHA-256)")
        ),
        rows=tuple(
            (
                GridCell(s.name, beneath=true_on(s)),
                s.publisher or "Not known",
                s.licence or "Not known",
                s.sha256[:SHORT_DIGEST],
            )
            for s in reading.answer.basis.sources
        ),
        stacked=True,
        tight=True,
    )


def true_on(source: SourceRef | None) -> str:
    """The day that a file is true on, where it says."""
    return f"true on {written_date(source.as_at)}" if source and source.as_at else ""


def not_assessed(reading: Reading) -> Grid | None:
    """What was left out, and what would bring it in."""
    left_out = reading.answer.not_in_it
    if not left_out:
        return None
    return Grid(
        caption="What could not be projected",
        caption_hidden=True,
        columns=(GridColumn("Question"), GridColumn("Why not"), GridColumn("What would fill it")),
        rows=tuple((each.question, each.why, each.what_would_fill_it) for each in left_out),
        stacked=True,
    )


def closes(reading: Reading) -> str:
    """What closes the gap of the last year, in hours or places and in pounds."""
    gap = reading.outcome.gap
    if gap is None:
        return ""
    last, many = reading.last, reading.support.many
    high = gap.missing.at(last, 0.975)
    if gap.size(last) <= 0:
        surely = f" {about(high)} more {many} would close it in 97 futures of 100." if high else ""
        return f"The middle estimate for {last} can be provided.{surely}"
    pounds = ""
    if reading.answer.question.cost:
        pounds = f", at about {money(gap.pounds_a_year.at(last))} a year"
        pounds += f", {prices(reading).words}"
    return (
        f"About {about(gap.size(last))} more {many} by {last} would meet the middle estimate"
        f"{pounds}; about {about(high)} would be enough in 97 futures of 100."
    )
