"""Duties in proportion: what is asked grows with value and risk, and a lunch club is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise, product

import pytest

from carewright_engine.rules.duties import (
    Asked,
    DutyFacts,
    DutyPolicy,
    Risk,
    Tier,
    duties,
    proposed_policy,
    read_duties,
)  # fmt: skip
from carewright_engine.rules.facts import Kind

TODAY = date(2026, 11, 24)
VALUES = (200_000, 1_000_000, 1_000_001, 50_000_000, 50_000_001)
ORDER = list(Tier)
#: From which tier on each is asked, and of which kinds not.
ASKED = {
    "agreement": (Tier.LIGHT, ()), "contact": (Tier.LIGHT, ()), "register": (Tier.LIGHT, ()),
    "payment_terms": (Tier.LIGHT, (Kind.IN_HOUSE,)),
    "account_of_use": (Tier.LIGHT, set(Kind) - {Kind.GRANT}),
    "price": (Tier.STANDARD, (Kind.GRANT, Kind.IN_HOUSE)),
    "notice": (Tier.STANDARD, (Kind.IN_HOUSE,)),
    "monitoring_plan": (Tier.STANDARD, ()),
    "insurance": (Tier.STANDARD, (Kind.GRANT, Kind.IN_HOUSE)),
    "accounts": (Tier.STANDARD, (Kind.IN_HOUSE,)),
    "data_schedule": (Tier.STANDARD, (Kind.GRANT, Kind.IN_HOUSE)),
    "contingency_plan": (Tier.FULL, ()), "exit_plan": (Tier.FULL, ()),
    "workforce_schedule": (Tier.FULL, (Kind.IN_HOUSE,)),
    "indicators": (Tier.FULL, ()), "yearly_review": (Tier.FULL, ()),
}  # fmt: skip


def names(asked: Asked) -> set[str]:
    return {duty.id.removeprefix("duty.") for duty in asked.duties}


def expected_tier(kind: Kind, value: int, risk: Risk) -> Tier:
    if risk is Risk.HIGH or value > 50_000_000:
        return Tier.STANDARD if kind is Kind.SPOT else Tier.FULL
    return Tier.LIGHT if value <= 1_000_000 and risk is Risk.LOW else Tier.STANDARD


@pytest.mark.parametrize("kind", Kind)
def test_what_is_asked_follows_from_value_risk_and_kind(kind: Kind) -> None:
    for value, risk in product(VALUES, Risk):
        asked = duties(DutyFacts(kind, value, risk), TODAY)
        tier = expected_tier(kind, value, risk)
        assert asked.tier is tier
        assert asked.visits_a_year == {Tier.LIGHT: 0, Tier.STANDARD: 1, Tier.FULL: 2}[tier]
        assert names(asked) == {
            name for name, (first, without) in ASKED.items()
            if ORDER.index(first) <= ORDER.index(tier) and kind not in without
        }  # fmt: skip


def test_a_lunch_clubs_grant_of_two_thousand_pounds_needs_no_exit_plan() -> None:
    asked = duties(DutyFacts(Kind.GRANT, 200_000, Risk.LOW), TODAY)
    assert names(asked) == {"agreement", "payment_terms", "contact", "account_of_use", "register"}
    assert asked.because == "its value is £10,000 or less and its failure would do no harm"
    assert asked.visits_a_year == 0


def test_a_higher_tier_asks_whatever_a_lower_one_asks() -> None:
    asked = [names(duties(DutyFacts(Kind.BLOCK, value, Risk.LOW), TODAY)) for value in VALUES]
    assert all(lower <= higher for lower, higher in pairwise(asked))


@pytest.mark.parametrize(
    ("facts", "tier", "needs"),
    [
        (DutyFacts(Kind.BLOCK, None, Risk.HIGH), Tier.FULL, ()),
        (DutyFacts(Kind.BLOCK, 50_000_001, None), Tier.FULL, ()),
        (DutyFacts(Kind.BLOCK, None, Risk.LOW), None, ("its value",)),
        (DutyFacts(Kind.GRANT, 200_000), None, ("how much harm it would do if it failed",)),
        (DutyFacts(None, 200_000, Risk.LOW), None, ("the kind of agreement",)),
    ],
)
def test_a_tier_is_known_only_where_what_is_missing_could_not_change_it(
    facts: DutyFacts, tier: Tier | None, needs: tuple[str, ...]
) -> None:
    asked = duties(facts, TODAY)
    assert (asked.tier, asked.needs) == (tier, needs)
    assert bool(asked.duties) is bool(tier)


def test_a_council_has_limits_and_duties_of_its_own_from_a_day_on() -> None:
    proposed = proposed_policy()
    limit = proposed.limits["policy.tier.light_up_to"][0]
    change = date(2027, 4, 1)
    rows = (replace(limit, ends_before=change),
            replace(limit, starts_on=change, value=Decimal(25_000)))  # fmt: skip
    own = DutyPolicy(
        read_duties(
            "id,words,from,to,tier,kinds,why,source,verified\n"
            "duty.meal,Somebody ate there,2027-04-01,,light,granted,To see it,Cabinet minute 7,no\n"
        ),
        proposed.limits | {limit.id: rows},
    )
    club = DutyFacts(Kind.GRANT, 2_000_000, Risk.LOW)
    before, after = (duties(club, day, own) for day in (date(2027, 3, 31), change))
    assert (before.tier, names(before)) == (Tier.STANDARD, set())
    assert (after.tier, names(after)) == (Tier.LIGHT, {"meal"})


def test_every_duty_and_limit_is_called_a_proposal_and_no_law() -> None:
    policy = proposed_policy()
    assert {f"duty.{name}" for name in ASKED} == set(policy.duties)
    for rows in (*policy.duties.values(), *policy.limits.values()):
        assert all("proposal, for the council to change" in row.source for row in rows)
