"""The traps of real registers, planted on purpose: each is named, counted and tested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from carewright_engine.tables.practice.grading import Grading
from carewright_engine.tables.practice.providers import COMMA_SPELLINGS
from carewright_engine.tables.practice.published import EDITIONS
from carewright_engine.tables.practice.register import Row
from carewright_engine.tables.practice.services import Service

LATEST: Final = EDITIONS[-1]
# Of 3,932 adult services in 2022, 107 have a lowest grade below every question of the join: the
# question about the pandemic was the lowest, and the join leaves it out.
CONTRADICTIONS: Final = 107 / 3932
INACTIVE: Final = {"childminder": 5, "nursery_over_3": 2, "older_people_home": 1}
CLOSING: Final = {"childminder": 3, "older_people_home": 1}
CARE_AT_HOME: Final = "Care at Home"
EARLY_YEARS: Final = ("Child Minding", "Day Care of Children")
OUTSIDE_POSTCODE: Final = "ZZ99 3VZ"  # the statistics office's own for "outside the country"


@dataclass(frozen=True, slots=True)
class Trap:
    """A trap, the edition of the register it stands in, and how many rows fall into it."""

    name: str
    year: int
    rows: int


def contradict_lowest_grades(
    services: Sequence[Service], gradings: Mapping[str, Grading]
) -> dict[str, Grading]:
    """Some homes' lowest grade is for the pandemic question, which the file's join leaves out."""
    adults = {s.number: s for s in services if s.client_group == "Adults"}
    graded = {number: g for number, g in gradings.items() if number in adults}
    wanted = round(CONTRADICTIONS * len(graded))
    asked = [
        number
        for number, grading in graded.items()
        if grading.covid is not None
        and grading.lowest < 6
        and adults[number].site.kind.is_care_home
    ]
    asked.sort(key=lambda number: _at_lowest(graded[number]))
    found = dict(gradings)
    for number in asked[:wanted]:
        grading = found[number]
        raised = {q: max(g, grading.lowest + 1) for q, g in grading.grades.items()}
        found[number] = replace(grading, grades=raised, covid=grading.lowest)
    return found


def _at_lowest(grading: Grading) -> int:
    return sum(grade == grading.lowest for grade in grading.grades.values())


def lingering(services: Sequence[Service], year: int) -> list[Service]:
    """Services that closed since the last register and still stand in this one as Inactive."""
    if year == EDITIONS[0]:
        return []
    before = EDITIONS[EDITIONS.index(year) - 1]
    return _some(services, INACTIVE, lambda s: s.listed(before) and not s.listed(year))


def statuses(services: Sequence[Service], year: int) -> dict[str, str]:
    """Statuses other than Active: inactive, about to close, blank, half a combined pair gone."""
    found = {service.number: "Inactive" for service in lingering(services, year)}
    if year != LATEST:
        after = EDITIONS[EDITIONS.index(year) + 1]
        leaving = _some(services, CLOSING, lambda s: s.listed(year) and not s.listed(after))
        found |= {service.number: "Proposing to Cancel" for service in leaving}
        if year == EDITIONS[0]:  # some of those about to go have stopped already
            idle = [s for s in services if s.profile == "childminder" and s.listed(year)]
            stopped = [s for s in idle if not s.listed(after)][: INACTIVE["childminder"]]
            found |= {service.number: "Inactive" for service in stopped}
        return found
    found |= {s.number: "" for s in _some(services, {"care_at_home": 1, "day_support": 1}, _now)}
    halves = _some(
        services, {"housing_support": 1}, lambda s: _now(s) and s.combined_with is not None
    )
    return found | {service.number: "Inactive" for service in halves}


def _now(service: Service) -> bool:
    return service.listed(LATEST)


def _some(
    services: Sequence[Service], wanted: Mapping[str, int], which: Callable[[Service], bool]
) -> list[Service]:
    """The last few of each kind that fit; a kind with fewer gives what it has."""
    found: list[Service] = []
    for profile, number in wanted.items():
        fitting = [s for s in services if s.profile == profile and which(s)]
        found += fitting[-number:]
    return found


def spoil(year: int, rows: Sequence[Row]) -> list[Row]:
    """The rows with the flaws that a person finds in the published file of that year."""
    found = [dict(row) for row in rows]
    if year == EDITIONS[0]:
        adults = _where(found, Client_group="Adults")
        return [*found, dict(adults[len(adults) // 2])]  # one registration listed twice
    agency = _where(found, CareService="Nurse Agency")[0]
    agency |= {
        "Council_Area_Name": "outside Scotland",
        "Health_Board_Name": "outside Scotland",
        "Integration_Authority_Name": "outside Scotland" if year == LATEST else "",
        "Datazone": "",
        "SIMD_rank": "",
        "Service_Postcode": OUTSIDE_POSTCODE,
        "Service_town": "Penderholt",
    }
    if year == LATEST:
        _spoil_latest(found)
    return found


def _spoil_latest(rows: list[Row]) -> None:
    for row in _where(rows, ServiceProvider=COMMA_SPELLINGS[0])[:1]:
        row["ServiceProvider"] = COMMA_SPELLINGS[1]
    day = _where(rows, Subtype="Other than Care at home")
    for row in day[:2]:
        row["NumberStaff"] = "NA"
    homes = _where(rows, Subtype="Older People")
    quiet = [row for row in homes if not row["Complnt_upheld_or_partially_2122"]]
    for row in quiet[:3]:
        row["Complnt_upheld_or_partially_2122"] = "NA"
    for row in day[2:4]:  # no data zone, but a postcode
        row |= {"Datazone": "", "SIMD_rank": "", "SIMD2020_Decile": ""}
    minder = _where(rows, CareService="Child Minding")[0]  # neither: nowhere on the map
    minder |= {"Datazone": "", "SIMD_rank": "", "SIMD2020_Decile": "", "NumberStaff": "0.0"}
    for row in _where(rows, CareService="Housing Support Service")[:3]:
        row["Service_town"] = row["Service_town"].upper()
    graded = [row for row in day[4:] if row.get("MinGrade")]
    for row in graded[:1]:  # a lowest grade, and no question that it is the lowest of
        for column in [name for name in row if name.startswith(("Quality_of", "KQ_", "Comb_"))]:
            row[column] = ""


def _where(rows: Iterable[Row], **wanted: str) -> list[Row]:
    return [
        row
        for row in rows
        if row["ServiceStatus"] == "Active"
        and all(row.get(column) == value for column, value in wanted.items())
    ]


def planted(year: int, rows: Sequence[Row]) -> tuple[Trap, ...]:
    """How many rows of an edition fall into each trap."""
    number = "CaseNumber" if year == EDITIONS[0] else "CSNumber"
    by_number = {row[number]: row for row in rows}
    found = Counter({name: sum(map(falls, rows)) for name, falls in FALLS_INTO.items()})
    found["listed twice"] = len(rows) - len(by_number)
    for row in rows:
        other = by_number.get(row["CaseNumber_Combined"])
        if other is None or row["ServiceStatus"] == "Inactive":
            continue
        gone = other["ServiceStatus"] == "Inactive"
        same = row["Subtype"] == CARE_AT_HOME and row["NumberStaff"] == other["NumberStaff"]
        found["combined with one that is inactive"] += gone
        found["pairs that state the same staff twice"] += same
    return tuple(Trap(name, year, count) for name, count in found.items() if count)


def _contradicts(row: Row) -> bool:
    joined = [value for name, value in row.items() if name.startswith("Comb_Eval") and value]
    return bool(joined and row.get("MinGrade")) and float(row["MinGrade"]) < min(map(float, joined))


def _provider(row: Row) -> str:
    return row.get("ServiceProvider", "") or row.get("Service_Provider", "")


FALLS_INTO: Final[Mapping[str, Callable[[Row], bool]]] = {
    "childminders and nurseries": lambda r: r["CareService"] in EARLY_YEARS,
    "homes for children": lambda r: r["Subtype"] == "Children & Young People",
    "inactive": lambda r: r["ServiceStatus"] == "Inactive",
    "proposing to cancel": lambda r: r["ServiceStatus"] == "Proposing to Cancel",
    "blank status": lambda r: r["ServiceStatus"] == "",
    "staff 0.1": lambda r: r["NumberStaff"] == "0.1",
    "staff 0.01": lambda r: r["NumberStaff"] == "0.01",
    "staff NA": lambda r: r["NumberStaff"] == "NA",
    "complaints NA": lambda r: r.get("Complnt_upheld_or_partially_2122") == "NA",
    "0 places for care at home": lambda r: (
        r["Subtype"] == CARE_AT_HOME and r["Registered_Places"] == "0.0"
    ),
    "combined registrations": lambda r: r["Combined_Service_"] == "Yes",
    "lowest grade below every question joined": _contradicts,
    "lowest grade without questions": lambda r: (
        bool(r.get("MinGrade")) and not r.get("Quality_of_Care_and_Support")
    ),
    "outside Scotland": lambda r: r["Council_Area_Name"] == "outside Scotland",
    "neither data zone nor postcode": lambda r: not r["Datazone"] and not r["Service_Postcode"],
    "no data zone, but a postcode": lambda r: not r["Datazone"] and bool(r["Service_Postcode"]),
    "a provider's name with a comma": lambda r: _provider(r) == COMMA_SPELLINGS[1],
    "health board, field of the council blank": lambda r: r["ServiceType"] == "Health Board",
}
