"""Real files end to end: Fife, all Scotland, and what the same draws are worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from carewright_engine.demand.population import official_people
from carewright_engine.demand.scenarios.assembling import assembled, project, projections
from carewright_engine.demand.scenarios.questions import Question
from carewright_engine.demand.scenarios.same_draws import same_and_other_draws
from carewright_engine.provision.areas import area_named
from carewright_engine.provision.inputs import Inputs
from carewright_engine.tables.kinds import read_published
from carewright_engine.tables.together import put_together

pytestmark = pytest.mark.realdata

FILES = (
    "population/uk_region_pop_est_proj_by_sex_age_2011on.csv.gz",
    "population/scotland_pop_mid2020_by_council_sex_single_year.csv",
    "samples/nrs_mid2012_pop_5yr_by_council.csv",
    "asc_stats/scotland_care_at_home_phs.csv.gz",
    "phs/phs_carehome_trend.csv",
    "population/uk_mortality_qx_per100k_1951_2068_2018based.csv.gz",
    "population/witan_bristol_cohort_component/datasets/default_datasets/fertility/"
    "future_fertility_trend_assumption.csv",
)
THROUGH = date(2024, 3, 31)


@pytest.fixture(scope="module")
def inputs(real_data: Path) -> Inputs:
    stacked: dict[str, list[object]] = {}
    for name in FILES:
        for table, frame in read_published(real_data / name).tables.items():
            stacked.setdefault(table, []).append(frame)
    return Inputs(put_together(stacked))  # type: ignore[arg-type]


def asked(inputs: Inputs, area: str, **changed: object) -> Question:
    question = Question(area_named(inputs, area), "care_at_home", THROUGH, 20, draws=400)
    return replace(question, **changed)  # type: ignore[arg-type]


def test_fife_and_scotland_begin_where_they_were_counted_and_give_the_same_bytes_again(
    inputs: Inputs,
) -> None:
    areas = tuple(area_named(inputs, name) for name in ("Scotland", "Fife"))
    scotland, fife = projections(inputs, asked(inputs, "Scotland"), areas)
    for found, counted in ((scotland, 791_105), (fife, 37_520)):
        assert found.basis.counted[-1].amount == counted
        assert found.as_now.amount.at(2024) == pytest.approx(counted, rel=0.05)
        low, high = found.as_now.amount.interval(95)
        print(
            f"{found.question.area.name} {found.years[-1]}: "
            f"{found.as_now.amount.middle[-1]:,.0f} hours a week, {low[-1]:,.0f} to {high[-1]:,.0f}"
        )
    warned = fife.basis.warnings[0]
    assert warned.words.startswith("Hours for people aged 18 to 64 went from 37,975 to 12,115")
    assert (warned.year, "fell by 3%" in warned.words) == (2020, True)
    assert project(inputs, asked(inputs, "Fife")).to_json() == fife.to_json()


def test_councils_sum_to_the_national_projection_in_every_year(inputs: Inputs) -> None:
    known, _ = assembled(inputs, asked(inputs, "Scotland"))
    first, last = known.years[0], known.years[-1]
    nation = official_people(inputs.frame("population"), "S92000003", (first, last))
    adults = nation[:, :, 18:].sum(axis=(1, 2))
    assert np.allclose(known.population.middle.sum(axis=(1, 2)), adults, atol=1e-3)


def test_care_homes_of_fife_are_projected_in_places_and_said_to_be_old(inputs: Inputs) -> None:
    found = project(inputs, asked(inputs, "Fife", support="care_home"))
    assert found.basis.unit == "places"
    assert found.years[0] == 2021
    assert found.basis.warnings[0].heading == "The newest count is 3 years old"


def test_the_same_draws_narrow_the_difference_more_than_ten_times(inputs: Inputs) -> None:
    found = same_and_other_draws(inputs, asked(inputs, "Fife"))
    print(found.in_words())
    assert found.times > 10


def test_variants_of_migration_lie_about_the_projection_and_move_the_young_most(
    inputs: Inputs,
) -> None:
    known, _ = assembled(inputs, asked(inputs, "Scotland"))
    low, principal, high = (
        known.variants[f"{name}"][-1] for name in ("low migration", "principal", "high migration")
    )
    people = known.population.middle[-1]
    shares = {name: (of * people).sum(axis=0) / people.sum(axis=0) - 1
              for name, of in (("low", low), ("high", high))}  # fmt: skip
    print({name: [f"{share:+.1%}" for share in of] for name, of in shares.items()})
    assert (principal == 1).all()
    assert (low < 1).all()
    assert (high > 1).all()
    assert shares["high"][0] > shares["high"][-1]
