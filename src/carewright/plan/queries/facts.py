"""What the rules ask of a decision, taken from its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from carewright.govern.api import Nation, wanted
from carewright.plan.models import Judgement, SourcingDecision
from carewright.plan.rules import law
from carewright.plan.rules.deciding import DecisionFacts, Judged, OptionFacts
from carewright.plan.rules.words import Criterion, Leaning, Option, Step


def facts_of(found: SourcingDecision, *, on: date) -> DecisionFacts:
    """What stands in the decision; the law is that of its first day, the duties those of `on`."""
    nation, day = Nation(found.nation), found.starts_on or on
    value = law.value_pence(found.annual_pence, found.term_months)
    given = {each.code for each in found.advices.all()}
    return DecisionFacts(
        title=found.title, services=found.services, areas=found.areas,
        care_groups=found.care_groups, starts_on=found.starts_on, term_months=found.term_months,
        annual_pence=found.annual_pence, people_supported=found.people_supported,
        is_new=found.is_new, endings=len(found.endings.all()), needs=found.needs,
        views=found.views, alternatives=found.alternatives, rules_allow=found.rules_allow,
        ground=found.ground, ground_why=found.ground_why,
        ground_is_known=law.ground(found.ground, nation, on=day) is not None,
        limits=law.limits(nation, value, on=day), options=options_of(found),
        evidenced=frozenset(Step(each.step) for each in found.evidences.all()),
        missing_advice=tuple(
            each.name for each in wanted(nation, on=on) if each.code not in given
        ),
        chosen=Option(found.chosen) if found.chosen else None, answer=found.answer,
        look_again_on=found.look_again_on,
    )  # fmt: skip


def options_of(found: SourcingDecision) -> dict[Option, OptionFacts]:
    """By option, whatever anybody has said of it."""
    said = {each.option: each for each in found.weigheds.all()}
    judged = judged_of(found.judgements.all())
    return {
        option: OptionFacts(
            ruled_out=said[option.value].ruled_out if option.value in said else "",
            people_moving=said[option.value].people_moving if option.value in said else None,
            judged=judged.get(option, {}),
        )
        for option in Option
        if option.value in said or option in judged
    }


def judged_of(rows: Iterable[Judgement]) -> dict[Option, Mapping[Criterion, Judged]]:
    """By option and criterion."""
    found: dict[Option, dict[Criterion, Judged]] = {}
    for each in rows:
        leaning = Leaning(each.leaning) if each.leaning else None
        judged = Judged(leaning, each.benefits, each.risks)
        found.setdefault(Option(each.option), {})[Criterion(each.criterion)] = judged
    return dict(found)
