"""A folder without some files gives honest gaps: never an exception, never zero."""

from __future__ import annotations

from datetime import date

import pytest

from carewright_engine.provision.analyse import (
    DIMENSIONS,
    analyse_area,
    analyse_areas,
    analyse_every_kind,
)
from carewright_engine.provision.answers import AreaProvision
from carewright_engine.provision.inputs import Inputs
from carewright_engine.provision.methods import METHODS
from carewright_engine.provision.questions import AreaRef, Question
from tests.engine.provision.frames import (
    FIFE,
    ON,
    care_at_home,
    council_home,
    fife,
    home,
    inputs_of,
    member,
    people,
    zone,
)

AREA = AreaRef("council", FIFE, "Fife", (FIFE,))
TABLES = {
    "area": [zone("S01000001", 56.0, -3.0)],
    "membership": [member("S01000001")],
    "population": people("S01000001", {70: 90, 80: 20, 90: 5, 30: 100, 5: 40}),
    "unit_cost": [
        {
            "area_name": "Fife",
            "area_code": FIFE,
            "kind": "Care home residence",
            "care_group": "older_people",
            "provision": "external",
            "unit": "week",
            "starts_on": date(2021, 4, 1),
            "ends_before": date(2022, 4, 1),
            "pence": 70_000,
        }
    ],
    "capacity": [
        {
            "area_code": FIFE,
            "area_kind": "council",
            "on": date(2022, 3, 31),
            "kind": "Care Home Service: Older People",
            "care_group": "older_people",
            "measure": "occupancy",
            "value": 0.85,
        }
    ],
}
SERVICES = [
    home(latitude=56.0, longitude=-3.0),
    council_home(data_zone="S01000001"),
    care_at_home(),
]


@pytest.mark.parametrize("missing", [*TABLES, "nothing"])
@pytest.mark.parametrize("kind", [None, "care_homes", "care_at_home", "day_support"])
def test_any_file_may_be_missing(missing: str, kind: str | None) -> None:
    tables = {name: rows for name, rows in TABLES.items() if name != missing}
    answer = fife(inputs_of(SERVICES, **tables), kind, None)
    for figure in answer.figures():
        assert figure.value is not None or figure.what_would_fill_it


@pytest.mark.parametrize("kind", [None, "care_homes", "care_at_home"])
def test_no_files_at_all_give_an_answer_that_says_so(kind: str | None) -> None:
    answer = analyse_area(Inputs({}), Question(AREA, ON, kind, None))
    assert answer.not_assessed[0].question == "Provision"
    assert answer.grid("provision").rows == ()


@pytest.mark.parametrize("kind", [None, "care_homes", "care_at_home", "day_support"])
def test_with_no_files_nothing_is_none_and_nothing_is_zero(kind: str | None) -> None:
    answer = analyse_area(Inputs({}), Question(AREA, ON, kind, None))
    assert [figure.id for figure in answer.figures() if figure.value is not None] == []
    tables = [*answer.grids, *(table for part in answer.sections for table in part.tables)]
    assert [table.name for table in tables if any(0 in row for row in table.rows)] == []
    headings = [section.heading for section in answer.sections]
    assert not [heading for heading in headings if " has no " in heading or " 0 " in heading]


def test_services_that_no_list_speaks_of_are_not_known_and_say_what_would_tell() -> None:
    kinds = analyse_area(Inputs({}), Question(AREA, ON))
    homes = analyse_area(Inputs({}), Question(AREA, ON, "care_homes", None))
    for figure in (kinds.figure("overview.services"), homes.figure("type.services")):
        assert figure.value is None
        assert "list of services" in figure.what_would_fill_it
    assert homes.section("type").heading.endswith("cannot be shown: no list was given")


def test_what_a_file_holds_is_used() -> None:
    answer = fife(inputs_of(SERVICES, **TABLES))
    assert answer.figure("cost.1").value == 70_000
    assert answer.figure("capacity.occupancy").value == 0.85


@pytest.mark.parametrize(
    ("missing", "figure_id"),
    [
        ("unit_cost", "cost.price"),
        ("capacity", "capacity.occupancy"),
        ("population", "gap.rate.75_and_over"),
        ("membership", "access.any.within_5_km"),
        ("area", "access.any.within_5_km"),
    ],
)
def test_a_missing_file_is_named_by_what_would_fill_it(missing: str, figure_id: str) -> None:
    tables = {name: rows for name, rows in TABLES.items() if name != missing}
    answer = fife(inputs_of(SERVICES, **tables))
    figure = answer.figure(figure_id)
    assert figure.value is None
    assert figure.shown == "Not known"
    assert figure.what_would_fill_it in {gap.what_would_fill_it for gap in answer.not_assessed}


