"""How often somebody has lately failed to sign in with an address."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.platform.rules.declarations import PersonalData, Retention


class SignInLock(models.Model):
    """Failures with one address, known or not, so that a lock tells nobody which are known.

    The address is kept as a keyed digest: whatever a stranger types is not written down.
    """

    personal_data: ClassVar = PersonalData.STAFF
    retention: ClassVar = Retention.WHILE_IN_USE

    address_digest = models.CharField(primary_key=True, max_length=64)
    failures = models.PositiveSmallIntegerField(default=0)
    first_at = models.DateTimeField()
    locked_until = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(address_digest__regex="^[0-9a-f]{64}$"),
                name="sign_in_lock_keeps_no_address",
            ),
        )

    def __str__(self) -> str:
        return f"{self.failures} failures"
