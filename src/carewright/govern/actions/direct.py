"""Writing and issuing directions of a joint board, and what the directed body says to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from carewright.decide import api as decide
from carewright.govern import models
from carewright.govern.actions.partner_news import tell_of_direction
from carewright.govern.actions.reach import claimed, refuse
from carewright.govern.queries.directions import near
from carewright.govern.rules.directions import (
    DirectionFacts,
    DirectionState,
    NoteKind,
    Replacing,
    blockers_to_direct,
    blockers_to_issue,
    blockers_to_say,
    blockers_to_write,
)
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a direction; `to_id` is the directed body where it works here."""

    title: str
    to_id: UUID | None
    to_name: str
    text: str
    functions: str
    money_pence: int | None
    payment: str
    starts_on: date
    ends_before: date | None
    request_id: UUID
    replaces_id: UUID | None = None
    replaces_how: Replacing | None = None


@transaction.atomic(durable=True)
def write_direction(
    *,
    said: Said,
    direction_id: UUID | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Keeps the draft of a direction, a new one under the board's next number."""
    once = claimed(intent, Act.WRITE_DIRECTION, by=by, at=at)
    if once.done:
        return UUID(once.result)
    refuse(blockers_to_direct(by.organisation.kind))
    found = _own(direction_id, by) if direction_id else _next(by)
    if found.state != DirectionState.DRAFT:
        refuse([Blocker("", "A direction that is issued stays as it is; write a later one")])
    _fill(found, said, by)
    found.written_by_name, found.written_at = by.name, at
    found.save()
    _record(Act.WRITE_DIRECTION, found, by, at, to=found.to_name)
    once.keep(found.pk)
    return found.pk


@transaction.atomic(durable=True)
def issue_direction(*, direction_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Gives the direction to the directed body, and ends what it replaces."""
    found = _own(direction_id, by)
    platform.require(by, Act.ISSUE_DIRECTION)
    approval = _approved(found.request_id, by)
    earlier = _own(found.replaces_id, by) if found.replaces_id else None
    waits = approval.blockers_to_carry_out(at) if approval else []
    refuse(
        blockers_to_issue(
            state=DirectionState(found.state), approved=approval is not None,
            earlier=DirectionState(earlier.state) if earlier else None,
        )
        + [Blocker("request", each.says) for each in waits]
    )  # fmt: skip
    if earlier is not None:
        earlier.state = Replacing(found.replaces_how).leaves.value
        earlier.save(update_fields=["state"])
    found.state, found.issued_by_name, found.issued_at = DirectionState.ISSUED.value, by.name, at
    found.save()
    _record(
        Act.ISSUE_DIRECTION, found, by, at, to=found.to_name, money_pence=found.money_pence,
        rests_on=found.rests_on, replaces=earlier.reference if earlier else "",
    )  # fmt: skip
    tell_of_direction(found, "Direction to acknowledge", by=by)


@transaction.atomic(durable=True)
def answer_direction(
    *,
    direction_id: UUID,
    kind: NoteKind,
    text: str = "",
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Acknowledges a direction for the body that it is given to, or says how far it has come."""
    if claimed(intent, Act.ANSWER_DIRECTION, by=by, at=at).done:
        return
    platform.wait_ones_turn("direction", by.organisation.id)
    found = near(by).filter(pk=direction_id, to_id=by.organisation.id).first()
    if found is None:
        raise platform.NotYours
    refuse(
        blockers_to_say(
            kind, text=text.strip(), standing=found.state == DirectionState.ISSUED,
            acknowledged=found.notes.filter(kind=NoteKind.ACKNOWLEDGED.value).exists(),
        )
    )  # fmt: skip
    models.DirectionNote.objects.create(
        organisation_id=by.organisation.id, direction=found, kind=kind.value, text=text.strip(),
        said_by_name=by.name, said_at=at,
    )  # fmt: skip
    _record(Act.ANSWER_DIRECTION, found, by, at, kind=kind.value, text=text.strip())
    said = "Acknowledged" if kind is NoteKind.ACKNOWLEDGED else "Progress reported"
    tell_of_direction(found, said, by=by)


def _fill(found: models.Direction, said: Said, by: platform.Officer) -> None:
    """The words, once the rules have nothing against them."""
    to = next((each for each in platform.organisations() if each.id == said.to_id), None)
    approval = _approved(said.request_id, by)
    earlier = _own(said.replaces_id, by) if said.replaces_id else None
    refuse(
        blockers_to_write(
            DirectionFacts(
                said.title.strip(), said.text.strip(), said.functions.strip(),
                said.payment.strip(), said.money_pence, to.name if to else said.to_name.strip(),
                to.kind if to else None, said.starts_on, said.ends_before,
            )
        )
        + _against(earlier, said, approval)
    )  # fmt: skip
    found.title, found.text = said.title.strip(), said.text.strip()
    found.functions, found.payment = said.functions.strip(), said.payment.strip()
    found.to_id, found.to_name = said.to_id, to.name if to else said.to_name.strip()
    found.money_pence = said.money_pence or 0
    found.starts_on, found.ends_before = said.starts_on, said.ends_before
    found.request_id = said.request_id
    found.rests_on = f"{approval.reference} {approval.title}" if approval else ""
    found.replaces = earlier
    found.replaces_how = said.replaces_how.value if earlier and said.replaces_how else ""


def _against(
    earlier: models.Direction | None, said: Said, approval: decide.Approval | None
) -> list[Blocker]:
    """What the decision, or the direction to be replaced, has against the words."""
    found = []
    if approval is None:
        found.append(Blocker("request", "Choose a decision that your board has approved"))
    if earlier is not None and said.replaces_how is None:
        found.append(Blocker("replaces_how", "Say whether it takes the place or revokes"))
    if earlier is not None and earlier.to_id != said.to_id:
        found.append(Blocker("replaces", "A direction to another body cannot be replaced"))
    if earlier is not None and earlier.state != DirectionState.ISSUED:
        found.append(Blocker("replaces", "That direction no longer stands"))
    return found


def _approved(request_id: UUID, by: platform.Officer) -> decide.Approval | None:
    """The board's own approved request, or None."""
    try:
        found = decide.approval(request_id, seen_by=by)
    except platform.NotFound:
        return None
    own = found.organisation_id == by.organisation.id
    return found if own and found.state is decide.RequestState.APPROVED else None


def _own(direction_id: UUID, by: platform.Officer) -> models.Direction:
    """The board's own direction, locked; anybody else's does not exist."""
    among = models.Direction.objects.for_organisation(by.organisation.id)
    found = among.select_for_update(of=("self",)).filter(pk=direction_id).first()
    if found is None:
        raise platform.NotYours
    return found


def _next(by: platform.Officer) -> models.Direction:
    """A direction under the board's next number."""
    platform.wait_ones_turn("direction", by.organisation.id)
    own = models.Direction.objects.for_organisation(by.organisation.id)
    last = own.aggregate(last=Max("number"))["last"] or 0
    return models.Direction(
        organisation_id=by.organisation.id, number=last + 1, state=DirectionState.DRAFT.value
    )


def _record(
    act: Act, found: models.Direction, by: platform.Officer, at: datetime, **facts: object
) -> None:
    platform.audit.record(
        act, "direction", found.pk, by=by, at=at, organisation_id=by.organisation.id,
        reference=found.reference, said=facts,
    )  # fmt: skip
