"""What came of looking over the record, and where checkpoints were left."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from carewright.attest import models, rows
from carewright.attest.rules.examining import Fault, Finding
from carewright.platform import api as platform


def last_verdict(*, seen_by: platform.Officer) -> rows.Verdict | None:
    """The last look over the whole record; None where nobody has looked.

    What is wrong with another organisation's event is told by its place alone.
    """
    found = models.Verification.objects.order_by("-at").first()
    if found is None:
        return None
    return rows.Verdict(
        at=found.at,
        by_name=found.by_name,
        events=found.events,
        sealed=found.sealed,
        unsealed=found.unsealed,
        checkpoints=found.checkpoints,
        witnesses=tuple(found.witnesses),
        findings=_shown(tuple(map(_finding, found.findings)), seen_by),
        findings_count=found.findings_count,
    )


def anybody_looked() -> bool:
    """Whether the record has ever been looked over."""
    return models.Verification.objects.exists()


def deposits(*, seen_by: platform.Officer) -> list[rows.Deposit]:
    """Where checkpoints were left: by the installation, and with the officer's organisation."""
    own = seen_by.organisation.id
    found = models.Deposit.objects.visible_to(seen_by).order_by("-at")[:200]
    return [
        rows.Deposit(
            each.checkpoint_number, each.kind, each.left_with, each.by_name, each.at,
            own=each.organisation_id == own,
        )
        for each in found
    ]  # fmt: skip


def _shown(findings: tuple[Finding, ...], seen_by: platform.Officer) -> tuple[Finding, ...]:
    named = [each.event_id for each in findings if each.event_id]
    own = set(platform.events(seen_by=seen_by).filter(pk__in=named).values_list("pk", flat=True))
    return tuple(
        each
        if each.event_id is None or each.event_id in own
        else Finding(each.fault, OTHERS[each.fault], each.place)
        for each in findings
    )


#: What may be said of an event that is not the organisation's own, or that is gone.
OTHERS: Final = {
    Fault.EDITED: "An event that is not yours is not what was sealed",
    Fault.DELETED: "An event was sealed and is gone; nobody can tell whose it was",
    Fault.INSERTED: "An event that is not yours was put in later",
    Fault.REORDERED: "An event that is not yours was moved",
    Fault.TRUNCATED: "The end of the record is gone",
    Fault.REWRITTEN: "The record was written anew",
    Fault.CHECKPOINT: "A checkpoint is wrong",
    Fault.ERASED: "The words of an event that is not yours were erased in silence",
}


def _finding(kept: dict[str, str | int | None]) -> Finding:
    event_id, place = kept["event_id"], kept["place"]
    return Finding(
        fault=Fault(str(kept["fault"])),
        says=str(kept["says"]),
        place=int(place) if place is not None else None,
        event_id=UUID(str(event_id)) if event_id else None,
    )
