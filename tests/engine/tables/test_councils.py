"""Every name that a council goes by leads to one council, and every old code to today's."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from carewright_engine.tables.council_companies import council_companies
from carewright_engine.tables.councils import (
    COUNCILS,
    HEALTH_BOARDS,
    INTEGRATION_AUTHORITIES,
    is_outside_scotland,
    resolve_council,
    sole_council_of,
)
from carewright_engine.tables.dating import day_in_name
from carewright_engine.tables.english_councils import english_councils, resolve_english_council
from carewright_engine.tables.names import plain_name

SPELLINGS = {
    "S12000013": (
        "Comhairle nan Eilean Siar",
        "Na h-Eileanan Siar",
        "Eilean Siar",
        "Eileanan Siar",
        "Western Isles",
    ),
    "S12000035": ("Argyll & Bute", "Argyll and Bute", "ARGYLL AND BUTE COUNCIL"),
    "S12000027": ("Shetland", "Shetland Islands", "Shetland Islands Council"),
    "S12000023": ("Orkney", "Orkney Islands"),
    "S12000036": (
        "Edinburgh",
        "City of Edinburgh",
        "Edinburgh, City of",
        "City of Edinburgh Council",
    ),
    "S12000048": ("Perth & Kinross", "Perth and Kinross", "S12000024"),
    "S12000006": ("Dumfries & Galloway", "Dumfries  and  Galloway"),
    "S12000047": ("Fife", "fife council", "S12000015", " s12000047 "),
    "S12000049": ("Glasgow", "Glasgow City", "S12000046"),
    "S12000050": ("North Lanarkshire", "S12000044"),
    "S12000020": ("Moray", "The Moray Council"),
    "S12000026": ("Borders", "Scottish Borders"),
    "S12000042": ("Dundee", "Dundee City"),
}


@pytest.mark.parametrize(
    ("name", "code"), [(name, code) for code, names in SPELLINGS.items() for name in names]
)
def test_a_council_is_known_by_each_of_its_names(name: str, code: str) -> None:
    assert resolve_council(name) == code


@pytest.mark.parametrize("name", ["", "Loamshire", "outside Scotland", "Lothian", "S12999999"])
def test_a_name_that_is_no_council_is_not_guessed(name: str) -> None:
    assert resolve_council(name) is None


def test_there_are_32_councils_each_known_by_its_own_name() -> None:
    assert len(COUNCILS) == 32
    assert all(resolve_council(name) == code for code, name in COUNCILS.items())


def test_every_council_is_in_one_partnership_and_one_health_board() -> None:
    for groupings, how_many in ((INTEGRATION_AUTHORITIES, 31), (HEALTH_BOARDS, 14)):
        members = [council for each in groupings for council in each.councils]
        assert len(groupings) == how_many
        assert sorted(members) == sorted(COUNCILS)


def test_clackmannanshire_and_stirling_plan_together_since_2016() -> None:
    both = next(each for each in INTEGRATION_AUTHORITIES if len(each.councils) == 2)
    assert [COUNCILS[code] for code in both.councils] == ["Clackmannanshire", "Stirling"]
    assert both.covers(date(2016, 4, 1))
    assert not both.covers(date(2016, 3, 31))
    assert sole_council_of("Clackmannanshire and Stirling") is None
    assert sole_council_of("Western Isles") == "S12000013"


def test_outside_scotland_is_a_place_of_its_own() -> None:
    assert is_outside_scotland("Outside  Scotland")
    assert not is_outside_scotland("Fife")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Bristol, City of", "E06000023"),
        ("Herefordshire, County of", "E06000019"),
        ("Kingston upon Hull", "E06000010"),
        ("City of London", "E09000001"),
        ("London Borough of Sutton", "E09000029"),
        ("Durham", "E06000047"),
        ("Cumberland", "E06000063"),
        ("North Yorkshire", "E06000065"),
        ("Brighton & Hove", "E06000043"),
        ("Loamshire", None),
    ],
)
def test_english_councils_are_known_as_their_regulator_writes_them(
    name: str, code: str | None
) -> None:
    assert resolve_english_council(name) == code
    assert len(english_councils()) == 154


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("care_inspectorate_datastore_2022-03-31.csv.gz", date(2022, 3, 31)),
        ("MDSF_data_30 September 2024.csv", date(2024, 9, 30)),
        ("31_March_2022.csv", date(2022, 3, 31)),
        ("datastore_20220331.csv", date(2022, 3, 31)),
        ("store 31-03-2022.csv", date(2022, 3, 31)),
        ("1st Feb 2023.xlsx", date(2023, 2, 1)),
        ("cqc_jul2026_sample25.csv", date(2026, 7, 31)),
        ("February_2024.csv", date(2024, 2, 29)),
        ("MDSF_latest.csv", None),
        ("spells_2017_2022.csv", None),
        ("store_2022-99-99.csv", None),
    ],
)
def test_a_file_name_may_tell_the_day(name: str, day: date | None) -> None:
    assert day_in_name(name) == day


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("HC-One No. 1 Limited", "hc one"),
        ("The Elder Practice (Scotland) Ltd.", "elder practice"),
        ("G.O.L.D. Practice Solutions Limited", "gold practice solutions"),
        ("Rowan Practice, a company limited by guarantee, trading as RP", "rowan practice"),
        ("Elder & Rowan T/A Practice Care", "elder and rowan"),
    ],
)
def test_a_name_is_reduced_to_what_tells_it_from_others(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_council_owned_companies_are_listed_unverified_with_a_source() -> None:
    companies = council_companies()
    assert {company.verified for company in companies} == {False}
    assert all(company.source and company.council for company in companies)
    cordia = next(company for company in companies if company.name.startswith("Cordia"))
    assert cordia.owned_on(date(2016, 3, 31))
    assert not cordia.owned_on(date(2018, 10, 1))


@pytest.mark.realdata
def test_codes_agree_with_the_published_look_up(real_data: Path) -> None:
    path = real_data / "geography" / "lookup_dz11_council_healthboard.csv"
    with path.open(encoding="utf-8") as published:
        pairs = {(row["ltla19_code"], row["hb19_code"]) for row in csv.DictReader(published)}
    ours = {(council, board.code) for board in HEALTH_BOARDS for council in board.councils}
    assert ours == {(resolve_council(council), board) for council, board in pairs}
