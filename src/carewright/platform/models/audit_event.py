"""The record of who did what, when, for whom and why."""

from __future__ import annotations

import uuid
from typing import ClassVar, Final

import pgtrigger
from django.db import models

from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention

#: What an event says for ever; everything else about it can be made to be forgotten.
SAID_FOR_EVER: Final = (
    "id, at, act, subject_kind, subject_id, organisation_id, by_id, words_digest, leaf, "
    "written_in, written_at"
)


def _of(row: str) -> str:
    return ", ".join(f"{row}.{column.strip()}" for column in SAID_FOR_EVER.split(","))


#: Forgetting an event's words, once, is the only change there is.
ONLY_ERASED: Final = f"""
IF TG_OP = 'UPDATE' AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
    AND ({_of("OLD")}) IS NOT DISTINCT FROM ({_of("NEW")})
THEN RETURN NEW; END IF;
RAISE EXCEPTION 'Cannot update or delete what the record of events says';
"""

#: The database itself says when an event was written and in which transaction: whoever gives an
#: event an earlier time does not give it an earlier place.
TELL_WHEN: Final = """
NEW.written_in := pg_current_xact_id()::text::bigint;
NEW.written_at := clock_timestamp();
RETURN NEW;
"""


class AuditEvent(models.Model):
    """One act, written in the transaction that did it and never changed afterwards.

    It holds ids and names as text, no keys, so that it outlives whatever it speaks of. Its `leaf`
    is what gets sealed; name, reason and facts can be erased without breaking that.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.PERMANENT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField()
    act = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=100)
    organisation_id = models.UUIDField(null=True)
    by_id = models.CharField(max_length=40)
    by_name = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    salt = models.BinaryField(null=True)
    words_digest = models.BinaryField()
    leaf = models.BinaryField()
    written_in = models.BigIntegerField()
    written_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    objects = OrganisationQuerySet["AuditEvent"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["organisation_id", "-at"], name="audit_by_organisation"),
            models.Index(fields=["subject_kind", "subject_id", "at"], name="audit_by_subject"),
            models.Index(fields=["written_in", "id"], name="audit_by_writing"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(act="")
                & ~models.Q(subject_kind="")
                & (~models.Q(by_name="") | models.Q(erased_at__isnull=False)),
                name="audit_event_says_who_did_what",
            ),
            models.CheckConstraint(
                condition=models.Q(erased_at=None, salt__isnull=False)
                | models.Q(
                    erased_at__isnull=False,
                    salt=None,
                    by_name="",
                    reason="",
                    facts=models.Value({}, models.JSONField()),
                ),
                name="audit_event_erased_holds_no_words",
            ),
        )
        triggers = (
            pgtrigger.Trigger(
                name="never_changed",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=ONLY_ERASED,
            ),
            pgtrigger.Trigger(
                name="never_emptied",
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                func="RAISE EXCEPTION 'The record of events is never emptied';",
            ),
            pgtrigger.Trigger(
                name="told_when", when=pgtrigger.Before, operation=pgtrigger.Insert, func=TELL_WHEN
            ),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act} by {self.by_name}"
