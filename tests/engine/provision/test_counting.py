"""Which rows of a register are counted, and how often."""

from __future__ import annotations

from datetime import date

import pytest

from carewright_engine.provision.inputs import Confirmed
from carewright_engine.provision.questions import Parameters
from tests.engine.provision.frames import (
    care_at_home,
    council_home,
    fife,
    home,
    inputs_of,
)


def row(inputs, kind, public="no"):  # type: ignore[no-untyped-def]
    """The line of the provision table for a kind."""
    lines = fife(inputs).grid("provision").records()
    return next(r for r in lines if r["kind"] == kind and r["publicly_run"] == public)


def test_services_that_stand_apart_are_not_counted() -> None:
    answer = fife(inputs_of([home(), home(counting="apart")]))
    assert answer.figure("type.services").value == 1


def test_a_blank_status_is_counted_and_marked_doubtful() -> None:
    answer = fife(inputs_of([home(), home(counting="doubtful", doubt="the status is blank")]))
    assert answer.figure("type.services").value == 2
    assert answer.figure("type.services").doubtful == 1


def test_childminders_are_out_unless_asked_for() -> None:
    minder = home(kind="Child Minding", care_group="children")
    inputs = inputs_of([home(), minder])
    assert "Child Minding" not in fife(inputs).grid("provision").column("kind")
    asked = fife(inputs, parameters=Parameters(children_too=True))
    assert "Child Minding" in asked.grid("provision").column("kind")


def test_a_childrens_home_is_no_care_home_for_adults() -> None:
    inputs = inputs_of(
        [home(), home(kind="Care Home Service: Children & Young People", care_group="children")]
    )
    asked = fife(inputs, care_group=None, parameters=Parameters(children_too=True))
    assert asked.figure("type.services").value == 1


def test_short_breaks_are_not_places_to_live() -> None:
    respite = home(kind="Care Home Service: Respite Care and Short Breaks")
    answer = fife(inputs_of([home(), respite]))
    assert answer.figure("capacity.places").value == 40


@pytest.mark.parametrize(("first", "second"), [(10.0, 10.0), (4.0, 10.0), (10.0, 4.0)])
def test_a_combined_pair_counts_its_staff_once(first: float, second: float) -> None:
    pair = [
        care_at_home(service_id="CS1", combined_with="CS2", staff_wte=first),
        home(
            service_id="CS2",
            combined_with="CS1",
            kind="Housing Support Service",
            care_group="adults",
            staff_wte=second,
            places=None,
        ),
    ]
    lines = fife(inputs_of(pair)).grid("provision").records()
    assert [line["services"] for line in lines] == [1, 1]
    stated = [line["staff_wte"] for line in lines if line["staff_wte"] is not None]
    assert stated == [10.0]


def test_two_rows_are_a_pair_only_when_each_names_the_other() -> None:
    rows = [
        care_at_home(service_id="CS1", combined_with="CS2", staff_wte=10.0),
        care_at_home(service_id="CS2", combined_with="CS9", staff_wte=10.0),
    ]
    assert row(inputs_of(rows), "Support Service: Care at Home")["staff_wte"] == 20.0


def test_staff_stated_with_the_partner_are_not_missing() -> None:
    pair = [
        care_at_home(service_id="CS1", combined_with="CS2", staff_wte=None),
        home(service_id="CS2", combined_with="CS1", kind="Housing Support Service", staff_wte=9.0),
    ]
    answer = fife(inputs_of(pair), "care_at_home", None)
    assert not any("Staff at" in gap.question for gap in answer.not_assessed)


def test_a_sum_over_nothing_known_is_empty_and_never_zero() -> None:
    line = row(inputs_of([care_at_home(staff_wte=None)]), "Support Service: Care at Home")
    assert (line["places"], line["beds"], line["staff_wte"]) == (None, None, None)


def test_the_same_list_given_twice_counts_once() -> None:
    one = home()
    assert fife(inputs_of([one, one])).figure("type.services").value == 1


def test_a_person_overrules_the_file_on_who_is_publicly_run() -> None:
    wrong, missed = council_home(service_id="CS1"), home(service_id="CS2")
    confirmed = Confirmed(public={"CS1": None, "CS2": "council_company"})
    answer = fife(inputs_of([wrong, missed, council_home()], confirmed=confirmed))
    assert answer.figure("type.publicly_run").value == 2
    assert answer.figure("type.public_confirmed").value == 1
    assert answer.figure("type.public_proposed").value == 1


def test_the_latest_list_on_or_before_the_day_is_used() -> None:
    rows = [
        home(service_id="CS1", as_at=date(2019, 3, 31), places=10),
        home(service_id="CS1", as_at=date(2022, 3, 31), places=20),
        home(service_id="CS1", as_at=date(2023, 3, 31), places=30),
    ]
    inputs = inputs_of(rows)
    assert fife(inputs).figure("capacity.places").value == 20
    assert fife(inputs, on=date(2020, 1, 1)).figure("capacity.places").value == 10


def test_change_is_between_the_first_and_the_latest_list() -> None:
    rows = [
        home(service_id="CS1", as_at=date(2016, 3, 31), places=30),
        home(service_id="CS1", places=20),
    ]
    answer = fife(inputs_of(rows))
    assert answer.figure("capacity.change_in_places").value == -10
    assert (
        answer.section("capacity").heading
        == "20 places, 10 fewer than in 2016, in homes of about 20"
    )


def test_provision_has_a_row_for_each_kind_group_and_who_runs_it() -> None:
    rows = [home(min_grade=3), home(min_grade=None), council_home(min_grade=6)]
    lines = fife(inputs_of(rows)).grid("provision").records()
    assert [(r["publicly_run"], r["services"], r["places"]) for r in lines] == [
        ("no", 2, 80),
        ("yes", 1, 40),
    ]
    assert (lines[0]["grade_3"], lines[0]["grade_unknown"], lines[1]["grade_6"]) == (1, 1, 1)


def test_home_care_is_never_summed_up_in_places() -> None:
    inputs = inputs_of([care_at_home(places=20, staff_wte=9.0), care_at_home(places=None)])
    heading = fife(inputs, "care_at_home", None).section("capacity").heading
    assert heading == "9 staff in the 1 service that stated them"
