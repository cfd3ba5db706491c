"""Takes the import of a register back whole, until something was built on its agreements."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from carewright.contract import models
from carewright.contract.actions.begin_import import AT_A_TIME, News, nothing
from carewright.contract.actions.reach import (
    import_in_reach,
    record_import,
    refuse,
    refuse_if,
    refuse_placements,
)
from carewright.contract.queries.built_upon import built_upon, holding, worked_out_of_agreements
from carewright.contract.rules.life_of_an_import import BatchState, RowState
from carewright.platform import api as platform
from carewright.platform.api import Blocker
from carewright.ui.formats import count_of


@transaction.atomic(durable=True)
def undo_import(
    *, batch_id: UUID, saw: int, reason: str, by: platform.Officer, at: datetime,
    news: News = nothing, in_the_end: Callable[[], None] = nothing,
) -> None:  # fmt: skip
    """Takes every agreement of the import out of the register again; its rows are kept.

    `saw` is how many agreements the person was shown before they said so. An agreement that was
    signed, priced, changed or used since holds the whole import, and is named.
    """
    batch = import_in_reach(batch_id, by=by)
    refuse_if(not reason.strip(), "Say why the import is taken back", "reason")
    # Locked before anybody looks what was built on them, so that nobody signs one meanwhile.
    made = models.Agreement.objects.filter(imported_row__batch=batch).order_by("pk")
    ids = [each.pk for each in made.only("pk").select_for_update(of=("self",))]
    here = len(ids)
    refuse_if(
        here != saw,
        f"There are {count_of(here, '%(n)s agreement', '%(n)s agreements')} now. Look again",
    )
    refuse_placements(batch.rows.filter(agreement__isnull=False), by, "takes them back")
    refuse([Blocker("", each) for each in built_upon(batch)])
    _take_out(batch, ids, news)
    batch.state = BatchState.UNDONE.value
    batch.undone_by_name, batch.undone_at, batch.undone_reason = by.name, at, reason.strip()
    batch.save(update_fields=["state", "undone_by_name", "undone_at", "undone_reason"])
    record_import("undo_import", batch, by=by, at=at, reason=reason, agreements=here)
    in_the_end()


def _take_out(batch: models.ImportBatch, ids: Sequence[UUID], news: News) -> None:
    """Nothing but what the import itself wrote hangs on them, so that goes first.

    A thousand at a time: PostgreSQL takes no statement with more than 65,535 values.
    """
    for done in range(0, len(ids), AT_A_TIME):
        news("Taking the agreements out", done, len(ids))
        some = ids[done : done + AT_A_TIME]
        placed = batch.rows.filter(agreement__in=some)
        placed.update(state=RowState.READY.value, agreement=None)
        for model, field in worked_out_of_agreements():
            _take_with(model, {f"{field}__in": some})
        for part in (models.PriceLine, models.AgreementService, models.Party):
            part.objects.filter(agreement__in=some).delete()
        models.Agreement.objects.filter(pk__in=some).delete()


def _take_with(model: type[Model], under: Mapping[str, Any]) -> None:
    """What was worked out of the agreements, unless somebody had a hand in it at this moment."""
    held = holding(model).filter(**under).values("pk")
    model._default_manager.filter(**under).exclude(pk__in=held).delete()
