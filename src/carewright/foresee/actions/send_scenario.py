"""Sends a scenario to those who decide: one's own organisation, or its partners with it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from carewright.decide import api as decide
from carewright.foresee.actions.scenario_reach import (
    CannotKeep,
    ChangedMeanwhile,
    record,
    scenario_in_reach,
)
from carewright.foresee.actions.tell_of_versions import KIND
from carewright.foresee.models import Scenario, SentScenario
from carewright.platform import api as platform
from carewright.platform.api import Act

#: Whoever did one of these is an author, and so decides on none of it.
WROTE = frozenset(
    {"begin_scenario", "reword_scenario", "add_lever", "change_lever", "remove_lever"}
)


@transaction.atomic(durable=True)
def send_scenario(
    *,
    scenario_id: UUID,
    version: int,
    annual_value_pence: int,
    term_months: int,
    partnership_id: UUID | None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Asks for the approval that the scheme of delegation wants; returns the request's id.

    With a partnership its members decide too, as far as its terms say. The version that is sent is
    kept, and the request leads to it. Raises CannotKeep and ChangedMeanwhile.
    """
    platform.require(by, Act.SEND_SCENARIO)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = scenario_in_reach(scenario_id, by=by, act=Act.SEND_SCENARIO)
    _refuse(found, version, partnership_id)
    _keep_version(found, by, at)
    try:
        request_id = decide.request_approval(
            subject_kind=KIND, subject_id=found.pk, act=decide.DecidedAct.STRATEGY,
            title=f"Scenario: {found.name}, version {found.version}",
            link=reverse("foresee:sent_scenario", args=[found.pk, version]),
            annual_value_pence=annual_value_pence, term_months=term_months, in_framework=False,
            partnership_id=partnership_id, author_account_ids=_authors(found, by), by=by, at=at,
        )  # fmt: skip
    except decide.CannotAsk as cannot:
        raise CannotKeep(str(cannot)) from None
    record(Act.SEND_SCENARIO, found, by=by, at=at, request=str(request_id), levers=found.levers)
    once.keep(request_id)
    return request_id


def _refuse(found: Scenario, version: int, partnership_id: UUID | None) -> None:
    if found.version != version:
        raise ChangedMeanwhile(found)
    if found.put_away_at:
        raise CannotKeep("It has been put away. Bring it back first.")
    if not found.levers:
        raise CannotKeep("It has no lever, so there is nothing to decide.")
    if partnership_id and partnership_id != found.partnership_id:
        raise CannotKeep(
            "Share the scenario with this partnership first: its members could not read it.",
            "partnership",
        )


def _keep_version(found: Scenario, by: platform.Officer, at: datetime) -> None:
    """Keeps what was sent, unless this version was sent before."""
    SentScenario.objects.get_or_create(
        scenario=found, version=found.version,
        defaults={
            "name": found.name, "about": found.about, "levers": found.levers,
            "sent_by_name": by.name, "sent_at": at,
        },
    )  # fmt: skip


def _authors(found: Scenario, by: platform.Officer) -> set[UUID]:
    """The accounts of all who wrote it, partners among them, as the record has them."""
    said = platform.events_about(KIND, found.pk, seen_by=by)
    return {UUID(str(each.facts["account"])) for each in said if each.act in WROTE}
