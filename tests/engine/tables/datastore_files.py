"""Small datastores in the columns of a chosen year, for tests that need one odd row."""

from __future__ import annotations

import csv
from pathlib import Path

from carewright_engine.tables.kinds import read_published
from carewright_engine.tables.reading import Hints, Reading

ROW = {
    "CSNumber": "CS2003000001",
    "CaseNumber_Combined": "",
    "CareService": "Care Home Service",
    "Subtype": "Older People",
    "ServiceType": "Private",
    "ServiceName": "Rowan Court",
    "Address_line_1": "1 High Street",
    "Service_town": "Anytown",
    "Service_Postcode": "KY1 1AA",
    "SP_number": "SP2003000001",
    "ServiceProvider": "Rowan Practice Care Limited",
    "Provided_by_Local_Authority": "",
    "ServiceStatus": "Active",
    "DateReg": "01-Apr-02",
    "Date_Reg": "2002_4",
    "Datazone": "S01009000",
    "Integration_Authority_Name": "Fife",
    "TotalBeds": "30",
    "CareHome_Main_Area_of_Care": "Older people - frailty",
    "Council_Area_Name": "Fife",
    "Health_Board_Name": "Fife",
    "NumberStaff": "25.5",
    "Registered_Places": "30.0",
    "Client_group": "Adults",
    "RADScore": "LOW",
    "MinGrade": "4",
    "MaxGrade": "5",
    "Publication_of_Latest_Grading": "15/08/2021",
    "Quality_of_Care_and_Support": "",
    "KQ_Support_Wellbeing": "4",
    "KQ_Staff_Team": "5",
    "Comb_Eval_CareSupport_Wellbeing": "4",
    "Complnt_upheld_or_partially_2021": "5",
    "Complnt_upheld_or_partially_2122": "2",
    "Enforcements_issued_2122": "",
    "any_requirements_2122": "Yes",
    "Last_inspection_Date": "09/07/2021",
}


def datastore(folder: Path, *changes: dict[str, str], name: str = "store_2022-03-31.csv") -> Path:
    """A file with one row a change, numbered CS2003000001 onwards."""
    rows = [
        {**ROW, "CSNumber": f"CS{2003000001 + place}", **change}
        for place, change in enumerate(changes or ({},))
    ]
    path = folder / name
    with path.open("w", newline="", encoding="windows-1252") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def renamed(path: Path, names: dict[str, str]) -> Path:
    """The same file with other column names."""
    header, _, body = path.read_bytes().partition(b"\r\n")
    columns = [names.get(column, column) for column in header.decode().split(",")]
    path.write_bytes(",".join(columns).encode() + b"\r\n" + body)
    return path


def read_datastore(folder: Path, *changes: dict[str, str], hints: Hints | None = None) -> Reading:
    """The reading of such a file."""
    return read_published(datastore(folder, *changes), kind="care_inspectorate", hints=hints)
