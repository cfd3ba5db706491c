"""Adds, changes and removes the levers of a scenario; two people at once do not undo each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from carewright.foresee.actions.scenario_reach import (
    CannotKeep,
    checked,
    keep_changed,
    record,
    to_change,
)
from carewright.foresee.models import Scenario
from carewright.platform import api as platform


@transaction.atomic(durable=True)
def add_lever(
    *,
    scenario_id: UUID,
    version: int,
    lever: Mapping[str, Any],
    by: platform.Officer,
    at: datetime,
) -> None:
    """Adds a lever after those there are.

    Raises BadParameter, CannotKeep, or ChangedMeanwhile when `version` is no longer the newest.
    """
    found = to_change(scenario_id, version, by=by)
    found.levers = checked(found.name, found.about, [*found.levers, dict(lever)])
    keep_changed(found, "add_lever", found.levers[-1]["name"], by=by, at=at)
    record("add_lever", found, by=by, at=at, lever=found.levers[-1])


@transaction.atomic(durable=True)
def change_lever(
    *,
    scenario_id: UUID,
    version: int,
    number: int,
    lever: Mapping[str, Any],
    by: platform.Officer,
    at: datetime,
) -> None:
    """Puts a lever in the place of the one of this number, counted from one; raises as adding."""
    found = to_change(scenario_id, version, by=by)
    was = _lever(found, number)
    levers = [*found.levers[: number - 1], dict(lever), *found.levers[number:]]
    found.levers = checked(found.name, found.about, levers)
    keep_changed(found, "change_lever", found.levers[number - 1]["name"], by=by, at=at)
    record("change_lever", found, by=by, at=at, was=was, lever=found.levers[number - 1])


@transaction.atomic(durable=True)
def remove_lever(
    *, scenario_id: UUID, version: int, number: int, by: platform.Officer, at: datetime
) -> None:
    """Takes the lever of this number out; the record keeps it."""
    found = to_change(scenario_id, version, by=by)
    was = _lever(found, number)
    found.levers = [*found.levers[: number - 1], *found.levers[number:]]
    keep_changed(found, "remove_lever", was.get("name", ""), by=by, at=at)
    record("remove_lever", found, by=by, at=at, was=was)


def _lever(found: Scenario, number: int) -> Any:
    if not 1 <= number <= len(found.levers):
        raise CannotKeep("This lever is no longer there.")
    return found.levers[number - 1]
