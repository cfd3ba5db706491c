"""What English councils spent and received, in whole pence, and what a headline leaves out."""

from __future__ import annotations

import csv
import gzip
from datetime import date
from pathlib import Path

import pytest

from carewright_engine.costing.headline import headlines
from tests.engine.tables.statistics_files import kind_name, read, write

HEADER = (
    "UUID,Council Code,Council Name,Data Type,Data Source,Age Band,Finance Type,"
    "Comparative totals,Value"
)
OLD = "Bridging Year,Age 65 and over"
FILE = "asc_stats/england_pss_ascfr/ascfr_2015-16_additional.csv.gz"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        "ascfr 2015-16 additional.csv",
        HEADER,
        f"1,102,Cumbria,Mandatory,{OLD},Expenditure,Home care services,22971.73995",
        f"2,102,Cumbria,Mandatory,{OLD},Income,Home care services,10794.80813",
        f"3,102,Cumbria,Mandatory,{OLD},Income,Fairer charging income,5256.18716",
        "4,102,Cumbria,Voluntay,Additional Data,-,Income,Income from Better Care Fund,36013",
        "5,104,Northumberland,Voluntay,Additional Data,-,Income,Income from Better Care Fund,",
        f"6,104,Northumberland,Mandatory,{OLD},Expenditure,Home care services,16076",
        "7,104,Northumberland,Voluntary,Additional Data,-,-,Number of SALT Clients,645",
        f"8,104,Northumberland,Mandatory,{OLD},Expenditure,Home care services,16077",
        f"9,104,Northumberland,Mandatory,{OLD},Income,Home care services,many",
    )


def test_thousands_of_pounds_become_whole_pence_and_a_blank_is_not_nought(path: Path) -> None:
    table = read(path).tables["expenditure"]
    rows = table.select("area_name", "kind", "age_band", "flow", "pence").rows()
    assert rows == [
        ("Cumbria", "Home care services", "65+", "spent", 2_297_173_995),
        ("Cumbria", "Home care services", "65+", "received", 1_079_480_813),
        ("Cumbria", "Fairer charging income", "65+", "received", 525_618_716),
        ("Cumbria", "Income from Better Care Fund", "all", "received", 3_601_300_000),
        ("Northumberland", "Income from Better Care Fund", "all", "received", None),
        ("Northumberland", "Home care services", "65+", "spent", 1_607_600_000),
    ]
    assert set(table["starts_on"]) == {date(2015, 4, 1)}


def test_counts_of_people_repeats_and_words_for_figures_are_refused_with_their_rows(
    path: Path,
) -> None:
    reading = read(path)
    assert kind_name(path) == reading.kind == "council_expenditure"
    assert reading.refused["source_row"].to_list() == [8, 9, 10]
    assert "counts people" in reading.refused["reason"][0]


def test_a_headline_says_what_people_pay_what_the_nhs_pays_and_what_is_not_given(
    path: Path,
) -> None:
    cumbria, northumberland = headlines(read(path).tables["expenditure"])
    assert (cumbria.gross, cumbria.received) == (2_297_173_995, 1_605_099_529)
    assert (cumbria.own_payments, cumbria.from_nhs) == (525_618_716, 3_601_300_000)
    assert cumbria.net == 692_074_466
    assert northumberland.from_nhs is northumberland.own_payments is None
    assert "Not given: the Better Care Fund." in northumberland.left_out
    assert not any(words.startswith("Not given") for words in cumbria.left_out)


@pytest.mark.realdata
def test_the_published_return_adds_up_to_its_own_figures(real_data: Path) -> None:
    found = headlines(read(real_data / FILE).tables["expenditure"])
    assert len(found) == 152
    with gzip.open(real_data / FILE, "rt", encoding="latin-1") as file:
        rows = [row for row in csv.DictReader(file) if row["Data Source"] == "Bridging Year"]
    for flow, ours in (
        ("Expenditure", sum(each.gross for each in found)),
        ("Income", sum(each.received for each in found)),
    ):
        theirs = sum(float(row["Value"] or 0) for row in rows if row["Finance Type"] == flow)
        assert ours == pytest.approx(theirs * 100_000, abs=len(rows))
    assert sum(each.from_nhs is None for each in found) == 49
    assert min(each.gross for each in found) > 0
