"""The register of care services on three days: rows of text in each year's own columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import polars as pl

from carewright_engine.tables.practice.capacity import Capacity
from carewright_engine.tables.practice.editions import (
    COLUMNS,
    MAIN_AREAS,
    MAIN_AREAS_2016,
    SECTOR_WORDS,
    SPELLING_OF_REGISTRATION,
    slashed,
)
from carewright_engine.tables.practice.grading import QUESTIONS, Grading
from carewright_engine.tables.practice.land import COUNCILS, HEALTH_BOARD
from carewright_engine.tables.practice.oversight import Oversight
from carewright_engine.tables.practice.services import Service
from carewright_engine.tables.practice.zones import Zone

Row = dict[str, str]

NOTHING_MADE: Final = {
    2016: "Inspected but no requirements made",
    2019: "Inspected but no requirements made",
    2022: "Inspected but no requirements",
}
PUBLIC_LIST: Final = {2016: "Yes", 2019: "Y", 2022: ""}
THEME_OF: Final = {
    "Quality_of_Care_and_Support": "wellbeing",
    "Quality_of_Environment": "setting",
    "Quality_of_Staffing": "staff",
    "Quality_of_Mgmt_and_Lship": "leadership",
}
KEY_QUESTION_OF: Final = {
    "KQ_Support_Wellbeing": "wellbeing",
    "KQ_Care_and_Support_Planning": "planning",
    "KQ_Setting": "setting",
    "KQ_Staff_Team": "staff",
    "KQ_Leadership": "leadership",
}
JOINED_OF: Final = {
    "Comb_Eval_CareSupport_Wellbeing": "wellbeing",
    "Comb_Eval_CareSupport_Planning": "planning",
    "Comb_Eval_Setting_Env": "setting",
    "Comb_Eval_Staff_StaffTeam": "staff",
    "Comb_Eval_Leadership_ML": "leadership",
}
AUTHORITIES: Final = {council.name: council.integration_authority for council in COUNCILS}


@dataclass(frozen=True)
class Edition:
    """Everything that the register of one day says, before it is printed."""

    as_at: date
    services: Sequence[Service]
    capacities: Mapping[tuple[str, int], Capacity]
    gradings: Mapping[str, Grading]
    oversight: Mapping[str, Oversight]
    statuses: Mapping[str, str]  # where it is not Active
    zones: Sequence[Zone]
    ranks: Sequence[int]  # deprivation, by zone

    @property
    def year(self) -> int:
        """The year of the edition."""
        return self.as_at.year


def register_rows(edition: Edition) -> list[Row]:
    """One row a registration, in the order of its number."""
    listed = [service for service in edition.services if service.number in edition.oversight]
    return [_row(edition, service) for service in sorted(listed, key=lambda s: s.number)]


def as_frame(year: int, rows: Sequence[Row]) -> pl.DataFrame:
    """The rows under the year's own columns; columns that it does not have are left out."""
    columns = COLUMNS[year]
    return pl.DataFrame(
        {column: [row.get(column, "") or None for row in rows] for column in columns},
        schema={column: pl.String() for column in columns},
    )


def _row(edition: Edition, service: Service) -> Row:
    year = edition.year
    row = {
        **_identity(service, year),
        **_place(edition, service),
        **_size(edition.capacities[service.number, year], service),
        **_oversight(edition.oversight[service.number], year),
        "ServiceStatus": edition.statuses.get(service.number, "Active"),
        "Client_group": service.client_group,
        "PublicList": PUBLIC_LIST[year],
    }
    grading = edition.gradings.get(service.number)
    if grading is not None:
        row |= _grades(grading, year)
        row["Last_inspection_Date"] = slashed(grading.published_on - timedelta(days=40))
    if edition.statuses.get(service.number) == "Proposing to Cancel":
        row["CancelReqDate"] = slashed(edition.as_at + timedelta(days=14))
    return row


def _identity(service: Service, year: int) -> Row:
    number = "CaseNumber" if year == 2016 else "CSNumber"
    provider = "Service_Provider" if year == 2016 else "ServiceProvider"
    spell = SPELLING_OF_REGISTRATION[year]
    name = service.provider.name
    # Childminders' names as providers are withheld in the later editions.
    withheld = service.profile == "childminder" and year == 2022
    return {
        number: service.number,
        "Combined_Service_": "Yes" if service.combined_with else "",
        "CaseNumber_Combined": service.combined_with or "",
        "CareService": service.care_service,
        "Subtype": service.subtype,
        "ServiceType": SECTOR_WORDS[service.site.sector],
        "ServiceName": service.name,
        "SP_number": service.provider.number,
        provider: "" if withheld else name,
        "Provided_by_Local_Authority": "Yes" if service.site.sector == "council" else "",
        "DateReg": spell(service.registered_on),
        "Date_Reg": f"{service.registered_on.year}_{service.registered_on.month}",
        "CareHome_Main_Area_of_Care": _main_area(service, year),
        "Area": "Early Years" if service.client_group == "Children" else "Adults Services",
    }


