"""What came of looking over the record, and where checkpoints were left."""

from __future__ import annotations

from uuid import UUID

from carewright.attest import models, rows
from carewright.attest.rules.examining import Fault, Finding
from carewright.platform import api as platform


def last_verdict() -> rows.Verdict | None:
    """The last look over the whole record; None where nobody has looked."""
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
        findings=tuple(_finding(each) for each in found.findings),
        findings_count=found.findings_count,
    )


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


def _finding(kept: dict[str, str | int | None]) -> Finding:
    event_id, place = kept["event_id"], kept["place"]
    return Finding(
        fault=Fault(str(kept["fault"])),
        says=str(kept["says"]),
        place=int(place) if place is not None else None,
        event_id=UUID(str(event_id)) if event_id else None,
    )
