"""Finds a scenario, locked, within the actor's reach; refuses; and writes down what was done."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.foresee.actions.tell_of_versions import KIND, tell_who_had_their_say
from carewright.foresee.models import Scenario, ScenarioVersion
from carewright.platform import api as platform
from carewright.platform.api import Act, SharedKind
from carewright_engine.demand.scenarios.scenario import scenario_from


class CannotKeep(platform.Blocked):
    """Something stands in the way; `field` is the question that it is about, if any."""

    def __init__(self, says: str, field: str = "") -> None:
        super().__init__([platform.Blocker(field, says)])


class ChangedMeanwhile(Exception):
    """Somebody else changed the scenario since it was opened; nothing of theirs is lost."""

    def __init__(self, found: Scenario) -> None:
        super().__init__(f"{found.name} is at version {found.version} now")
        self.version = found.version
        self.by_name, self.at = found.changed_by_name, found.changed_at


def scenario_in_reach(scenario_id: UUID, *, by: platform.Officer, act: Act) -> Scenario:
    """One scenario, locked; a stranger's does not exist, a partner's as far as it is shared."""
    platform.require(by, act)
    near = Scenario.objects.within_reach_of(by, SharedKind.SCENARIO)
    found = near.select_for_update(of=("self",)).filter(pk=scenario_id).first()
    if found is None:
        raise platform.NotYours
    platform.require(by, act, found)
    return found


def to_change(scenario_id: UUID, version: int, *, by: platform.Officer) -> Scenario:
    """The scenario as the officer saw it, to be changed now."""
    found = scenario_in_reach(scenario_id, by=by, act=Act.CHANGE_SCENARIO)
    if found.put_away_at:
        raise CannotKeep("It has been put away. Bring it back before you change it.")
    if found.version != version:
        raise ChangedMeanwhile(found)
    return found


def keep_changed(
    found: Scenario, act: str, lever: str = "", *, by: platform.Officer, at: datetime
) -> None:
    """Keeps the next version, once the engine takes it; raises BadParameter where it does not.

    Whoever commented on the scenario or decided about it is told that it is another one now.
    """
    checked(found.name, found.about, found.levers)
    found.version += 1
    found.changed_by_name, found.changed_at = by.name, at
    keep(found)
    keep_version(found, act, lever, by=by, at=at)
    tell_who_had_their_say(found, by=by)


def keep_version(
    found: Scenario, act: str, lever: str = "", *, by: platform.Officer, at: datetime
) -> None:
    """Keeps the version that has just been made, as owner and partners may read it later."""
    ScenarioVersion.objects.create(
        scenario=found, version=found.version, name=found.name, about=found.about,
        levers=found.levers, act=act, lever=lever, by_name=by.name,
        by_organisation=by.organisation.name, at=at,
    )  # fmt: skip


def checked(name: str, about: str, levers: list[Any]) -> list[dict[str, Any]]:
    """The levers in the words of the engine, each under a name of its own."""
    read = scenario_from({"name": name, "about": about, "levers": levers})
    names = [lever.name.casefold() for lever in read.levers]
    if len(set(names)) < len(names):
        raise CannotKeep("Another lever of this scenario has the same name.", "name")
    return [lever.model_dump(mode="json") for lever in read.levers]


def keep(found: Scenario) -> None:
    """Saves it, unless another of the organisation's scenarios has its name."""
    try:
        with transaction.atomic():
            found.save()
    except IntegrityError as refused:
        if "scenario_name_is_its_own" not in str(refused):
            raise
        raise CannotKeep("Another scenario of yours has this name.", "name") from None


def record(
    act: str,
    found: Scenario,
    *,
    by: platform.Officer,
    at: datetime,
    reason: str = "",
    **facts: object,
) -> None:
    """Writes it into the owner's record, and into the partner's who did it."""
    for organisation_id in {found.organisation_id, by.organisation.id}:
        with platform.acting_for(organisation_id):
            platform.audit.record(
                act, KIND, found.pk, by=by, at=at, organisation_id=organisation_id,
                reason=reason, name=found.name, version=found.version,
                account=str(by.account_id), **facts,
            )  # fmt: skip
