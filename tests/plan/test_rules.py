"""What a decision must say, what the law says of it, and which counts are held back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from carewright.decide.api import RequestState
from carewright.govern.api import Nation
from carewright.plan.rules import law
from carewright.plan.rules.deciding import (
    SECTION_12,
    DecisionFacts,
    Judged,
    OptionFacts,
    blockers_to_ask,
    missing,
    unanswered,
)
from carewright.plan.rules.life import MOVES, DecisionState, Standing, is_open, standing_of
from carewright.plan.rules.people import counted
from carewright.plan.rules.words import QUESTIONS, Criterion, Leaning, Option

TODAY = date(2025, 6, 3)
WHOLE = OptionFacts(
    people_moving=0, judged={each: Judged(Leaning.SAME, "", "") for each in Criterion}
)
FACTS = DecisionFacts(
    title="Care at home", services=["care_at_home"], areas="North", care_groups=["older_people"],
    starts_on=TODAY, term_months=24, annual_pence=10_000_000, people_supported=140, is_new=False,
    endings=1, needs="More people", views="They say so", alternatives="In-house",
    rules_allow=False, ground="", ground_why="Several can do it", ground_is_known=False,
    limits=law.limits(Nation.SCOTLAND, 20_000_000, on=TODAY),
    options=dict.fromkeys(Option, WHOLE), evidenced=frozenset(QUESTIONS), missing_advice=(),
    chosen=Option.RETENDER, answer="Compete", look_again_on=date(2026, 6, 3),
)  # fmt: skip


def says(**changed: object) -> list[str]:
    found = unanswered(replace(FACTS, **changed), on=TODAY)  # type: ignore[arg-type]
    return [each.says for each in found]


def test_a_whole_paper_can_be_asked_about() -> None:
    assert blockers_to_ask(FACTS, reason="", on=TODAY) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"needs": ""}, "Say what people need"),
        ({"views": ""}, "Say what people and carers themselves say"),
        ({"people_supported": None}, "Say how many people are supported today; 0 is an answer"),
        ({"services": []}, "Choose at least one kind of service"),
        ({"endings": 0}, "Name what ends, or say that this is new"),
        ({"is_new": True}, "Something is named that ends, so this is not new"),
        ({"look_again_on": TODAY}, "Somebody looks again on a day to come"),
        ({"rules_allow": True}, "Choose the ground that counts on the first day"),
        ({"chosen": Option.RENEW}, "The rules do not allow it: compete, or show the ground"),
    ],
)
def test_what_a_paper_does_not_say_is_asked_for(changed: dict[str, object], said: str) -> None:
    assert says(**changed) == [said]


def test_no_people_and_no_money_are_answers() -> None:
    assert says(people_supported=0, annual_pence=0) == []


def test_an_option_that_nobody_assessed_is_never_a_silent_pass() -> None:
    half = OptionFacts(people_moving=3, judged={Criterion.PEOPLE: Judged(None, "Known", "")})
    found = replace(FACTS, options={**FACTS.options, Option.GRANT: half})
    assert missing(found) == ("Option not assessed: Give a grant",)
    (blocker,) = blockers_to_ask(found, reason=" ", on=TODAY)
    assert blocker.field == "reason"
    assert blockers_to_ask(found, reason="No grant is thinkable", on=TODAY) == []


def test_the_chosen_option_is_held_against_everything_whatever_anybody_signs() -> None:
    without = {each: said for each, said in FACTS.options.items() if each is not Option.RETENDER}
    found = replace(FACTS, options=without)
    assert [each.says for each in blockers_to_ask(found, reason="Signed", on=TODAY)] == [
        "Hold the chosen option against every criterion: Compete for it"
    ]


def test_what_is_ruled_out_needs_no_judgement_and_cannot_be_chosen() -> None:
    out = OptionFacts(ruled_out="Nobody could run it")
    assert missing(replace(FACTS, options={**FACTS.options, Option.IN_HOUSE: out})) == ()
    found = says(options={**FACTS.options, Option.RETENDER: out})
    assert found == ["This option is ruled out: Compete for it"]


def test_renewal_is_weighed_where_something_ends_and_only_there() -> None:
    others = {each: WHOLE for each in Option if not each.goes_on_with_what_ends}
    assert says(options=others)[0].startswith("Weigh renewal for: People and carers, Continuity")
    new = replace(FACTS, is_new=True, endings=0, options=others)
    assert blockers_to_ask(new, reason="", on=TODAY) == []
    renewed = unanswered(replace(new, chosen=Option.RENEW), on=TODAY)
    assert "Nothing ends" in renewed[0].says


def test_section_12_counts_below_the_higher_limit_only() -> None:
    ground = {"rules_allow": True, "ground": SECTION_12, "ground_is_known": True}
    assert says(**ground) == []
    above = law.limits(Nation.SCOTLAND, 66_354_000, on=TODAY)
    (said,) = says(**ground, limits=above)
    assert said.startswith("Section 12 counts below the higher limit of £663,540")


def test_a_limit_that_nobody_has_written_down_decides_nothing() -> None:
    regulated, higher = law.limits(Nation.SCOTLAND, 900_000_000, on=date(2026, 6, 3))
    assert (regulated.is_reached, higher.is_reached, higher.row) == (True, None, None)


def test_grounds_are_those_of_the_nation_and_the_day_each_with_its_source() -> None:
    scotland = {each.row.id for each in law.grounds(Nation.SCOTLAND, on=TODAY)}
    england = {each.row.id for each in law.grounds(Nation.ENGLAND, on=TODAY)}
    assert SECTION_12 in scotland
    assert "pa2023.exempt.user_choice" not in scotland
    assert {"pa2023.exempt.user_choice", "psr2023.exempt.satisfying"} <= england
    assert law.ground(SECTION_12, Nation.SCOTLAND, on=date(2010, 1, 1)) is None
    named = law.ground(SECTION_12, Nation.SCOTLAND, on=TODAY)
    assert named is not None
    assert named.regime == "Procurement Reform (Scotland) Act 2014"


def test_the_term_is_valued_by_its_months() -> None:
    assert law.value_pence(1_000_001, 18) == 1_500_002
    assert law.value_pence(None, 18) is None


@pytest.mark.parametrize(
    ("number", "of", "held_back"),
    [(0, 100, False), (1, 100, True), (7, 100, True), (8, 100, False), (93, 100, True),
     (92, 100, False), (100, 100, False), (5, None, True), (None, 100, False)],
)  # fmt: skip
def test_few_people_are_held_back_and_so_are_all_but_few(
    number: int | None, of: int | None, held_back: bool
) -> None:
    assert counted(number, of=of, sees_people=False).is_held_back is held_back
    assert counted(number, of=of, sees_people=True).number == number


def test_every_state_says_where_it_may_go() -> None:
    assert set(MOVES) == set(DecisionState)


def test_a_standing_follows_its_approval_and_its_day() -> None:
    draft, decided = DecisionState.DRAFT, DecisionState.DECIDED
    assert standing_of(draft, None, None, TODAY) is Standing.DRAFT
    assert standing_of(draft, RequestState.REQUESTED, None, TODAY) is Standing.ASKED
    assert standing_of(draft, RequestState.WITHDRAWN, None, TODAY) is Standing.DRAFT
    assert standing_of(decided, RequestState.APPROVED, TODAY, TODAY) is Standing.LOOK_AGAIN
    assert standing_of(decided, RequestState.SET_ASIDE, TODAY, TODAY) is Standing.SET_ASIDE
    assert is_open(draft, RequestState.DECLINED)
    assert not is_open(draft, RequestState.APPROVED)
