"""Shares, concentration and dependence."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.provision.concentration import band_of, hhi, shares
from carewright_engine.provision.inputs import Confirmed
from carewright_engine.provision.methods import METHODS
from carewright_engine.provision.operators import meeting_criteria
from carewright_engine.provision.thresholds import THRESHOLDS, Threshold
from carewright_engine.reports.area_pictures import pictures_of
from tests.engine.provision.frames import care_at_home, council_home, fife, home, inputs_of

JOINED = [
    {"provider_id": "SP1", "group_id": "G1", "group_name": "Elm group"},
    {"provider_id": "SP2", "group_id": "G1", "group_name": "Elm group"},
]
OF_THREE = [
    home(provider_id="SP1", places=30),
    home(provider_id="SP2", places=30),
    home(provider_id="SP3", places=40),
]


def suppliers(places: list[int]) -> pl.DataFrame:
    """One supplier a number of places."""
    return pl.DataFrame(
        {
            "entity": [str(n) for n in range(len(places))],
            "entity_name": [str(n) for n in range(len(places))],
            "places": places,
            "publicly_run": [False] * len(places),
        }
    )


@settings(deadline=None)
@given(st.lists(st.integers(1, 500), min_size=1, max_size=30))
def test_the_index_lies_between_equal_shares_and_one_supplier(places: list[int]) -> None:
    found = hhi(shares(suppliers(places), "entity", "places"))
    assert 10_000 / len(places) - 1e-6 <= found <= 10_000 + 1e-6


@settings(deadline=None)
@given(st.lists(st.integers(1, 500), min_size=1, max_size=30))
def test_shares_add_up_to_one(places: list[int]) -> None:
    assert shares(suppliers(places), "entity", "places")["share"].sum() == pytest.approx(1)


def test_the_index_of_halves_is_five_thousand() -> None:
    assert hhi(shares(suppliers([20, 20]), "entity", "places")) == pytest.approx(5000)


@pytest.mark.parametrize(
    ("index", "words"),
    [(999.9, "low"), (1000, "concentrated"), (2000, "highly concentrated")],
)
def test_bands_begin_at_their_limit(index: float, words: str) -> None:
    assert band_of(index) == words


def test_a_band_is_said_not_to_be_verified_and_when_it_was_replaced() -> None:
    now = fife(inputs_of([home()])).figure("market.hhi.group").words
    assert now.endswith("highly concentrated (band replaced in 2021, not verified)")
    then = fife(inputs_of([home(as_at=date(2016, 3, 31))]), on=date(2016, 3, 31))
    assert then.figure("market.hhi.group").words.endswith("concentrated (band not verified)")


@pytest.mark.parametrize("threshold", THRESHOLDS.values(), ids=THRESHOLDS)
def test_every_threshold_is_dated_and_names_its_source_and_method(threshold: Threshold) -> None:
    assert threshold.source
    assert threshold.jurisdiction
    assert threshold.method in METHODS
    assert threshold.ends_before is None or threshold.starts_on < threshold.ends_before
    # A method is verified only when every number that it stands on is.
    assert threshold.verified or not METHODS[threshold.method].verified


def test_two_companies_of_one_group_are_one_operator() -> None:
    answer = fife(inputs_of(OF_THREE, provider_group=JOINED))
    assert answer.figure("market.hhi.entity").value == 3400
    assert answer.figure("market.hhi.group").value == 5200
    assert answer.figure("market.suppliers.group").value == 2


def test_a_group_that_a_person_undid_is_two_operators_again() -> None:
    confirmed = Confirmed(groups_undone=frozenset({"G1"}))
    answer = fife(inputs_of(OF_THREE, provider_group=JOINED, confirmed=confirmed))
    assert answer.figure("market.hhi.group").value == 3400


def test_places_weigh_only_where_every_supplier_states_them() -> None:
    lines = fife(inputs_of([home(), home(places=None)])).grid("market").records()
    assert {line["weight"] for line in lines} == {"services"}
    lines = fife(inputs_of([home(), home()])).grid("market").records()
    assert {line["weight"] for line in lines} == {"services", "places"}


@pytest.mark.parametrize(
    ("of_two", "title", "drawn"),
    [
        (None, "Share of services, by group", [(2, 3), (1, 3)]),
        (20, "Share of places, by group", [(60, 100), (40, 100)]),
    ],
)
def test_the_picture_of_shares_weighs_as_its_table_does(
    of_two: int | None, title: str, drawn: list[tuple[int, int]]
) -> None:
    first = [home(provider_id="SP1"), home(provider_id="SP1", places=of_two)]
    answer = fife(inputs_of([*first, home(provider_id="SP2")]))
    picture = next(p.picture for p in pictures_of(answer) if p.table == "shares_by_group")
    assert picture.title == title
    assert [row[1:3] for row in picture.table.rows] == drawn
    shares_drawn = [row[3] for row in picture.table.rows]
    table = answer.grid("shares_by_group").column("share")
    assert shares_drawn == pytest.approx([100 * float(share or 0) for share in table], abs=1e-4)


def test_home_care_is_weighed_by_registrations() -> None:
    inputs = inputs_of([care_at_home(provider_id="SP1"), care_at_home(provider_id="SP1")])
    answer = fife(inputs, "care_at_home", None)
    assert answer.figure("market.hhi.group").value == 10_000
    assert "over services" in answer.figure("market.hhi.group").words


def test_a_public_monopoly_is_called_a_public_sole_supplier() -> None:
    rows = [council_home(provider_id="SP1"), council_home(provider_id="SP1")]
    section = fife(inputs_of(rows)).section("market")
    assert section.heading == "A public body is the sole supplier"
    assert section.findings[0].words.startswith("Public sole supplier")


def test_a_private_monopoly_is_not_called_public() -> None:
    section = fife(inputs_of([home()])).section("market")
    assert section.findings[0].words.startswith("Sole supplier")
    assert section.findings[0].caution


def test_what_would_be_lost_if_the_largest_closed() -> None:
    answer = fife(inputs_of(OF_THREE, provider_group=JOINED))
    assert answer.figure("market.if_largest_closed").value == 60
    assert answer.figure("market.largest").value == "Elm group"


def homes_of(
    beds_by_council: list[int], group: str, public: bool = False
) -> list[dict[str, object]]:
    """A group's homes, one in each council."""
    return [
        {
            "group": group,
            "group_name": group,
            "council_code": f"C{place}",
            "beds": beds,
            "places": None,
            "publicly_run": public,
        }
        for place, beds in enumerate(beds_by_council)
    ]


@pytest.mark.parametrize(
    ("beds", "criterion"),
    [
        ([2000], "2,000 beds or more"),
        ([70] * 15, None),
        ([63] * 16, "1,000 beds or more, in 16 authorities or more"),
        ([400] * 3, "1,000 beds or more, over a tenth of beds in 3 authorities or more"),
        ([499] * 2, None),
    ],
)
def test_market_oversight_criteria(beds: list[int], criterion: str | None) -> None:
    others = [home_ for n in range(40) for home_ in homes_of([30] * len(beds), f"small {n}")]
    found = meeting_criteria(pl.DataFrame(homes_of(beds, "large") + others))
    assert found["criterion"].to_list() == ([criterion] if criterion else [])


def test_homes_that_state_no_beds_are_counted_beside_the_criteria() -> None:
    rows = [home(beds=2_100), home(places=None), home(places=None), home()]
    note = fife(inputs_of(rows)).grid("market_oversight").note
    assert "2 of 4 care homes state neither beds nor places" in note
    assert "neither" not in fife(inputs_of([home()])).grid("market_oversight").note


def test_councils_own_homes_never_meet_the_criteria() -> None:
    assert meeting_criteria(pl.DataFrame(homes_of([3000], "council", public=True))).height == 0
