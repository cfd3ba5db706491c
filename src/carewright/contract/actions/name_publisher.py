"""Says under which prefix an organisation publishes its contracts."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction

from carewright.contract import models
from carewright.contract.actions.reach import refuse
from carewright.contract.rules.open_contracting import blockers_to_prefix
from carewright.platform import api as platform
from carewright.platform.api import Act

ORGANISATION: Final = "organisation"


@transaction.atomic(durable=True)
def name_publisher(*, prefix: str, by: platform.Officer, at: datetime) -> None:
    """Puts a prefix in the place of the one before; the record keeps both.

    What was published under another stays known by it: readers then take it for something else.
    """
    platform.require(by, Act.WRITE_AGREEMENT)
    wanted = prefix.strip()
    refuse(blockers_to_prefix(wanted))
    own = models.OpenDataPublisher.objects.for_organisation(by.organisation.id)
    before = own.select_for_update().values_list("ocid_prefix", flat=True).first()
    own.update_or_create(
        organisation_id=by.organisation.id,
        defaults={"ocid_prefix": wanted, "set_by_name": by.name, "set_at": at},
    )
    platform.audit.record(
        "name_publisher", ORGANISATION, by.organisation.id, by=by, at=at,
        organisation_id=by.organisation.id, prefix=wanted, before=before or "",
    )  # fmt: skip
