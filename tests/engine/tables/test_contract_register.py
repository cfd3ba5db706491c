"""Registers of contracts are read under any headings; no row is lost and no gap is an error."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.tables.contract_schema import CONTRACT
from carewright_engine.tables.delimited import read_delimited
from carewright_engine.tables.gaps import Absence, read_gaps
from carewright_engine.tables.kinds import kind_of, read_published
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.readers.contract_register import KIND
from carewright_engine.tables.readers.contract_register.amounts import money, notice, price
from carewright_engine.tables.readers.contract_register.sayings import (
    company_number,
    payment,
    price_review,
    size_and_sector,
    status,
)
from carewright_engine.tables.reading import Hints, RawTable, Reading, SourceFile

SALFORD = "registers/salford_contract_register_2022-07_part.csv"
OF_THE_CODE = (
    "Reference number", "Title of agreement", "Local authority department responsible",
    "Description of the goods and/or services being provided", "Supplier name and details",
    "Sum to be paid over the length of the contract or the estimated annual spending or budget",
    "Value Added Tax that cannot be recovered", "Start date", "End date", "Review date",
    "Whether or not the contract was the result of an invitation to quote",
    "Whether or not the supplier is a small or medium sized enterprise and/or a voluntary or "
    "community sector organisation",
)  # fmt: skip
OF_A_DESK = (
    "Contract ID", "Contract name", "Provider", "Type of care", "Client group", "Status", "Rate",
    "Unit", "Notice period (weeks)", "Payment terms", "Price review", "Start", "End",
    "Owner's remarks",
)  # fmt: skip
HOME_CARE = (
    "C-7", "Home care in Skerry", "Rowan Care Ltd", "Home care", "Older people", "Active",
    "£21.50", "hour", "12", "28 days in arrears", "CPI each April", "01/04/2025", "31/03/2028",
    "renewed twice",
)  # fmt: skip


def reading(folder: Path, headers: tuple[str, ...], *rows: tuple[str, ...]) -> Reading:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([headers, *rows])
    path = folder / "contracts.csv"
    path.write_text(text.getvalue())
    return read_published(path, kind="contract_register")


def first(found: Reading) -> dict[str, Any]:
    return found.tables["contract"].row(0, named=True)


def desk(folder: Path, **change: str) -> dict[str, Any]:
    cells = dict(zip(OF_A_DESK, HOME_CARE, strict=True)) | {
        key.replace("_", " "): value for key, value in change.items()
    }
    return first(reading(folder, tuple(cells), tuple(cells.values())))


def outcomes(found: Reading) -> tuple[set[int], set[int], set[int]]:
    """Rows kept without doubt, kept in doubt, and refused."""
    table = found.tables["contract"]
    doubtful = set(table.filter(counting="doubtful")["source_row"])
    plain = set(table.filter(counting="counted")["source_row"])
    return plain, doubtful, set(found.refused["source_row"])


def nothing_is_lost(found: Reading) -> None:
    plain, doubtful, refused = outcomes(found)
    assert len(plain) + len(doubtful) + len(refused) == found.rows_read
    assert not (plain & doubtful)
    assert not (plain & refused)
    assert not (doubtful & refused)
    assert found.rows_kept == len(plain) + len(doubtful)
    assert found.rows_doubtful == len(doubtful) == found.doubtful["source_row"].n_unique()


@pytest.mark.realdata
def test_a_real_register_loses_no_row(real_data: Path) -> None:
    raw = open_published(real_data / SALFORD)
    assert raw.source.size
    assert kind_of(raw) is KIND
    found = read_published(real_data / SALFORD)
    nothing_is_lost(found)
    assert (found.rows_read, found.rows_refused) == (180, 0)
    assert "Directorate Name" in found.matched.values()  # the first, behind two byte-order marks
    assert set(found.unmatched) == {
        "OJEU/FTS?", "Extension 1 Taken?", "Extension 2 Taken?", "ProClass Classification",
        "Visibility",
    }  # fmt: skip


@pytest.mark.realdata
def test_what_the_real_register_does_not_hold_is_no_fault_of_its_contracts(real_data: Path) -> None:
    found = read_published(real_data / SALFORD)
    for row in found.tables["contract"].iter_rows(named=True):
        gaps = read_gaps(row["gaps"])
        for never_asked in ("notice_days", "price_review", "payment_days", "review_on", "kind"):
            assert gaps[never_asked].absence is Absence.NOT_IN_FILE
            assert gaps[never_asked].words == "not in the file"
    about = " ".join(found.doubtful["reason"])
    assert not any(word in about for word in ("notice", "review", "paid"))


@pytest.mark.realdata
def test_what_is_wrong_in_the_real_register_is_named(real_data: Path) -> None:
    found = read_published(real_data / SALFORD)
    told = {
        row: reason for row, reason in found.doubtful.select("source_row", "reason").iter_rows()
    }
    assert "cannot be read" in told[60]  # 31 September
    assert told[57] == "the suppliers are not named"
    assert told[25] == "it ends before it starts"


def test_the_fields_of_the_transparency_code_are_understood_in_its_own_words(
    tmp_path: Path,
) -> None:
    row = (
        "T1", "Supported living", "Adults", "Support in own tenancy", "Rowan Trust", "1,200,000",
        "Nil", "01/04/2025", "31/03/2028", "01/10/2027", "Yes", "Both",
    )  # fmt: skip
    found = reading(tmp_path, OF_THE_CODE, row)
    contract = first(found)
    expected = {
        "reference": "T1", "title": "Supported living", "department": "Adults",
        "supplier_name": "Rowan Trust", "total_pence": 120_000_000, "vat_pence": 0,
        "starts_on": date(2025, 4, 1), "ends_before": date(2028, 4, 1),
        "review_on": date(2027, 10, 1), "procedure": "Yes", "sme": True, "vcse": True,
        "care": "supported_living", "counting": "counted",
    }  # fmt: skip
    assert {name: contract[name] for name in expected} == expected
    assert found.unmatched == ()


def test_a_desks_own_list_yields_its_terms_and_keeps_its_other_columns(tmp_path: Path) -> None:
    expected = {
        "care": "home_care", "care_group": "older_people", "standing": "active",
        "price_pence": 2150, "price_unit": "hour", "notice_days": 84, "payment_days": 28,
        "in_advance": False, "price_review": "index", "starts_on": date(2025, 4, 1),
    }  # fmt: skip
    contract = desk(tmp_path)
    assert {name: contract[name] for name in expected} == expected
    assert json.loads(contract["extra"]) == {"Owner's remarks": "renewed twice"}


def test_a_column_that_is_not_there_a_blank_and_a_wrong_value_are_told_apart(
    tmp_path: Path,
) -> None:
    cells = {"Contract ID": "C1", "Title": "Day care", "Supplier": "Rowan", "Start": "31/02/2025",
             "End": "", "Review date": "TBC"}  # fmt: skip
    contract = first(reading(tmp_path, tuple(cells), tuple(cells.values())))
    gaps = read_gaps(contract["gaps"])
    assert gaps["starts_on"].words == "could not be read: 31/02/2025"
    assert gaps["ends_before"].words == "not said in the file"
    assert gaps["review_on"].words == "the file says that it is not known: TBC"
    assert gaps["notice_days"].words == "not in the file"
    assert contract["doubt"] == "the first day cannot be read"


@pytest.mark.parametrize("words", ["Rolling", "ongoing", "open-ended", "No end date", "31/12/2999"])
def test_an_end_that_is_not_set_is_an_answer(tmp_path: Path, words: str) -> None:
    contract = desk(tmp_path, End=words)
    assert read_gaps(contract["gaps"])["ends_before"].absence is Absence.NO_END
    assert contract["counting"] == "counted"


@pytest.mark.parametrize(
    "written", ["31/03/2028", "2028-03-31", "31-Mar-28", "31st March 2028", "46843"]
)
def test_the_last_day_is_read_in_every_spelling_and_the_period_ends_before_the_next(
    tmp_path: Path, written: str
) -> None:
    assert desk(tmp_path, End=written)["ends_before"] == date(2028, 4, 1)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("£1,234.50", 123_450, None), ("12500", 1_250_000, None), ("£1.2m", 120_000_000, None),
        ("£250k", 25_000_000, None), ("£10,000 - £20,000", 1_000_000, 2_000_000),
        ("up to £50,000", 5_000_000, None), ("£5,000 p.a.", 500_000, None), ("Nil", 0, None),
    ],
)  # fmt: skip
def test_money_is_read_as_people_type_it(text: str, low: int, high: int | None) -> None:
    values = money("annual", text).values
    assert (values["annual_pence"], values.get("annual_to_pence")) == (low, high)


@pytest.mark.parametrize("text", ["1.234,50", "12,34", "-500", "ask Finance", "£20,000 - £10,000"])
def test_a_sum_that_cannot_be_read_is_no_sum(text: str) -> None:
    found = money("annual", text)
    assert found.gap
    assert found.gap.absence is Absence.UNREAD
    assert not found.values


@pytest.mark.parametrize(
    ("text", "absence"),
    [("N/A", Absence.NOT_KNOWN), ("-", Absence.NOT_KNOWN), ("Various", Absence.SEVERAL)],
)
def test_a_sum_that_the_file_says_is_not_known_is_no_mistake(text: str, absence: Absence) -> None:
    gap = money("total", text).gap
    assert gap
    assert gap.absence is absence


def test_a_years_sum_is_not_taken_for_that_of_the_term() -> None:
    gap = money("total", "£5,000 per annum").gap
    assert gap
    assert gap.absence is Absence.UNREAD


def test_terms_are_read_from_their_words_and_their_headings() -> None:
    assert price("£9.20 per 30 minute visit", "Price").values == {
        "price_pence": 920, "price_unit": "visit", "price_minutes": 30,
    }  # fmt: skip
    assert price("(5.00) per hour", "Price").values == {}  # brackets: something is taken off
    assert price("1" * 20_000, "Price").values == money("total", "1," * 9_000).values == {}
    assert price("850", "weekly_rate").values == {"price_pence": 85_000, "price_unit": "week"}
    assert notice("notice", "3 months' notice", "Notice").values == {"notice_days": 90}
    assert notice("notice", "28", "Notice (days)").values == {"notice_days": 28}
    bare = notice("notice", "28", "Notice").gap
    assert bare
    assert bare.absence is Absence.UNREAD
    assert payment("4 weeks in advance", "Payment").values == {"in_advance": True}
    assert payment("Net 30", "Payment terms").values == {"payment_days": 30}
    assert price_review("At the council's discretion").values == {"price_review": "council_decides"}
    assert size_and_sector("Neither").values == {"sme": False, "vcse": False}


@pytest.mark.parametrize(
    ("words", "standing"),
    [("Active", "active"), ("Proposing to Cancel", "may_end"), ("Inactive", "ended"),
     ("Proposed", "planned"), ("Expired", "ended")],
)  # fmt: skip
def test_a_status_says_where_the_contract_stands(words: str, standing: str) -> None:
    assert status(words).values == {"status": words, "standing": standing}


def test_identifiers_are_brought_to_one_form() -> None:
    assert company_number("172081").values == {"company_number": "00172081"}
    assert company_number("31552R").values == {"company_number": "31552R"}
    assert company_number("CHA1050488").values == {"charity_number": "1050488"}
    gap = company_number("Various").gap
    assert gap
    assert gap.absence is Absence.SEVERAL


def test_rows_that_are_no_contracts_are_refused_with_the_reason(tmp_path: Path) -> None:
    headers = ("Reference", "Title", "Supplier", "Start", "Contract value")
    found = reading(
        tmp_path, headers,
        ("C1", "Meals at home", "Rowan", "01/04/2025", "500"),
        headers,
        ("", "", "", "01/04/2025", "10"),
        ("Total", "", "", "", "510"),
    )  # fmt: skip
    nothing_is_lost(found)
    assert found.refused["reason"].to_list() == [
        "the row repeats the headings",
        "the row names no contract and no supplier",
        "the row adds up others",
    ]


def test_a_contract_that_may_stand_twice_is_kept_and_told(tmp_path: Path) -> None:
    headers = ("Reference", "Title", "Supplier", "Start", "Contract value")
    found = reading(
        tmp_path, headers,
        ("C1", "Meals at home", "Rowan Ltd", "01/04/2025", "500"),
        ("c-1", "Meals", "Rowan Limited", "01/05/2025", "500"),
        ("C1", "Meals at home", "Birch Ltd", "01/04/2025", "500"),
        ("", "Meals at home", "Rowan", "2025-04-01", "500"),
    )  # fmt: skip
    nothing_is_lost(found)
    told = dict(found.doubtful.select("source_row", "reason").iter_rows())
    assert told == {
        3: "it may repeat row 2: the reference and the supplier are the same",
        5: "it may repeat row 2: the supplier, the title and the first day are the same",
    }


def _raw(text: str) -> RawTable:
    rows, header_row = read_delimited(text.encode(), "contracts.csv", ",")
    return RawTable(SourceFile("contracts.csv", "0" * 64, len(text)), rows, "utf-8", header_row)


CELLS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00"), max_size=12),
    st.sampled_from(
        ["", "Various", "TBC", "Rolling", "31/02/2025", "2025-04-01", "£1,000", "Total", "N/A",
         "Title", "3 months", "Yes", "C1", "-"]
    ),
)  # fmt: skip


@settings(max_examples=25)
@given(st.lists(st.tuples(*[CELLS] * 8), min_size=1, max_size=12))
def test_no_cell_whatever_it_holds_loses_a_row(rows: list[tuple[str, ...]]) -> None:
    headers = ("Reference", "Title", "Supplier", "Start", "End", "Value", "Notice", "Payment terms")
    text = io.StringIO(newline="")
    sure = ("C0", "Sure", "Rowan", "2025-04-01", "2026-03-31", "1", "3 months", "30 days")
    csv.writer(text).writerows([headers, sure, *rows])
    found = KIND.read(_raw(text.getvalue()), Hints())
    nothing_is_lost(found)
    table = found.tables["contract"]
    assert table.schema == CONTRACT.schema
    for row in table.iter_rows(named=True):
        gaps = read_gaps(row["gaps"])
        for name in ("starts_on", "ends_before", "total_pence", "notice_days", "title"):
            assert (row[name] is None) == (name in gaps)
