"""Whose record somebody may open who is no officer: what consent and law give them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

#: Why an access by consent ended, where whoever decides about consent ended it.
TAKEN_BACK: Final = "Consent was withdrawn"


class RecordPart(StrEnum):
    """A part of a record that may be seen by itself."""

    RECORD = "record"  # area, age band, care groups, level of need
    SUPPORT = "support"  # what care was given
    DECISIONS = "decisions"  # what was assessed, reviewed, decided
    LOOKS = "looks"  # who looked
    CONSENT = "consent"  # who else may see it

    @property
    def label(self) -> str:
        """As a form for officers says it."""
        return PART_WORDS[self]


PART_WORDS: Final[Mapping[RecordPart, str]] = {
    RecordPart.RECORD: "What is kept about the person",
    RecordPart.SUPPORT: "What care was given",
    RecordPart.DECISIONS: "What was decided",
    RecordPart.LOOKS: "Who looked at the record",
    RecordPart.CONSENT: "Who else may see the record",
}

#: What somebody may decide about a record; later stages add choices of care.
DECIDABLE: Final = frozenset({RecordPart.CONSENT})


class Capacity(StrEnum):
    """As what somebody opens a record."""

    PERSON = "person"
    CARER = "carer"  # unpaid
    ADVOCATE = "advocate"  # independent
    ATTORNEY = "attorney"
    GUARDIAN = "guardian"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return CAPACITY_WORDS[self]

    @property
    def needs_second_factor(self) -> bool:
        """An advocate opens many people's records, so a password alone is not enough."""
        return self is Capacity.ADVOCATE


CAPACITY_WORDS: Final[Mapping[Capacity, str]] = {
    Capacity.PERSON: "The person",
    Capacity.CARER: "Carer (unpaid)",
    Capacity.ADVOCATE: "Independent advocate",
    Capacity.ATTORNEY: "Attorney",
    Capacity.GUARDIAN: "Guardian",
}


class Ground(StrEnum):
    """By what right."""

    SELF = "self"
    CONSENT = "consent"
    POWER_OF_ATTORNEY = "power_of_attorney"
    GUARDIANSHIP_ORDER = "guardianship_order"
    ADVOCACY_APPOINTMENT = "advocacy_appointment"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return GROUND_WORDS[self]


GROUND_WORDS: Final[Mapping[Ground, str]] = {
    Ground.SELF: "It is their own record",
    Ground.CONSENT: "The person says yes",
    Ground.POWER_OF_ATTORNEY: "A power of attorney",
    Ground.GUARDIANSHIP_ORDER: "A court's guardianship order",
    Ground.ADVOCACY_APPOINTMENT: "Appointed as the person's advocate",
}


@dataclass(frozen=True, slots=True)
class Reach:
    """Who may have a ground, and the most that it can give them."""

    capacities: frozenset[Capacity]
    may_see: frozenset[RecordPart]
    may_decide: frozenset[RecordPart]
    needs_proof: bool


_ALL: Final = frozenset(RecordPart)
_CARE: Final = frozenset({RecordPart.RECORD, RecordPart.SUPPORT, RecordPart.DECISIONS})

REACH: Final[Mapping[Ground, Reach]] = {
    Ground.SELF: Reach(frozenset({Capacity.PERSON, Capacity.CARER}), _ALL, DECIDABLE, False),
    # A yes opens what it names, and never who else was let in or who looked.
    Ground.CONSENT: Reach(
        frozenset({Capacity.CARER, Capacity.ADVOCATE}), _CARE, frozenset(), False
    ),
    Ground.POWER_OF_ATTORNEY: Reach(frozenset({Capacity.ATTORNEY}), _ALL, DECIDABLE, True),
    Ground.GUARDIANSHIP_ORDER: Reach(frozenset({Capacity.GUARDIAN}), _ALL, DECIDABLE, True),
    Ground.ADVOCACY_APPOINTMENT: Reach(
        frozenset({Capacity.ADVOCATE}), _CARE | {RecordPart.LOOKS}, frozenset(), True
    ),
}


#: What to say where no proof is stated, by whether the right rests on a paper.
PROOF_WORDS: Final[Mapping[bool, str]] = {
    True: "Say which paper you saw and where it is kept",
    False: "Say how you know that it is they, such as which paper you saw",
}


def blockers_to_let_in_officer(
    ground: Ground, *, themselves: bool, holds_office: bool
) -> list[tuple[str, str]]:
    """Why an account may not have the access that acts for an organisation too.

    Nobody opens a record to themselves; and who works where the record is kept opens it only
    for a purpose, which is written down, and never as if they were the person.
    """
    if themselves:
        return [("email", "You cannot let yourself in. A colleague has to do it")]
    if holds_office and ground is Ground.SELF:
        return [("email", "They work here, so they open records at work, for a purpose")]
    return []


def blockers_to_give(
    *,
    capacity: Capacity,
    ground: Ground,
    may_see: Collection[RecordPart],
    may_decide: Collection[RecordPart],
    proof: str,
    starts_on: date,
    ends_before: date | None,
) -> list[tuple[str, str]]:
    """Why access cannot be given so: the question that is answered wrongly, and the words."""
    reach, found = REACH[ground], []
    if capacity not in reach.capacities:
        found.append(("ground", f"{capacity.label}: this right does not fit"))
    if not may_see:
        found.append(("may_see", "Choose at least one part of the record"))
    if beyond := set(may_see) - reach.may_see:
        words = ", ".join(each.label.lower() for each in sorted(beyond))
        found.append(("may_see", f"This right does not open: {words}"))
    if set(may_decide) - reach.may_decide:
        found.append(("may_decide", "This right gives nothing to decide"))
    if not proof.strip() and (reach.needs_proof or ground is Ground.SELF):
        found.append(("proof", PROOF_WORDS[reach.needs_proof]))
    if ends_before is not None and ends_before <= starts_on:
        found.append(("ends_before", "The last day must come after the first"))
    return found
