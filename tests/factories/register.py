"""Published files of one row or a few, as far on their way into the register as a test wants."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import UUID

from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.tables.apart import Summary, read_into
from carewright_engine.tables.reading import Hints
from tests.factories.platform import NOW

#: One service as the Care Inspectorate's datastore shows it; every name is invented.
ROW = {
    "CSNumber": "CS2003000001",
    "CareService": "Care Home Service",
    "Subtype": "Older People",
    "ServiceType": "Private",
    "ServiceName": "Rowan Court",
    "Address_line_1": "",
    "Service_town": "Anytown",
    "Service_Postcode": "KY1 1AA",
    "SP_number": "SP2003000001",
    "ServiceProvider": "Rowan Practice Care Limited",
    "Provided_by_Local_Authority": "",
    "ServiceStatus": "Active",
    "Datazone": "S01009000",
    "TotalBeds": "30",
    "CareHome_Main_Area_of_Care": "Older people - frailty",
    "Council_Area_Name": "Fife",
    "Health_Board_Name": "Fife",
    "NumberStaff": "25.5",
    "Registered_Places": "30.0",
    "Client_group": "Adults",
    "MinGrade": "4",
    "Publication_of_Latest_Grading": "15/08/2021",
    "KQ_Support_Wellbeing": "4",
    "KQ_Staff_Team": "5",
}
FIFE = "S12000047"


def datastore(folder: Path, *changes: dict[str, str], name: str = "store_2022-03-31.csv") -> Path:
    """A file with one row a change, numbered CS2003000001 onwards; another name, other bytes."""
    rows = [
        {**ROW, "CSNumber": f"CS{2003000001 + place}", "Address_line_1": name, **change}
        for place, change in enumerate(changes or ({},))
    ]
    path = folder / name
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(ROW))
        writer.writeheader()
        writer.writerows(rows)
    return path


def many_services(folder: Path, how_many: int, name: str = "store_2022-03-31.csv") -> Path:
    """A file of so many services, each with a name of its own."""
    changes = ({"ServiceName": f"Home {number:05d}"} for number in range(how_many))
    return datastore(folder, *changes, name=name)


def given(by: platform.Actor, file: Path, *, kind: str = "", shared: bool = False) -> UUID:
    """A file that was taken in and not read yet."""
    owner = None if shared or not isinstance(by, platform.Officer) else by.organisation.id
    with file.open("rb") as content:
        return register.upload_file(
            name=file.name, content=content, organisation_id=owner, kind=kind, by=by, at=NOW
        )


def read(by: platform.Actor, file: Path, **options: object) -> UUID:
    """A file that was read as a trial, in this process, which is quicker than in one of its own."""
    dataset_id = given(by, file, **options)  # type: ignore[arg-type]
    register.read_dataset(dataset_id=dataset_id, by=by, at=NOW, reader=read_here)
    return dataset_id


def imported(by: platform.Actor, file: Path, **options: object) -> UUID:
    """A file whose facts count."""
    dataset_id = read(by, file, **options)
    register.import_dataset(dataset_id=dataset_id, by=by, at=NOW)
    return dataset_id


def read_here(
    file: Path, folder: Path, *, kind: str, hints: dict[str, object], **_: object
) -> Summary:
    """Reads without a process apart, and each file once: what it yields is known the next time."""
    told = json.dumps([file.name, kind, hints], sort_keys=True, default=str)
    asked = sha256(told.encode() + file.read_bytes()).hexdigest()
    if asked not in _READ:
        _READ[asked] = _read_anew(file, folder, kind, hints)
        return _READ[asked].summary
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _READ[asked].written.items():
        (folder / name).write_bytes(content)
    return _READ[asked].summary


@dataclass(frozen=True)
class _Yield:
    """What a file yielded: the summary, and the files that were written."""

    summary: Summary
    written: dict[str, bytes]


_READ: Final[dict[str, _Yield]] = {}


def _read_anew(file: Path, folder: Path, kind: str, hints: dict[str, object]) -> _Yield:
    columns, usual = (
        told if isinstance(told := hints.get(name), dict) else {} for name in ("columns", "usual")
    )
    known = Hints(columns=columns, usual=usual)
    summary = read_into(file, folder, kind=kind or None, hints=known)
    return _Yield(summary, {each.name: each.read_bytes() for each in folder.iterdir()})
