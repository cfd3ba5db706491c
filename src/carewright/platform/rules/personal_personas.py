"""The invented people who open a record and act for no organisation, for practice sign-ins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from carewright.platform.rules.own_record import Capacity, Ground, RecordPart


@dataclass(frozen=True, slots=True)
class PersonalPersona:
    """Somebody with access to invented records: as what, by what right, to which parts."""

    key: str
    name: str
    job_title: str
    capacity: Capacity
    ground: Ground
    records: tuple[str, ...]  # references of the people whose records they open
    may_see: tuple[RecordPart, ...]
    can_do: str
    may_decide: tuple[RecordPart, ...] = ()
    proof: str = ""

    @property
    def email(self) -> str:
        """An address that no mail can ever reach: `.example` is reserved (RFC 2606)."""
        return f"{self.key}@home.example"


PERSON_REFERENCE: Final = "EL-100001"
CARER_REFERENCE: Final = "EL-100002"
OTHER_REFERENCE: Final = "EL-100003"
WARD_REFERENCE: Final = "EL-100004"

_CARE: Final = (RecordPart.RECORD, RecordPart.SUPPORT, RecordPart.DECISIONS)

PERSONAL_PERSONAS: Final = (
    PersonalPersona(
        "person", "Margaret Elder", "Person who gets care", Capacity.PERSON, Ground.SELF,
        (PERSON_REFERENCE,), tuple(RecordPart), "Reads her own record, and says who else may",
        may_decide=(RecordPart.CONSENT,), proof="Met at home, case system document 88118",
    ),
    PersonalPersona(
        "carer", "Joan Elder", "Carer", Capacity.CARER, Ground.SELF, (CARER_REFERENCE,),
        tuple(RecordPart), "Has a record of her own, and sees what her mother lets her see",
        may_decide=(RecordPart.CONSENT,), proof="Met at home, case system document 88119",
    ),
    PersonalPersona(
        "advocate", "Leila Marsh", "Independent advocate", Capacity.ADVOCATE, Ground.CONSENT,
        (PERSON_REFERENCE,), _CARE, "Speaks up for people who have said yes to it",
        proof="Signed consent, case system document 88120",
    ),
    PersonalPersona(
        "attorney", "Peter Ash", "Attorney", Capacity.ATTORNEY, Ground.POWER_OF_ATTORNEY,
        (OTHER_REFERENCE,), tuple(RecordPart),
        "Decides for a person who cannot, as the law lets him",
        may_decide=(RecordPart.CONSENT,),
        proof="Certificate of the Public Guardian, case system document 88121",
    ),
    PersonalPersona(
        "guardian", "Moira Linn", "Guardian", Capacity.GUARDIAN, Ground.GUARDIANSHIP_ORDER,
        (WARD_REFERENCE,), tuple(RecordPart),
        "Decides for her grown-up son, as far as the sheriff's order goes",
        may_decide=(RecordPart.CONSENT,),
        proof="Order of the sheriff court, case system document 88122",
    ),
)  # fmt: skip


def personal_persona_at(email: str) -> PersonalPersona | None:
    """The persona with this address."""
    return next((each for each in PERSONAL_PERSONAS if each.email == email), None)
