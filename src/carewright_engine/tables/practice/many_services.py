"""A register of thousands of invented providers, in the Care Inspectorate's own columns."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import numpy as np

from carewright_engine.tables.practice.names import FIRST_HALVES, SECOND_HALVES

COLUMNS: Final = (
    "CSNumber", "CareService", "Subtype", "ServiceType", "ServiceName", "Address_line_1",
    "Service_town", "Service_Postcode", "SP_number", "ServiceProvider",
    "Provided_by_Local_Authority", "ServiceStatus", "Datazone", "TotalBeds",
    "CareHome_Main_Area_of_Care", "Council_Area_Name", "Health_Board_Name", "NumberStaff",
    "Registered_Places", "Client_group", "MinGrade", "Publication_of_Latest_Grading",
    "KQ_Support_Wellbeing", "KQ_Staff_Team",
)  # fmt: skip
KINDS: Final = (
    ("Care Home Service", "Older People", "Older people - frailty"),
    ("Housing Support Service", "Housing Support Service", ""),
    ("Support Service", "Care at Home", ""),
    ("Support Service", "Other than Care at Home", ""),
)  # fmt: skip
COUNCILS: Final = ("Elmshire", "Oakshire", "Strathalder")
FILE: Final = "large_services_2026-03-31.csv"


def provider_ids(how_many: int) -> tuple[str, ...]:
    """Numbers that no real provider has."""
    return tuple(f"SP2090{number:06d}" for number in range(1, how_many + 1))


def write_many_services(folder: Path, *, providers: int, seed: int) -> Path:
    """A file of so many providers, each with one service or two."""
    rng = np.random.default_rng([seed, 3])
    path, number = folder / FILE, 0
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, COLUMNS, restval="")
        writer.writeheader()
        for provider in provider_ids(providers):
            name = _name(rng)
            for _ in range(1 + int(rng.random() < 0.4)):
                number += 1
                writer.writerow(_service(rng, number, provider, name))
    return path


def _service(
    rng: np.random.Generator, number: int, provider: str, provider_name: str
) -> dict[str, str]:
    care_service, subtype, main_area = KINDS[int(rng.integers(len(KINDS)))]
    home, places = care_service == "Care Home Service", int(rng.integers(6, 90))
    grade = str(int(rng.choice([2, 3, 4, 5, 6], p=[0.04, 0.16, 0.4, 0.32, 0.08])))
    return {
        "CSNumber": f"CS2090{number:06d}", "CareService": care_service, "Subtype": subtype,
        "ServiceType": "Private" if rng.random() < 0.7 else "Voluntary or Not for Profit",
        "ServiceName": f"{_name(rng)} {number}", "SP_number": provider,
        "ServiceProvider": f"{provider_name} Care {provider[-4:]} Limited",
        "ServiceStatus": "Active", "Service_town": _name(rng),
        "TotalBeds": str(places) if home else "", "CareHome_Main_Area_of_Care": main_area,
        "Council_Area_Name": COUNCILS[int(rng.choice(3, p=[0.6, 0.25, 0.15]))],
        "Health_Board_Name": "Alder and Elm", "NumberStaff": f"{rng.integers(3, 120)}.5",
        "Registered_Places": f"{places}.0" if home else "", "Client_group": "Adults",
        "MinGrade": grade, "Publication_of_Latest_Grading": "15/08/2025",
        "KQ_Support_Wellbeing": grade, "KQ_Staff_Team": grade,
    }  # fmt: skip


def _name(rng: np.random.Generator) -> str:
    first = FIRST_HALVES[int(rng.integers(len(FIRST_HALVES)))]
    return first + SECOND_HALVES[int(rng.integers(len(SECOND_HALVES)))]
