"""Begins a template, and writes later versions of its words."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.correspond import models
from carewright.correspond.actions.reach import CannotWrite, record, refuse, template_in_reach
from carewright.correspond.rules.fields import SubjectKind, TemplateKind
from carewright.correspond.rules.wording import faults_in
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker, Retention


@transaction.atomic(durable=True)
def begin_template(
    *,
    name: str,
    kind: TemplateKind,
    subject: SubjectKind,
    retention: Retention,
    title: str,
    body: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Keeps the first words of a template under a name of its own; its id."""
    platform.require(by, Act.WRITE_TEMPLATE)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if once.done:
        return UUID(once.result)
    _refuse_faults(title, body, subject)
    begun = _named(name.strip(), kind, subject, retention, by)
    _write(begun, title, body, "", by=by, at=at)
    once.keep(begun.pk)
    return begun.pk


@transaction.atomic(durable=True)
def write_version(
    *,
    template_id: UUID,
    title: str,
    body: str,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> int:
    """Keeps new words, which count once somebody else has approved them; their number."""
    found = template_in_reach(template_id, by=by, act=Act.WRITE_TEMPLATE)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if once.done:
        return int(once.result)
    refuse([] if reason.strip() else ["Say what has changed and why"], where="reason")
    _refuse_faults(title, body, SubjectKind(found.subject_kind))
    found.newest += 1
    found.save(update_fields=["newest"])
    _write(found, title, body, reason.strip(), by=by, at=at)
    once.keep(found.newest)
    return found.newest


def _refuse_faults(title: str, body: str, subject: SubjectKind) -> None:
    faults = faults_in(title, body, subject)
    where = "title" if faults and not faults[0].line else "body"
    refuse([str(each) for each in faults], where=where)


def _named(
    name: str, kind: TemplateKind, subject: SubjectKind, retention: Retention, by: platform.Officer
) -> models.LetterTemplate:
    refuse([] if name else ["Give the template a name"], where="name")
    try:
        with transaction.atomic():
            return models.LetterTemplate.objects.create(
                organisation_id=by.organisation.id, name=name, kind=kind.value,
                subject_kind=subject.value, retention_class=retention.value,
            )  # fmt: skip
    except IntegrityError as refused:
        if "template_name_once_in_an_organisation" not in str(refused):
            raise
        says = f"There is a template called {name} already"
        raise CannotWrite([Blocker("name", says)]) from None


def _write(
    found: models.LetterTemplate, title: str, body: str, reason: str, *, by: platform.Officer,
    at: datetime,
) -> None:  # fmt: skip
    models.TemplateVersion.objects.create(
        organisation_id=found.organisation_id, template=found, number=found.newest,
        title=title.strip(), body=body.replace("\r\n", "\n").strip(), reason=reason,
        written_by_account=by.account_id, written_by_name=by.name, written_at=at,
    )  # fmt: skip
    record(Act.WRITE_TEMPLATE, found, by=by, at=at, reason=reason, version=found.newest)
