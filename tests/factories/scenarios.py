"""Scenarios and their levers, one valid minimal object each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from carewright.foresee import api as foresee
from carewright.foresee.models import Scenario, SentScenario
from carewright.platform import api as platform
from tests.factories.platform import NOW

EVIDENCE = {"source": "A trial of 2024", "says": "It helped some.", "quality": "practice"}


def lever(**given: Any) -> dict[str, Any]:
    """Telecare that leaves people with 9% fewer hours, for 40 in 100."""
    wanted = {
        "lever": "prevention", "name": "Telecare", "evidence": EVIDENCE, "from_year": 2027,
        "full_from": 2030, "effect": {"low": 0.05, "middle": 0.09, "high": 0.13}, "reach": 0.4,
    }  # fmt: skip
    return {**wanted, **given}


def scenario(by: platform.Officer, **given: Any) -> UUID:
    """A scenario with one lever."""
    wanted: dict[str, Any] = {"name": "More telecare", "about": "", "levers": [lever()]}
    return foresee.begin_scenario(**{**wanted, **given}, by=by, at=NOW)


def held_by(by: platform.Officer, word: str) -> dict[str, str]:
    """What an organisation holds of scenarios, by the parts of addresses that lead to it."""
    found = scenario(by, name=f"{word} scenario", levers=[lever(name=f"{word} lever")])
    kept = Scenario.objects.get(pk=found)
    SentScenario.objects.create(
        scenario=kept, version=kept.version, name=kept.name, levers=kept.levers,
        sent_by_name=by.name, sent_at=NOW,
    )  # fmt: skip
    return {"scenario_id": str(found)}
