"""Changes many prices at once within the caller's transaction, and takes such a change back.

Set-based: 40,000 lines are closed by one statement and opened anew by another, and the record
keeps one event with their digest. Each new price carries the reason; whose round it is, the caller
records.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from django.db import connection

from carewright.platform import api as platform
from carewright.platform.api import Act

#: Whoever changes one agreement locks it first, so whoever changes many does too, in one order.
_LOCK: Final = """
SELECT id FROM contract_agreement
WHERE organisation_id = %s
  AND id IN (SELECT agreement_id FROM contract_priceline WHERE id = ANY(%s::uuid[]))
ORDER BY id FOR NO KEY UPDATE
"""
_CLOSE: Final = """
UPDATE contract_priceline AS line SET ends_before = %s
FROM unnest(%s::uuid[], %s::bigint[], %s::date[]) AS asked (id, pence, ends_before)
WHERE line.id = asked.id AND line.organisation_id = %s AND line.pence = asked.pence
  AND line.starts_on < %s AND line.ends_before IS NOT DISTINCT FROM asked.ends_before
RETURNING line.id
"""
_OPEN: Final = """
INSERT INTO contract_priceline (id, organisation_id, agreement_id, service_id, unit, minutes,
    day_kind, zone, pence, starts_on, ends_before, reason, written_by_name, written_at)
SELECT asked.new_id, line.organisation_id, line.agreement_id, line.service_id, line.unit,
    line.minutes, line.day_kind, line.zone, asked.pence, %s, asked.ends_before, %s, %s, %s
FROM unnest(%s::uuid[], %s::uuid[], %s::bigint[], %s::date[])
    AS asked (id, new_id, pence, ends_before)
JOIN contract_priceline AS line ON line.id = asked.id
"""
_REMOVE: Final = """
DELETE FROM contract_priceline AS line
USING unnest(%s::uuid[], %s::bigint[], %s::date[]) AS asked (id, pence, ends_before)
WHERE line.id = asked.id AND line.organisation_id = %s AND line.pence = asked.pence
  AND line.starts_on = %s AND line.ends_before IS NOT DISTINCT FROM asked.ends_before
RETURNING line.id
"""
_REOPEN: Final = """
UPDATE contract_priceline AS line SET ends_before = asked.ends_before
FROM unnest(%s::uuid[], %s::bigint[], %s::date[]) AS asked (id, pence, ends_before)
WHERE line.id = asked.id AND line.organisation_id = %s AND line.pence = asked.pence
  AND line.ends_before = %s
RETURNING line.id
"""


@dataclass(frozen=True, slots=True)
class PriceChange:
    """A line that stands, as it was read, and the price that takes its place; pence a unit."""

    line_id: UUID
    new_line_id: UUID
    old_pence: int
    new_pence: int
    ends_before: date | None  # of the line that stands; the new one ends on the same day


class PricesMoved(Exception):
    """Some lines no longer are as they were read, so none was changed."""

    def __init__(self, line_ids: frozenset[UUID]) -> None:
        super().__init__(f"{len(line_ids)} price lines are no longer as they were read")
        self.line_ids = line_ids


def change_prices(
    *,
    changes: Sequence[PriceChange],
    starts_on: date,
    reason: str,
    by: platform.Officer,
    at: datetime,
) -> None:
    """Ends each standing line on the day before and opens the new price from that day on.

    All or none: `PricesMoved` names the lines that are no longer as the caller read them, and the
    caller's transaction is then to be rolled back.
    """
    _require_transaction(by)
    old = [each.line_id for each in changes]
    ends = [each.ends_before for each in changes]
    _run(_LOCK, [by.organisation.id, old])
    closed = _run(_CLOSE, [
        starts_on, old, [each.old_pence for each in changes], ends, by.organisation.id, starts_on,
    ])  # fmt: skip
    _require_all(old, closed)
    _run(_OPEN, [
        starts_on, reason.strip(), by.name, at, old, [each.new_line_id for each in changes],
        [each.new_pence for each in changes], ends,
    ])  # fmt: skip
    _record("change_prices", changes, starts_on, reason, by, at)


def take_prices_back(
    *,
    changes: Sequence[PriceChange],
    starts_on: date,
    reason: str,
    by: platform.Officer,
    at: datetime,
) -> None:
    """Takes the new prices away and lets the old ones go on, if nobody has touched either."""
    _require_transaction(by)
    old = [each.line_id for each in changes]
    new = [each.new_line_id for each in changes]
    ends = [each.ends_before for each in changes]
    whose = by.organisation.id
    _run(_LOCK, [whose, old])
    gone = _run(_REMOVE, [new, [each.new_pence for each in changes], ends, whose, starts_on])
    _require_all(new, gone)
    opened = _run(_REOPEN, [old, [each.old_pence for each in changes], ends, whose, starts_on])
    _require_all(old, opened)
    _record("take_prices_back", changes, starts_on, reason, by, at)


def _record(
    act: str, changes: Sequence[PriceChange], starts_on: date, reason: str, by: platform.Officer,
    at: datetime,
) -> None:  # fmt: skip
    """One event for all of them; its digest says which prices they were, line by line."""
    told = "\n".join(f"{e.line_id} {e.old_pence} {e.new_line_id} {e.new_pence}" for e in changes)
    platform.audit.record(
        act, "price_lines", by.organisation.id, by=by, at=at, organisation_id=by.organisation.id,
        reason=reason.strip(), lines=len(changes), starts_on=starts_on.isoformat(),
        digest=sha256(told.encode()).hexdigest(),
    )  # fmt: skip


def _require_transaction(by: platform.Officer) -> None:
    platform.require(by, Act.APPLY_UPLIFT)
    if not connection.in_atomic_block:
        raise RuntimeError("Prices were to be changed outside the transaction of their round")


def _require_all(wanted: Sequence[UUID], touched: frozenset[UUID]) -> None:
    if missed := frozenset(wanted) - touched:
        raise PricesMoved(missed)


def _run(statement: str, values: list[Any]) -> frozenset[UUID]:
    """The ids of the rows that the statement touched, where it says them."""
    given = [platform.array_text(each) if isinstance(each, list) else each for each in values]
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return frozenset(row[0] for row in cursor.fetchall()) if cursor.description else frozenset()