def _main_area(service: Service, year: int) -> str:
    areas = MAIN_AREAS.get(service.profile)
    if areas is None:
        return ""
    area = areas[int(service.number[-2:]) // 2 % len(areas)]
    return MAIN_AREAS_2016[area] if year == 2016 else area


def _place(edition: Edition, service: Service) -> Row:
    """Where it is; homes of childminders, and council homes for children, are not given."""
    zone = edition.zones[service.site.zone]
    rank = edition.ranks[service.site.zone]
    hidden = service.profile == "childminder" or (
        service.profile == "childrens_home" and service.site.sector == "council"
    )
    ampersand = edition.year == 2019
    return {
        "Address_line_1": "" if hidden else service.address,
        "Service_town": service.town,
        "Service_Postcode": "" if hidden else service.unit.code,
        "SIMD_rank": f"{float(rank)}",
        "SIMD16_Decile": f"{float(decile(rank))}",
        "SIMD2020_Decile": f"{float(decile(rank))}",
        "Datazone": zone.code,
        "Integration_Authority_Name": AUTHORITIES[service.site.council],
        "Council_Area_Name": service.site.council,
        "Health_Board_Name": HEALTH_BOARD.replace("and", "&") if ampersand else HEALTH_BOARD,
    }


def decile(rank: int) -> int:
    """The tenth of Scotland's 6,976 data zones that a rank falls in; 1 is most deprived."""
    return min(10, (rank - 1) * 10 // 6976 + 1)


def _size(capacity: Capacity, service: Service) -> Row:
    return {
        "Registered_Places": capacity.places,
        "TotalBeds": capacity.beds,
        "SingleBedrooms": capacity.single_bedrooms,
        "BedsInDoubleRooms": capacity.in_double_rooms,
        "BedsInBedroomsFor3OrMore": "0.0" if service.site.kind.is_care_home else "",
        "NumberStaff": capacity.staff,
    }


def _oversight(oversight: Oversight, year: int) -> Row:
    risk = oversight.risk if year == 2022 else oversight.risk.capitalize()
    row = {"RADScore": risk}
    for at in range(3):
        ends = year - 2000 - 2 + at
        label = f"{ends - 1:02d}{ends:02d}"
        complaints, notices = oversight.complaints[at], oversight.enforcements[at]
        made = oversight.requirements[at]
        row[f"Complnt_upheld_or_partially_{label}"] = f"{complaints}.0" if complaints else ""
        row[f"Enforcements_issued_{label}"] = f"{notices}.0" if notices else ""
        answers = {None: "", True: "Yes", False: NOTHING_MADE[year]}
        row[f"any_requirements_{label}"] = answers[made]
    return row


def _grades(grading: Grading, year: int) -> Row:
    """Themes, key questions and the file's own join of both, as far as the year has them."""
    grades = grading.grades
    row = {
        "MinGrade": f"{grading.lowest}.0",
        "MaxGrade": f"{max(grades.values())}.0",
        "GradeSpread": _spread(grading),
        "Publication_of_Latest_Grading": slashed(grading.published_on),
        "Year_Month_latest_grade": f"{grading.published_on.year}_{grading.published_on.month}",
        "KQ_COVID19": f"{grading.covid}.0" if grading.covid else "",
    }
    asked = {"themes": (), "two_questions": QUESTIONS[:2], "all_questions": QUESTIONS}
    key_questions = asked[grading.scheme]
    for column, question in THEME_OF.items():
        if question in grades:
            # A question asked since 2018 leaves the older and kinder theme in the file.
            kinder = 1 if question in key_questions else 0
            row[column] = f"{min(6, grades[question] + kinder)}.0"
    for column, question in KEY_QUESTION_OF.items():
        if question in key_questions and question in grades:
            row[column] = f"{grades[question]}.0"
    for column, question in JOINED_OF.items():
        if question in grades:
            row[column] = f"{grades[question]}.0"
    return row


def _spread(grading: Grading) -> str:
    if grading.lowest >= 5:
        return "5&6"
    return "1&2" if max(grading.grades.values()) <= 2 else "Mix"
