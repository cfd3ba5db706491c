"""Asks for the approval that the scheme of delegation wants before something may be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from carewright.decide.actions.moves import open_next_stage
from carewright.decide.actions.news import KIND, tell_deciders
from carewright.decide.models import ApprovalRequest, SchemeLine, Step
from carewright.decide.queries.schemes import line_row, scheme_in_force
from carewright.decide.rules.decided_acts import DecidedAct
from carewright.decide.rules.due import due_at
from carewright.decide.rules.scheme import Stage, Wanted, row_for
from carewright.platform import api as platform
from carewright.platform.api import Act, SharedKind
from carewright.ui.formats import in_london, pounds, written_date


class CannotAsk(Exception):
    """Nobody can be asked; the text says why, and what would mend it."""


@transaction.atomic
def request_approval(
    *,
    subject_kind: str,
    subject_id: object,
    title: str,
    link: str,
    act: DecidedAct,
    annual_value_pence: int,
    term_months: int,
    in_framework: bool,
    people_affected: int | None = None,
    partnership_id: UUID | None = None,
    author_account_ids: Iterable[UUID] = (),
    minutes_link: str = "",
    missing: Sequence[str] = (),
    missing_why: str = "",
    by: platform.Officer,
    at: datetime,
) -> UUID:
    """Asks, in the caller's transaction, and keeps the row of the scheme that counts today.

    `title` goes into notices, so it names no person in need of care; `link` leads to the evidence.
    Whoever asks is an author of what is asked about, with those whom the caller names. With a
    `minutes_link`, committees resolve on it only where it stands on the agenda of a meeting that
    the caller's stage keeps. `missing` names what should be there and is not, and `missing_why`
    is what whoever asks signs for it: everybody who decides reads both before deciding.
    """
    platform.require(by, Act.REQUEST_APPROVAL)
    wanted = Wanted(DecidedAct(act), annual_value_pence, term_months, in_framework)
    if partnership_id and partnership_id not in by.partnerships_sharing(SharedKind.APPROVAL):
        raise CannotAsk("Your organisation shares no requests for approval in that partnership.")
    line = _line(by, wanted, in_london(at).date())
    request = _written(
        ApprovalRequest(
            organisation_id=by.organisation.id, partnership_id=partnership_id,
            subject_kind=subject_kind, subject_id=str(subject_id), title=title[:200], link=link,
            people_affected=people_affected, act=wanted.act.value,
            annual_pence=annual_value_pence, term_months=term_months, in_framework=in_framework,
            line=line, requester_id=by.id, requester_account_id=by.account_id,
            requester_name=by.name, asked_at=at,
            author_account_ids=sorted(_people_of({by.account_id, *author_account_ids}, by)),
            minutes_link=minutes_link, missing=list(missing), missing_why=missing_why.strip(),
            decide_from=_members_look_until(line, by, at),
        )
    )  # fmt: skip
    _write_steps(request, line_row(line).stages)
    open_next_stage(request, at)
    platform.audit.record(
        Act.REQUEST_APPROVAL, KIND, request.pk, by=by, at=at,
        organisation_id=request.organisation_id, decided_act=wanted.act.value,
        annual_pence=annual_value_pence, term_months=term_months, in_framework=in_framework,
        about=f"{subject_kind} {subject_id}", scheme_row=str(line.pk),
    )  # fmt: skip
    tell_deciders(request, by=by, at=at)
    return request.pk


def _people_of(accounts: Iterable[UUID], by: platform.Officer) -> frozenset[UUID]:
    """Every account of whoever has one of these: a second sign-in makes nobody a second person."""
    return platform.accounts_of_the_same_people(accounts, organisation_id=by.organisation.id)


def _line(by: platform.Officer, wanted: Wanted, day: date) -> SchemeLine:
    """The row of the scheme that counts on the day, or why there is none."""
    scheme = scheme_in_force(by.organisation.id, on=day)
    if scheme is None:
        raise CannotAsk(
            f"{by.organisation.name} has no scheme of delegation in force on "
            f"{written_date(day)}. Import one and have it adopted first."
        )
    lines = {line_row(line): line for line in scheme.lines.filter(act=wanted.act.value)}
    row = row_for(lines, wanted)
    if row is None:
        raise CannotAsk(
            f"Version {scheme.version} of the scheme of delegation gives nobody the power of "
            f"{wanted.act.label.lower()} at {pounds(wanted.annual_pence)} a year for "
            f"{wanted.term_months} months, {wanted.side.label.lower()}."
        )
    return lines[row]


def _members_look_until(line: SchemeLine, by: platform.Officer, at: datetime) -> datetime | None:
    """The end of the days that members have before the last step; None without such days."""
    if line.scrutiny_before is None:
        return None
    return due_at(in_london(at).date(), line.scrutiny_before, by.organisation.area_code)


def _written(request: ApprovalRequest) -> ApprovalRequest:
    """Numbers the request within its organisation; two at once are numbered one by one."""
    platform.wait_ones_turn("approval_request", request.organisation_id)
    own = ApprovalRequest.objects.for_organisation(request.organisation_id)
    request.number = (own.aggregate(last=Max("number"))["last"] or 0) + 1
    try:
        with transaction.atomic():
            request.save()
    except IntegrityError as refused:
        if "request_is_open_once_for_an_act" not in str(refused):
            raise
        raise CannotAsk("This approval has been asked for and is not decided yet.") from None
    return request


def _write_steps(request: ApprovalRequest, stages: tuple[Stage, ...]) -> None:
    Step.objects.bulk_create(
        Step(
            request=request, stage=number, place=place, persons=part.persons,
            roles=sorted(role.value for role in part.roles), committee=part.committee,
        )
        for number, stage in enumerate(stages, start=1)
        for place, part in enumerate(stage, start=1)
    )  # fmt: skip
