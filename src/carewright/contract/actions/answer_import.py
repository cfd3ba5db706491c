"""What a person says of an import: whom a supplier is, and what becomes of a row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from carewright.contract import models
from carewright.contract.actions.reach import import_in_reach, record_import, refuse_if
from carewright.contract.queries.among import rows_within_reach_of
from carewright.contract.queries.suppliers import BY_NAME
from carewright.contract.rules.importing import provider_number, sure_match
from carewright.contract.rules.life_of_an_import import ROW_MOVES, Reading, RowState
from carewright.platform import api as platform

#: The answer that a supplier is none of those that are known.
NONE_OF_THESE: Final = "none"


class Several(StrEnum):
    """Rows that one answer may settle together."""

    ASKED = "asked"  # those that somebody has to look at
    NO_CARE = "no_care"  # those whose words name no kind of care


@transaction.atomic(durable=True)
def answer_supplier(*, supplier_id: UUID, answer: str, by: platform.Officer, at: datetime) -> None:
    """Says which of the providers that were offered a supplier is, or that it is none of them."""
    found = _supplier(supplier_id, by)
    offered = {each["id"]: each for each in found.candidates}
    refuse_if(answer not in {*offered, NONE_OF_THESE}, "Choose one of those offered", "answer")
    refuse_if(
        found.rows.filter(state=RowState.PLACED.value).exists(),
        "Agreements were made with this supplier already. Take the import back to change it",
    )
    _join(found, offered.get(answer), by, at)
    found.save()
    record_import(
        "answer_supplier", found.batch, by=by, at=at, supplier=found.name,
        number=found.provider_number, provider=found.provider_name,
    )  # fmt: skip


@transaction.atomic(durable=True)
def confirm_sure_suppliers(*, batch_id: UUID, by: platform.Officer, at: datetime) -> int:
    """Confirms those whose number is that of one provider, under a like name; how many."""
    batch = import_in_reach(batch_id, by=by)
    found = [each for each in batch.suppliers.filter(is_open=True) if sure_match(each.candidates)]
    for each in found:
        _join(each, sure_match(each.candidates), by, at)
    changed = ["provider_number", "provider_name", "is_open", "decided_by_name", "decided_at"]
    models.ImportSupplier.objects.bulk_update(found, changed, batch_size=1_000)
    record_import(
        "confirm_sure_suppliers", batch, by=by, at=at, suppliers=[each.name for each in found]
    )
    return len(found)


@transaction.atomic(durable=True)
def settle_row(
    *, row_id: UUID, place: bool, reason: str = "", by: platform.Officer, at: datetime
) -> None:
    """Lets a row become an agreement as it is, or puts it aside with a reason."""
    own = models.ImportRow.objects.for_organisation(by.organisation.id)
    among = rows_within_reach_of(by, own)
    batch_id = among.filter(pk=row_id).values_list("batch_id", flat=True).first()
    if batch_id is None:
        raise platform.NotYours
    batch = import_in_reach(batch_id, by=by)
    row = among.get(pk=row_id)
    refuse_if(row.reading == Reading.REFUSED.value, "This row is no contract")
    refuse_if(not place and not reason.strip(), "Say why it is put aside", "reason")
    _move(row, RowState.READY if place else RowState.PUT_ASIDE)
    row.reason = reason.strip()
    row.decided_by_name, row.decided_at = by.name, at
    row.save()
    record_import(
        "settle_row", batch, by=by, at=at, reason=reason, row=row.source_row, state=row.state
    )


@transaction.atomic(durable=True)
def settle_rows(
    *, batch_id: UUID, which: Several, place: bool, reason: str = "", by: platform.Officer,
    at: datetime,
) -> int:  # fmt: skip
    """Settles several rows at once; how many they were."""
    batch = import_in_reach(batch_id, by=by)
    refuse_if(not place and not reason.strip(), "Say why they are put aside", "reason")
    refuse_if(place and which is Several.NO_CARE, "Rows to be placed are looked at")
    state = RowState.READY if place else RowState.PUT_ASIDE
    settled = rows_within_reach_of(by, _several(batch, which)).update(
        state=state.value, reason=reason.strip(), decided_by_name=by.name, decided_at=at
    )
    record_import(
        "settle_rows", batch, by=by, at=at, reason=reason, which=which.value, state=state.value,
        rows=settled,
    )  # fmt: skip
    return settled


def _several(batch: models.ImportBatch, which: Several) -> QuerySet[models.ImportRow]:
    if which is Several.ASKED:
        return batch.rows.filter(state=RowState.ASKED.value)
    open_still = Q(state__in=[RowState.ASKED.value, RowState.READY.value])
    return batch.rows.filter(open_still, care="")


def _supplier(supplier_id: UUID, by: platform.Officer) -> models.ImportSupplier:
    """The supplier; its import is locked, so no two answer and nobody places meanwhile."""
    among = models.ImportSupplier.objects.for_organisation(by.organisation.id)
    batch_id = among.filter(pk=supplier_id).values_list("batch_id", flat=True).first()
    if batch_id is None:
        raise platform.NotYours
    import_in_reach(batch_id, by=by)
    return among.select_related("batch").get(pk=supplier_id)


def _join(
    found: models.ImportSupplier, chosen: Mapping[str, Any] | None, by: platform.Officer,
    at: datetime,
) -> None:  # fmt: skip
    """Gives the supplier the name and number of the provider that it is, or those of the file."""
    known = str(chosen["id"]) if chosen else BY_NAME
    found.provider_name = str(chosen["name"]) if chosen else found.name
    found.provider_number = _number_in_file(found) if known.startswith(BY_NAME) else known
    found.is_open, found.decided_by_name, found.decided_at = False, by.name, at


def _number_in_file(found: models.ImportSupplier) -> str:
    row = found.rows.order_by("source_row").first()
    return provider_number(row.said) if row else ""


def _move(row: models.ImportRow, to: RowState) -> None:
    start = RowState(row.state)
    if start is to:
        return
    refuse_if(
        to not in ROW_MOVES[start],
        "An agreement was made of this row already. Take the import back to change it",
    )
    row.state = to.value
