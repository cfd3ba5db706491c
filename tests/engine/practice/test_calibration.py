"""The region is in the nation's likeness, whatever the seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import polars as pl
import pytest

from carewright_engine.tables import practice
from carewright_engine.tables.practice import practice_region
from carewright_engine.tables.practice.calibration import as_table, calibration, running
from carewright_engine.tables.practice.grading import QUESTION_SHARES, stay_share
from carewright_engine.tables.practice.published import kinds, lowest_grades

SEEDS = (20220331, 1, 2)
QUESTION_COLUMNS = {
    "wellbeing": "Comb_Eval_CareSupport_Wellbeing",
    "planning": "Comb_Eval_CareSupport_Planning",
    "setting": "Comb_Eval_Setting_Env",
    "staff": "Comb_Eval_Staff_StaffTeam",
    "leadership": "Comb_Eval_Leadership_ML",
}
SUBTYPES = {"older_people_home": "Older People", "care_at_home": "Care at Home"}
CHI_SQUARE_95 = {1: 3.84, 2: 5.99, 3: 7.81, 4: 9.49}  # by degrees of freedom


def chi_square(found: Mapping[float, int], shares: Mapping[float, float]) -> float:
    """How far counts are from published shares; categories too rare to expect one are merged."""
    total = sum(found.values())
    merged: list[list[float]] = []
    for category, share in shares.items():
        observed, expected = found.get(category, 0), total * share / sum(shares.values())
        if merged and (merged[-1][1] < 1 or expected < 1):
            merged[-1][0] += observed
            merged[-1][1] += expected
        else:
            merged.append([observed, expected])
    return sum((observed - expected) ** 2 / expected for observed, expected in merged)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_calibrated_quantity_is_within_its_stated_distance(seed: int) -> None:
    astray = [q for q in calibration(practice_region(seed)) if not q.holds]
    assert astray == []


def test_the_documented_table_is_what_the_default_seed_gives() -> None:
    assert as_table(calibration(practice_region())) in (practice.__doc__ or "")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("kind", "question"),
    [(kind, question) for kind, shares in QUESTION_SHARES.items() for question in shares],
)
def test_the_grades_of_each_question_follow_the_published_shares(
    seed: int, kind: str, question: str
) -> None:
    rows = running(practice_region(seed)).filter(pl.col("Subtype") == SUBTYPES[kind])
    grades = rows[QUESTION_COLUMNS[question]].drop_nulls().cast(pl.Float64)
    found = dict(grades.value_counts().iter_rows())
    shares = {float(g): share for g, share in QUESTION_SHARES[kind][question].items()}
    assert grades.len() > 30
    assert chi_square(found, shares) < CHI_SQUARE_95[len(shares) - 1]


@pytest.mark.parametrize("seed", SEEDS)
def test_homes_come_in_the_published_bands_of_size(seed: int) -> None:
    homes = running(practice_region(seed)).filter(pl.col("Subtype") == "Older People")
    bands = Counter(
        float(1 + sum(places > edge for edge in (20, 40, 60, 80)))
        for places in homes["Registered_Places"]
    )
    published = {1.0: 11.0, 2.0: 37.0, 3.0: 30.0, 4.0: 13.0, 5.0: 10.0}
    assert chi_square(bands, published) < CHI_SQUARE_95[4]


@pytest.mark.parametrize("kind", sorted(QUESTION_SHARES))
def test_one_rule_gives_both_published_columns_of_grades(kind: str) -> None:
    """What stays at the lowest grade and what steps up to it add up to each question's share."""
    lowest = lowest_grades(kind, 2022)
    for question, published in QUESTION_SHARES[kind].items():
        for grade in (2, 3, 4, 5):
            stays = lowest[grade] * stay_share(kind, question, grade)
            below = lowest[grade - 1] * (1 - stay_share(kind, question, grade - 1))
            steps_up = below if grade > 2 else 0.0
            assert stays + steps_up == pytest.approx(published[grade], abs=0.05)


@pytest.mark.parametrize("year", [2016, 2019, 2022])
def test_every_kind_is_there_in_its_national_number_for_the_people(year: int) -> None:
    rows = running(practice_region(), year)
    share = 272_000 / 5_466_000
    at = (2016, 2019, 2022).index(year)
    for kind in kinds():
        single = kind.kind not in ("care_at_home", "housing_support")
        if (
            kind.lives_among == "councils"
            or not single
            or kind.kind.endswith("with_housing_support")
        ):
            continue
        found = rows.filter(pl.col("CareService") == kind.care_service)
        if kind.subtype:
            found = found.filter(pl.col("Subtype") == kind.subtype)
        # closed and outside services are marked, and a row listed twice is one too many
        assert abs(found.height - share * kind.numbers[at]) <= 6, kind.kind


def test_strathalder_is_the_oldest_and_oakshire_the_most_deprived() -> None:
    region = practice_region()
    people = region.frames["population/practice_pop_mid2020_by_council_sex_single_year.csv"]
    older = people.filter(pl.col("sex") == "All").select(
        "ltla20_name",
        share=pl.sum_horizontal([str(a) for a in range(65, 90)] + ["90+"])
        / pl.col("total_population"),
    )
    assert older.sort("share")["ltla20_name"][-1] == "Strathalder"
    ranks = region.frames["geography/simd2020_dz11.csv"].join(
        region.frames["geography/lookup_dz11_council_healthboard.csv"], on="dz11_code"
    )
    medians = ranks.group_by("ltla19_code").agg(pl.col("IMD_rank").median()).sort("IMD_rank")
    assert medians["ltla19_code"][0] == "S12900002"
