"""What a person signs in with, whichever organisations they act for."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from carewright.platform.rules.declarations import PersonalData, Retention


class Accounts(BaseUserManager["Account"]):
    """Finds accounts by their address, however it was typed."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """The account with this address; addresses are kept in small letters."""
        return self.get(email=(username or "").lower())


class Account(AbstractBaseUser):
    """One person's sign-in: an address, a password unless the employer signs them in.

    Most belong to officers; some to people who need care, and to those who speak for them.
    """

    personal_data: ClassVar = PersonalData.PERSON
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    opened_at = models.DateTimeField()
    # Nobody signed in for 90 days; an administrator may enable the account again.
    disabled_at = models.DateTimeField(null=True)
    enabled_at = models.DateTimeField(null=True)
    warned_at = models.DateTimeField(null=True)
    # Two colleagues vouched for somebody who lost every second factor: from then on only the link
    # that was sent opens the account, until another factor is set up with it.
    opens_by_link_from = models.DateTimeField(null=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name", "opened_at"]  # noqa: RUF012 - the base class wants a list

    objects = Accounts()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["email"], name="account_email_is_its_own"),
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="account_email_in_small_letters"
            ),
            models.CheckConstraint(
                condition=models.Q(disabled_at=None) | models.Q(is_active=False),
                name="account_disabled_is_not_active",
            ),
        )

    def __str__(self) -> str:
        return self.name
