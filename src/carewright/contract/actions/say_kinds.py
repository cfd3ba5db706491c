"""Says the kind of agreements whose file did not: of many at once, all of them or none."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.contract import models
from carewright.contract.actions.reach import record, refuse_if
from carewright.contract.queries.among import within_reach_of
from carewright.contract.rules.hands import with_hand
from carewright.contract.rules.publishing import KIND
from carewright.contract.rules.words import ONE_PERSON, Kind
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright_engine.rules.words import listed

#: More than a person looks through before saying one thing of all of them.
MOST_AT_ONCE: Final = 500
_MOST_NAMED: Final = 5


@transaction.atomic(durable=True)
def say_kinds(
    *, agreement_ids: Collection[UUID], kind: Kind, how: str, by: platform.Officer, at: datetime
) -> int:
    """One kind for all of them, each with its own line in the record; how many they were.

    They are the ones that somebody looked at: of one whose kind was said since, nothing is said.
    """
    platform.require(by, Act.WRITE_AGREEMENT)
    wanted = set(agreement_ids)
    refuse_if(not wanted, "Tick at least one agreement", "agreements")
    refuse_if(len(wanted) > MOST_AT_ONCE, f"Say it of {MOST_AT_ONCE} at a time", "agreements")
    refuse_if(not how.strip(), "Say how you know", "how")
    found = _locked(wanted, by)
    said = [str(each) for each in found if KIND not in each.not_in_source]
    refuse_if(said, f"Somebody has said the kind already of {listed(said[:_MOST_NAMED])}. "
              "Look again", "agreements")  # fmt: skip
    for each in found:
        take_kind(each, kind, by, at)
        each.not_in_source = sorted(set(each.not_in_source) - {KIND})
        each.touched_by_accounts = with_hand(each.touched_by_accounts, by.account_id)
        record("say_kind", each, by=by, at=at, reason=how, kind=kind.value, together=len(found))
    models.Agreement.objects.bulk_update(found, ["kind", "not_in_source", "touched_by_accounts"])
    return len(found)


def take_kind(found: models.Agreement, kind: Kind, by: platform.Officer, at: datetime) -> None:
    """Sets the kind; what turns out to be one person's placement is protected as such from now on.

    So is the row of the register that it came from, and each signed copy that was kept.
    """
    found.kind = kind.value
    if kind not in ONE_PERSON:
        return
    platform.require(by, Act.SEE_PEOPLE)
    models.ImportRow.objects.filter(agreement=found).update(kind=kind.value)
    copies = found.signatures.filter(document__isnull=False)
    platform.keep_with_placement(
        document_ids=list(copies.values_list("document_id", flat=True)), placement_id=found.pk,
        by=by, at=at,
    )  # fmt: skip


def _locked(wanted: set[UUID], by: platform.Officer) -> list[models.Agreement]:
    """All of them in one order, or none: a stranger's does not exist."""
    among = within_reach_of(by).select_for_update(of=("self",)).filter(pk__in=wanted)
    found = list(among.order_by("id"))
    if len(found) != len(wanted):
        raise platform.NotYours
    return found
