"""What people type is the area they mean, or they are told what comes nearest."""

from __future__ import annotations

import pytest

from carewright_engine.provision.areas import UnknownArea, area_named, areas_of_kind
from carewright_engine.provision.inputs import Inputs
from carewright_engine.reports.gathering import gather
from carewright_engine.tables.practice import write_practice
from tests.engine.provision.frames import fife, home, inputs_of, member, people, zone

CLACKS, STIRLING = "S12000005", "S12000030"
INPUTS = inputs_of(
    [
        home(council_code="S12000047", council_name="Fife"),
        home(council_code=CLACKS, council_name="Clackmannanshire"),
        home(council_code=STIRLING, council_name="Stirling"),
        home(council_code="S12000036", council_name="City of Edinburgh"),
        home(council_code="S12000013", council_name="Comhairle nan Eilean Siar"),
        home(council_code="S12000035", council_name="Argyll & Bute"),
        home(council_code=None, council_name="outside Scotland"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "kind", "code"),
    [
        ("Fife", "council", "S12000047"),
        ("fife council", "council", "S12000047"),
        ("s12000047", "council", "S12000047"),
        ("NHS Fife", "health_board", "S08000029"),
        ("Fife health and social care partnership", "integration_authority", "S37000032"),
        ("Edinburgh", "council", "S12000036"),
        ("Edinburgh, City of", "council", "S12000036"),
        ("Argyll and Bute", "council", "S12000035"),
        ("Western Isles", "council", "S12000013"),
        ("Clackmannanshire & Stirling", "integration_authority", "S37000005"),
        ("Scotland", "country", "S92000003"),
    ],
)
def test_an_area_goes_by_many_names(typed: str, kind: str, code: str) -> None:
    found = area_named(INPUTS, typed)
    assert (found.kind, found.code) == (kind, code)


def test_an_integration_authority_is_its_councils_together() -> None:
    assert area_named(INPUTS, "Clackmannanshire and Stirling").councils == (CLACKS, STIRLING)
    answer = fife(INPUTS, area="Clackmannanshire and Stirling")
    assert answer.figure("type.services").value == 2


def test_a_board_of_which_a_council_is_not_given_is_not_offered() -> None:
    # Forth Valley needs Falkirk too, which no file here knows.
    assert "Forth Valley" not in [area.name for area in areas_of_kind(INPUTS, "health_board")]


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownArea, match=r"No area is called “Stirlin”.*Nearest: .*Stirling"):
        area_named(INPUTS, "Stirlin")


def test_without_any_council_the_answer_says_what_to_add() -> None:
    with pytest.raises(UnknownArea, match="Add the register of services"):
        area_named(Inputs({}), "Fife")


def test_a_locality_is_found_through_its_data_zones() -> None:
    locality = {"code": "S02000001", "kind": "intermediate_zone", "name": "Largo"}
    inside = member("S01000001") | {
        "parent_code": "S02000001",
        "parent_kind": "intermediate_zone",
    }
    inputs = inputs_of(
        [home(data_zone="S01000001"), home(data_zone="S01000002")],
        area=[locality, zone("S01000001", 56.2, -3.0), zone("S01000002", 56.3, -3.0)],
        membership=[inside, member("S01000001"), member("S01000002")],
        population=people("S01000001", {80: 100}) + people("S01000002", {80: 300}),
    )
    answer = fife(inputs, area="Largo")
    assert answer.figure("type.services").value == 1
    assert answer.figure("gap.rate.75_and_over").value == 400


def test_a_board_and_a_partnership_that_nobody_knows_by_heart_come_from_look_ups(
    practice: Inputs,
) -> None:
    board = area_named(practice, "NHS Alder and Elm")
    assert (board.kind, board.code) == ("health_board", "S08900001")
    assert board.councils == ("S12900001", "S12900002", "S12900003")
    both = area_named(practice, "Elmshire and Oakshire")
    assert (both.kind, both.councils) == ("integration_authority", ("S12900001", "S12900002"))
    assert area_named(practice, "Elmshire").kind == "council"
    assert area_named(practice, "Strathalder").kind == "council"
    assert area_named(practice, "Strathalder HSCP").code == "S37900002"


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    folder = tmp_path_factory.mktemp("practice")
    write_practice(folder)
    return gather(folder).inputs
