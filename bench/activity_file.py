"""The file that importing is measured on: seeded, with errors planted and counted.

Forty columns, as in `carewright_engine.tables.visit_schema`. Most rows are right; about one
in eighty has a code from no list, a date or an age that is none, or an end before its start.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from bench.harness import CACHE
from carewright_engine.tables.visit_schema import CODES, COLUMNS, FREE_TEXT, RULES

SEED: Final = 4
ROWS: Final = 1_000_000  # at scale 1
FIRST_DAY: Final = np.datetime64("2024-04-01")
FIRST_BIRTH: Final = np.datetime64("1930-01-01")
TEXTS: Final = (
    "home care visit",
    "day centre",
    "review due",
    "assessment completed by team",
    "direct payment",
    "",
)

Bits = NDArray[np.bool_]


def activity_file(scale: float) -> Path:
    """The file of that size, made once and kept."""
    return CACHE / f"activity-{max(1, round(ROWS * scale))}-seed-{SEED}.csv"


def planted(file: Path) -> dict[str, int]:
    """How many errors were planted, for each rule of the schema."""
    counts: dict[str, int] = json.loads(file.with_suffix(".json").read_text())
    return counts


def make(file: Path, rows: int) -> None:
    """Write the file and, beside it, what was planted in it."""
    frame, counts = activity(rows)
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".part")
    frame.select(COLUMNS).write_csv(unfinished)
    file.with_suffix(".json").write_text(json.dumps(counts))
    unfinished.rename(file)


def activity(rows: int) -> tuple[pl.DataFrame, dict[str, int]]:
    """The rows, and the number of errors planted for each rule.

    The order of the draws is part of the instance: change it, and the planted errors change.
    """
    draw = np.random.default_rng(SEED)
    counts = {rule.code: 0 for rule in RULES}
    columns: dict[str, pl.Series] = {
        "visit_ref": pl.Series([f"R{number:08d}" for number in range(rows)]),
        "person_id": _numbered("P{:09d}", draw.integers(0, 400_000, rows)),
        "council_code": _numbered("E0{:07d}", draw.integers(0, 153, rows)),
    }
    for column, allowed in CODES.items():
        columns[column], wrong = _coded(draw, allowed, rows)
        counts[f"{column}:code"] = wrong
    for column in FREE_TEXT:
        columns[column] = _picked(TEXTS, draw.integers(0, len(TEXTS), rows))
    columns |= _numbers(draw, rows, counts)
    columns |= _dates(draw, rows, counts)
    sectors = [f"AB{district} {sector}" for district in range(1, 40) for sector in range(1, 9)]
    columns["postcode_sector"] = _picked(sectors, draw.integers(0, len(sectors), rows))
    columns["currency"] = pl.repeat("GBP", rows, eager=True)
    columns["specification"] = pl.repeat("CLD2", rows, eager=True)
    return pl.DataFrame(columns), counts


def _coded(draw: np.random.Generator, allowed: tuple[str, ...], rows: int) -> tuple[pl.Series, int]:
    """Codes of a list, two in a hundred blank and one in two thousand from no list."""
    wrong: Bits = draw.random(rows) < 0.0005
    blank: Bits = draw.random(rows) < 0.02
    right = draw.integers(0, len(allowed), rows)
    places = np.where(wrong, len(allowed), np.where(blank, len(allowed) + 1, right))
    return _picked([*allowed, "ZZZ", ""], places), int(wrong.sum())


def _numbers(draw: np.random.Generator, rows: int, counts: dict[str, int]) -> dict[str, pl.Series]:
    no_age: Bits = draw.random(rows) < 0.0005
    counts["age:range"] = int(no_age.sum())
    return {
        "age": _unless(no_age, "abc", pl.Series(draw.integers(18, 105, rows))),
        "cost": pl.Series(np.round(draw.gamma(2, 150, rows), 2)),
        "hours": pl.Series(np.round(draw.gamma(2, 5, rows), 1)),
        "units": pl.Series(draw.integers(1, 60, rows)),
    }


def _dates(draw: np.random.Generator, rows: int, counts: dict[str, int]) -> dict[str, pl.Series]:
    start = FIRST_DAY + draw.integers(0, 700, rows)
    end = start + draw.integers(-1, 300, rows)
    open_ended: Bits = draw.random(rows) < 0.3
    review = start + draw.integers(0, 400, rows)
    no_birth: Bits = draw.random(rows) < 0.0005
    birth = FIRST_BIRTH + draw.integers(0, 25_000, rows)
    counts["event_end:order"] = int(((end < start) & ~open_ended).sum())
    counts["date_of_birth:date"] = int(no_birth.sum())
    return {
        "event_start": pl.Series(start).cast(pl.String),
        "event_end": _unless(open_ended, None, pl.Series(end)),
        "review_date": pl.Series(review).cast(pl.String),
        "date_of_birth": _unless(no_birth, "31/02/1950", pl.Series(birth)),
    }


def _picked(values: tuple[str, ...] | list[str], places: NDArray[np.int64]) -> pl.Series:
    """The values at these places; an empty text is a blank."""
    blanks = [value or None for value in values]
    return pl.Series(blanks, dtype=pl.String).gather(pl.Series(places))


def _numbered(form: str, numbers: NDArray[np.int64]) -> pl.Series:
    return pl.Series([form.format(number) for number in numbers.tolist()])


def _unless(bits: Bits, other: str | None, series: pl.Series) -> pl.Series:
    """The series as text, with another value where a bit is set."""
    text = series.cast(pl.String)
    return pl.select(pl.when(pl.Series(bits)).then(pl.lit(other)).otherwise(text)).to_series()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    make(activity_file(asked.scale), max(1, round(ROWS * asked.scale)))
