"""The register's columns as published in 2016, 2019 and 2022: renamed from year to year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

AS_AT: Final = (date(2016, 3, 31), date(2019, 3, 31), date(2022, 3, 31))

_PLACE = (
    "Address_line_1", "Address_line_2", "Address_line_3", "Address_line_4", "Service_town",
    "Service_Postcode",
)  # fmt: skip
_BEDS = ("TotalBeds", "SingleBedrooms", "BedsInDoubleRooms", "BedsInBedroomsFor3OrMore")
_THEMES = (
    "Quality_of_Information", "Quality_of_Care_and_Support", "Quality_of_Environment",
    "Quality_of_Staffing", "Quality_of_Mgmt_and_Lship",
)  # fmt: skip
_KEY_QUESTIONS = (
    "KQ_Support_Wellbeing", "KQ_Care_and_Support_Planning", "KQ_Setting", "KQ_Staff_Team",
    "KQ_Leadership",
)  # fmt: skip
_JOINED = (
    "Comb_Eval_CareSupport_Wellbeing", "Comb_Eval_CareSupport_Planning", "Comb_Eval_Setting_Env",
    "Comb_Eval_Staff_StaffTeam", "Comb_Eval_Leadership_ML",
)  # fmt: skip


def _by_year(*years: str) -> tuple[str, ...]:
    """Complaints, enforcements and requirements of the last financial years."""
    stems = ("Complnt_upheld_or_partially_", "Enforcements_issued_", "any_requirements_")
    return tuple(stem + year for stem in stems for year in years)


COLUMNS: Final[dict[int, tuple[str, ...]]] = {
    2016: (
        "CaseNumber", "Combined_Service_", "CaseNumber_Combined", "CareService", "Subtype",
        "ServiceType", "ServiceName", *_PLACE, "SP_number", "Service_Provider", "ServiceStatus",
        "DateReg", "Date_Reg", "CancelReqDate", *_BEDS, "CareHome_Main_Area_of_Care", "Area",
        "Council_Area_Name", "Health_Board_Name", "NumberStaff", "Registered_Places",
        "Client_group", "PublicList", "RADScore", "GradeSpread", "MinGrade", "MaxGrade", *_THEMES,
        *_by_year("1314", "1415", "1516"), "Last_inspection_Date",
    ),
    2019: (
        "CSNumber", "Combined_Service_", "CaseNumber_Combined", "CareService", "Subtype",
        "ServiceType", "ServiceName", *_PLACE, "SP_number", "ServiceProvider",
        "Provided_by_Local_Authority", "ServiceStatus", "DateReg", "Date_Reg", "SIMD_rank",
        "SIMD16_Decile", "Datazone", "Integration_Authority_Name", *_BEDS,
        "CareHome_Main_Area_of_Care", "Council_Area_Name", "Health_Board_Name", "NumberStaff",
        "Registered_Places", "Client_group", "PublicList", "RADScore", "GradeSpread", "MinGrade",
        "MaxGrade", "Publication_of_Latest_Grading", "Year_Month_latest_grade", *_THEMES,
        *_KEY_QUESTIONS, *_JOINED, *_by_year("1617", "1718", "1819"), "Last_inspection_Date",
    ),
    2022: (
        "CSNumber", "Combined_Service_", "CaseNumber_Combined", "CareService", "Subtype",
        "ServiceType", "ServiceName", *_PLACE, "SP_number", "ServiceProvider",
        "Provided_by_Local_Authority", "ServiceStatus", "DateReg", "Date_Reg", "SIMD_rank",
        "SIMD2020_Decile", "Datazone", "Integration_Authority_Name", *_BEDS,
        "CareHome_Main_Area_of_Care", "Council_Area_Name", "Health_Board_Name", "NumberStaff",
        "Registered_Places", "Client_group", "PublicList", "RADScore", "GradeSpread", "MinGrade",
        "MaxGrade", "Publication_of_Latest_Grading", "Year_Month_latest_grade", *_THEMES,
        *_KEY_QUESTIONS, "KQ_COVID19", *_JOINED, *_by_year("1920", "2021", "2122"),
        "Last_inspection_Date",
    ),
}  # fmt: skip

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def slashed(day: date) -> str:
    """31/03/2016, the spelling of most dates in every edition."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def with_month_name(day: date) -> str:
    """31-Mar-22, the spelling of registration days in 2022."""
    return f"{day.day:02d}-{_MONTHS[day.month - 1]}-{day.year % 100:02d}"


def serial(day: date) -> str:
    """A spreadsheet's day number, as registration days read after a copy through one."""
    return str((day - date(1899, 12, 30)).days)


SPELLING_OF_REGISTRATION: Final[dict[int, Callable[[date], str]]] = {
    2016: slashed,
    2019: serial,
    2022: with_month_name,
}
SECTOR_WORDS: Final = {
    "private": "Private",
    "voluntary": "Voluntary or Not for Profit",
    "council": "Local Authority",
    "health_board": "Health Board",
}
MAIN_AREAS: Final = {
    "older_people_home": ("Older people - frailty", "Older people - dementia"),
    "learning_disability_home": ("Learning difficulties",),
    "mental_health_home": ("Mental health problems (other than dementia)",),
    "physical_disability_home": ("Physical disability or illness",),
    "substance_use_home": ("Alcohol dependency",),
}
MAIN_AREAS_2016: Final = {
    "Older people - frailty": "Older People",
    "Older people - dementia": "Dementia",
    "Learning difficulties": "Learning Difficulties",
    "Mental health problems (other than dementia)": "Mental Health Problem (other than Dementia)",
    "Physical disability or illness": "Physical Disability or Illness",
    "Alcohol dependency": "Alcohol Dependency",
}
