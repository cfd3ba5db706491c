"""Made-up councils with people, a nation and one counted week a year."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import polars as pl

from carewright_engine.demand.draws import stream
from carewright_engine.demand.scenarios.questions import Question
from carewright_engine.provision.areas import AreaRef
from carewright_engine.provision.inputs import Inputs

COUNCILS = tuple(f"S1290000{number}" for number in range(1, 7))
NATION = "S92000003"
BANDS = ("18-64", "65-74", "75-84", "85+")
RATES = (0.004, 0.018, 0.062, 0.18)
HOURS = (20.0, 11.0, 9.0, 9.0)
FIRST, LAST = 2018, 2022
HERE = AreaRef("council", COUNCILS[0], "Elmshire", (COUNCILS[0],))
EVERYWHERE = AreaRef("country", NATION, "Scotland", COUNCILS)


def inputs(*, nation: bool = True, hours: bool = True, break_in: int | None = None) -> Inputs:
    """Six councils counted for five years; the first halves its younger hours in `break_in`."""
    population = _population(nation=nation)
    activity = pl.DataFrame(list(_weeks(break_in, hours=hours)), infer_schema_length=None)
    return Inputs({"population": population, "activity": activity})


def question(**changed: Any) -> Question:
    """Five years ahead for the first council, with few draws."""
    usual: dict[str, Any] = {
        "area": HERE, "support": "care_at_home", "through": date(2023, 3, 31), "years": 5,
        "draws": 60,
    }  # fmt: skip
    return Question(**{**usual, **changed})


def _people(age: int) -> float:
    return 600.0 if age < 65 else max(600.0 - 22 * (age - 64), 20.0)


def _population(*, nation: bool) -> pl.DataFrame:
    rows = [
        (code, "council", date(2020, 6, 30), sex, age, _people(age) * size)
        for size, code in enumerate(COUNCILS, 1)
        for sex in ("female", "male")
        for age in range(91)
    ]
    whole = sum(range(1, len(COUNCILS) + 1))
    years = range(2011, 2041) if nation else ()
    rows += [
        (NATION, "country", date(year, 6, 30), sex, age,
         _people(age) * whole * (1 + 0.01 * (year - 2020) * (age >= 65)))
        for year in years for sex in ("female", "male") for age in range(91)
    ]  # fmt: skip
    columns = ["area_code", "area_kind", "on", "sex", "age", "people"]
    frame = pl.DataFrame(rows, schema=columns, orient="row").with_row_index("source_row", 2)
    return frame.with_columns(pl.col("source_row").cast(pl.Int64), dataset=pl.lit("people"))


def _weeks(break_in: int | None, *, hours: bool) -> Any:
    dice = stream(1, "weeks")
    for size, code in enumerate(COUNCILS, 1):
        for year in range(FIRST, LAST + 1):
            factor = np.exp(0.02 * dice.standard_normal(len(BANDS)))
            people = [
                float(5 * round(rate * size * total * each / 5))
                for rate, total, each in zip(RATES, _totals(), factor, strict=True)
            ]
            worked = [count * each for count, each in zip(people, HOURS, strict=True)]
            if break_in is not None and year < break_in and code == COUNCILS[0]:
                worked[0] *= 4
            yield from _rows(code, year, "people", people)
            if hours:
                yield from _rows(code, year, "hours", worked)


def _totals() -> list[float]:
    spans = ((18, 65), (65, 75), (75, 85), (85, 91))
    return [2 * sum(_people(age) for age in range(*span)) for span in spans]


def _rows(code: str, year: int, measure: str, values: list[float]) -> Any:
    for band, value in (*zip(BANDS, values, strict=True), ("all", sum(values))):
        yield {
            "area_code": code, "area_kind": "council", "area_name": code, "kind": "care_at_home",
            "detail": "", "age_band": band, "sex": "all", "starts_on": date(year + 1, 3, 25),
            "ends_before": date(year + 1, 4, 1), "period_kind": "census_week", "measure": measure,
            "value": value, "rounded_to": 5, "flag": None, "dataset": "weeks", "source_row": 1,
        }  # fmt: skip
