"""Imports of registers: where each stands, and what is left to ask a person."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Count, Q

from carewright.contract import models, rows
from carewright.contract.queries.among import rows_within_reach_of, within_reach_of
from carewright.contract.queries.built_upon import built_upon
from carewright.contract.rules.importing import sure_match
from carewright.contract.rules.life_of_an_import import BatchState, RowState
from carewright.contract.rules.words import Kind, Regime
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet
from carewright.register import api as register


def imports(*, seen_by: platform.Officer) -> OrganisationQuerySet[models.ImportBatch]:
    """The registers of which agreements are made, for a list page."""
    return models.ImportBatch.objects.for_organisation(seen_by.organisation.id)


def imports_to_answer(*, seen_by: platform.Officer) -> list[tuple[UUID, str, int]]:
    """Imports with questions that wait for a person: which, of what file, and how many."""
    standing = imports(seen_by=seen_by).filter(state=BatchState.OPEN.value)
    asked = Count("rows", filter=Q(rows__state=RowState.ASKED.value), distinct=True)
    unmatched = Count("suppliers", filter=Q(suppliers__is_open=True), distinct=True)
    counted = standing.annotate(left=asked + unmatched).filter(left__gt=0)
    return [(each.pk, each.file_name, each.left) for each in counted.order_by("begun_at")]


def import_of(batch_id: UUID, *, seen_by: platform.Officer) -> rows.Batch:
    """One import with its counts; a stranger's does not exist."""
    found = imports(seen_by=seen_by).filter(pk=batch_id).first()
    if found is None:
        raise platform.NotFound("There is no such import that you may see")
    return rows.Batch(
        id=found.pk, dataset_id=found.dataset_id, file_name=found.file_name,
        state=BatchState(found.state), kind=Kind(found.kind), regime=Regime(found.regime),
        read_on=found.read_on, absent=tuple(found.absent), counts=_counts(found),
        begun_by=found.begun_by_name, begun_at=found.begun_at, undone_by=found.undone_by_name,
        undone_at=found.undone_at, undone_reason=found.undone_reason, job_id=found.job_id,
    )  # fmt: skip


def import_of_file(sha256: str, *, seen_by: platform.Officer) -> UUID | None:
    """The import that stands of this very file, if there is one."""
    standing = imports(seen_by=seen_by).filter(sha256=sha256, state=BatchState.OPEN.value)
    return standing.values_list("pk", flat=True).first()


def what_holds(batch_id: UUID, *, seen_by: platform.Officer) -> list[str]:
    """Why an import cannot be taken back now, by agreement; nothing where it can."""
    found = imports(seen_by=seen_by).filter(pk=batch_id).first()
    if found is None:
        raise platform.NotFound("There is no such import that you may see")
    return built_upon(found)


def imported_rows(
    batch_id: UUID, *, seen_by: platform.Officer
) -> OrganisationQuerySet[models.ImportRow]:
    """Every row of an import that the officer may see, with its supplier and its agreement."""
    own = models.ImportRow.objects.for_organisation(seen_by.organisation.id)
    found = own.filter(batch_id=batch_id).select_related("supplier", "agreement")
    return rows_within_reach_of(seen_by, found)


def imported_suppliers(
    batch_id: UUID, *, seen_by: platform.Officer
) -> OrganisationQuerySet[models.ImportSupplier]:
    """Every supplier of an import, with the number of its rows."""
    own = models.ImportSupplier.objects.for_organisation(seen_by.organisation.id)
    return own.filter(batch_id=batch_id).annotate(how_many=Count("rows"))


def supplier_to_match(supplier_id: UUID, *, seen_by: platform.Officer) -> rows.SupplierToMatch:
    """One supplier, and whom it may be."""
    own = models.ImportSupplier.objects.for_organisation(seen_by.organisation.id)
    found = own.annotate(how_many=Count("rows")).filter(pk=supplier_id).first()
    if found is None:
        raise platform.NotFound("There is no such supplier that you may see")
    offered = tuple(
        rows.MatchOffered(each["id"], each["name"], tuple(each["reasons"]), each["caution"])
        for each in found.candidates
    )
    return rows.SupplierToMatch(
        id=found.pk, batch_id=found.batch_id, name=found.name, numbers=tuple(found.numbers),
        postcode=found.postcode, rows=found.how_many, offered=offered,
        answer="" if found.is_open else found.provider_name, decided_by=found.decided_by_name,
        next_id=next_supplier(found.batch_id, seen_by=seen_by, after=found.name),
    )  # fmt: skip


