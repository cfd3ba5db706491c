"""The same fit serves other kinds of support and other sources."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from carewright_engine.demand.need.backtest.care_at_home import BANDS, people_of, read_files
from carewright_engine.demand.need.model import fit_use
from carewright_engine.demand.need.observations import observe
from carewright_engine.tables.councils import COUNCILS
from carewright_engine.tables.kinds import read_published
from tests.engine.demand.need.worlds import QUICK

pytestmark = [pytest.mark.realdata, pytest.mark.slow]


@pytest.mark.parametrize(
    ("file", "kind", "steps", "total"),
    [
        ("phs/phs_carehome_trend.csv", "care_home", 4, (25_000, 40_000)),
        ("phs/phs_people_supported_services_2021-22.csv", "telecare", 1, (90_000, 160_000)),
    ],
)
def test_care_homes_by_quarter_and_telecare_by_year_are_projected(
    real_data: Path, file: str, kind: str, steps: int, total: tuple[float, float]
) -> None:
    published = read_files(real_data)
    seen = observe(
        read_published(real_data / file).tables["activity"],
        kind=kind, bands=BANDS, first_year=2018, last_year=2020, areas=tuple(COUNCILS),
    )  # fmt: skip
    assert seen.steps == steps
    people = people_of(published, 2018, 2022)
    model = fit_use(seen, people[:3], through=date(2021, 3, 31), settings=QUICK)
    ahead = model.people(np.broadcast_to(people[3:], (100, *people[3:].shape)), seed=1)
    middle = np.median(ahead.sum(axis=(2, 3)), axis=0)
    assert ((total[0] < middle) & (middle < total[1])).all()
