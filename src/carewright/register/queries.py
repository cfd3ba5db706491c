"""What others may ask of the register; nothing here changes anything."""

from __future__ import annotations

from datetime import date
from typing import BinaryIO
from uuid import UUID

import polars as pl
from django.core.files.storage import default_storage
from django.db.models import QuerySet

from carewright.platform import api as platform
from carewright.register import rows, store
from carewright.register.frames import corrected, frames_of
from carewright.register.models import (
    Correction,
    Dataset,
    GroupDecision,
    PublicRunDecision,
    ServiceReading,
)
from carewright.register.models.service_reading import COPIED
from carewright.register.rules.life_of_a_dataset import DatasetState
from carewright_engine.provision.groups import propose_groups
from carewright_engine.provision.inputs import Confirmed, Inputs, SourceRef
from carewright_engine.tables.schemas import SERVICE


def datasets(*, seen_by: platform.Officer) -> QuerySet[Dataset]:
    """The files that the officer may see, latest first, for a list page."""
    return Dataset.objects.visible_to(seen_by).order_by("-uploaded_at", "id")


def dataset(dataset_id: UUID, *, seen_by: platform.Officer) -> rows.Dataset:
    """One file; a stranger's does not exist."""
    return dataset_row(_dataset(dataset_id, seen_by))


def dataset_for_operator(dataset_id: UUID) -> rows.Dataset:
    """One file, for whoever runs the installation from its own command line."""
    return dataset_row(Dataset.objects.get(pk=dataset_id))


def is_imported(sha256: str, *, organisation_id: UUID | None) -> bool:
    """Whether the very same file counts already, for the organisation or, with None, for all."""
    return Dataset.objects.filter(
        sha256=sha256, organisation_id=organisation_id, state=DatasetState.IMPORTED.value
    ).exists()


def anything_imported() -> bool:
    """Whether any file counts at all."""
    return Dataset.objects.filter(state=DatasetState.IMPORTED.value).exists()


def dataset_with_digest(sha256: str, *, seen_by: platform.Officer) -> rows.Dataset:
    """The imported file with this digest."""
    found = (
        Dataset.objects.visible_to(seen_by)
        .filter(sha256=sha256, imported_at__isnull=False)
        .order_by("organisation_id", "-imported_at")
        .first()
    )
    if found is None:
        raise platform.NotFound
    return dataset_row(found)


def doubtful_and_refused(
    dataset_id: UUID, which: str, *, seen_by: platform.Officer
) -> pl.DataFrame:
    """The rows that are doubtful, or were refused, each with its reason and how to mend it."""
    table = _dataset(dataset_id, seen_by).tables.filter(name=which).first()
    if table is None:
        raise platform.NotFound
    return store.frame_kept_as(table.stored_as)


def published_rows(
    dataset_id: UUID, numbers: list[int], *, seen_by: platform.Officer
) -> list[rows.PublishedRow]:
    """Rows of the file as they stand there, by their numbers (the header is row 1)."""
    from carewright.register.published_rows import rows_of_file

    found = _dataset(dataset_id, seen_by)
    return rows_of_file(found.document.stored_as, found.file_name, tuple(numbers))


def open_file(dataset_id: UUID, *, seen_by: platform.Officer) -> BinaryIO:
    """The file's bytes as they came."""
    return default_storage.open(_dataset(dataset_id, seen_by).document.stored_as)


def services(*, seen_by: platform.Officer) -> QuerySet[ServiceReading]:
    """Services of every imported file, for a list page."""
    return ServiceReading.objects.visible_to(seen_by)


def days_with_services(*, seen_by: platform.Officer) -> list[date]:
    """The days on which the imported files show services, latest first."""
    days = services(seen_by=seen_by).order_by("-as_at").values_list("as_at", flat=True)
    return list(days.distinct())


def councils_with_services(*, seen_by: platform.Officer) -> list[tuple[str, str]]:
    """Codes and names of the councils that the imported services stand in."""
    pairs = (
        services(seen_by=seen_by)
        .exclude(council_code="")
        .order_by("council_code", "council_name")
        .values_list("council_code", "council_name")
        .distinct()
    )
    # Publishers spell a council in several ways; one spelling is enough for a choice.
    return sorted(dict(pairs).items(), key=lambda pair: pair[1])


def readings_of(service_id: str, *, seen_by: platform.Officer) -> list[rows.Reading]:
    """One service as each imported file shows it, the latest first."""
    found = services(seen_by=seen_by).filter(service_id=service_id).select_related("dataset")
    return [
        rows.Reading(
            service_id=r.service_id, register=r.register, as_at=r.as_at, source_row=r.source_row,
            sha256=r.dataset.sha256,
            values={name: getattr(r, name) for name in COPIED},
        )
        for r in found.order_by("-as_at", "organisation_id")
    ]  # fmt: skip


def corrections(*, seen_by: platform.Officer) -> list[rows.Correction]:
    """The corrections that stand for the officer's organisation."""
    found = Correction.objects.for_organisation(seen_by.organisation.id)
    return [
        rows.Correction(
            c.pk, c.service_id, c.as_at, c.column, c.old_value, c.new_value, c.reason,
            c.decided_by_name, c.decided_at,
        )
        for c in found.filter(withdrawn_at=None).order_by("decided_at", "id")
    ]  # fmt: skip


