"""How near people live, where that can be said, and never where it means nothing."""

from __future__ import annotations

import pytest

from carewright_engine.provision.questions import Parameters
from tests.engine.provision.frames import (
    ORKNEY,
    care_at_home,
    fife,
    home,
    inputs_of,
    member,
    people,
    zone,
)

# One degree of latitude is 111.2 km: the second zone lies 11.1 km north of the first.
NEAR, FAR = zone("S01000001", 56.0, -3.0), zone("S01000002", 56.1, -3.0)


def placed(*homes: dict[str, object], **changed: object) -> object:
    """Homes with two data zones: 90 people of 70 near by, 10 people far off."""
    tables = {
        "area": [NEAR, FAR],
        "membership": [member("S01000001"), member("S01000002")],
        "population": people("S01000001", {70: 90}) + people("S01000002", {70: 10}),
    }
    return inputs_of(list(homes), **(tables | changed))  # type: ignore[arg-type]


def at(latitude: float, **changed: object) -> dict[str, object]:
    """A home at a latitude."""
    return home(latitude=latitude, longitude=-3.0, **changed)


def test_the_share_of_people_within_reach_of_the_nearest() -> None:
    answer = fife(placed(at(56.0)))  # type: ignore[arg-type]
    assert answer.figure("access.any.within_5_km").value == 0.9
    assert answer.figure("access.any.within_20_km").value == 1.0
    assert answer.figure("access.any.half_within_km").value == 0.0


def test_the_nearest_good_home_may_be_another() -> None:
    answer = fife(placed(at(56.0, min_grade=2), at(56.1, min_grade=5)))  # type: ignore[arg-type]
    assert answer.figure("access.any.within_5_km").value == 1.0
    assert answer.figure("access.good.within_5_km").value == 0.1
    assert answer.figure("access.very_good.within_5_km").value == 0.1


def test_a_home_across_the_boundary_counts() -> None:
    across = at(56.0, council_code="S12000041", council_name="Angus")
    answer = fife(placed(at(57.0), across))  # type: ignore[arg-type]
    assert answer.figure("access.any.within_5_km").value == 0.9


def test_distance_to_a_home_care_office_is_never_given() -> None:
    office = care_at_home(latitude=56.0, longitude=-3.0)
    answer = fife(placed(office), "care_at_home", None)  # type: ignore[arg-type]
    assert not any("km" in figure.unit for figure in answer.section("accessibility").figures)
    assert any("office means nothing" in gap.why for gap in answer.not_assessed)


def test_home_care_that_says_where_it_goes_is_counted_by_that() -> None:
    office = care_at_home(area_served="S12000047")
    answer = fife(placed(office), "care_at_home", None)  # type: ignore[arg-type]
    assert answer.figure("access.area_served").value == 1


@pytest.mark.parametrize(
    ("known", "route"),
    [
        ({"latitude": 56.0, "longitude": -3.0}, "register"),
        ({"postcode": "KY1 1AA"}, "postcode"),
        ({"data_zone": "S01000001"}, "data_zone"),
        ({"postcode": "KY1 1ZZ"}, "sector"),
        ({"postcode": "KY1 9ZZ"}, "district"),
        ({"postcode": "KY9 9ZZ"}, "not_located"),
        ({"postcode": "KY1 1AA", "data_zone": "S01000002"}, "postcode"),
    ],
)
def test_a_service_is_placed_by_the_most_exact_route(known: dict[str, object], route: str) -> None:
    spots = [("KY1 1AA", "unit"), ("KY1 1", "sector"), ("KY1", "district")]
    postcodes = [
        {"postcode": code, "precision": precision, "latitude": 56.0, "longitude": -3.0}
        for code, precision in spots
    ]
    answer = fife(placed(home(**known), at(56.0), postcode=postcodes))  # type: ignore[arg-type]
    assert route in answer.grid("map").column("route")


def test_a_home_that_cannot_be_placed_is_said_to_be_left_out() -> None:
    findings = fife(placed(at(56.0), home())).section("accessibility").findings  # type: ignore[arg-type]
    assert any("1 home could not be placed" in finding.words for finding in findings)


def test_people_share_the_places_around_them() -> None:
    # Everybody can reach the one home equally, so each person has 40/100 of a place.
    even = Parameters(decay="even", catchment_km=50)
    answer = fife(placed(at(56.0)), parameters=even)  # type: ignore[arg-type]
    assert answer.figure("access.catchment").value == 400
    assert answer.grid("zones").column("reachable") == [400, 400]


def test_homes_in_reach_that_state_no_places_are_said_to_be_left_out() -> None:
    answer = fife(placed(at(56.0), at(56.0, places=None), at(59.0, places=None)))  # type: ignore[arg-type]
    cautions = [f.words for f in answer.section("accessibility").findings if f.caution]
    assert any(words.startswith("1 home within") and "no places" in words for words in cautions)
    assert fife(placed(at(56.0))).section("accessibility").findings == ()  # type: ignore[arg-type]


def test_a_silent_home_in_reach_is_not_nothing_to_reach() -> None:
    answer = fife(placed(at(56.0, places=None), at(59.0)))  # type: ignore[arg-type]
    assert answer.figure("access.catchment").value is None
    far = fife(placed(at(59.0)))  # type: ignore[arg-type]
    assert far.figure("access.catchment").value == 0


def test_islands_are_warned_of_ferries() -> None:
    zones = [member("S01000001", ORKNEY), member("S01000002", ORKNEY)]
    island = at(56.0, council_code=ORKNEY, council_name="Orkney Islands")
    answer = fife(placed(island, membership=zones), area="Orkney Islands")  # type: ignore[arg-type]
    findings = answer.section("accessibility").findings
    assert any("may cross water" in finding.words for finding in findings)
    assert set(answer.grid("zones").column("ferry")) == {"yes"}


def test_languages_are_shown_when_a_list_says_them() -> None:
    answer = fife(placed(at(56.0, languages="Gaelic"), at(56.0)))  # type: ignore[arg-type]
    assert answer.figure("access.languages").value == 1
    silent = fife(placed(at(56.0)))  # type: ignore[arg-type]
    assert any("Languages" in gap.question for gap in silent.not_assessed)
