"""What is asked of a grant under a compact, each row typed a second time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from carewright_engine.rules.duties import DutyFacts, Risk, duties
from carewright_engine.rules.facts import Kind
from carewright_engine.rules.undertakings import (
    asked_length,
    every_undertaking,
    falls_short,
    undertakings,
)

TODAY = date(2026, 6, 3)
SMALL = DutyFacts(Kind.GRANT, 200_000, Risk.LOW)
LARGE = DutyFacts(Kind.GRANT, 500_000_000, Risk.HIGH)
UNKNOWN = DutyFacts(Kind.GRANT, None, None)
LIGHT = {"compact.notice", "compact.advance", "compact.monitoring"}
STANDARD = {"compact.consulting", "compact.full_cost"}
FULL = {"compact.years"}


@pytest.mark.parametrize("facts", [SMALL, LARGE, UNKNOWN])
def test_a_grant_is_asked_for_what_was_undertaken_from_its_tier_on(facts: DutyFacts) -> None:
    tier = duties(facts, TODAY).tier
    wanted = {"light": LIGHT, "standard": LIGHT | STANDARD}
    asked = {each.id for each in undertakings(facts, TODAY)}
    everything = LIGHT | STANDARD | FULL
    assert asked == (wanted.get(tier.value, everything) if tier else everything)


def test_every_row_is_typed_here() -> None:
    assert set(every_undertaking()) == LIGHT | STANDARD | FULL


@pytest.mark.parametrize(
    ("undertaking", "length", "unit"),
    [("compact.consulting", 12, "weeks"), ("compact.notice", 3, "months")],
)
def test_a_time_is_asked_in_the_unit_in_which_it_was_promised(
    undertaking: str, length: int, unit: str
) -> None:
    (row,) = every_undertaking()[undertaking]
    assert asked_length(row, TODAY) == (length, unit)
    assert falls_short(row, Decimal(length), TODAY) is None
    short = falls_short(row, Decimal(length - 1), TODAY)
    assert short == f"{length} {unit} are asked, and {length - 1} were given"


def test_what_is_no_time_never_falls_short() -> None:
    (row,) = every_undertaking()["compact.advance"]
    assert asked_length(row, TODAY) is None
    assert falls_short(row, Decimal(0), TODAY) is None
