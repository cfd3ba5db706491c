"""Shows a scenario to partners, and takes down what they and its owner say of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.foresee.actions.scenario_reach import record, scenario_in_reach
from carewright.foresee.models import Scenario, ScenarioComment
from carewright.platform import api as platform
from carewright.platform.api import Act, SharedKind


@transaction.atomic(durable=True)
def share_scenario(
    *, scenario_id: UUID, partnership_id: UUID | None, by: platform.Officer, at: datetime
) -> None:
    """Puts it into a partnership that shares scenarios, or with None shows it to nobody else."""
    found = scenario_in_reach(scenario_id, by=by, act=Act.SHARE_SCENARIO)
    if partnership_id and partnership_id not in by.partnerships_sharing(SharedKind.SCENARIO):
        raise platform.NotYours
    was, found.partnership_id = found.partnership_id, partnership_id
    found.save(update_fields=["partnership_id"])
    record(
        Act.SHARE_SCENARIO, found, by=by, at=at, was=str(was or ""),
        partnership=str(partnership_id or ""),
    )  # fmt: skip


@transaction.atomic(durable=True)
def comment_on_scenario(
    *,
    scenario_id: UUID,
    words: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Keeps what an officer of the owner, or of a partner that may comment, says of it."""
    platform.require(by, Act.COMMENT_ON_SCENARIO)
    # Not locked: a partner who only comments may change nothing, and locking would be a change.
    near = Scenario.objects.within_reach_of(by, SharedKind.SCENARIO)
    found = near.filter(pk=scenario_id).first()
    if found is None:
        raise platform.NotYours
    platform.require(by, Act.COMMENT_ON_SCENARIO, found)
    if platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at).done:
        return
    ScenarioComment.objects.create(
        scenario=found, organisation_id=by.organisation.id, of_version=found.version,
        account_id=by.account_id, words=words.strip(), by_name=by.name,
        by_organisation=by.organisation.name, at=at,
    )  # fmt: skip
    record(Act.COMMENT_ON_SCENARIO, found, by=by, at=at)
