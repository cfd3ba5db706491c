"""From made-up tables to a projection: what is found, what is said, what is refused."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.answers import Projection
from carewright_engine.demand.scenarios.assembling import CannotProject, assembled, project
from carewright_engine.provision.areas import AreaRef
from carewright_engine.provision.inputs import Inputs
from tests.engine.demand.scenarios.facts.places import COUNCILS, EVERYWHERE, inputs, question


@pytest.fixture(scope="module")
def here() -> Projection:
    return project(inputs(), question())


def test_the_fan_begins_where_counting_ended(here: Projection) -> None:
    last = here.basis.counted[-1]
    assert (last.year, here.years[0], here.years[-1]) == (2022, 2023, 2027)
    assert last.amount is not None
    assert here.as_now.amount.middle[0] == pytest.approx(last.amount, rel=0.1)


def test_the_pyramid_grows_at_the_ages_at_which_the_nation_does(here: Projection) -> None:
    oldest = here.basis.ages[-1]
    assert (oldest.name, here.basis.base_year) == ("90+", 2020)
    assert oldest.women_later > 1.05 * oldest.women


def test_the_same_question_of_the_same_files_gives_the_same_bytes(here: Projection) -> None:
    assert project(inputs(), question()).sha256 == here.sha256


def test_a_council_gets_the_same_draws_alone_as_within_the_nation() -> None:
    alone, _ = assembled(inputs(), question())
    nation, _ = assembled(inputs(), question(area=EVERYWHERE))
    for kind in ("use", "each"):
        one = getattr(alone.kinds["care_at_home"], kind).drawn
        among = getattr(nation.kinds["care_at_home"], kind).drawn
        assert np.array_equal(one[:, :, 0], among[:, :, 0])


def test_the_areas_sum_to_the_nation_in_every_year() -> None:
    known, _ = assembled(inputs(), question(area=EVERYWHERE))
    nation = inputs().frame("population").filter(area_code="S92000003")
    adults = nation.filter(nation["age"] >= 18)
    for at, year in enumerate(known.years):
        whole = float(adults.filter(on=date(year, 6, 30))["people"].sum())
        assert float(known.population.middle[at].sum()) == pytest.approx(whole, rel=1e-9)


def test_a_population_without_spread_is_said_to_have_none(here: Projection) -> None:
    assert any("no spread" in each.heading for each in here.basis.warnings)


def test_without_a_national_projection_ages_are_held_and_the_reader_is_told() -> None:
    found = project(inputs(nation=False), question())
    ahead = [each for each in found.basis.assumptions if each.name.startswith("Population ahead")]
    assert [each.standing for each in ahead] == ["judgement"]
    assert found.basis.ages[0].women == found.basis.ages[0].women_later


def test_a_jump_in_counting_is_told_and_left_out_of_the_fit() -> None:
    found = project(inputs(break_in=2020), question())
    (warned,) = [
        each for each in found.basis.warnings if each.year == 2020 and "drop" in each.heading
    ]
    assert warned.heading == "The drop in 2020/21 may be a change in counting"
    assert [each.fitted for each in found.basis.counted] == [False, False, True, True, True]


def test_who_says_from_when_to_fit_is_taken_at_their_word() -> None:
    found = project(inputs(break_in=2020), question(fit_from=2019))
    assert [each.fitted for each in found.basis.counted] == [False, True, True, True, True]
    with pytest.raises(BadParameter, match="fit_from is 2030; it must be from 2018 to 2022"):
        project(inputs(), question(fit_from=2030))


def test_nothing_dated_after_the_day_is_used() -> None:
    found = project(inputs(), question(through=date(2022, 3, 31)))
    assert [each.year for each in found.basis.counted] == [2018, 2019, 2020, 2021]
    assert found.years[0] == 2022


@pytest.mark.parametrize(
    ("files", "asked", "words"),
    [
        (Inputs({}), {}, "No count of care at home"),
        (inputs(hours=False), {}, "No hours of care at home"),
        (inputs(), {"support": "care_home"}, "No count of care homes"),
        (
            inputs(),
            {"area": AreaRef("council", "S12000047", "Fife", ("S12000047",))},
            "not counted",
        ),
        (inputs(), {"area": AreaRef("locality", "L1", "A town")}, "not made of councils"),
        (inputs(), {"years": 25}, "cannot be taken to 2047"),
        (Inputs({"activity": inputs().frame("activity")}), {}, "No mid-year population"),
    ],
)
def test_what_the_files_lack_is_named_with_what_would_fill_it(
    files: Inputs, asked: dict[str, object], words: str
) -> None:
    with pytest.raises(CannotProject, match=words) as refused:
        project(files, question(**asked))
    assert refused.value.what_would_fill_it


def test_every_council_has_a_part_in_the_nation() -> None:
    known, basis = assembled(inputs(), question(area=EVERYWHERE))
    assert known.areas == COUNCILS
    assert {each.question for each in basis.not_assessed} >= {"Unpaid carers who stop", "Children"}
