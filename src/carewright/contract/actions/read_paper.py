"""Opens one person's placement, and its papers, to whoever has a purpose with that person."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.files import File

from carewright.contract.actions.reach import AGREEMENT
from carewright.contract.queries.among import placement_of, within_reach_of
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.register import api as register


def look_at_placement(*, agreement_id: UUID, by: platform.Officer, at: datetime) -> bool:
    """Writes down who looks at one person's placement and what for, before it is shown.

    Raises `register.PurposeNeeded` where the officer has not opened the person's record. Of an
    agreement that is no placement nothing is written. Returns whether it is one.
    """
    platform.require(by, Act.SEE_AGREEMENTS)
    found = within_reach_of(by).filter(pk=agreement_id).first()
    if found is None:
        raise platform.NotYours
    if placement_of(found) is None:
        return False
    purpose = _looked(found.person_id, by, at) if found.person_id else ""
    platform.audit.record_read(
        AGREEMENT, found.pk, by=by, at=at, organisation_id=found.organisation_id, purpose=purpose
    )
    return True


def read_paper(
    *, agreement_id: UUID, document_id: UUID, by: platform.Officer, at: datetime
) -> tuple[platform.DocumentVersion, File[bytes]]:
    """The newest version with its bytes, once the look at the person was written down.

    Raises `register.PurposeNeeded` where the officer has not opened the person's record. A
    placement that names no person yet opens to those who may see people; who read it stands in
    the record.
    """
    platform.require(by, Act.SEE_AGREEMENTS)
    found = within_reach_of(by).filter(pk=agreement_id).first()
    kept = platform.document(document_id, seen_by=by)
    if found is None or kept.placement_id != agreement_id:
        raise platform.NotYours
    purpose = _looked(found.person_id, by, at) if found.person_id else ""
    return platform.read_document(
        document_id=document_id, placement_id=agreement_id, purpose=purpose, by=by, at=at
    )


def _looked(person_id: UUID, by: platform.Officer, at: datetime) -> str:
    """For what the officer looks; the person can see that they did."""
    opened = register.look_at_person(person_id=person_id, by=by, at=at)
    return opened.purpose.label
