"""What others may ask of this stage; every answer is a frozen row."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import Any, Final, TypeVar
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.postgres.aggregates import ArrayAgg
from django.db import connection
from django.db.models import Func, Model, OuterRef, Q, Subquery, TextField, Value

from carewright.platform import models, rows
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.jobs import UNDER_WAY, JobState
from carewright.platform.rules.organisations import OrganisationKind, Role
from carewright.platform.rules.sharing import Level, SharedKind

Kept = TypeVar("Kept", bound=Model)

MORE_THAN_A_PASSWORD: Final = [Authenticator.Type.TOTP.value, Authenticator.Type.WEBAUTHN.value]

#: Every request asks this, so it stands as the database gets it: composing it from querysets
#: each time took ten times as long as the answer.
OFFICES: Final = """
SELECT officer.id, officer.account_id, account.name, account.email, officer.job_title,
    ARRAY(
        SELECT held.role FROM platform_officerrole AS held
        WHERE held.officer_id = officer.id AND held.starts_on <= %(day)s
            AND (held.ends_before IS NULL OR held.ends_before > %(day)s)
    ),
    EXISTS (
        SELECT FROM mfa_authenticator AS proof
        WHERE proof.user_id = officer.account_id AND proof.type = ANY(%(more)s)
    ),
    platform_partnerships_of(officer.organisation_id, %(day)s),
    organisation.id, organisation.kind, organisation.name, organisation.slug,
    organisation.area_code, organisation.practice
FROM platform_officer AS officer
JOIN platform_account AS account ON account.id = officer.account_id
JOIN platform_organisation AS organisation ON organisation.id = officer.organisation_id
WHERE officer.account_id = %(account)s AND officer.active AND account.is_active
ORDER BY organisation.name
"""


class _PartnershipsOf(Func):
    """The partnerships that an organisation is in on a day, as text of JSON."""

    function = "platform_partnerships_of"
    template = "(%(function)s(%(expressions)s))::text"
    output_field = TextField()


class NotFound(LookupError):
    """There is no such thing among those that the asker may see."""


def organisation_row(found: models.Organisation) -> rows.Organisation:
    """The organisation as others see it."""
    return rows.Organisation(
        id=found.id,
        kind=OrganisationKind(found.kind),
        name=found.name,
        slug=found.slug,
        area_code=found.area_code,
        practice=found.practice,
    )


def organisation(slug: str) -> rows.Organisation:
    """The organisation with this short name."""
    try:
        return organisation_row(models.Organisation.objects.get(slug=slug))
    except models.Organisation.DoesNotExist:
        raise NotFound(f"There is no organisation {slug!r}") from None


def organisations() -> list[rows.Organisation]:
    """Every organisation by name; that they exist is public."""
    return [organisation_row(each) for each in models.Organisation.objects.order_by("name")]


def holds_a_real_organisation() -> bool:
    """Whether anybody's real work is in this database, so that nothing may be played with."""
    return models.Organisation.objects.filter(practice=False).exists()


def offices_of(account_id: UUID, *, on: date) -> list[rows.Office]:
    """For whom an account may act, with the roles held on the day, by organisation's name."""
    with connection.cursor() as cursor:
        cursor.execute(OFFICES, {"account": account_id, "day": on, "more": MORE_THAN_A_PASSWORD})
        return [_office(*found) for found in cursor]


def _office(*found: Any) -> rows.Office:
    officer_id, account_id, name, email, job_title, roles, second_factor, *rest = found
    partnerings, *organisation = rest
    its_id, kind, its_name, slug, area_code, practice = organisation
    return rows.Office(
        officer=rows.Officer(
            id=officer_id,
            account_id=account_id,
            name=name,
            email=email,
            job_title=job_title,
            organisation=rows.Organisation(
                its_id, OrganisationKind(kind), its_name, slug, area_code, practice
            ),
            roles=frozenset(Role(code) for code in roles),
            partnerings=partnerings_in(partnerings),
        ),
        second_factor=second_factor,
    )


def partnerings_in(found: str) -> tuple[rows.Partnering, ...]:
    """The partnerships in force, as the database tells of them."""
    return tuple(
        rows.Partnering(
            partnership_id=UUID(each["id"]),
            members=frozenset(map(UUID, each["members"])),
            shared={SharedKind(kind): Level(level) for kind, level in each["shared"].items()},
        )
        for each in json.loads(found)
    )


def officer(officer_id: UUID, *, on: date) -> rows.Officer:
    """An active officer, with the roles held on the day; for jobs that act for one."""
    try:
        found = _officers(on).get(id=officer_id, active=True, account__is_active=True)
    except models.Officer.DoesNotExist:
        raise NotFound("There is no such active officer") from None
    return _officer_row(found)


def officers_among(ids: Collection[UUID], *, on: date) -> list[rows.Officer]:
    """Those of the officers who are active, with the roles held on the day."""
    if not ids:
        return []
    found = _officers(on).filter(id__in=ids, active=True, account__is_active=True)
    return [_officer_row(each) for each in found]


def officers_holding(
    roles: frozenset[Role], *, organisation_id: UUID, on: date
) -> list[rows.Officer]:
    """The active officers of an organisation who hold any of the roles on the day, by name."""
    codes = [role.value for role in roles]
    holding = models.OfficerRole.objects.on(on).filter(role__in=codes).values("officer_id")
    found = _officers(on).for_organisation(organisation_id)
    wanted = found.filter(id__in=holding, active=True, account__is_active=True)
    return [_officer_row(each) for each in wanted.order_by("account__name", "id")]


