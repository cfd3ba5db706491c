"""A step of a scheme as a cell of its file says it, both ways.

Authorising director                         one person in this role
Budget holder or Team manager                one person in either role
Authorising director x 2                     two persons
Finance officer + Legal adviser              both, side by side
Committee: Executive                         a committee, by its minute
"""

from __future__ import annotations

import re
from typing import Final

from carewright.decide.rules.scheme import Part, Stage
from carewright.platform.api import Role

COMMITTEE: Final = re.compile(r"committee\s*:\s*(?P<name>.*)", re.IGNORECASE)
PERSONS: Final = re.compile(r"(?P<roles>.*?)\s+[x×]\s*(?P<persons>\d+)$", re.IGNORECASE)
MOST_PERSONS: Final = 5


class NotUnderstood(ValueError):
    """A cell that names nobody; the text says what to write instead."""


def read_stage(cell: str) -> Stage:
    """The parts that a cell names."""
    return tuple(_part(" ".join(words.split())) for words in cell.split("+"))


def written_stage(stage: Stage) -> str:
    """The cell that names the parts."""
    return " + ".join(_written(part) for part in stage)


def read_roles(cell: str) -> frozenset[Role]:
    """The roles that a cell names, any of which will do."""
    return frozenset(_role(words) for words in re.split(r"\s+or\s+", cell.strip()))


def written_roles(roles: frozenset[Role]) -> str:
    """The roles as a cell names them, in the alphabet's order."""
    return " or ".join(sorted(role.label for role in roles))


def _part(words: str) -> Part:
    if named := COMMITTEE.fullmatch(words):
        if not named["name"]:
            raise NotUnderstood("name the committee, as in Committee: Executive")
        return Part(committee=named["name"])
    counted = PERSONS.fullmatch(words)
    if counted is None:
        return Part(roles=read_roles(words))
    persons = int(counted["persons"])
    if not 1 <= persons <= MOST_PERSONS:
        raise NotUnderstood(f"ask for 1 to {MOST_PERSONS} persons")
    return Part(roles=read_roles(counted["roles"]), persons=persons)


def _written(part: Part) -> str:
    if part.committee:
        return f"Committee: {part.committee}"
    many = f" x {part.persons}" if part.persons > 1 else ""
    return written_roles(part.roles) + many


def _role(words: str) -> Role:
    wanted = words.strip().casefold().replace("_", " ")
    for role in Role:
        if role.label.casefold() == wanted:
            return role
    if not wanted:
        raise NotUnderstood("name a role, as in Authorising director")
    raise NotUnderstood(f"“{words.strip()}” is no role; use a role's name, or Committee: its name")
