"""Where people are signed in: one row a browser, deleted when it ends."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from carewright.platform.models.account import Account
from carewright.platform.rules.declarations import PersonalData, Retention


class Session(AbstractBaseSession):
    """One browser in which somebody is, or is about to be, signed in.

    The key is the secret that the browser holds, so pages speak of a session by its `reference`.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.WHILE_IN_USE

    reference = models.UUIDField(default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    acts_for = models.UUIDField(null=True)  # the organisation; null until one is chosen
    device = models.CharField(max_length=60, blank=True)
    place = models.CharField(max_length=60, blank=True)
    began_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["account"], name="session_by_account"),)
        constraints = (
            models.UniqueConstraint(fields=["reference"], name="session_reference_is_its_own"),
        )

    def __str__(self) -> str:
        return f"{self.device}, {self.place}"
