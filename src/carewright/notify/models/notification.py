"""What an officer was told, and by which mail."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.notify.rules.kinds import NewsKind
from carewright.notify.rules.mailing import DeliveryState
from carewright.platform.api import OrganisationQuerySet, PersonalData, Retention


class Delivery(models.Model):
    """One mail to one officer, holding one piece of news or several."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.ONE_YEAR

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    officer = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default=DeliveryState.WAITING.value)
    begun_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=200, blank=True)

    objects = OrganisationQuerySet["Delivery"].as_manager()

    class Meta:
        indexes = (models.Index(fields=["officer", "state"], name="delivery_by_officer"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in DeliveryState]),
                name="delivery_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state=DeliveryState.SENT.value, sent_at__isnull=False)
                | (~Q(state=DeliveryState.SENT.value) & Q(sent_at=None)),
                name="delivery_sent_says_when",
            ),
        )

    def __str__(self) -> str:
        return f"Mail of {self.begun_at:%Y-%m-%d %H:%M}"


class Notification(models.Model):
    """One thing that one officer was told, with a page where it can be seen to."""

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.ONE_YEAR

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "platform.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    officer = models.ForeignKey("platform.Officer", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=100)
    title = models.CharField(max_length=200)
    link = models.CharField(max_length=300)
    stands_in_for = models.CharField(max_length=200, blank=True)  # whoever is away
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mail_due_at = models.DateTimeField(null=True)  # null: it stays on the desk
    delivery = models.ForeignKey(
        Delivery, null=True, on_delete=models.PROTECT, related_name="notifications"
    )

    objects = OrganisationQuerySet["Notification"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["officer", "-told_at"], name="notification_by_officer"),
            models.Index(
                fields=["officer", "mail_due_at"], name="notification_to_be_mailed",
                condition=Q(delivery=None, mail_due_at__isnull=False),
            ),
        )  # fmt: skip
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in NewsKind]),
                name="notification_kind_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(link__regex="^/[^/]"), name="notification_leads_to_our_page"
            ),
            models.CheckConstraint(
                condition=Q(delivery=None) | Q(mail_due_at__isnull=False),
                name="notification_is_mailed_when_it_was_due",
            ),
        )

    def __str__(self) -> str:
        return self.title
