"""The canonical tables: what every reader yields and every analysis takes.

A published file is turned into these once; after that nobody needs to know which regulator
or statistics office it came from, or what its columns were called that year. Every row
carries `dataset` (the SHA-256 of the file it came from) and `source_row` (the row as a
spreadsheet numbers it: the header is row 1), so that any figure opens to its rows.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.columns import Column, Table
from carewright_engine.tables.contract_schema import CONTRACT
from carewright_engine.tables.cost_schemas import EXPENDITURE, UNIT_COST
from carewright_engine.tables.population_change_schema import (
    POPULATION_CHANGE,
    POPULATION_RATE,
)

TEXT = pl.String()
WHOLE = pl.Int64()
NUMBER = pl.Float64()
DAY = pl.Date()
FLAG = pl.Boolean()

SOURCE: Final = (
    Column("dataset", TEXT, "SHA-256 of the file that the row was read from", required=True),
    Column("source_row", WHOLE, "row in that file; the header is row 1", required=True),
)

AREA: Final = Table(
    "area",
    "A place with boundaries that somebody publishes figures for.",
    (
        Column(
            "code", TEXT, "the statistics office's nine-character code", required=True, key=True
        ),
        Column(
            "kind",
            TEXT,
            "council, health_board, integration_authority, data_zone, "
            "intermediate_zone, lsoa, icb, region, country or locality",
            required=True,
            key=True,
        ),
        Column("name", TEXT, "its name as published"),
        Column("latitude", NUMBER, "centre, WGS 84", "degrees"),
        Column("longitude", NUMBER, "centre, WGS 84", "degrees"),
        *SOURCE,
    ),
)

MEMBERSHIP: Final = Table(
    "membership",
    "Which larger area a smaller one belongs to.",
    (
        Column("code", TEXT, "the smaller area's code", required=True, key=True),
        Column("kind", TEXT, "the smaller area's kind, as in `area`", required=True),
        Column("parent_code", TEXT, "the larger area's code", required=True),
        Column("parent_kind", TEXT, "the larger area's kind", required=True, key=True),
        *SOURCE,
    ),
)

BOUNDARY: Final = Table(
    "boundary",
    "The outline of an area.",
    (
        Column("code", TEXT, "the area's code", required=True, key=True),
        Column("kind", TEXT, "the area's kind", required=True, key=True),
        Column("name", TEXT, "its name as published"),
        Column(
            "geometry",
            TEXT,
            "GeoJSON Polygon or MultiPolygon, WGS 84 longitude and latitude",
            required=True,
        ),
        *SOURCE,
    ),
)

POPULATION: Final = Table(
    "population",
    "People living in an area on a day, by sex and single year of age.",
    (
        Column("area_code", TEXT, "code of the area", required=True, key=True),
        Column("area_kind", TEXT, "kind of the area, as in `area`", required=True),
        Column(
            "on", DAY, "the day counted or estimated (mid-year is 30 June)", required=True, key=True
        ),
        Column("sex", TEXT, "all, female or male", required=True, key=True),
        Column(
            "age",
            WHOLE,
            "age last birthday; 90 means 90 and over",
            "years",
            required=True,
            key=True,
        ),
        Column("people", NUMBER, "people of that age", "people", required=True),
        *SOURCE,
    ),
)

POPULATION_BAND: Final = Table(
    "population_band",
    "People living in an area on a day, by sex and age band, where single years are not given.",
    (
        Column("area_code", TEXT, "code of the area", required=True, key=True),
        Column("area_kind", TEXT, "kind of the area, as in `area`", required=True),
        Column(
            "on", DAY, "the day counted or estimated (mid-year is 30 June)", required=True, key=True
        ),
        Column("sex", TEXT, "all, female or male", required=True, key=True),
        Column("age_from", WHOLE, "youngest age of the band", "years", required=True, key=True),
        Column("age_to", WHOLE, "oldest age of the band; null when open above", "years", key=True),
        Column("people", NUMBER, "people of that band", "people", required=True),
        *SOURCE,
    ),
)

SERVICE: Final = Table(
    "service",
    "A care service as a register or a council's own list showed it on one day.",
    (
        Column(
            "service_id",
            TEXT,
            "the register's own number (CS..., CQC location id, list id)",
            required=True,
            key=True,
        ),
        Column("as_at", DAY, "the day the list was true", required=True, key=True),
        Column("register", TEXT, "care_inspectorate, cqc or council_list", required=True),
        Column("name", TEXT, "name of the service"),
        Column(
            "kind",
            TEXT,
            "kind of service as the register calls it, with the subtype where the "
            "kind alone says too little: 'Care Home Service: Older People'",
            required=True,
        ),
        Column("care_service", TEXT, "the register's main kind: 'Care Home Service'"),
        Column("subtype", TEXT, "the register's subtype: 'Older People'"),
        Column(
            "care_group",
            TEXT,
            "older_people, learning_disability, mental_health, "
            "physical_sensory, substance_use, adults (not said which), children, carers, other",
            required=True,
        ),
        Column("main_area_of_care", TEXT, "care home's main area of care, as published"),
        Column("sector", TEXT, "council, health_board, private, voluntary; null when not said"),
        Column(
            "public_class",
            TEXT,
            "council, council_company or health_board when the service is "
            "proposed as publicly run; null when it is not",
        ),
        Column("public_basis", TEXT, "why it is proposed as publicly run, in words"),
        Column("provider_id", TEXT, "the register's number of the legal provider"),
        Column("provider_name", TEXT, "the legal provider's name"),
        Column("brand", TEXT, "group or brand that the register itself names"),
        Column("status", TEXT, "status as published"),
        Column(
            "counting",
            TEXT,
            "counted, doubtful or apart: whether figures include the row",
            required=True,
        ),
        Column("doubt", TEXT, "why the row is doubtful, in words"),
        Column("registered_on", DAY, "day of first registration"),
        Column("address", TEXT, "address lines joined by commas"),
        Column("town", TEXT, "post town"),
        Column("postcode", TEXT, "postcode, upper case, one space; null when withheld"),
        Column("data_zone", TEXT, "data zone or LSOA code as published"),
        Column("council_name", TEXT, "council as published, before variants are resolved"),
        Column("council_code", TEXT, "council's code; null outside the nation or not resolved"),
        Column("health_board_name", TEXT, "health board as published"),
        Column("integration_authority_name", TEXT, "integration authority as published"),
        Column("latitude", NUMBER, "WGS 84", "degrees"),
        Column("longitude", NUMBER, "WGS 84", "degrees"),
        Column(
            "places",
            WHOLE,
            "registered places; null when not stated. For home care 0 is read as not stated",
            "places",
        ),
        Column("beds", WHOLE, "beds in a care home", "beds"),
        Column("single_bedrooms", WHOLE, "single bedrooms", "rooms"),
        Column(
            "staff_wte",
            NUMBER,
            "staff; placeholders such as 0.1 are null",
            "whole-time equivalents",
        ),
        Column("combined_with", TEXT, "service_id of the other half of a combined registration"),
        Column("min_grade", WHOLE, "lowest current grade, as published", "1 to 6"),
        Column("max_grade", WHOLE, "highest current grade, as published", "1 to 6"),
        Column("rating", TEXT, "overall rating in words where the regulator gives words"),
        Column("graded_on", DAY, "publication of the latest grading"),
        Column("inspected_on", DAY, "latest inspection"),
        Column("risk_score", TEXT, "regulator's published risk assessment: Low, Medium or High"),
        Column(
            "complaints_upheld",
            WHOLE,
            "complaints upheld or partly upheld in the latest "
            "financial year of the file; null when blank or NA",
            "complaints",
        ),
        Column("complaints_year", TEXT, "that financial year: '2021/22'"),
        Column(
            "enforcements", WHOLE, "enforcements issued in the latest financial year", "notices"
        ),
        Column("requirements_made", FLAG, "requirements made at inspection in the latest year"),
        Column("languages", TEXT, "languages offered, when the list says"),
        Column("physical_access", TEXT, "physical access, when the list says"),
        Column("area_served", TEXT, "code of the area that a service without walls serves"),
        *SOURCE,
    ),
)

GRADE: Final = Table(
    "grade",
    "One question graded at a service.",
    (
        Column("service_id", TEXT, "as in `service`", required=True, key=True),
        Column("as_at", DAY, "the day the list was true", required=True, key=True),
        Column(
            "scheme",
            TEXT,
            "theme (to 2018), key_question (since) or combined (the file's own join of both)",
            required=True,
            key=True,
        ),
        Column(
            "question",
            TEXT,
            "wellbeing, planning, setting, staff, leadership, information, covid19, children",
            required=True,
            key=True,
        ),
        Column("grade", WHOLE, "1 unsatisfactory to 6 excellent", "1 to 6", required=True),
        *SOURCE,
    ),
)

CAPACITY: Final = Table(
    "capacity",
    "How much a kind of service could take in an area on a day, and how much of it was used.",
    (
        Column("area_code", TEXT, "code of the area", required=True, key=True),
        Column("area_kind", TEXT, "kind of the area", required=True),
        Column("on", DAY, "day of the count", required=True, key=True),
        Column("kind", TEXT, "kind of service", required=True, key=True),
        Column("care_group", TEXT, "as in `service`", required=True, key=True),
        Column("sector", TEXT, "as in `service`; null for all sectors", key=True),
        Column("measure", TEXT, "homes, places, residents or occupancy", required=True, key=True),
        Column("value", NUMBER, "the count; occupancy as a share from 0 to 1"),
        Column(
            "flag",
            TEXT,
            "suppressed, estimated, not_submitted, not_available (no figure is given) or "
            "submitted_only (a total of the areas that submitted); null when plain",
        ),
        *SOURCE,
    ),
)

ACTIVITY: Final = Table(
    "activity",
    "People using a kind of service, or time spent waiting, in an area and a period.",
    (
        Column(
            "area_code", TEXT, "code of the area; null when the name was not resolved", key=True
        ),
        Column("area_kind", TEXT, "kind of the area", required=True),
        Column("area_name", TEXT, "area as published", required=True),
        Column(
            "kind",
            TEXT,
            "care_at_home, care_home, people_supported, delayed_discharge, "
            "self_directed_support, day_care, telecare, meals, residential, nursing, "
            "unpaid_care, other",
            required=True,
            key=True,
        ),
        Column(
            "detail",
            TEXT,
            "what the publisher divides the kind by: a provider sector, a reason, "
            "an hours band; empty when the whole",
            required=True,
            key=True,
        ),
        Column(
            "age_band",
            TEXT,
            "as '65-74', '85+', 'all'; 'unknown' people, 'not_said' file",
            required=True,
            key=True,
        ),
        Column("sex", TEXT, "all, female, male or not_known", required=True, key=True),
        Column("starts_on", DAY, "first day of the period", required=True, key=True),
        Column("ends_before", DAY, "first day after the period", required=True, key=True),
        Column(
            "period_kind",
            TEXT,
            "financial_year, quarter, census_week, month, census_day",
            required=True,
            key=True,
        ),
        Column(
            "measure",
            TEXT,
            "people, hours, bed_days, weeks, rate_per_1000, percent, median_days",
            required=True,
            key=True,
        ),
        Column("value", NUMBER, "the count; null when suppressed or not submitted"),
        Column("rounded_to", WHOLE, "the publisher rounds to this", ""),
        Column(
            "flag",
            TEXT,
            "suppressed, estimated, not_submitted, not_available (no figure is given) or "
            "submitted_only (a total of the areas that submitted); null when plain",
        ),
        *SOURCE,
    ),
)

DEPRIVATION: Final = Table(
    "deprivation",
    "How deprived an area is, by an official index.",
    (
        Column("area_code", TEXT, "code of the area", required=True, key=True),
        Column("area_kind", TEXT, "kind of the area", required=True),
        Column("index", TEXT, "SIMD2020, IMD2025 or URBAN_RURAL_2016", required=True, key=True),
        Column(
            "measure",
            TEXT,
            "rank, decile, share_most_deprived or another as published",
            required=True,
            key=True,
        ),
        Column("value", NUMBER, "its value", required=True),
        *SOURCE,
    ),
)

POSTCODE: Final = Table(
    "postcode",
    "Where a postcode, or all postcodes of a sector or district, lie.",
    (
        Column(
            "postcode",
            TEXT,
            "postcode, sector or district; upper case, one space",
            required=True,
            key=True,
        ),
        Column("precision", TEXT, "unit, sector or district", required=True),
        Column("council_code", TEXT, "code of the council it lies in"),
        Column("latitude", NUMBER, "WGS 84", "degrees", required=True),
        Column("longitude", NUMBER, "WGS 84", "degrees", required=True),
        *SOURCE,
    ),
)

CLOSURE: Final = Table(
    "closure",
    "A care home in a closure study, with how it ended.",
    (
        Column(
            "home", WHOLE, "row number, as the file has no identifiers", required=True, key=True
        ),
        Column("year", WHOLE, "year of the record"),
        Column("beds", WHOLE, "beds", "beds"),
        Column("ownership", TEXT, "for_profit, council or third_sector"),
        Column("closed", FLAG, "the home closed, for any reason"),
        Column("involuntary", FLAG, "the regulator closed it"),
        Column("rating", TEXT, "last overall rating, when known"),
        *SOURCE,
    ),
)

TABLES: Final = {
    table.name: table
    for table in (
        AREA,
        MEMBERSHIP,
        BOUNDARY,
        POPULATION,
        POPULATION_BAND,
        POPULATION_CHANGE,
        POPULATION_RATE,
        SERVICE,
        GRADE,
        CAPACITY,
        ACTIVITY,
        DEPRIVATION,
        POSTCODE,
        UNIT_COST,
        EXPENDITURE,
        CLOSURE,
        CONTRACT,
    )
}