def officer_with(email: str, *, organisation_id: UUID) -> UUID | None:
    """The office that the person with this address has in the organisation, active or not."""
    among = models.Officer.objects.for_organisation(organisation_id)
    found = among.filter(account__email=email.strip().lower())
    return found.values_list("id", flat=True).first()


def account_id_of(email: str) -> UUID | None:
    """The account with this address, if there is one and it is in use."""
    found = models.Account.objects.filter(email=email.strip().lower(), is_active=True)
    return found.values_list("id", flat=True).first()


def account_by_email(email: str) -> models.Account | None:
    """The account itself, which only the sign-in library needs, by its address."""
    return models.Account.objects.filter(email=email.strip().lower(), is_active=True).first()


def job(job_id: UUID, *, seen_by: rows.Officer) -> rows.Job:
    """How far a piece of work of the officer's organisation has come."""
    return job_row(_find(models.Job.objects.for_organisation(seen_by.organisation.id), job_id))


def job_state(column: str, *, seen_by: rows.Officer) -> Subquery:
    """Where the job stands whose id a list's rows keep in this column; null where none is seen."""
    own = models.Job.objects.for_organisation(seen_by.organisation.id)
    return Subquery(own.filter(pk=OuterRef(column)).values("state")[:1])


def latest_jobs(*, seen_by: rows.Officer, most: int = 20) -> list[rows.Job]:
    """What the officer asked for last, under way or ended."""
    own = models.Job.objects.for_organisation(seen_by.organisation.id)
    found = own.filter(requested_by_id=seen_by.id).order_by("-asked_at", "id")
    return [job_row(each) for each in found[:most]]


def jobs_under_way(*, seen_by: rows.Officer) -> list[rows.Job]:
    """What the officer's organisation is still waiting for."""
    found = models.Job.objects.for_organisation(seen_by.organisation.id)
    return [job_row(each) for each in found.filter(state__in=UNDER_WAY).order_by("asked_at")]


def events_about(
    subject_kind: str, subject_id: object, *, seen_by: rows.Officer
) -> list[rows.Event]:
    """What the record says of one thing, oldest first."""
    found = models.AuditEvent.objects.for_organisation(seen_by.organisation.id)
    about = found.filter(subject_kind=subject_kind, subject_id=str(subject_id))
    return [_event_row(each) for each in about.order_by("at", "written_at")]


def events(*, seen_by: rows.Officer) -> OrganisationQuerySet[models.AuditEvent]:
    """Everything that the record says of the officer's organisation, for a list to choose from."""
    return models.AuditEvent.objects.for_organisation(seen_by.organisation.id)


def event(event_id: UUID, *, seen_by: rows.Officer) -> rows.Event:
    """One line of the record."""
    return _event_row(_find(events(seen_by=seen_by), event_id))


def _officers(on: date) -> OrganisationQuerySet[models.Officer]:
    held = Q(roles__starts_on__lte=on) & (Q(roles__ends_before=None) | Q(roles__ends_before__gt=on))
    return models.Officer.objects.select_related("organisation", "account").annotate(
        roles_held=ArrayAgg("roles__role", filter=held, default=[]),
        partnerings=_PartnershipsOf("organisation_id", Value(on)),
    )


def _officer_row(found: models.Officer) -> rows.Officer:
    return rows.Officer(
        id=found.id,
        account_id=found.account_id,
        name=found.account.name,
        email=found.account.email,
        job_title=found.job_title,
        organisation=organisation_row(found.organisation),
        roles=frozenset(Role(code) for code in found.roles_held),  # type: ignore[attr-defined]
        partnerings=partnerings_in(found.partnerings),  # type: ignore[attr-defined]
    )


def _find(among: OrganisationQuerySet[Kept], wanted: UUID) -> Kept:
    found = among.filter(pk=wanted).first()
    if found is None:
        raise NotFound("There is nothing with this id that you may see")
    return found


def job_row(found: models.Job) -> rows.Job:
    """The piece of work as others see it."""
    return rows.Job(
        id=found.id,
        organisation_id=found.organisation_id,
        kind=found.kind,
        title=found.title,
        state=JobState(found.state),
        requested_by=found.requested_by_name,
        requested_by_id=found.requested_by_id,
        step=found.step,
        done=found.done,
        total=found.total,
        outcome=found.outcome,
        result_kind=found.result_kind,
        result_id=found.result_id,
        result_link=found.result_link,
        asked_at=found.asked_at,
        news_at=found.news_at,
        ended_at=found.ended_at,
    )


def _event_row(found: models.AuditEvent) -> rows.Event:
    return rows.Event(
        id=found.id,
        at=found.at,
        act=found.act,
        subject_kind=found.subject_kind,
        subject_id=found.subject_id,
        by_id=found.by_id,
        by_name=found.by_name,
        reason=found.reason,
        facts=found.facts,
        organisation_id=found.organisation_id,
        words_digest=bytes(found.words_digest),
        salt=bytes(found.salt) if found.salt is not None else None,
        erased_at=found.erased_at,
    )
