"""The canonical table of contracts, as councils' registers of contracts list them."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.columns import Column, Table

TEXT = pl.String()
WHOLE = pl.Int64()
NUMBER = pl.Float64()
DAY = pl.Date()
FLAG = pl.Boolean()

CONTRACT: Final = Table(
    "contract",
    "A contract as a council's own register lists it; `gaps` says why a value is missing.",
    (
        Column("reference", TEXT, "the council's reference"),
        Column("title", TEXT, "title as given"),
        Column("description", TEXT, "description as given"),
        Column("buyer_name", TEXT, "who bought it, as given"),
        Column("department", TEXT, "department or directorate as given"),
        Column("procedure", TEXT, "how it was awarded, as given"),
        Column("supplier_name", TEXT, "supplier as given; null when only 'Various' is given"),
        Column("company_number", TEXT, "company number: eight characters, upper case"),
        Column("charity_number", TEXT, "charity number as given, upper case"),
        Column("supplier_postcode", TEXT, "postcode, upper case, one space"),
        Column("sme", FLAG, "the supplier is a small or medium-sized enterprise"),
        Column("vcse", FLAG, "the supplier is a voluntary, community or social enterprise"),
        Column("service", TEXT, "what is bought: the register's own category"),
        Column(
            "care",
            TEXT,
            "kind of care: care_home, home_care, supported_living and others; null when the words "
            "name none",
        ),
        Column("care_group", TEXT, "as in `service`; null when the words name none"),
        Column(
            "kind",
            TEXT,
            "framework_call_off, block, cost_and_volume, spot, grant, service_level, "
            "individual_service_fund or in_house; null when not said",
        ),
        Column("status", TEXT, "status as given"),
        Column("standing", TEXT, "active, may_end, ended or planned; null when not said"),
        Column("awarded_on", DAY, "day of award"),
        Column("starts_on", DAY, "first day"),
        Column("ends_before", DAY, "first day no longer covered, extensions left out"),
        Column("now_ends_before", DAY, "the same with the extensions that were taken"),
        Column("last_ends_before", DAY, "the same with every extension that may be taken"),
        Column("review_on", DAY, "day of the next review"),
        Column("months", NUMBER, "length as given", "months"),
        Column("extension_months", NUMBER, "length of what it may be extended by", "months"),
        Column("extensions_allowed", WHOLE, "how many extensions it allows", "extensions"),
        Column("annual_pence", WHOLE, "a year's value, or the least of a range", "pence"),
        Column("annual_to_pence", WHOLE, "the most of that range", "pence"),
        Column("total_pence", WHOLE, "value over the term, or the least of a range", "pence"),
        Column("total_to_pence", WHOLE, "the most of that range", "pence"),
        Column("vat_pence", WHOLE, "VAT that cannot be recovered", "pence"),
        Column("vat", TEXT, "included or excluded, when the column's name says so"),
        Column("price_pence", WHOLE, "price of one unit", "pence"),
        Column("price_unit", TEXT, "hour, visit, day, night, week, session or one_off"),
        Column("price_minutes", WHOLE, "length of the visit that is priced", "minutes"),
        Column("notice_days", WHOLE, "notice, when not said whose; a month is 30 days", "days"),
        Column("provider_notice_days", WHOLE, "notice that the provider gives", "days"),
        Column("council_notice_days", WHOLE, "notice that the council gives", "days"),
        Column("payment_days", WHOLE, "days in which an invoice is paid", "days"),
        Column("in_advance", FLAG, "paid before the care is given"),
        Column(
            "price_review",
            TEXT,
            "none, fixed, index, negotiated or council_decides; null when not said",
        ),
        Column("counting", TEXT, "counted or doubtful", required=True),
        Column("doubt", TEXT, "why the row is doubtful, in words"),
        Column("gaps", TEXT, "JSON: field -> why it has no value, and what stands there"),
        Column("extra", TEXT, "JSON: the file's other columns as found, blanks left out"),
        Column(
            "dataset", TEXT, "SHA-256 of the file that the row was read from",
            required=True, key=True,
        ),
        Column(
            "source_row", WHOLE, "row in that file; the header is row 1", required=True, key=True
        ),
    ),
)  # fmt: skip
