"""Companies of one operator are proposed as a group; unrelated names are left alone."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from carewright_engine.provision.groups import GROUPS, propose_groups
from carewright_engine.tables.kinds import read_published


def proposed(*names: str, brands: dict[str, str] | None = None) -> pl.DataFrame:
    services = pl.DataFrame(
        {
            "provider_id": [f"P{place}" for place in range(len(names))],
            "provider_name": list(names),
            "brand": [(brands or {}).get(name) for name in names],
        },
        schema={"provider_id": pl.String, "provider_name": pl.String, "brand": pl.String},
    )
    return propose_groups(services)


TOGETHER = (
    ("HC-One Limited", "HC-One No.1 Limited"),
    ("HC-One Limited", "HC-One No. 1 Limited"),
    ("HC-ONE LIMITED", "HC One Ltd"),
    ("Elder Practice Care (No 2) Limited", "Elder Practice Care (No 7) Limited"),
    ("Elder Practice Care Limited", "Elder Practice Care (Scotland) Ltd"),
    ("Elder Practice Care Ltd", "Elder Practice Care Homes Limited"),
    ("Elder Practice Care Limited", "Elder Practice Care, Ltd."),
    (
        "Rowan Limited, a member of the Alder Practice Health Care Group",
        "Alder Practice Homes Limited, a Member of the Alder Practice Healthcare Group",
    ),
    ("Marrowbone Practice Care Ltd", "Marowbone Practice Care Ltd"),
)
APART = (
    ("Fife Council", "Falkirk Council"),
    ("North Ayrshire Council", "South Ayrshire Council"),
    ("Church of Scotland Trading as Crossreach", "Free Presbyterian Church of Scotland"),
    ("NHS Tayside", "NHS Grampian"),
    ("Crossroads (Elm) Care Attendant Scheme", "Crossroads (Oak) Care Attendant Scheme"),
    ("Ann Example", "Ann Example"),  # two private people of one name
    ("Rowan Practice Nursery", "Rowan Practice Nursery Ltd"),
    ("Quality Care Limited", "Quality Care Scotland Limited"),
    ("Care Homes Limited", "Care Homes (Elm) Limited"),
    ("North Practice Care Limited", "South Practice Care Limited"),
    ("Elm Practice Ltd T/A Franchise Homecare", "Oak Practice Ltd T/A Franchise Homecare"),
    ("Rowan House Limited", "Rowan Court Limited"),
)


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_companies_of_one_operator_are_proposed_as_one_group(one: str, other: str) -> None:
    found = proposed(one, other)
    assert found["provider_name"].to_list() == [one, other]
    assert found["group_id"].n_unique() == 1
    assert found["score"].is_between(0.7, 1).all()
    assert found["basis"].str.len_chars().min() > 10


@pytest.mark.parametrize(("one", "other"), APART)
def test_unrelated_names_are_left_alone(one: str, other: str) -> None:
    assert proposed(one, other).is_empty()


def test_a_brand_that_the_register_names_joins_companies_of_any_name() -> None:
    found = proposed(
        "Elm Practice Limited",
        "Oak Practice Limited",
        "Ash Practice Limited",
        brands={"Elm Practice Limited": "Alder", "Oak Practice Limited": "Alder"},
    )
    assert found["group_name"].to_list() == ["Alder", "Alder"]
    assert "brand" in found["basis"][0]


def test_likeness_carries_on_through_a_third_company() -> None:
    found = proposed(
        "Elder Practice Care Limited",
        "Elder Practice Care No. 1 Limited",
        "Elder Practice Care Homes Limited",
    )
    assert found.height == 3
    assert found["group_id"].n_unique() == 1
    assert found["group_name"][0] == "Elder Practice Care"


def test_the_order_of_the_rows_changes_nothing() -> None:
    names = [name for pair in TOGETHER for name in pair]
    services = pl.DataFrame(
        {"provider_id": [f"P{n:02}" for n in range(len(names))], "provider_name": names}
    )
    first = propose_groups(services)
    for seed in range(5):
        shuffled = services.sample(
            fraction=1.0, shuffle=True, seed=random.Random(seed).randrange(99)
        )
        assert propose_groups(shuffled).equals(first)


def test_no_providers_give_an_empty_proposal() -> None:
    assert proposed().schema == GROUPS


@pytest.mark.realdata
def test_real_operators_are_found_in_the_register_of_2022(real_data: Path) -> None:
    name = "care_inspectorate_datastore_2022-03-31.csv.gz"
    services = read_published(real_data / "care_inspectorate" / name).tables["service"]
    found = propose_groups(services)
    groups = {tuple(sorted(rows["provider_name"])) for _, rows in found.group_by("group_id")}
    assert ("HC-One Limited", "HC-One No. 1 Limited") in groups
    four_seasons = [group for group in groups if any("Four Seasons" in one for one in group)]
    assert len(four_seasons) == 1
    assert len(four_seasons[0]) == 7
    assert not found["provider_name"].str.contains(r"(?i)council|\bNHS\b|church").any()
    assert found["provider_id"].is_unique().all()


def test_a_provider_goes_by_the_name_of_the_latest_list() -> None:
    lists = pl.DataFrame(
        {
            "provider_id": ["SP1", "SP1", "SP2"],
            "provider_name": ["Alder Oval Limited", "Quernhill No.1 Limited", "Quernhill Limited"],
            "as_at": [date(2016, 3, 31), date(2022, 3, 31), date(2022, 3, 31)],
        }
    )
    assert set(propose_groups(lists)["provider_id"]) == {"SP1", "SP2"}
