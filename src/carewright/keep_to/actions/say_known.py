"""Writes down what is known of an agreement beside its register, and works out what follows."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.keep_to import models
from carewright.keep_to.actions.reach import require_agreement
from carewright.keep_to.actions.work_out import bring_up_to_date
from carewright.keep_to.rules.known import Known
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london


@transaction.atomic(durable=True)
def say_known(*, agreement_id: UUID, known: Known, by: platform.Officer, at: datetime) -> None:
    """Puts what is known now in the place of what was known; the record keeps both."""
    found = require_agreement(
        agreement_id, by=by, act=Act.KEEP_OBLIGATIONS, on=in_london(at).date()
    )  # fmt: skip
    told = {name: value for name, value in asdict(known).items()}
    models.KnownFacts.objects.update_or_create(
        agreement_id=agreement_id,
        defaults={
            **told, "organisation_id": found.organisation_id, "said_by_name": by.name,
            "said_at": at,
        },
    )  # fmt: skip
    platform.audit.record(
        "say_known", "agreement", agreement_id, by=by, at=at,
        organisation_id=found.organisation_id,
        **{name: str(value) for name, value in told.items() if value is not None},
    )  # fmt: skip
    bring_up_to_date(agreement_id, by=by, at=at)
