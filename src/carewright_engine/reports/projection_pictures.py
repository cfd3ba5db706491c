"""The fan, the pyramid and what moves the figure: pictures of one projection."""

from __future__ import annotations

from typing import Final

from carewright_engine.charts import (
    PRIVATE,
    AgeGroup,
    Band,
    Break,
    Caption,
    LineSeries,
    Moment,
    Picture,
    Swing,
    Years,
    lines,
    pyramid,
    swings,
)
from carewright_engine.charts.picture import Tone
from carewright_engine.demand.scenarios.answers import Projection

TONES: Final[dict[int, Tone]] = {95: "seq-1", 80: "seq-2", 50: "seq-3"}
LINES: Final[tuple[Tone, ...]] = ("focus", "cat-3", "cat-4")
OLD: Final = 65


def pictures_of(answer: Projection) -> tuple[Picture, ...]:
    """Each of the three, named for its area so that many stand in one report."""
    code = answer.question.area.code.lower()
    return (_fan(answer, code), _pyramid(answer, code), _swings(answer, code))


def _fan(answer: Projection, code: str) -> Picture:
    now = answer.as_now.amount
    bands = tuple(
        Band(
            f"{chances} in 100",
            tuple(zip(map(float, now.years), *now.interval(chances), strict=True)),
            tone,
        )
        for chances, tone in TONES.items()
    )
    counted = tuple(Moment(each.year, each.amount) for each in answer.basis.counted)
    others = tuple(
        LineSeries(each.name, _moments(each.amount.years, each.amount.middle), tone, is_dashed=True)
        for each, tone in zip(answer.outcomes[1:], LINES, strict=False)
    )
    breaks = tuple(
        Break(each.year, f"Counting changed {each.year}?")
        for each in answer.basis.warnings[:1]
        if each.year is not None and "counting" in each.heading
    )
    caption = Caption(
        f"need-{code}",
        f"{answer.question.area.name}: {answer.basis.unit}",
        how_to_read="Bands: how sure we are of “as now”. 2023 means 2023/24.",
    )
    as_now = LineSeries("As now", _moments(now.years, now.middle))
    series = (LineSeries("Counted", counted, PRIVATE), as_now, *others)
    return lines(caption, series, breaks=breaks, bands=bands, wide=1000)


def _moments(years: tuple[int, ...], values: tuple[float, ...]) -> tuple[Moment, ...]:
    return tuple(Moment(year, value) for year, value in zip(years, values, strict=True))


def _pyramid(answer: Projection, code: str) -> Picture:
    groups = tuple(
        AgeGroup(
            each.name, each.women, each.men, each.women_later, each.men_later,
            is_marked=each.youngest >= OLD,
        )
        for each in answer.basis.ages
    )  # fmt: skip
    years = Years(str(answer.basis.base_year), str(answer.years[-1]), "aged 65 and over")
    return pyramid(
        Caption(f"ages-{code}", f"People of {answer.question.area.name} by age and sex"),
        groups,
        years,
    )


def _swings(answer: Projection, code: str) -> Picture:
    moves = [move for move in answer.as_now.moves if move.width > 0]
    caption = Caption(
        f"moves-{code}",
        f"What moves the figure of {answer.years[-1]} most",
        how_to_read=f"{answer.basis.unit.capitalize()} if each goes to its likely low or high",
    )
    return swings(caption, tuple(Swing(m.assumption, round(m.low), round(m.high)) for m in moves))
