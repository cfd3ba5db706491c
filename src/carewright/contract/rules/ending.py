"""By which door an agreement ends: by hand, or by the exit plan that protects people."""

from __future__ import annotations

from datetime import date
from typing import Final

from carewright.contract.rules.facts import AgreementFacts
from carewright.contract.rules.life_of_an_agreement import RUNNING
from carewright.contract.rules.validity import tier_of
from carewright.contract.rules.words import ONE_PERSON
from carewright.platform.api import Blocker
from carewright_engine.rules.duties import Tier

DOOR: Final = "“Change this agreement”, then “End it with an exit plan”"


def blockers_to_end_by_hand(
    facts: AgreementFacts, *, exit_planned: bool, on: date
) -> list[Blocker]:
    """Why one person does not end it alone: many may depend on it, or its end is planned already.

    Under what never began nobody is supported, so no plan is asked. One person's place ends with
    that person's own review.
    """
    if facts.state not in RUNNING:
        return []
    if exit_planned:
        says = "An exit plan has been made for it, which alone ends it: “Change this agreement”"
        return [Blocker("", says)]
    tier = tier_of(facts, on=on)
    if tier is Tier.FULL:
        return [
            Blocker(
                "", f"One of this value or risk ends by an exit plan that protects people: {DOOR}"
            )
        ]
    if tier is None and facts.kind not in ONE_PERSON:
        return [
            Blocker("", f"Nobody knows its value, so it may need an exit plan. Make one: {DOOR}")
        ]
    return []
