"""What was decided by whom under which power, for members who look at it before or after."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from carewright.decide import api as decide
from carewright.govern import models, rows
from carewright.govern.queries.papers import PAPER
from carewright.platform import api as platform


def decisions(*, seen_by: platform.Officer, at: datetime) -> list[rows.Decision]:
    """Every approval that was asked for, the latest first, with what members asked about it."""
    asked = _questions_by_paper(seen_by)
    own = decide.approvals(seen_by=seen_by).for_organisation(seen_by.organisation.id)
    found = own.order_by("-asked_at", "-number")
    return [_decision(decide.approval_row(each), asked, at) for each in found]


def open_to_members(*, seen_by: platform.Officer, at: datetime) -> list[rows.Decision]:
    """Papers at which members may look now, before or after the decision, the first to end first.

    What scrutiny has called for already is no news to it.
    """
    own = decide.approvals(seen_by=seen_by).for_organisation(seen_by.organisation.id)
    ahead = own.filter(subject_kind=PAPER).filter(Q(decide_from__gt=at) | Q(carry_out_from__gt=at))
    found = [_decision(decide.approval_row(each), {}, at) for each in ahead]
    running = [each for each in found if each.open_until and not each.held]
    return sorted(running, key=lambda each: (each.open_until, each.reference))


def _questions_by_paper(seen_by: platform.Officer) -> dict[str, tuple[int, int]]:
    """How many questions each paper has, and how many of them no answer."""
    among = models.Question.objects.for_organisation(seen_by.organisation.id)
    counted = among.values("paper_id").annotate(
        asked=Count("id", distinct=True),
        unanswered=Count("id", filter=Q(answers=None), distinct=True),
    )
    return {str(each["paper_id"]): (each["asked"], each["unanswered"]) for each in counted}


def _decision(
    found: decide.Approval, asked: dict[str, tuple[int, int]], at: datetime
) -> rows.Decision:
    is_paper = found.subject_kind == PAPER
    questions, unanswered = asked.get(found.subject_id, (0, 0)) if is_paper else (0, 0)
    return rows.Decision(
        id=found.id, reference=found.reference, title=found.title, link=found.link,
        paper_id=UUID(found.subject_id) if is_paper else None, act=found.act, state=found.state,
        tag=found.tag, held=bool(found.held), by=_by_whom(found), power=_power(found),
        annual_pence=found.annual_pence, people_affected=found.people_affected,
        asked_by=found.requester_name, asked_at=found.asked_at, ended_at=found.ended_at,
        questions=questions, unanswered=unanswered,
        look_until=None if found.ended else found.days.before(at),
        call_in_until=found.days.after(at),
    )  # fmt: skip


def _by_whom(found: decide.Approval) -> str:
    """Each person or committee that spoke, and as what."""
    names = []
    for said in (each for step in found.steps for each in step.said):
        if said.committee:
            names.append(f"{said.committee}, minute {said.minute_reference}")
        else:
            instead = f", standing in for {said.power_name}" if said.power_name else ""
            role = f" ({said.role.label})" if said.role else ""
            names.append(f"{said.name}{role}{instead}")
    if found.urgent and not names:
        return f"{found.urgent.name} acted first, before approval"
    return "; ".join(names)


def _power(found: decide.Approval) -> str:
    """The row of the scheme of delegation under which it was decided."""
    cited = f": {found.row.cited}" if found.row.cited else ""
    return f"Scheme version {found.scheme_version}, row {found.row.number}{cited}"
