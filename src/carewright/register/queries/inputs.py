"""Everything that figures of an organisation rest on: files, corrections, confirmations.

It is asked for on every page of an analysis, so it asks the database five things and takes
the rest from frames that are kept under digests.
"""

from __future__ import annotations

import polars as pl

from carewright.platform import api as platform
from carewright.register import frames, rows
from carewright.register.models import Dataset, GroupDecision
from carewright.register.queries.decisions import corrections, public_run_decisions
from carewright.register.rules.life_of_a_dataset import DatasetState
from carewright_engine.provision.inputs import Confirmed, Inputs, SourceRef
from carewright_engine.reports.variety_gathering import whose
from carewright_engine.tables.contract_schema import CONTRACT


def inputs_for(*, seen_by: platform.Officer) -> Inputs:
    """Everything that an analysis for this organisation may rest on."""
    used = _usable(seen_by)
    found = frames.frames_of(used, tuple(corrections(seen_by=seen_by)))
    if "service" in found:
        found["provider_group"] = frames.groups_of(used)
    sources = tuple(
        SourceRef(d.sha256, d.file_name, d.kind, d.publisher, d.licence, d.as_at) for d in used
    )
    return Inputs(frames=found, sources=sources, confirmed=_confirmed(seen_by))


def tables_in_use(*, seen_by: platform.Officer) -> list[str]:
    """Digests of the tables that the usable files were read into."""
    return sorted({table.sha256 for used in _usable(seen_by) for table in used.tables.all()})


def contracts_listed(*, seen_by: platform.Officer) -> tuple[pl.DataFrame, dict[str, str]]:
    """Contracts of every register that was imported, and whose each register is, by its digest."""
    listed = [d for d in _usable(seen_by) if "contract" in {t.name for t in d.tables.all()}]
    found = frames.frames_of(listed, (), only="contract").get("contract")
    if found is None:
        return CONTRACT.empty(), {}
    names = {d.sha256: whose(found.filter(dataset=d.sha256), d.file_name) for d in listed}
    return found, names


def outlines_of(codes: tuple[str, ...], *, seen_by: platform.Officer) -> list[str]:
    """Boundaries of areas as GeoJSON geometries, those that imported files hold."""
    found = frames.frames_of(_usable(seen_by), (), only="boundary").get("boundary")
    if found is None:
        return []
    wanted = found.filter(pl.col("code").is_in(list(codes))).unique("code").sort("code")
    return wanted["geometry"].to_list()


def group_proposals(*, seen_by: platform.Officer) -> list[rows.GroupProposal]:
    """Providers proposed as one operator, with what people decided."""
    decided = {decision.group_id: decision for decision in _group_decisions(seen_by)}
    groups = frames.groups_of(_usable(seen_by)).sort("group_id", "provider_id")
    return [
        _group(str(group_id), members, decided.get(str(group_id)))
        for (group_id,), members in groups.group_by(["group_id"], maintain_order=True)
    ]


def group_proposal(group_id: str, *, seen_by: platform.Officer) -> rows.GroupProposal:
    """One proposed group; a group that the officer's files do not propose does not exist."""
    for found in group_proposals(seen_by=seen_by):
        if found.group_id == group_id:
            return found
    raise platform.NotFound


def _confirmed(seen_by: platform.Officer) -> Confirmed:
    groups = _group_decisions(seen_by)
    return Confirmed(
        public={
            service_id: decision.public_class or None
            for service_id, decision in public_run_decisions(seen_by=seen_by).items()
        },
        groups_confirmed=frozenset(g.group_id for g in groups if g.is_one),
        groups_undone=frozenset(g.group_id for g in groups if not g.is_one),
    )


def _group_decisions(seen_by: platform.Officer) -> list[GroupDecision]:
    standing = GroupDecision.objects.for_organisation(seen_by.organisation.id)
    return list(standing.filter(withdrawn_at=None))


def _usable(seen_by: platform.Officer) -> list[Dataset]:
    """Imported files, the organisation's own before shared ones, later before earlier."""
    return list(
        Dataset.objects.visible_to(seen_by)
        .filter(state=DatasetState.IMPORTED.value)
        .order_by("organisation_id", "-imported_at", "id")
        .prefetch_related("tables")
    )


def _group(
    group_id: str, members: pl.DataFrame, decision: GroupDecision | None
) -> rows.GroupProposal:
    first = members.row(0, named=True)
    return rows.GroupProposal(
        group_id=group_id, group_name=str(first["group_name"]),
        providers=tuple(members["provider_name"].to_list()),
        provider_ids=tuple(members["provider_id"].to_list()),
        score=float(members["score"].min() or 0), basis=str(first["basis"]),  # type: ignore[arg-type]
        is_one=None if decision is None else decision.is_one,
        decided_by="" if decision is None else decision.decided_by_name,
    )  # fmt: skip
