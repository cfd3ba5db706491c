"""Population in the published columns: by data zone and by council, sex and single year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from carewright_engine.tables.practice.land import COUNCILS
from carewright_engine.tables.practice.people import AGES, SEXES, People
from carewright_engine.tables.practice.zones import Land

AGE_COLUMNS: Final = (*(str(age) for age in range(AGES - 1)), f"{AGES - 1}+")
Counts = npt.NDArray[np.int64]


def by_zone(land: Land, people: People) -> pl.DataFrame:
    """A row for each data zone and sex, 'All' first."""
    keys = [{"dz11_code": zone.code} for zone in land.zones]
    frame = _wide(keys, people.counts)
    return frame.select("dz11_code", "total_population", "sex", *AGE_COLUMNS)


def by_council(land: Land, people: People) -> pl.DataFrame:
    """A row for each council and sex: the sums of its data zones."""
    keys = [{"ltla20_code": council.code, "ltla20_name": council.name} for council in COUNCILS]
    sums = np.stack([people.counts[land.of(council.name)].sum(axis=0) for council in COUNCILS])
    frame = _wide(keys, sums)
    return frame.select("ltla20_code", "ltla20_name", "sex", "total_population", *AGE_COLUMNS)


def _wide(keys: Sequence[dict[str, str]], counts: Counts) -> pl.DataFrame:
    return pl.DataFrame(list(_rows(keys, counts)), infer_schema_length=1)


def _rows(keys: Sequence[dict[str, str]], counts: Counts) -> Iterator[dict[str, str | float]]:
    for key, zone in zip(keys, counts, strict=True):
        for sex, people in (("All", zone.sum(axis=0)), *zip(SEXES, zone, strict=True)):
            numbers = dict(zip(AGE_COLUMNS, (float(number) for number in people), strict=True))
            yield {**key, "sex": sex, "total_population": float(people.sum()), **numbers}
