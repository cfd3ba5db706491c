"""A service is placed by its postcode, else by its data zone, else nowhere, and that is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from carewright_engine.tables.kinds import read_published
from carewright_engine.tables.locating import located
from carewright_engine.tables.schemas import AREA, POSTCODE, SERVICE

AREAS = AREA.conform(
    pl.DataFrame(
        {
            "code": ["S01000001", "S12000047"],
            "kind": ["data_zone", "council"],
            "latitude": [56.1, 1.0],
            "longitude": [-3.1, 1.0],
        }
    )
)
POSTCODES = POSTCODE.conform(
    pl.DataFrame(
        {
            "postcode": ["KY1 1AA", "KY1 2", "KY3"],
            "precision": ["unit", "sector", "district"],
            "latitude": [56.2, 56.3, 56.4],
            "longitude": [-3.2, -3.3, -3.4],
        }
    )
)


def services(*rows: dict[str, object]) -> pl.DataFrame:
    filled = [
        {"service_id": f"CS{place}", "as_at": date(2022, 3, 31), **row}
        for place, row in enumerate(rows)
    ]
    return SERVICE.conform(pl.DataFrame(filled, infer_schema_length=None))


def place_of(**row: object) -> tuple[float | None, float | None]:
    placed, _ = located(services(row), area=AREAS, postcode=POSTCODES)
    return placed["latitude"][0], placed["longitude"][0]


def test_the_postcode_comes_before_the_data_zone() -> None:
    assert place_of(data_zone="S01000001", postcode="KY1 1AA") == (56.2, -3.2)


def test_a_postcode_that_is_not_known_leaves_the_data_zone() -> None:
    assert place_of(data_zone="S01000001", postcode="ZZ9 9ZZ") == (56.1, -3.1)


def test_without_a_data_zone_the_postcode_places() -> None:
    assert place_of(postcode="KY1 1AA") == (56.2, -3.2)
    assert place_of(data_zone="S01999999", postcode="KY1 1AA") == (56.2, -3.2)


def test_an_unknown_postcode_is_placed_by_its_sector_then_its_district() -> None:
    assert place_of(postcode="KY1 2ZZ") == (56.3, -3.3)
    assert place_of(postcode="KY3 9ZZ") == (56.4, -3.4)


def test_coordinates_of_the_register_itself_are_kept() -> None:
    given = place_of(latitude=51.0, longitude=-1.0, postcode="KY1 1AA")
    assert given == (51.0, -1.0)


def test_what_cannot_be_placed_is_doubtful_and_stays_in() -> None:
    lost = {"postcode": "ZZ9 9ZZ", "doubt": "the status is blank"}
    placed, note = located(services(lost, {}), area=AREAS, postcode=POSTCODES)
    assert placed["latitude"].to_list() == [None, None]
    assert placed["doubt"][0].startswith("the status is blank; not placed on the map")
    assert "not placed: 2" in note


def test_the_note_counts_every_route() -> None:
    rows = services({"data_zone": "S01000001"}, {"postcode": "KY1 1AA"}, {"postcode": "KY1 1AA"})
    placed, note = located(rows, area=AREAS, postcode=POSTCODES)
    assert "2 by their postcode, 1 by the centre of their data zone; not placed: 0" in note
    assert placed.columns == [*rows.columns, "route"]
    assert placed["doubt"].null_count() == 3


@pytest.mark.realdata
def test_a_register_without_data_zones_is_placed_by_postcode(real_data: Path) -> None:
    store = "care_inspectorate_datastore_2016-03-31.csv.gz"
    reading = read_published(real_data / "care_inspectorate" / store)
    given = real_data / "geography" / "postcodes_scotland_onspd_nov2025.csv.gz"
    known = read_published(given).tables["postcode"]
    adult = reading.tables["service"].filter(pl.col("care_service") == "Care Home Service")
    placed, note = located(adult, area=AREA.empty(), postcode=known)
    assert "by their postcode" in note
    lost = placed.filter(pl.col("latitude").is_null())
    assert lost["postcode"].drop_nulls().to_list() == ["G69 2YB"]  # in no list of postcodes
    assert (lost.height, placed.height) == (22, 1443)  # the others are withheld
    assert placed["latitude"].drop_nulls().is_between(54, 61).all()
