"""A lever for what nobody projects here stops nothing: it is told early, and on every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from carewright.foresee import api as foresee
from carewright.foresee.web import findings
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.scenario_presenters import not_projected
from carewright.platform import api as platform
from carewright_engine.demand.scenarios.facts.missing import not_counted
from carewright_engine.demand.scenarios.projecting import projected
from tests.factories import foresee as need
from tests.factories import scenarios as given

pytestmark = pytest.mark.django_db
NOT_COUNTED = not_counted("care_home", date(2024, 3, 31))
HOMES = need.lever("balance_of_care", name="Home instead", share=0.1, hours_a_week=20)
BOTH = need.compared("More at home", need.lever(), HOMES)


def reading(*scenarios: str) -> Reading:
    """An answer where no file counts care homes."""
    about = need.question(scenarios=scenarios)
    world = need.world()
    home = {"care_at_home": world.kinds["care_at_home"]}
    known = replace(world, kinds=home, uncounted={"care_home": NOT_COUNTED})
    read = foresee.AnsweredProjection(row(), projected(known, need.basis(), about))
    return Reading(read, 1)


def row() -> foresee.ProjectionRow:
    return foresee.ProjectionRow(
        id=UUID(int=1), organisation_id=UUID(int=2), organisation="Fife Council",
        partnership_id=None, number=1, name="", title="Home care in Fife", area_kind="council",
        area_code="S12000047", scenario_ids=(), inputs_sha256="", engine_version="0",
        asked_by="Isla", asked_at=need.NOW, answered_at=need.NOW, answer_sha256="", job_id=None,
    )  # fmt: skip


def test_the_page_says_what_a_lever_could_not_act_on_and_goes_on_without_it() -> None:
    found = reading(BOTH)
    [words] = findings.of_levers_left_out(found)
    assert words.startswith("“Home instead” of “More at home” could not act")
    assert "A publication of people by council and age band" in words
    assert found.is_touched(1)
    assert "More at home" in findings.of_scenarios(found)
    assert "lever “Home instead”" in found.answer.not_in_it[-1].question


def test_a_scenario_whose_only_lever_could_not_act_makes_no_claim() -> None:
    found = reading(need.compared("Home only", HOMES))
    assert findings.of_scenarios(found) == "Home only has no lever that can act on home care"


def test_the_page_of_a_scenario_says_it_as_soon_as_the_lever_is_there(
    by: platform.Officer,
) -> None:
    kept = given.scenario(by, levers=[given.lever(support="care_home"), given.lever(name="Two")])
    scenario = foresee.scenario(kept, seen_by=by)
    [words] = not_projected(scenario, {"care_home": NOT_COUNTED})
    assert words.startswith("“Telecare” changes nothing here yet")
    assert not_projected(scenario, {}) == []
    day_care = given.scenario(by, name="Days", levers=[given.lever(support="day_care")])
    [words] = not_projected(foresee.scenario(day_care, seen_by=by), {})
    assert "Carewright projects care at home and care homes, and no “day_care”" in words
