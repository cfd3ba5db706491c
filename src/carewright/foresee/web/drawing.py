"""The pictures of a projection: the fan, the ages, what moves the figure, and the gap."""

from __future__ import annotations

from typing import Final

from carewright.foresee.web.reading import Reading
from carewright.foresee.web.wording import rounded, short_name
from carewright_engine.charts import (
    FOCUS,
    PUBLIC,
    VOLUNTARY,
    AgeGroup,
    Band,
    Break,
    Caption,
    LineSeries,
    Moment,
    Picture,
    Swing,
    Unit,
    Years,
    lines,
    pyramid,
    swings,
)
from carewright_engine.demand.scenarios.summaries import Fan

WHOLE: Final = Unit(places=0)
BANDS: Final = ((95, "seq-1"), (80, "seq-2"), (50, "seq-3"))
TONES: Final = (PUBLIC, VOLUNTARY, FOCUS, "cat-5")
MOST_MOVES: Final = 10


def fan_chart(reading: Reading) -> Picture:
    """What was counted, the bands of the scenario looked at, and a line for every scenario."""
    bands = tuple(
        Band(f"{chances} in 100 chance inside", _edges(reading, chances), tone)
        for chances, tone in BANDS
    )
    caption = Caption(
        "fan",
        reading.support.chart,
        _described(reading),
        f"Dots: {reading.support.dots} (2023 means 2023/24). "
        f"Bands: how sure we are of “{reading.outcome.name}”.",
    )
    drawn = (*_counted(reading), *_scenarios(reading))
    return lines(caption, drawn, unit=WHOLE, breaks=_breaks(reading), bands=bands, wide=1000)


def _described(reading: Reading) -> str:
    low, high = reading.outcome.amount.interval(95)
    now = reading.counted_last
    counted = f"Counted to {now.year}: {now.amount:,.0f}. " if now and now.amount else ""
    return (
        f"{counted}Middle estimate for {reading.last} "
        f"{reading.say(reading.outcome.amount.middle[-1])}; 95 in 100 between "
        f"{reading.say(low[-1])} and {reading.say(high[-1])}."
    )


def _edges(reading: Reading, chances: int) -> tuple[tuple[float, float, float], ...]:
    low, high = reading.outcome.amount.interval(chances)
    ends = zip(reading.answer.years, low, high, strict=True)
    return tuple((year, *_both(reading, one, other)) for year, one, other in ends)


def _both(reading: Reading, low: float, high: float) -> tuple[float, float]:
    return rounded(low, reading.step), rounded(high, reading.step)


def _counted(reading: Reading) -> tuple[LineSeries, ...]:
    """What was counted; years that were not fitted to stand apart, in grey."""
    found = reading.answer.basis.counted
    parts = (("Counted, not fitted to", False, "muted"), ("Counted", True, "cat-6"))
    return tuple(
        LineSeries(
            name,
            tuple(Moment(each.year, each.amount) for each in found if each.fitted is fitted),
            tone,
        )
        for name, fitted, tone in parts
        if any(each.fitted is fitted and each.amount is not None for each in found)
    )


def _scenarios(reading: Reading) -> tuple[LineSeries, ...]:
    return tuple(
        LineSeries(short_name(outcome.name), _moments(reading, outcome.amount), tone, place > 0)
        for place, (outcome, tone) in enumerate(zip(reading.answer.outcomes, TONES, strict=False))
    )


def _moments(reading: Reading, of: Fan) -> tuple[Moment, ...]:
    return tuple(
        Moment(year, rounded(value, reading.step))
        for year, value in zip(of.years, of.middle, strict=True)
    )


def _breaks(reading: Reading) -> tuple[Break, ...]:
    """Where counting changed: the first year fitted to, after years that were not."""
    found = reading.answer.basis.counted
    before = [each.year for each in found if not each.fitted]
    after = [each.year for each in found if each.fitted]
    warned = {each.year for each in reading.answer.basis.warnings if each.year}
    at = {min(after)} if before and after and min(before) < min(after) else set()
    at |= {year for year in warned if found and found[0].year < year <= found[-1].year}
    return tuple(Break(year, f"Counting changed {year}") for year in sorted(at))


def ages_chart(reading: Reading) -> Picture | None:
    """People by age and sex, then and in the last year."""
    basis = reading.answer.basis
    if not basis.ages:
        return None
    groups = [
        AgeGroup(
            each.name, each.women, each.men, each.women_later, each.men_later,
            is_marked=each.youngest >= 65,
        )
        for each in basis.ages
    ]  # fmt: skip
    caption = Caption(
        "ages",
        f"People of {reading.area} by age and sex",
        how_to_read=f"Middle of {basis.base_year}, and of {reading.last} as projected",
    )
    years = Years(str(basis.base_year), str(reading.last), "aged 65 and over")
    return pyramid(caption, groups, years, unit=WHOLE)


def moves_chart(reading: Reading) -> Picture | None:
    """What moves the last year's figure most."""
    moves = [move for move in reading.outcome.moves if move.width >= 0.5][:MOST_MOVES]
    if not moves:
        return None
    caption = Caption(
        "moves",
        f"What moves the {reading.last} figure most",
        how_to_read=f"{reading.support.short.capitalize()} if each assumption goes to its likely "
        "low or high, the others held",
    )
    rows = [
        Swing(move.assumption, rounded(move.low, reading.step), rounded(move.high, reading.step))
        for move in moves
    ]
    return swings(caption, rows, unit=WHOLE, middle_is=short_name(reading.outcome.name))


def gap_chart(reading: Reading) -> Picture | None:
    """What people will need beside what can be provided."""
    gap = reading.outcome.gap
    if gap is None:
        return None
    capacity = tuple(
        Moment(year, value) for year, value in zip(gap.years, gap.capacity, strict=True)
    )
    caption = Caption(
        "gap",
        "Needed beside what can be provided",
        how_to_read=f"{reading.support.short.capitalize()}. The band holds 95 chances in 100.",
    )
    series = (
        LineSeries("Needed", _moments(reading, reading.outcome.amount), PUBLIC),
        LineSeries("Can be provided", capacity, FOCUS, is_dashed=True),
    )
    band = Band("95 in 100 chance inside", _edges(reading, 95), "seq-1")
    return lines(caption, series, unit=WHOLE, bands=(band,), wide=680)
