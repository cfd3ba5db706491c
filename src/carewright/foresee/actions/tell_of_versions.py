"""Whoever had their say on a scenario is told when it becomes another one.

Every organisation is told by a job that acts for it alone: the change reads nothing of the others,
and the job sees the scenario only as far as it is shared when it tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from procrastinate.contrib.django import app

from carewright.decide import api as decide
from carewright.foresee.models import Scenario, ScenarioComment
from carewright.notify import api as notify
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.ui.formats import in_london

KIND: Final = "scenario"
#: The job that tells, by its name: jobs stand above actions.
TELL_JOB: Final = "foresee.tell_of_version"


def tell_who_had_their_say(found: Scenario, *, by: platform.Officer) -> None:
    """Has all told who commented, decided or asked for a decision; nobody where nobody did."""
    with platform.acting_for(found.organisation_id):
        deciders = decide.accounts_about(KIND, found.pk, organisation_id=found.organisation_id)
    commented = found.comments.exists()
    if not commented and not deciders:
        return
    job = app.configure_task(TELL_JOB, allow_unknown=True)
    for organisation_id in sorted({found.organisation_id, *_partners(found, by)}):
        job.defer(
            scenario_id=str(found.pk), version=found.version, by_name=by.name,
            but=str(by.account_id), deciders=" ".join(sorted(map(str, deciders))),
            organisation_id=str(organisation_id),
        )  # fmt: skip


def _partners(found: Scenario, by: platform.Officer) -> Iterable[UUID]:
    for each in by.partnerings:
        if each.partnership_id == found.partnership_id:
            yield from each.members


@transaction.atomic
def tell_of_version(
    *, scenario_id: UUID, version: int, by_name: str, but: UUID, deciders: frozenset[UUID],
    organisation_id: UUID, by: platform.Operator, at: datetime,
) -> None:  # fmt: skip
    """Tells those of an organisation for which the caller acts, but not whoever changed it.

    Whoever has the same news unread is not told it twice, be it that a worker begins again.
    """
    found = Scenario.objects.filter(pk=scenario_id).first()
    if found is None:
        return
    said = ScenarioComment.objects.filter(scenario=found, organisation_id=organisation_id)
    accounts = (deciders | set(said.values_list("account_id", flat=True))) - {but, None}
    title = f"Version {version} of “{found.name}”: {by_name} changed it after you had your say"
    officers = platform.officers_holding(
        frozenset(Role), organisation_id=organisation_id, on=in_london(at).date()
    )
    told = {each.id for each in officers if each.account_id in accounts}
    notify.tell(
        officer_ids=told - notify.with_unread(
            title[:200], subject_kind=KIND, subject_id=scenario_id, organisation_id=organisation_id
        ),
        kind=notify.NewsKind.SHARED if found.partnership_id else notify.NewsKind.OTHER,
        subject_kind=KIND, subject_id=scenario_id, title=title,
        link=f"{reverse('foresee:scenario', args=[scenario_id])}#versions",
        organisation_id=organisation_id, by=by, at=at,
    )  # fmt: skip