def test_unit_costs_of_another_kind_or_a_later_year_are_not_taken() -> None:
    other = TABLES["unit_cost"][0] | {"kind": "Home care"}
    later = TABLES["unit_cost"][0] | {"starts_on": date(2024, 4, 1)}
    answer = fife(inputs_of(SERVICES, unit_cost=[other, later]))
    assert answer.figure("cost.price").value is None


def test_an_area_on_the_lists_without_such_a_service_has_none_and_says_so() -> None:
    answer = fife(inputs_of([home()], **TABLES), "care_at_home", None)
    assert answer.figure("type.services").value == 0
    assert answer.section("market").heading == "Fife has no services of this kind"
    assert answer.figure("gap.rate.65_and_over").value == 0


def test_published_hours_of_home_care_are_shown_from_the_latest_period_that_has_ended() -> None:
    week = {
        "area_code": FIFE,
        "area_kind": "council",
        "area_name": "Fife",
        "kind": "care_at_home",
        "detail": "",
        "age_band": "all",
        "sex": "all",
        "starts_on": date(2021, 3, 22),
        "ends_before": date(2021, 3, 29),
        "period_kind": "census_week",
        "measure": "hours",
        "value": 30_000.0,
    }
    later = week | {"starts_on": date(2022, 3, 28), "ends_before": date(2022, 4, 4)}
    by_provider = week | {"detail": "Private", "value": 9_000.0}
    answer = fife(inputs_of(SERVICES, activity=[week, later, by_provider]), "care_at_home", None)
    assert answer.figure("capacity.use.hours.census_week").value == 30_000
    assert len(answer.grid("use").rows) == 1


def test_an_old_unit_cost_is_called_old() -> None:
    old = TABLES["unit_cost"][0] | {"starts_on": date(2014, 4, 1)}
    section = fife(inputs_of(SERVICES, unit_cost=[old])).section("cost")
    assert section.heading.startswith("Unit costs of 2014/15")
    assert section.findings[0].caution


def test_every_figure_and_table_names_a_method_that_is_written_down() -> None:
    inputs = inputs_of(SERVICES, **TABLES)
    question = Question(AREA, ON)
    for answer in [analyse_area(inputs, question), *analyse_every_kind(inputs, question)]:
        used = {figure.method for figure in answer.figures()}
        used |= {table.method for section in answer.sections for table in section.tables}
        assert used | {grid.method for grid in answer.grids} <= set(METHODS)


def test_every_known_figure_opens_to_rows() -> None:
    answer = fife(inputs_of(SERVICES, **TABLES))
    for figure in answer.figures():
        assert figure.value in (None, 0) or figure.rows.count > 0, figure.id


def test_figures_of_an_answer_have_each_their_own_name() -> None:
    ids = [figure.id for figure in fife(inputs_of(SERVICES, **TABLES)).figures()]
    assert len(ids) == len(set(ids))


def test_a_page_has_a_section_for_every_dimension() -> None:
    names = [section.name for section in fife(inputs_of(SERVICES)).sections]
    assert names == ["type", "quality", "capacity", "cost", "accessibility", "market", "gap"]
    assert len(names) == len(DIMENSIONS)


def test_many_areas_answer_as_each_alone() -> None:
    inputs = inputs_of(SERVICES, **TABLES)
    questions = [Question(AREA, ON, "care_homes", "older_people"), Question(AREA, ON)]
    together = list(analyse_areas(inputs, questions))
    assert together == [analyse_area(inputs, question) for question in questions]


def test_the_order_of_rows_does_not_change_the_bytes() -> None:
    inputs = inputs_of(SERVICES, **TABLES)
    turned = Inputs({name: frame.reverse() for name, frame in inputs.frames.items()})
    question = Question(AREA, ON, "care_homes", "older_people")
    written = analyse_area(inputs, question).to_json()
    assert analyse_area(turned, question).to_json() == written
    assert AreaProvision.from_json(written).to_json() == written


def test_an_unknown_kind_is_answered_with_the_kinds_there_are() -> None:
    with pytest.raises(ValueError, match="there are: children_homes"):
        analyse_area(inputs_of(SERVICES), Question(AREA, ON, "spaceships"))
