"""What is kept of a person in need of care: never a name, and no more than the work asks for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

AGE_BANDS: Final = ("0-17", "18-64", "65-74", "75-84", "85+")

#: For whom a service is, as published registers sort it; and those who care for others unpaid.
CARE_GROUPS: Final[Mapping[str, str]] = {
    "older_people": "Older people",
    "dementia": "People with dementia",
    "learning_disability": "People with a learning disability",
    "mental_health": "People with mental ill health",
    "physical_disability": "People with a physical disability",
    "sensory": "People with sight or hearing loss",
    "substance_use": "People who use alcohol or drugs",
    "carer": "Carers (unpaid)",
    "child": "Children and young people",
}

#: Scotland's national eligibility framework for self-directed support. England has no levels:
#: there a need is eligible or is not (Care and Support (Eligibility Criteria) Regulations 2015).
NEED_LEVELS: Final[Mapping[str, str]] = {
    "critical": "Critical",
    "substantial": "Substantial",
    "moderate": "Moderate",
    "low": "Low",
    "eligible": "Eligible (England)",
    "not_eligible": "Not eligible (England)",
}

#: A reference as a council's case system gives it. A name would hold a space or small letters,
#: or no figure at all, so none gets in.
REFERENCE: Final = r"^[A-Z0-9][A-Z0-9/-]*[0-9][A-Z0-9/-]*$"


def as_reference(typed: str) -> str:
    """A reference however it was typed."""
    return typed.strip().upper()


def blockers_to_add(
    *, reference: str, age_band: str, care_groups: Collection[str], need_level: str
) -> list[tuple[str, str]]:
    """Why a record cannot be added so: the question that is answered wrongly, and the words."""
    found = []
    if not re.fullmatch(REFERENCE, reference) or len(reference) > 40:
        found.append(
            ("reference", "Enter the case system's reference, like EL-104233. Never a name")
        )
    if age_band not in {"", *AGE_BANDS}:
        found.append(("age_band", "Choose an age band"))
    if set(care_groups) - set(CARE_GROUPS):
        found.append(("care_groups", "Choose care groups of the list"))
    if need_level not in {"", *NEED_LEVELS}:
        found.append(("need_level", "Choose a level of need"))
    return found
