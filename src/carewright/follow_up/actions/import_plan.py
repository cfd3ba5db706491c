"""Brings a file of actions into a plan: looked at first, then all its good rows at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from carewright.follow_up import rows
from carewright.follow_up.actions.agree import write_down
from carewright.follow_up.actions.reach import in_reach, next_number, refuse_if
from carewright.follow_up.models import Plan, PlanImport, Task
from carewright.follow_up.rules.owners import owner_named
from carewright.follow_up.rules.plan_file import PlanRow, UnreadablePlan, decode, read_plan
from carewright.follow_up.rules.sources import Source
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker


@transaction.atomic(durable=True)
def give_plan_file(
    *,
    plan_id: UUID,
    file_name: str,
    content: bytes,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Keeps a file to be looked at; nothing of it counts yet. The id of the import."""
    plan = in_reach(Plan, plan_id, by=by, act=Act.KEEP_ACTIONS)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if not once.done:
        made = PlanImport.objects.create(
            organisation_id=plan.organisation_id, plan=plan, file_name=file_name[-255:],
            sha256=hashlib.sha256(content).hexdigest(), text=_text(content),
            given_by_name=by.name, given_at=at,
        )  # fmt: skip
        once.keep(made.pk)
        _record("give_plan_file", made, by=by, at=at)
    return UUID(once.result)


@transaction.atomic(durable=True)
def choose_columns(
    *, import_id: UUID, columns: Mapping[str, str], by: platform.Officer, at: datetime
) -> None:
    """Says which column means what, where their names do not."""
    found = _not_imported_yet(import_id, by)
    found.columns = {key: header for key, header in columns.items() if header}
    found.save(update_fields=["columns"])
    _record("choose_columns", found, by=by, at=at, columns=found.columns)


@transaction.atomic(durable=True)
def import_plan(*, import_id: UUID, by: platform.Officer, at: datetime) -> int:
    """Makes an action of every good row, all or none; how many were new.

    A row is known by what it says and by its plan, so the same file given again adds nothing.
    """
    found = _not_imported_yet(import_id, by)
    read = read_plan(found.text, found.columns)
    if read.missing or not read.rows:
        refuse_if([Blocker("file", "No row of the file can be imported as it is")])
    known = set(
        Task.objects.filter(plan_id=found.plan_id)
        .exclude(row_digest="")
        .values_list("row_digest", flat=True)
    )
    new = [row for row in read.rows if row.digest not in known]
    _add(found.plan, new, by=by, at=at)
    found.imported_at, found.rows_added = at, len(new)
    found.rows_known, found.rows_left_out = len(read.rows) - len(new), read.bad_rows
    found.save()
    _record(
        "import_plan", found, by=by, at=at, added=len(new), known=found.rows_known,
        left_out=found.rows_left_out,
    )  # fmt: skip
    return len(new)


def _add(plan: Plan, new: Sequence[PlanRow], *, by: platform.Officer, at: datetime) -> None:
    people = {each.name: each.id for each in platform.colleagues(seen_by=by)}
    number = next_number(plan.organisation_id)
    for place, row in enumerate(new):
        owner, words = owner_named(row.owner, people)
        agreed = rows.Agreed(
            finding=row.finding, action=row.action, owner_words=words, due_at=row.due_at,
            source=Source(plan.source), owner_id=owner, reference=plan.reference,
            finding_number=row.number, themes=row.themes, people_affected=row.people_affected,
            evidence_wanted=row.evidence_wanted, plan_id=plan.pk, row_digest=row.digest,
        )  # fmt: skip
        write_down(agreed, number + place, plan.organisation_id, by=by, at=at)


def _not_imported_yet(import_id: UUID, by: platform.Officer) -> PlanImport:
    found = in_reach(PlanImport, import_id, by=by, act=Act.KEEP_ACTIONS)
    if found.imported_at is not None:
        refuse_if([Blocker("file", "This file has been imported already")])
    # Two files of one plan are imported one after the other.
    Plan.objects.select_for_update().get(pk=found.plan_id)
    return found


def _text(content: bytes) -> str:
    try:
        text = decode(content)
        read_plan(text)
    except UnreadablePlan as refused:
        refuse_if([Blocker("file", str(refused))])
        raise
    return text


def _record(
    act: str, found: PlanImport, *, by: platform.Officer, at: datetime, **facts: Any
) -> None:
    platform.audit.record(
        act, "plan", found.plan_id, by=by, at=at, organisation_id=found.organisation_id,
        file=found.file_name, sha256=found.sha256, **facts,
    )  # fmt: skip
