"""What care costs English councils, in whole pence, in-house beside bought."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from carewright_engine.tables.reading import Hints, UnreadableFile
from tests.engine.tables.statistics_files import cells, read, write

BY_ROW = (
    "Support type,Age category,Primary support reason,Service delivery mechanism,"
    "Unit cost category,Unit cost provision"
)
COUNCILS = "102 - Cumbria,104 - Northumberland,106 - Gateshead,North East,England"


def test_unit_costs_of_each_council_are_in_pence_and_their_parts_are_left_out(
    tmp_path: Path,
) -> None:
    start = "Long term,Age 65 and over,Physical support,Residential"
    path = write(
        tmp_path,
        "unit costs 2014-15.csv",
        f"{BY_ROW},{COUNCILS}",
        f"{start},Numerator,Own provision,21333.72,0,48,99,1000",
        f"{start},Unit costs,Own provision,726.46,.,583.87,500,892.96",
        f"{start},Unit costs,Provision by others,478,480.66,0,500,513.18",
        "Unit costs are presented in £'s" + "," * 10,
    )
    reading = read(path)
    costs = reading.tables["unit_cost"]
    own = costs.filter(pl.col("provision") == "in_house")
    assert own.select("area_name", "area_code", "pence").rows() == [
        ("Cumbria", None, 72646),
        ("Northumberland", None, None),
        ("Gateshead", None, 58387),
        ("North East", "E12000001", 50000),
        ("England", "E92000001", 89296),
    ]
    assert set(costs["kind"]) == {"Residential; Age 65 and over; Physical support"}
    assert set(costs["care_group"]) == {"older_people"}
    assert set(costs["starts_on"]) == {date(2014, 4, 1)}
    assert reading.refused["source_row"].to_list() == [5]
    assert reading.doubtful.select("source_row", "column", "value").rows() == [
        (4, "106 - Gateshead", "0")
    ]


def test_measures_in_columns_say_their_unit_and_who_provides(tmp_path: Path) -> None:
    names = [
        "Average gross weekly expenditure per person on supporting older people in own provision "
        "residential care",
        "Average gross hourly cost for home help/care provided by LA",
        "Average gross hourly cost for home help/care provided by others",
        "Average gross cost per meal",
        "Average gross expenditure per day care client for older people",
    ]
    path = write(
        tmp_path,
        "unit_costs_2013-14.csv",
        ",".join(["Council", "Gross total cost", *names]),
        "102 - Cumbria,126000,560.0,36.2,14.05,.,120",
        "TOTAL England,999999,597.0,30,15,5,100",
        "..  data not available,,,,,,",
    )
    reading = read(path)
    cumbria = reading.tables["unit_cost"].filter(pl.col("area_name") == "Cumbria")
    assert [kind.split(":")[0] for kind in cumbria["kind"]] == [
        "Residential care",
        "Home care",
        "Home care",
        "Meals",
        "Day care",
    ]
    assert cumbria.select("provision", "unit", "care_group", "pence").rows() == [
        ("in_house", "week", "older_people", 56000),
        ("in_house", "hour", "adults", 3620),
        ("external", "hour", "adults", 1405),
        ("all", "meal", "adults", None),
        ("all", "other", "older_people", 12000),
    ]
    assert reading.refused["source_row"].to_list() == [4]


def test_a_file_that_names_no_year_is_asked_for_one(tmp_path: Path) -> None:
    row = "Long term,Age 65 and over,Physical support,Residential,Unit costs,All,1,2,3,4,5"
    path = write(tmp_path, "unit costs.csv", f"{BY_ROW},{COUNCILS}", row)
    with pytest.raises(UnreadableFile, match="which financial year"):
        read(path)
    told = read(path, hints=Hints(as_at=date(2014, 12, 31)))
    assert told.tables["unit_cost"]["starts_on"][0] == date(2014, 4, 1)


@pytest.mark.realdata
def test_costs_of_2014_15_are_the_files_own_for_every_council(real_data: Path) -> None:
    path = real_data / "asc_stats/england_pss_ascfr/pssex1_2014-15_unit_costs_council.csv.gz"
    costs = read(path).tables["unit_cost"]
    returns = cells(path)
    published = [row for row in returns[2:] if row[4] == "Unit costs"]
    written = [cell for row in published for cell in row[6:]]
    assert costs.height == len(written)
    whole = {round(float(cell) * 100) for cell in written if cell != "." and float(cell) > 0}
    assert set(costs["pence"].drop_nulls()) == whole
    england = costs.filter(
        pl.col("area_code") == "E92000001",
        pl.col("kind") == "Residential; Age 65 and over; Physical support",
    )
    assert dict(england.select("provision", "pence").rows()) == {
        "all": 53374,
        "in_house": 89296,
        "external": 51318,
    }
    assert costs.select("area_name", "kind", "provision").is_unique().all()


@pytest.mark.realdata
def test_costs_of_2013_14_are_the_files_own_for_every_council(real_data: Path) -> None:
    path = real_data / "asc_stats/england_pss_ascfr/pssex1_2013-14_unit_costs_council.csv.gz"
    costs = read(path).tables["unit_cost"]
    returns = cells(path)
    assert costs["area_name"].n_unique() == 153
    cumbria = next(row for row in returns if row[0].startswith("102"))
    published = [cumbria[i].replace(",", "") for i in range(3, 181, 3)]
    pence = [round(float(v) * 100) for v in published if v not in (".", "..", "") and float(v) > 0]
    ours = costs.filter(pl.col("area_name") == "Cumbria").drop_nulls("pence")
    assert ours["pence"].to_list() == pence
    assert costs.select("area_name", "kind", "provision", "unit").is_unique().all()
