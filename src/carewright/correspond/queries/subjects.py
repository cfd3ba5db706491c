"""What letters are about: subjects to choose from, and the value of every field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final
from uuid import UUID

from carewright.correspond.rows import Draft, Subject
from carewright.correspond.rules.fields import SubjectKind
from carewright.correspond.rules.wording import filled, filled_blocks, missing_from
from carewright.decide import api as decide
from carewright.follow_up import api as follow_up
from carewright.govern import api as govern
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.register import api as register
from carewright.ui.formats import number, pounds, written_date, written_datetime, written_time

MOST_OFFERED: Final = 50
#: What one must be allowed to see to write about it.
SEEN_UNDER: Final = {
    SubjectKind.PROVIDER: Act.SEE_FACTS, SubjectKind.MEETING: Act.SEE_PAPERS,
    SubjectKind.PLAN: Act.SEE_ACTIONS, SubjectKind.REQUEST: Act.SEE_DECISIONS,
}  # fmt: skip


def subjects(
    kind: SubjectKind, words: str, *, seen_by: platform.Officer, at: datetime
) -> list[tuple[str, str]]:
    """Ids and names of what can be written about, narrowed by words; at most fifty."""
    platform.require(seen_by, SEEN_UNDER[kind])
    return OFFERED[kind](words.strip(), seen_by, at)[:MOST_OFFERED]


def subject(
    kind: SubjectKind, subject_id: str, *, seen_by: platform.Officer, at: datetime
) -> Subject:
    """One subject with the value of every field; `NotFound` for a stranger's."""
    platform.require(seen_by, SEEN_UNDER[kind])
    name, values = FOUND[kind](subject_id, seen_by, at)
    return Subject(subject_id, name, {**values, **_everywhere(seen_by, at)})


def draft(title: str, body: str, about: Subject) -> Draft:
    """The letter as it would be written, or what it lacks."""
    if missing := missing_from(about.values, title, body):
        return Draft(about, title, (), missing)
    words = filled(title, about.values)
    return Draft(about, words, filled_blocks(body, about.values), ())


def _everywhere(officer: platform.Officer, at: datetime) -> dict[str, str]:
    return {
        "organisation.name": officer.organisation.name,
        "organisation.kind": officer.organisation.kind.label.lower(),
        "officer.name": officer.name, "officer.job_title": officer.job_title,
        "officer.email": officer.email, "today": written_date(at),
    }  # fmt: skip


Offered = list[tuple[str, str]]
Found = tuple[str, dict[str, str]]


def _providers(words: str, by: platform.Officer, at: datetime) -> Offered:
    found = register.providers(words, seen_by=by, most=MOST_OFFERED)
    # A provider that a register leaves without a name can be chosen, and stops the letter.
    return [(each.provider_id, each.name or each.provider_id) for each in found]


def _provider(provider_id: str, by: platform.Officer, at: datetime) -> Found:
    found = register.provider(provider_id, seen_by=by)
    return found.name or found.provider_id, {
        "provider.name": found.name, "provider.number": found.provider_id,
        "provider.services": number(found.services), "provider.areas": ", ".join(found.areas),
    }  # fmt: skip


def _meetings(words: str, by: platform.Officer, at: datetime) -> Offered:
    named = (
        (str(each.id), f"{each.body}, {written_datetime(each.starts_at)}")
        for each in govern.meetings(seen_by=by)
        if each.cancelled_at is None
    )
    return [each for each in named if words.casefold() in each[1].casefold()]


def _meeting(meeting_id: str, by: platform.Officer, at: datetime) -> Found:
    found = govern.meeting(_id(meeting_id), seen_by=by, at=at)
    met = found.meeting
    return f"{met.body}, {written_datetime(met.starts_at)}", {
        "meeting.body": met.body, "meeting.day": written_date(met.starts_at),
        "meeting.time": written_time(met.starts_at), "meeting.place": met.place,
        "meeting.papers": number(len(found.items)),
    }  # fmt: skip


def _plans(words: str, by: platform.Officer, at: datetime) -> Offered:
    found = follow_up.plans(seen_by=by, at=at).filter(title__icontains=words)
    return [(str(each.pk), each.title) for each in found[:MOST_OFFERED]]


def _plan(plan_id: str, by: platform.Officer, at: datetime) -> Found:
    found = follow_up.plan(_id(plan_id), seen_by=by)
    so_far = follow_up.progress_of_plan(found.id, seen_by=by, at=at)
    return found.title, {
        "plan.title": found.title, "plan.about": found.about, "plan.reference": found.reference,
        "plan.source": found.source.label, "plan.begun": written_date(found.begun_at),
        "plan.actions": number(so_far.actions), "plan.to_do": number(so_far.to_do),
        "plan.overdue": number(so_far.overdue),
    }  # fmt: skip


def _requests(words: str, by: platform.Officer, at: datetime) -> Offered:
    own = decide.approvals(seen_by=by).for_organisation(by.organisation.id)
    asked = own.filter(title__icontains=words).order_by("-asked_at")[:MOST_OFFERED]
    rows = [decide.approval_row(each) for each in asked]
    return [(str(each.id), f"{each.reference} {each.title}") for each in rows]


def _request(request_id: str, by: platform.Officer, at: datetime) -> Found:
    found = decide.approval(_id(request_id), seen_by=by)
    return f"{found.reference} {found.title}", {
        "request.reference": found.reference, "request.title": found.title,
        "request.kind": found.act.label, "request.value": pounds(found.annual_pence, whole=True),
        "request.state": found.state.label, "request.asked_by": found.requester_name,
        "request.asked_on": written_date(found.asked_at),
    }  # fmt: skip


def _id(words: str) -> UUID:
    try:
        return UUID(words)
    except ValueError:
        raise platform.NotFound("There is nothing with this id") from None


OFFERED: Final[dict[SubjectKind, Callable[[str, platform.Officer, datetime], Offered]]] = {
    SubjectKind.PROVIDER: _providers, SubjectKind.MEETING: _meetings,
    SubjectKind.PLAN: _plans, SubjectKind.REQUEST: _requests,
}  # fmt: skip
FOUND: Final[dict[SubjectKind, Callable[[str, platform.Officer, datetime], Found]]] = {
    SubjectKind.PROVIDER: _provider, SubjectKind.MEETING: _meeting,
    SubjectKind.PLAN: _plan, SubjectKind.REQUEST: _request,
}  # fmt: skip
