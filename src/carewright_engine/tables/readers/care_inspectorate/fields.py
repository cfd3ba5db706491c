"""What the Care Inspectorate's datastore holds, under the names it has had since 2014."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from carewright_engine.tables.matching import normal
from carewright_engine.tables.reading import Field, Hints

NUMBER: Final = r"(cs|case|service)_?(number|no|id)"

IDENTITY: Final = (
    Field("service_id", (NUMBER, r"care_service_(number|id)"), "the service's number", True),
    Field("combined_with", (NUMBER + r"_combined", r"combined_" + NUMBER), "the combined number"),
    Field("care_service", (r"care_?service(_type)?",), "the kind of care service", True),
    Field("subtype", (r"sub_?type(_of_service)?",), "the subtype of service"),
    Field("service_type", (r"service_?type", r"(provider_)?sector"), "the type of provider", True),
    Field("name", (r"service_?name", r"name(_of_service)?"), "the service's name", True),
    Field("provider_id", (r"sp_?(number|no|id)", r"provider_?(number|id)"), "provider's number"),
    Field(
        "provider_name",
        (r"service_?provider(_name)?", r"provider(_name)?"),
        "the provider's name",
        True,
    ),
    Field("by_council", (r"provided_by_(local_authority|la|council)",), "whether a council runs"),
    Field("status", (r"service_?status", r"status"), "the registration's status"),
    Field(
        "registered",
        (r"datereg(istered)?", r"date_registered", r"registration_date"),
        "day of registration",
    ),
    Field("registered_month", (r"date_reg", r"year_month_reg.*"), "month of registration"),
    Field("client_group", (r"client_?group", r"service_user_group"), "children or adults"),
    Field(
        "main_area_of_care",
        (r"care_?home_main_area_of_care", r"main_area(_of_care)?"),
        "the care home's main area of care",
    ),
)
PLACE: Final = (
    Field("address_1", (r"address_(line_)?1",), "address"),
    Field("address_2", (r"address_(line_)?2",), "address"),
    Field("address_3", (r"address_(line_)?3",), "address"),
    Field("address_4", (r"address_(line_)?4",), "address"),
    Field("town", (r"(service_)?(post_?)?town",), "post town"),
    Field("postcode", (r"(service_)?post_?code",), "postcode"),
    Field("data_zone", (r"data_?zone(_?(20)?\d\d)?(_code)?",), "data zone"),
    Field(
        "council",
        (r"council(_area)?(_name)?", r"local_authority(_area)?(_name)?"),
        "the council area",
    ),
    Field("health_board", (r"(nhs_)?health_?board(_area)?(_name)?",), "health board"),
    Field(
        "integration_authority",
        (r"integration_(authority|joint_board)(_name)?", r"hscp(_name)?"),
        "integration authority",
    ),
)
SIZE: Final = (
    Field("places", (r"registered_?places", r"(number_of_|total_)?places"), "registered places"),
    Field("beds", (r"(total|number_of)_?beds", r"beds"), "beds"),
    Field("single_bedrooms", (r"single_?(bed)?rooms",), "single bedrooms"),
    Field("staff", (r"(number|no)_?(of_)?staff(_wte)?", r"staff(_wte)?"), "staff"),
)
QUALITY: Final = (
    Field("risk", (r"rad_?(sat_)?score", r"sat_?score", r"risk_?(score|level)"), "risk score"),
    Field("min_grade", (r"min(imum)?_?grade", r"lowest_grade"), "lowest grade"),
    Field("max_grade", (r"max(imum)?_?grade", r"highest_grade"), "highest grade"),
    Field("graded", (r"publication_of_latest_gradings?", r"latest_grading.*"), "day of grading"),
    Field("inspected", (r"(last|latest)_inspection(_date)?",), "day of the latest inspection"),
)
# Each of these stands in the file once a financial year, the year as a suffix: the last is read.
BY_YEAR: Final = (
    Field(
        "complaints",
        (r"comp(laints?|lnts?)_upheld(_or_part(ial)?ly)?(_upheld)?_{year}",),
        "complaints upheld",
    ),
    Field("enforcements", (r"enforcements?(_notices?)?(_issued)?_{year}",), "enforcements"),
    Field("requirements", (r"any_req(uirement)?s?(_made)?_{year}",), "whether requirements made"),
)
YEAR: Final = r"(?:20)?(\d{2})_?(?:20)?(\d{2})"

THEMES: Final = {  # themes graded to 2018, and the question that each has become
    "theme:information": (r"quality_of_information",),
    "theme:wellbeing": (r"quality_of_care_(and_)?support",),
    "theme:setting": (r"quality_of_environment",),
    "theme:staff": (r"quality_of_staff(ing)?",),
    "theme:leadership": (r"quality_of_(mgmt|management)_(and_)?(lship|leadership)",),
}
KEY_QUESTIONS: Final = {
    "key_question:wellbeing": (r"kq\d?_(care_and_)?support_(and_)?wellbeing", r"kq1?_wellbeing"),
    "key_question:play_and_learning": (r"kq\d?_care_play_(and_)?learning",),
    "key_question:planning": (r"kq\d?_(care_)?(and_)?(support_)?planning",),
    "key_question:setting": (r"kq\d?_setting",),
    "key_question:staff": (r"kq\d?_staff(_team|ing)?",),
    "key_question:leadership": (r"kq\d?_leadership",),
    "key_question:covid19": (r"kq\d?_covid_?(19)?(_.*)?",),
    "key_question:children": (r"kq\d?_(cyp|children)(_(and_)?young_people)?(_wellbeing)?(_.*)?",),
}
COMBINED: Final = {  # the file's own join of both schemes
    "combined:wellbeing": (r"comb_eval_care_?support_wellbeing", r"comb_eval_.*wellbeing"),
    "combined:planning": (r"comb_eval_care_?support_planning", r"comb_eval_.*planning"),
    "combined:setting": (r"comb_eval_setting(_env.*)?",),
    "combined:staff": (r"comb_eval_staff(_.*)?",),
    "combined:leadership": (r"comb_eval_leadership(_.*)?",),
}
GRADED: Final = tuple(
    Field(meaning, patterns, f"grade for {meaning.partition(':')[2].replace('_', ' ')}")
    for meaning, patterns in {**THEMES, **KEY_QUESTIONS, **COMBINED}.items()
)
FIELDS: Final = (
    *IDENTITY,
    *PLACE,
    *SIZE,
    *QUALITY,
    *(Field(f.meaning, tuple(p.format(year=YEAR) for p in f.patterns), f.words) for f in BY_YEAR),
    *GRADED,
)


def latest_years(headers: Sequence[str], hints: Hints) -> tuple[Hints, str | None]:
    """Hints that choose each yearly column of the latest year, and the year of complaints."""
    chosen = dict(hints.columns)
    for wanted in BY_YEAR:
        found = [(year, header) for header in headers if (year := _year_of(header, wanted))]
        if found and wanted.meaning not in chosen:
            chosen[wanted.meaning] = max(found)[1]
    complaints = chosen.get("complaints", "")
    year = _year_of(complaints, BY_YEAR[0])
    return Hints(hints.as_at, chosen), f"20{year[0]}/{year[1]}" if year else None


def _year_of(header: str, wanted: Field) -> tuple[str, str] | None:
    """The financial year that a yearly column's name ends in: 2122 is 21 and 22."""
    for pattern in wanted.patterns:
        if found := re.fullmatch(pattern.format(year=YEAR), normal(header)):
            return found.groups()[-2], found.groups()[-1]
    return None