def next_supplier(batch_id: UUID, *, seen_by: platform.Officer, after: str = "") -> UUID | None:
    """The next supplier that nobody has answered: by name, from the start again after the last."""
    own = models.ImportSupplier.objects.for_organisation(seen_by.organisation.id)
    waiting = own.filter(batch_id=batch_id, is_open=True).exclude(name=after).order_by("name", "id")
    ids = waiting.values_list("pk", flat=True)
    return ids.filter(name__gt=after).first() or ids.first()


def sure_suppliers(batch_id: UUID, *, seen_by: platform.Officer) -> list[tuple[str, str, str]]:
    """Suppliers whose number is that of one provider under a like name: name, provider, number."""
    own = models.ImportSupplier.objects.for_organisation(seen_by.organisation.id)
    waiting = own.filter(batch_id=batch_id, is_open=True).order_by("name", "id")
    pairs = ((each.name, sure_match(each.candidates)) for each in waiting)
    return [(name, sure["name"], sure["id"]) for name, sure in pairs if sure]


def row_to_settle(row_id: UUID, *, seen_by: platform.Officer) -> rows.RowToSettle:
    """One row with the file's own words, and why somebody has to look at it."""
    own = models.ImportRow.objects.for_organisation(seen_by.organisation.id)
    batch_id = own.filter(pk=row_id).values_list("batch_id", flat=True).first()
    among = imported_rows(batch_id, seen_by=seen_by) if batch_id else own.none()
    found = among.select_related("supplier", "batch").filter(pk=row_id).first()
    if found is None:
        raise platform.NotFound("There is no such row that you may see")
    return rows.RowToSettle(
        id=found.pk, batch_id=found.batch_id, source_row=found.source_row,
        state=RowState(found.state), title=found.title, doubt=found.doubt,
        supplier=found.supplier.name if found.supplier else "",
        repeats=_repeats(found, seen_by), found=_words(found, seen_by), reason=found.reason,
        decided_by=found.decided_by_name, agreement_id=found.agreement_id,
        next_id=next_row(found.batch_id, seen_by=seen_by, after=found.source_row),
    )  # fmt: skip


def next_row(batch_id: UUID, *, seen_by: platform.Officer, after: int = 0) -> UUID | None:
    """The next row that somebody has to look at, from the start again after the last."""
    asked = imported_rows(batch_id, seen_by=seen_by).filter(state=RowState.ASKED.value)
    ids = asked.exclude(source_row=after).order_by("source_row").values_list("pk", flat=True)
    return ids.filter(source_row__gt=after).first() or ids.first()


def origin_of(agreement_id: UUID, *, seen_by: platform.Officer) -> rows.Origin | None:
    """The row of a register of which the agreement was made."""
    own = models.ImportRow.objects.for_organisation(seen_by.organisation.id)
    among = rows_within_reach_of(seen_by, own).filter(agreement_id=agreement_id)
    found = among.values_list("batch_id", "batch__file_name", "source_row").first()
    return rows.Origin(*found) if found else None


def _counts(found: models.ImportBatch) -> rows.BatchCounts:
    def of(state: RowState) -> Count:
        return Count("pk", filter=Q(state=state.value))

    at = found.rows.aggregate(
        ready=of(RowState.READY), asked=of(RowState.ASKED), placed=of(RowState.PLACED),
        put_aside=of(RowState.PUT_ASIDE),
        waiting=Count("pk", filter=Q(state=RowState.READY.value, supplier__is_open=True)),
    )  # fmt: skip
    suppliers = found.suppliers.aggregate(
        suppliers=Count("pk"), suppliers_asked=Count("pk", filter=Q(is_open=True))
    )
    return rows.BatchCounts(
        read=found.rows_read, kept=found.rows_kept, doubtful=found.rows_doubtful,
        refused=found.rows_refused, **at, **suppliers,
    )  # fmt: skip


def _repeats(
    found: models.ImportRow, seen_by: platform.Officer
) -> tuple[tuple[str, UUID | None, str], ...]:
    """What the row may repeat in words; an agreement only where the officer may see it."""
    ids = [each["id"] for each in found.repeats if each["kind"] == "agreement"]
    there = {str(each.pk): each for each in within_reach_of(seen_by).filter(pk__in=ids)}
    told: list[tuple[str, UUID | None, str]] = []
    for each in found.repeats:
        if each["kind"] == "row":
            told.append((f"Row {each['id']}", None, each["why"]))
        elif agreement := there.get(each["id"]):
            told.append((f"{agreement} {agreement.title}", agreement.pk, each["why"]))
    return tuple(told)


def _words(found: models.ImportRow, seen_by: platform.Officer) -> Mapping[str, str]:
    """The cells of the row as they stand in the file."""
    try:
        kept = register.published_rows(found.batch.dataset_id, [found.source_row], seen_by=seen_by)
    except platform.NotFound:
        return {}
    return dict(kept[0].values) if kept else {}
