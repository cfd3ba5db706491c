"""Which role a group of the employer's sign-in gives in an organisation."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from carewright.platform.models.organisation import Organisation
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.rules.declarations import PersonalData, Retention
from carewright.platform.rules.organisations import Role


class GroupRole(models.Model):
    """Whoever the employer's sign-in says is in the group holds the role, from sign-in to sign-in.

    The power to let people in is given by a group only where that was declared on purpose.
    """

    personal_data: ClassVar = PersonalData.NONE
    retention: ClassVar = Retention.SEVEN_YEARS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    group = models.CharField(max_length=200)
    role = models.CharField(max_length=40)
    administrator_declared = models.BooleanField(default=False)
    added_at = models.DateTimeField()

    objects = OrganisationQuerySet["GroupRole"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "group", "role"], name="group_role_is_given_once"
            ),
            models.CheckConstraint(
                condition=~Q(group="") & ~Q(role=""), name="group_role_names_both"
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.SYSTEM_ADMINISTRATOR.value) | Q(administrator_declared=True),
                name="group_role_administrator_is_declared",
            ),
        )

    def __str__(self) -> str:
        return f"{self.group}: {Role(self.role).label}"
