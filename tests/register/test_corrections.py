"""A wrong published value is put right beside the file, which stays as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register import models
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = pytest.mark.django_db

ON = date(2022, 3, 31)
WHY = "The manager told us by letter"


def put_right(by: platform.Officer, **change: str) -> None:
    asked = {"service_id": "CS2003000001", "column": "places", "new_value": "44", "reason": WHY}
    register.correct_value(as_at=ON, by=by, at=make.NOW, **{**asked, **change})


def figures_take(by: platform.Officer, column: str) -> list[object]:
    return register.inputs_for(seen_by=by).frame("service")[column].to_list()


@pytest.fixture
def rowan(acting: platform.Officer, tmp_path: Path) -> platform.Officer:
    """An officer with two services imported."""
    files.imported(acting, files.datastore(tmp_path, {}, {"ServiceName": "Elm Court"}))
    return acting


def test_a_value_put_right_reaches_figures_and_leaves_the_file_as_it_was(
    rowan: platform.Officer,
) -> None:
    before = list(models.ServiceReading.objects.order_by("pk").values())
    put_right(rowan)
    assert figures_take(rowan, "places") == [44, 30]
    assert list(models.ServiceReading.objects.order_by("pk").values()) == before
    published = register.published_values("CS2003000001", ON, seen_by=rowan)
    assert published["places"] == 30


@pytest.mark.parametrize(
    ("column", "typed", "taken"),
    [
        ("places", "1,200", 1200),
        ("staff_wte", "12.5", 12.5),
        ("min_grade", "", None),
        ("sector", "Health board", "health_board"),
        ("postcode", "ky11aa", "KY1 1AA"),
        ("data_zone", "s01006506", "S01006506"),
    ],
)
def test_a_value_is_taken_as_people_write_it(
    column: str, typed: str, taken: object, rowan: platform.Officer
) -> None:
    put_right(rowan, column=column, new_value=typed)
    assert figures_take(rowan, column)[0] == taken


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("column", {"column": "name"}),
        ("column", {"column": "dataset"}),
        ("reason", {"reason": "known"}),
        ("new_value", {"new_value": "many"}),
        ("new_value", {"new_value": "-1"}),
        ("new_value", {"new_value": "2001"}),
        ("new_value", {"new_value": "3.5"}),
        ("new_value", {"column": "min_grade", "new_value": "0"}),
        ("new_value", {"column": "staff_wte", "new_value": "nan"}),
        ("new_value", {"column": "sector", "new_value": "charity"}),
        ("new_value", {"column": "postcode", "new_value": "Anytown"}),
        ("new_value", {"column": "data_zone", "new_value": "Anytown"}),
    ],
)
def test_a_correction_that_cannot_stand_names_the_question(
    field: str, change: dict[str, str], rowan: platform.Officer
) -> None:
    with pytest.raises(register.DecisionRefused) as refused:
        put_right(rowan, **change)
    assert [blocker.field for blocker in refused.value.blockers] == [field]
    assert not models.Correction.objects.exists()


def test_the_published_value_is_remembered_also_where_no_list_shows_it(
    rowan: platform.Officer,
) -> None:
    put_right(rowan, column="data_zone", new_value="S01009001")
    assert models.Correction.objects.get().old_value == "S01009000"


def test_a_later_correction_takes_the_place_of_the_earlier_and_both_are_kept(
    rowan: platform.Officer,
) -> None:
    put_right(rowan)
    put_right(rowan, new_value="46")
    assert figures_take(rowan, "places")[0] == 46
    assert models.Correction.objects.count() == 2
    assert [c.new_value for c in register.corrections(seen_by=rowan)] == ["46"]


def test_a_withdrawn_correction_lets_the_published_value_stand_and_says_why(
    rowan: platform.Officer,
) -> None:
    put_right(rowan)
    (standing,) = register.corrections(seen_by=rowan)
    register.withdraw_correction(
        correction_id=standing.id, reason="The letter was old", by=rowan, at=make.NOW
    )
    assert figures_take(rowan, "places")[0] == 30
    events = platform.events_about("Correction", standing.id, seen_by=rowan)
    assert {(e.act, e.reason) for e in events} == {
        ("correct_value", WHY), ("withdraw_correction", "The letter was old")
    }  # fmt: skip


def test_a_correction_is_withdrawn_once(rowan: platform.Officer) -> None:
    put_right(rowan)
    (standing,) = register.corrections(seen_by=rowan)
    for _ in range(1):
        register.withdraw_correction(correction_id=standing.id, reason="Old", by=rowan, at=make.NOW)
    with pytest.raises(platform.NotYours):
        register.withdraw_correction(correction_id=standing.id, reason="Old", by=rowan, at=make.NOW)


def test_a_correction_counts_for_ones_own_organisation_only(tmp_path: Path) -> None:
    files.imported(make.OPERATOR, files.datastore(tmp_path))
    one, other = make.commissioner(), make.commissioner()
    with platform.acting_for(one.organisation.id):
        put_right(one)
    with platform.acting_for(other.organisation.id):
        assert figures_take(other, "places") == [30]
        assert register.corrections(seen_by=other) == []


def test_a_service_that_no_file_of_ours_shows_cannot_be_corrected(
    rowan: platform.Officer,
) -> None:
    with pytest.raises(platform.NotYours):
        put_right(rowan, service_id="CS2003999999")
