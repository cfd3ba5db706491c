"""Scenarios of an organisation and those that partners share; nothing here changes anything."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from django.db.models import Case, F, QuerySet, TextField, Value, When

from carewright.foresee.models import (
    Scenario,
    ScenarioComment,
    ScenarioVersion,
    SentScenario,
)
from carewright.foresee.rows import scenarios as rows
from carewright.platform import api as platform
from carewright.platform.api import SharedKind


def scenarios(*, seen_by: platform.Officer) -> QuerySet[Scenario]:
    """The organisation's scenarios and those shared with it, the latest changed first."""
    names = platform.partnerships_sharing(SharedKind.SCENARIO, seen_by=seen_by)
    shared = [When(partnership_id=key, then=Value(name)) for key, name in names]
    return (
        _near(seen_by)
        .annotate(
            shared_by=Case(
                When(organisation_id=seen_by.organisation.id, then=Value("")),
                default=F("organisation__name"), output_field=TextField(),
            ),
            shared_under=Case(*shared, default=Value(""), output_field=TextField()),
            standing=Case(
                When(put_away_at=None, then=Value("in_use")), default=Value("put_away"),
                output_field=TextField(),
            ),
        )
        .order_by("-changed_at", "name")
    )  # fmt: skip


def found_scenarios(words: str, *, seen_by: platform.Officer, most: int) -> list[rows.Scenario]:
    """Scenarios by likeness of their name or of what they are for, the likest first."""
    near = _near(seen_by).select_related("organisation")
    return [scenario_row(each) for each in platform.likest(near, words, "name", "about", most=most)]


def scenario(scenario_id: UUID, *, seen_by: platform.Officer) -> rows.Scenario:
    """One scenario; a stranger's does not exist."""
    found = _near(seen_by).select_related("organisation").filter(pk=scenario_id).first()
    if found is None:
        raise platform.NotFound("There is no such scenario that you may see")
    return scenario_row(found)


def sent_scenario(
    scenario_id: UUID, version: int, *, seen_by: platform.Officer
) -> rows.SentScenario:
    """A version that was sent for decision; of one that never was, there is nothing to see."""
    near = _near(seen_by).filter(pk=scenario_id)
    among = SentScenario.objects.filter(scenario__in=near, version=version)
    found = among.select_related("scenario__organisation").first()
    if found is None:
        raise platform.NotFound("No such version was sent for decision")
    return rows.SentScenario(
        scenario_id=scenario_id, organisation=found.scenario.organisation.name, name=found.name,
        about=found.about, levers=tuple(found.levers), version=found.version,
        version_now=found.scenario.version, sent_by=found.sent_by_name, sent_at=found.sent_at,
    )  # fmt: skip


def comments_on(scenario_id: UUID, *, seen_by: platform.Officer) -> list[rows.ScenarioComment]:
    """What owner and partners have said of it, the first first."""
    found = ScenarioComment.objects.filter(scenario__in=_near(seen_by).filter(pk=scenario_id))
    return [
        rows.ScenarioComment(
            each.words, each.by_name, each.by_organisation, each.of_version, each.at
        )
        for each in found.order_by("at", "id")
    ]


def versions_of(scenario_id: UUID, *, seen_by: platform.Officer) -> list[rows.ScenarioVersion]:
    """Every version of it that was kept, the newest first."""
    found = ScenarioVersion.objects.filter(scenario__in=_near(seen_by).filter(pk=scenario_id))
    sent = set(
        SentScenario.objects.filter(scenario_id=scenario_id).values_list("version", flat=True)
    )
    said = Counter(each.of_version for each in comments_on(scenario_id, seen_by=seen_by))
    return [
        rows.ScenarioVersion(
            each.version, each.act, each.lever, each.by_name, each.by_organisation, each.at,
            each.version in sent, said[each.version],
        )
        for each in found.defer("levers", "about").order_by("-version")
    ]  # fmt: skip


def scenario_row(found: Scenario) -> rows.Scenario:
    """The frozen row of a scenario."""
    return rows.Scenario(
        id=found.pk, organisation_id=found.organisation_id, organisation=found.organisation.name,
        partnership_id=found.partnership_id, name=found.name, about=found.about,
        levers=tuple(found.levers), version=found.version, created_by=found.created_by_name,
        created_at=found.created_at, changed_by=found.changed_by_name,
        changed_at=found.changed_at, put_away_at=found.put_away_at,
    )  # fmt: skip


def _near(officer: platform.Officer) -> platform.OrganisationQuerySet[Scenario]:
    return Scenario.objects.within_reach_of(officer, SharedKind.SCENARIO)
