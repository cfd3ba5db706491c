"""Begins, copies, renames and puts away scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from carewright.foresee.actions.scenario_reach import (
    checked,
    keep,
    keep_changed,
    keep_version,
    record,
    scenario_in_reach,
    to_change,
)
from carewright.foresee.models import Scenario
from carewright.platform import api as platform
from carewright.platform.api import Act, SharedKind


@transaction.atomic(durable=True)
def begin_scenario(
    *,
    name: str,
    about: str,
    levers: Sequence[Any] = (),
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Keeps a scenario of the officer's own organisation; returns its id.

    Raises BadParameter for levers that the engine refuses, and CannotKeep for a name taken.
    """
    platform.require(by, Act.BEGIN_SCENARIO)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if not once.done:
        once.keep(_kept(name, about, checked(name, about, list(levers)), by=by, at=at).pk)
    return UUID(once.result)


@transaction.atomic(durable=True)
def copy_scenario(
    *,
    scenario_id: UUID,
    name: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Copies a scenario that the officer sees into their own organisation, shared with nobody."""
    platform.require(by, Act.BEGIN_SCENARIO)
    near = Scenario.objects.within_reach_of(by, SharedKind.SCENARIO)
    found = near.filter(pk=scenario_id).first()
    if found is None:
        raise platform.NotYours
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if not once.done:
        copied = _kept(name, found.about, found.levers, by=by, at=at, copied_from=str(found.pk))
        once.keep(copied.pk)
    return UUID(once.result)


@transaction.atomic(durable=True)
def reword_scenario(
    *, scenario_id: UUID, version: int, name: str, about: str, by: platform.Officer, at: datetime
) -> None:
    """Gives it another name, or says otherwise what it is about."""
    found = to_change(scenario_id, version, by=by)
    was = found.name
    found.name, found.about = name.strip(), about.strip()
    keep_changed(found, "reword_scenario", by=by, at=at)
    record("reword_scenario", found, by=by, at=at, was=was)


@transaction.atomic(durable=True)
def put_scenario_away(*, scenario_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Takes it out of the list in use; what rests on it stays as it was."""
    found = scenario_in_reach(scenario_id, by=by, act=Act.SHARE_SCENARIO)
    if found.put_away_at is None:
        found.put_away_at = at
        found.save(update_fields=["put_away_at"])
        record("put_scenario_away", found, by=by, at=at)


@transaction.atomic(durable=True)
def bring_scenario_back(*, scenario_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Brings back what was put away, unless its name has been taken since."""
    found = scenario_in_reach(scenario_id, by=by, act=Act.SHARE_SCENARIO)
    if found.put_away_at is not None:
        found.put_away_at = None
        keep(found)
        record("bring_scenario_back", found, by=by, at=at)


def _kept(
    name: str, about: str, levers: list[Any], *, by: platform.Officer, at: datetime, **facts: str
) -> Scenario:
    made = Scenario(
        organisation_id=by.organisation.id, name=name.strip(), about=about.strip(), levers=levers,
        created_by_name=by.name, created_at=at, changed_by_name=by.name, changed_at=at,
    )  # fmt: skip
    keep(made)
    keep_version(made, Act.BEGIN_SCENARIO.value, by=by, at=at)
    record(Act.BEGIN_SCENARIO, made, by=by, at=at, levers=levers, **facts)
    return made