def public_run_proposals(
    *, council_codes: tuple[str, ...], as_at: date, seen_by: platform.Officer
) -> list[rows.PublicRunProposal]:
    """Services that a file lets us propose as publicly run, with what people decided."""
    decided = _public_run_decisions(seen_by)
    proposed = (
        services(seen_by=seen_by)
        .filter(as_at=as_at, council_code__in=council_codes)
        .exclude(public_class="")
        .order_by("kind", "name", "id")
    )
    return [_proposal(reading, decided.get(reading.service_id)) for reading in proposed]


def group_proposals(*, seen_by: platform.Officer) -> list[rows.GroupProposal]:
    """Providers proposed as one operator, with what people decided."""
    decided = {
        decision.group_id: decision
        for decision in GroupDecision.objects.for_organisation(seen_by.organisation.id).filter(
            withdrawn_at=None
        )
    }
    services_frame = _frames(seen_by).get("service", SERVICE.empty())
    groups = propose_groups(services_frame).sort("group_id", "provider_id")
    found = []
    for (group_id,), members in groups.group_by(["group_id"], maintain_order=True):
        if members.height > 1:
            found.append(_group(str(group_id), members, decided.get(str(group_id))))
    return found


def inputs_for(*, seen_by: platform.Officer) -> Inputs:
    """Everything that an analysis for this organisation may rest on."""
    frames = _frames(seen_by)
    if "service" in frames:
        frames["service"] = corrected(frames["service"], corrections(seen_by=seen_by))
        frames["provider_group"] = propose_groups(frames["service"])
    used = _usable(seen_by)
    sources = tuple(
        SourceRef(d.sha256, d.file_name, d.kind, d.publisher, d.licence, d.as_at) for d in used
    )
    return Inputs(frames=frames, sources=sources, confirmed=_confirmed(seen_by))


def outlines_of(codes: tuple[str, ...], *, seen_by: platform.Officer) -> list[str]:
    """Boundaries of areas as GeoJSON geometries, those that imported files hold."""
    found = _frames(seen_by).get("boundary")
    if found is None:
        return []
    wanted = found.filter(pl.col("code").is_in(list(codes))).unique("code").sort("code")
    return wanted["geometry"].to_list()


def _confirmed(seen_by: platform.Officer) -> Confirmed:
    groups = GroupDecision.objects.for_organisation(seen_by.organisation.id).filter(
        withdrawn_at=None
    )
    return Confirmed(
        public={
            service_id: decision.public_class or None
            for service_id, decision in _public_run_decisions(seen_by).items()
        },
        groups_confirmed=frozenset(g.group_id for g in groups if g.is_one),
        groups_undone=frozenset(g.group_id for g in groups if not g.is_one),
    )


def _public_run_decisions(seen_by: platform.Officer) -> dict[str, PublicRunDecision]:
    standing = PublicRunDecision.objects.for_organisation(seen_by.organisation.id)
    return {d.service_id: d for d in standing.filter(withdrawn_at=None)}


def _usable(seen_by: platform.Officer) -> list[Dataset]:
    """Imported files, the organisation's own before shared ones, later before earlier."""
    return list(
        Dataset.objects.visible_to(seen_by)
        .filter(state=DatasetState.IMPORTED.value)
        .order_by("organisation_id", "-imported_at", "id")
        .prefetch_related("tables")
    )


def _frames(seen_by: platform.Officer) -> dict[str, pl.DataFrame]:
    return frames_of(_usable(seen_by))


def _dataset(dataset_id: UUID, seen_by: platform.Officer) -> Dataset:
    found = (
        Dataset.objects.visible_to(seen_by).select_related("document").filter(pk=dataset_id).first()
    )
    if found is None:
        raise platform.NotFound
    return found


def _proposal(
    reading: ServiceReading, decision: PublicRunDecision | None
) -> rows.PublicRunProposal:
    return rows.PublicRunProposal(
        service_id=reading.service_id, name=reading.name, kind=reading.kind,
        provider_name=reading.provider_name, council_code=reading.council_code,
        proposed=reading.public_class, basis=reading.public_basis,
        decided=None if decision is None else decision.public_class,
        decided_by="" if decision is None else decision.decided_by_name,
    )  # fmt: skip


def _group(
    group_id: str, members: pl.DataFrame, decision: GroupDecision | None
) -> rows.GroupProposal:
    first = members.row(0, named=True)
    return rows.GroupProposal(
        group_id=group_id, group_name=str(first["group_name"]),
        providers=tuple(members["provider_name"].to_list()),
        provider_ids=tuple(members["provider_id"].to_list()),
        score=float(members["score"].min() or 0), basis=str(first["basis"]),
        is_one=None if decision is None else decision.is_one,
        decided_by="" if decision is None else decision.decided_by_name,
    )  # fmt: skip


def dataset_row(found: Dataset) -> rows.Dataset:
    """The frozen row of a file."""
    summary = found.summary
    return rows.Dataset(
        id=found.pk, organisation_id=found.organisation_id, state=DatasetState(found.state),
        file_name=found.file_name, sha256=found.sha256, size=found.size, kind=found.kind,
        title=found.title or "Not recognised yet", publisher=found.publisher,
        licence=found.licence, as_at=found.as_at,
        headers=tuple(summary.get("headers", ())), matched=summary.get("matched", {}),
        unmatched=tuple(summary.get("unmatched", ())), notes=tuple(summary.get("notes", ())),
        tables=summary.get("tables", {}), problem=found.problem, rows_read=found.rows_read,
        rows_kept=found.rows_kept, rows_doubtful=found.rows_doubtful,
        rows_refused=found.rows_refused, uploaded_by=found.uploaded_by_name,
        uploaded_at=found.uploaded_at, imported_by=found.imported_by_name,
        imported_at=found.imported_at, job_id=found.job_id,
    )  # fmt: skip
