"""Which assessments and advice a decision needs, by nation and day, from a table with its sources.

Nobody has checked the table against the law yet, and its rows say so.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from uuid import UUID

from carewright.govern.rules.nations import Nation
from carewright.platform.api import Blocker
from carewright_engine.values.period import Period


@dataclass(frozen=True, slots=True)
class Wanted:
    """One assessment or piece of advice that the law of a nation asks for, from a day on."""

    code: str
    name: str
    kind: str  # "assessment" or "advice"
    nation: Nation
    starts_on: date
    ends_before: date | None
    about: str
    source: str
    verified: bool

    def holds(self, on: date) -> bool:
        """Whether it is asked for on the day."""
        return Period(self.starts_on, self.ends_before).covers(on)


@cache
def every_wanted() -> tuple[Wanted, ...]:
    """The whole table, in its own order."""
    table = files("carewright.govern") / "reference" / "assessments.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    return tuple(_wanted(line) for line in csv.DictReader(lines))


def wanted(nation: Nation, *, on: date) -> tuple[Wanted, ...]:
    """What a decision under the nation's law needs on the day."""
    return tuple(each for each in every_wanted() if each.nation == nation and each.holds(on))


def missing(nation: Nation, *, on: date, given: Collection[str]) -> tuple[Wanted, ...]:
    """What is needed and neither attached nor answered with why it is not needed."""
    return tuple(each for each in wanted(nation, on=on) if each.code not in given)


def blockers_to_attach(
    nation: Nation, code: str, said: Mapping[str, str], written_on: date | None, *, today: date
) -> list[Blocker]:
    """Why an entry is none: nobody asks for it, or it names no author, no day or one to come."""
    if code not in {each.code for each in wanted(nation, on=today)}:
        return [Blocker("code", "No such assessment is asked for here")]
    if said["not_needed"]:
        return []
    blockers = []
    if not said["author"]:
        blockers.append(Blocker("author", "Say who wrote it, or why it is not needed"))
    if written_on is None:
        blockers.append(Blocker("written_on", "Give its date"))
    elif written_on > today:
        blockers.append(Blocker("written_on", "The date must not lie ahead"))
    return blockers


def nothing_to_read(document_id: UUID | None, said: Mapping[str, str]) -> list[Blocker]:
    """Why an entry does not count as attached: members decide on what they can read themselves.

    The name of an author and a date show that something was written, and not what it says.
    """
    if said["not_needed"] or document_id or said["published"]:
        return []
    why = "Give the file, or the address where it is published: members must be able to read it"
    return [Blocker("file", why)]


def _wanted(line: dict[str, str]) -> Wanted:
    return Wanted(
        code=line["code"],
        name=line["name"],
        kind=line["kind"],
        nation=Nation(line["nation"]),
        starts_on=date.fromisoformat(line["from"]),
        ends_before=date.fromisoformat(line["to"]) if line["to"] else None,
        about=line["about"],
        source=line["source"],
        verified=line["verified"] == "yes",
    )
