"""Which change may be made on which ground: truth tables beside conditions written from the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.rules.facts import Regime
from carewright_engine.rules.measuring import threshold_pence
from carewright_engine.rules.modification_facts import ChangeFacts
from carewright_engine.rules.modification_grounds import GroundRow, Limit, every_ground
from carewright_engine.rules.modification_words import QUESTIONS
from carewright_engine.rules.modifications import Modification, modification
from carewright_engine.rules.obligation_rules import every_obligation_rule
from carewright_engine.values.bank_holidays import Nation

MILLION = 100_000_000  # pence
OF_THE_DAY = date(2025, 10, 1)
YES_OR_NO = tuple(QUESTIONS)
#: A contract of £1 million over 1,000 days, of which everything is known and nothing is so.
NOTHING_SPECIAL = ChangeFacts(
    on=OF_THE_DAY,
    regime=Regime.PA2023,
    nation=Nation.ENGLAND,
    value_pence=MILLION,
    original_pence=MILLION,
    term_days=1_000,
    change_pence=0,
    term_change_days=0,
    small_so_far_pence=0,
    own_decisions_so_far_pence=0,
    **dict.fromkeys(YES_OR_NO, False),
)
TENTH, HALF = MILLION // 10, MILLION // 2
CHANGES = (-TENTH - 1, -TENTH, 0, TENTH, TENTH + 1, HALF, HALF + 1)
TERMS = (-101, -100, 100, 101)
THRESHOLD = {True: 66_354_000, False: 21_490_400}  # light touch or not, in 2025


def by_the_act(f: ChangeFacts) -> set[str]:
    """Section 74 and Schedule 8, as plain conditions."""
    stays, half_more = not f.supplier_changes, f.change_pence * 2 > f.value_pence
    found = {
        "provided_for": f.provided_for and not f.changes_nature and stays,
        "urgent": f.urgent and stays,
        "unforeseeable": f.unforeseeable and not (f.changes_nature or half_more) and stays,
        "known_risk": f.known_risk and not half_more and stays,
        "additional": f.additional and not half_more and stays,
        "succession": f.succession and f.successor_qualifies,
        "not_substantial": stays
        and not (f.new_scope or f.favours_supplier)
        and abs(f.term_change_days) * 10 <= f.term_days,
        "light_touch": f.light_touch and stays,
    }
    small = (
        abs(f.change_pence) * 10 <= f.value_pence
        and f.small_so_far_pence + f.change_pence < THRESHOLD[f.light_touch]
    )
    found["small"] = small and stays and not f.new_scope and not any(found.values())
    return {f"pa2023.mod.{name}" for name, so in found.items() if so}


def by_regulation_72(f: ChangeFacts) -> set[str]:
    """Regulation 72 of the regulations of 2015, English or Scottish, as plain conditions."""
    other = f.changes_nature or f.new_scope or f.favours_supplier or f.lets_others_in
    each = not f.circumvents and not f.supplier_changes and f.change_pence * 2 <= f.original_pence
    net = f.small_so_far_pence + f.change_pence
    found = {
        "provided_for": f.provided_for and not f.changes_nature,
        "additional": f.additional and each,
        "unforeseeable": f.unforeseeable and each and not f.changes_nature,
        "succession": f.succession and f.successor_qualifies and not other and not f.circumvents,
        "not_substantial": not other and not f.supplier_changes,
        "small": not f.changes_nature
        and net * 10 < f.original_pence
        and net < (66_354_000 if f.light_touch else 21_490_400),
    }
    return {f"reg72.mod.{name}" for name, so in found.items() if so}


def by_provider_selection(f: ChangeFacts) -> set[str]:
    """Regulations 13 and 14 of the Provider Selection Regime, as plain conditions."""
    so_far = f.own_decisions_so_far_pence + f.change_pence
    small = so_far < 50_000_000 or so_far * 4 < f.original_pence
    found = {
        "provided_for": f.provided_for,
        "succession": f.succession and f.successor_qualifies,
        "external": f.external and not f.changes_nature,
        "own_decision": f.own_decision and not f.changes_nature and small,
        "direct_a_or_b": f.direct_a_or_b and not f.changes_nature,
        "urgent": f.urgent,
    }
    return {f"psr2023.mod.{name}" for name, so in found.items() if so}


LAWS = {
    Regime.PA2023: (by_the_act, Nation.ENGLAND),
    Regime.PCR2015: (by_regulation_72, Nation.ENGLAND),
    Regime.SCOT_HIGHER: (by_regulation_72, Nation.SCOTLAND),
    Regime.PSR2023: (by_provider_selection, Nation.ENGLAND),
}


def applying(found: Modification) -> set[str]:
    return {each.id for each in found.grounds if each.applies}


def under(regime: Regime) -> ChangeFacts:
    return replace(NOTHING_SPECIAL, regime=regime, nation=LAWS[regime][1])


def measures(row: GroundRow) -> list[tuple[int, int]]:
    """Changes of value and term around what the ground measures."""
    if Limit.TERM in row.limits:
        return [(0, term) for term in TERMS]
    return [(change, 0) for change in CHANGES] if row.limits else [(0, 0)]


@pytest.mark.parametrize("regime", LAWS)
def test_each_ground_carries_a_change_exactly_when_the_law_says_so(regime: Regime) -> None:
    law, _ = LAWS[regime]
    for row in (rows[0] for rows in every_ground().values() if regime in rows[0].regimes):
        asked = (*row.must, *row.must_not)
        for answers in product((False, True), repeat=len(asked)):
            told = replace(under(regime), **dict(zip(asked, answers, strict=True)))
            for change, term in measures(row):
                facts = replace(told, change_pence=change, term_change_days=term)
                assert applying(modification(facts)) == law(facts), facts


@settings(max_examples=60)
@given(
    st.sampled_from(list(LAWS)),
    st.sets(st.sampled_from(YES_OR_NO)),
    st.sampled_from(CHANGES),
    st.sampled_from(TERMS),
    st.sampled_from((0, TENTH - 1, TENTH, 21_490_400 - TENTH - 1, 21_490_400 - TENTH, HALF - 1)),
)
def test_any_mixture_of_facts_is_judged_as_the_law_says(
    regime: Regime, so: set[str], change: int, term: int, so_far: int
) -> None:
    facts = replace(
        under(regime), **dict.fromkeys(so, True), change_pence=change, term_change_days=term,
        small_so_far_pence=so_far, own_decisions_so_far_pence=so_far,
    )  # fmt: skip
    found = modification(facts)
    assert applying(found) == LAWS[regime][0](facts)
    assert found.allowed is bool(applying(found))


@settings(max_examples=40)
@given(
    st.sampled_from(list(LAWS)),
    st.sets(st.sampled_from(YES_OR_NO)),
    st.sets(st.sampled_from((*YES_OR_NO, "change_pence", "term_change_days", "value_pence"))),
)
def test_what_is_not_known_of_a_change_is_asked_and_never_guessed(
    regime: Regime, so: set[str], unknown: set[str]
) -> None:
    whole = modification(replace(under(regime), **dict.fromkeys(so, True)))
    known = dict.fromkeys(so, True) | dict.fromkeys(unknown)
    part = modification(replace(under(regime), **known))
    if part.allowed is not None:
        assert part.allowed == whole.allowed
    else:
        assert part.needs
    sure = {each.id: each.applies for each in part.grounds if each.id != "pa2023.mod.small"}
    answers = {each.id: each.applies for each in whole.grounds}
    assert all(answers[name] == so for name, so in sure.items() if so is not None)


#: A change in words, what is so, ground, what is left in pence, rule of its notice, and the law.
ROWS = [
    ("light touch, anything", {"light_touch": True, "new_scope": True, "change_pence": 3 * MILLION},
     "pa2023.mod.light_touch", None, "", "74(2)"),
    ("a clause provides for it", {"provided_for": True, "new_scope": True, "change_pence": MILLION},
     "pa2023.mod.provided_for", None, "pa2023.uk10", "paragraph 1"),
    ("extreme urgency", {"urgent": True, "new_scope": True, "change_pence": 2 * MILLION},
     "pa2023.mod.urgent", None, "pa2023.uk10", "paragraphs 2 and 3"),
    ("unforeseen, half as much again", {"unforeseeable": True, "new_scope": True,
                                        "change_pence": HALF},
     "pa2023.mod.unforeseeable", None, "pa2023.uk10", "paragraph 4"),
    ("a known risk", {"known_risk": True, "new_scope": True, "change_pence": HALF},
     "pa2023.mod.known_risk", None, "pa2023.uk10", "paragraphs 5 to 7"),
    ("more of what must fit", {"additional": True, "new_scope": True, "change_pence": HALF},
     "pa2023.mod.additional", None, "pa2023.uk10", "paragraph 8"),
    ("the company was taken over", {"succession": True, "successor_qualifies": True,
                                    "supplier_changes": True},
     "pa2023.mod.succession", None, "pa2023.uk10", "paragraph 9"),
    ("ten per cent longer", {"term_change_days": 100, "change_pence": TENTH},
     "pa2023.mod.not_substantial", None, "", "section 74(1)(b)"),
    ("a better price for the supplier, small", {"favours_supplier": True, "change_pence": TENTH,
                                                "small_so_far_pence": 1_000_000},
     "pa2023.mod.small", 21_490_400 - 1 - TENTH - 1_000_000, "", "section 74(1)(c)"),
]  # fmt: skip
OLDER = [
    (Regime.PCR2015, {"provided_for": True, "new_scope": True}, "reg72.mod.provided_for", None, "",
     "(1)(a)"),
    (Regime.PCR2015, {"additional": True, "new_scope": True, "change_pence": HALF},
     "reg72.mod.additional", None, "pcr2015.change", "(1)(b)"),
    (Regime.SCOT_HIGHER, {"unforeseeable": True, "new_scope": True, "change_pence": HALF},
     "reg72.mod.unforeseeable", None, "scot_higher.change", "(1)(c)"),
    (Regime.SCOT_HIGHER, {"succession": True, "successor_qualifies": True,
                          "supplier_changes": True, "change_pence": TENTH},
     "reg72.mod.succession", None, "", "(1)(d)"),
    (Regime.SCOT_HIGHER, {"change_pence": 9 * MILLION}, "reg72.mod.not_substantial", None, "",
     "(1)(e)"),
    (Regime.SCOT_HIGHER, {"favours_supplier": True, "change_pence": 6_000_000,
                          "small_so_far_pence": 3_000_000},
     "reg72.mod.small", TENTH - 1 - 9_000_000, "", "(1)(f)"),
    (Regime.PSR2023, {"provided_for": True, "own_decision": True, "change_pence": HALF},
     "psr2023.mod.provided_for", None, "psr2023.change", "13(1)(a)"),
    (Regime.PSR2023, {"succession": True, "successor_qualifies": True, "supplier_changes": True},
     "psr2023.mod.succession", None, "", "13(1)(b)"),
    (Regime.PSR2023, {"external": True, "change_pence": 5 * MILLION}, "psr2023.mod.external", None,
     "", "13(1)(c)"),
    (Regime.PSR2023, {"own_decision": True, "change_pence": 49_999_999},
     "psr2023.mod.own_decision", 0, "", "13(1)(d)"),
    (Regime.PSR2023, {"own_decision": True, "original_pence": 4 * MILLION, "change_pence": HALF},
     "psr2023.mod.own_decision", MILLION - 1 - HALF, "psr2023.change", "13(1)(d)"),
    (Regime.PSR2023, {"direct_a_or_b": True, "own_decision": True, "change_pence": 5 * MILLION},
     "psr2023.mod.direct_a_or_b", None, "psr2023.change", "13(3)"),
    (Regime.PSR2023, {"urgent": True, "changes_nature": True}, "psr2023.mod.urgent", None,
     "psr2023.change", "14(2)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "so", "ground", "left", "notice", "written"), ROWS, ids=[row[0] for row in ROWS]
)
def test_a_change_under_the_act_stands_on_its_ground_with_what_is_left_and_its_notice(
    words: str, so: dict[str, object], ground: str, left: int | None, notice: str, written: str
) -> None:
    found = modification(replace(NOTHING_SPECIAL, **so))
    assert found.allowed is True
    assert (found.ground.id, found.left_pence) == (ground, left)
    assert (found.notice.rule, found.notice.needed) == (notice, bool(notice))
    assert written in found.ground.source


@pytest.mark.parametrize(("regime", "so", "ground", "left", "notice", "written"), OLDER)
def test_a_change_under_other_laws_stands_on_its_ground_with_what_is_left_and_its_notice(
    regime: Regime, so: dict[str, object], ground: str, left: int | None, notice: str, written: str
) -> None:
    found = modification(replace(under(regime), **so))
    assert (found.ground.id, found.left_pence) == (ground, left)
    assert (found.notice.rule, found.notice.needed) == (notice, bool(notice))
    assert written in found.ground.source


def test_every_ground_has_its_row() -> None:
    tried = {row[2] for row in (*ROWS, *OLDER)} | {
        "below_threshold.mod.free", "below_threshold.mod.free_scotland", "scot_regulated.mod.free",
    }  # fmt: skip
    assert tried == set(every_ground())


def test_every_notice_of_a_change_is_an_obligation_that_finds_its_day() -> None:
    named = {row[4] for row in (*ROWS, *OLDER)} - {""}
    assert named <= set(every_obligation_rule())
    assert all("change_needs_notice" in every_obligation_rule()[name][0].only_if for name in named)


@pytest.mark.parametrize(
    ("change", "days", "needed"),
    [
        (TENTH, 0, False), (-TENTH, 0, False), (TENTH + 1, 0, True), (-TENTH - 1, 0, True),
        (0, 100, False), (0, 101, True), (TENTH, 100, False), (TENTH, 101, True),
        (TENTH + 1, 100, True), (0, 0, True),
    ],
)  # fmt: skip
def test_only_a_change_of_value_or_term_within_a_tenth_is_spared_its_notice(
    change: int, days: int, needed: bool
) -> None:
    clause = replace(NOTHING_SPECIAL, provided_for=True)
    found = modification(replace(clause, change_pence=change, term_change_days=days))
    assert found.notice.needed is needed


def test_works_have_fifteen_per_cent() -> None:
    works = replace(
        NOTHING_SPECIAL, works=True, favours_supplier=True, change_pence=15 * MILLION // 100
    )
    assert modification(works).ground.id == "pa2023.mod.small"
    assert modification(replace(works, works=False)).allowed is False


@pytest.mark.parametrize(
    ("nation", "needed"),
    [(Nation.ENGLAND, True), (Nation.WALES, True), (Nation.NORTHERN_IRELAND, False), (None, None)],
)
def test_a_council_in_northern_ireland_publishes_no_change_notice(
    nation: Nation | None, needed: bool | None
) -> None:
    facts = replace(NOTHING_SPECIAL, provided_for=True, change_pence=HALF, nation=nation)
    assert modification(facts).notice.needed is needed


def test_changes_that_could_have_been_made_together_are_judged_together() -> None:
    alone = replace(NOTHING_SPECIAL, favours_supplier=True, change_pence=6_000_000)
    assert modification(alone).ground.id == "pa2023.mod.small"
    joined = modification(replace(alone, joined_pence=6_000_000))
    assert joined.allowed is False
    assert "made together with the other change" in joined.grounds[-1].reasons_against[-1]


def test_a_change_that_needs_no_notice_alone_may_need_one_with_another() -> None:
    alone = replace(NOTHING_SPECIAL, provided_for=True, change_pence=6_000_000)
    assert modification(alone).notice.needed is False
    assert modification(replace(alone, joined_pence=6_000_000)).notice.needed is True


def test_a_light_touch_contract_is_free_however_changes_are_joined() -> None:
    facts = replace(NOTHING_SPECIAL, light_touch=True, change_pence=MILLION, joined_pence=MILLION)
    assert modification(facts).ground.id == "pa2023.mod.light_touch"


def test_no_contract_passes_to_another_supplier_except_by_succession() -> None:
    sold = replace(NOTHING_SPECIAL, light_touch=True, provided_for=True, supplier_changes=True)
    assert modification(sold).allowed is False


@pytest.mark.parametrize(
    ("nation", "value", "ground"),
    [
        (Nation.ENGLAND, 21_490_399, "below_threshold.mod.free"),
        (Nation.ENGLAND, 21_490_400, "pa2023.mod.not_substantial"),  # it becomes a public contract
        (Nation.SCOTLAND, 4_999_999, "below_threshold.mod.free_scotland"),
        (Nation.SCOTLAND, 5_000_000, None),
    ],
)
def test_below_the_threshold_a_change_is_free_until_it_reaches_it(
    nation: Nation, value: int, ground: str | None
) -> None:
    facts = replace(
        NOTHING_SPECIAL, regime=Regime.BELOW_THRESHOLD, nation=nation,
        value_pence=1_000_000, change_pence=value - 1_000_000,
    )  # fmt: skip
    found = modification(facts)
    assert (found.ground.id if found.ground else None) == ground


def test_a_regulated_contract_in_scotland_is_free_below_the_higher_threshold() -> None:
    facts = replace(NOTHING_SPECIAL, regime=Regime.SCOT_REGULATED, nation=Nation.SCOTLAND,
                    light_touch=True, value_pence=MILLION // 2)  # fmt: skip
    found = modification(replace(facts, change_pence=16_353_999))
    assert (found.ground.id, found.left_pence) == ("scot_regulated.mod.free", 0)
    assert modification(replace(facts, change_pence=16_354_000)).allowed is False


@pytest.mark.parametrize(
    ("on", "so", "pounds"),
    [
        (date(2025, 10, 1), {"light_touch": True}, 663_540),
        (date(2025, 10, 1), {}, 214_904),
        (date(2025, 10, 1), {"works": True}, 5_372_609),
        (date(2026, 10, 1), {"works": True}, 5_193_000),
    ],
)
def test_care_goods_and_works_have_thresholds_of_their_own_in_scotland(
    on: date, so: dict[str, bool], pounds: int
) -> None:
    facts = replace(NOTHING_SPECIAL, regime=Regime.SCOT_HIGHER, nation=Nation.SCOTLAND, on=on, **so)
    assert threshold_pence(facts) == pounds * 100


def test_a_threshold_that_is_not_held_for_the_day_leaves_the_ground_open() -> None:
    facts = replace(
        under(Regime.SCOT_HIGHER), on=date(2026, 10, 1), favours_supplier=True, light_touch=True
    )
    found = modification(facts)
    assert found.allowed is None
    assert "No scotland.threshold.social_services is held for 2026-10-01" in found.needs[0]


@pytest.mark.parametrize(
    ("regime", "nation", "needs"),
    [
        (None, Nation.ENGLAND, "the law under which it was made"),
        (Regime.BELOW_THRESHOLD, None, "the nation whose law holds"),
        (Regime.PA2023, Nation.SCOTLAND, "the Procurement Act 2023 does not hold in Scotland"),
    ],
)
def test_a_change_under_no_known_law_is_not_judged(
    regime: Regime | None, nation: Nation | None, needs: str
) -> None:
    found = modification(replace(NOTHING_SPECIAL, regime=regime, nation=nation))
    assert found.allowed is None
    assert needs in found.needs[0]


def test_shares_are_exact_and_reasons_say_both_sides() -> None:
    facts = replace(NOTHING_SPECIAL, unforeseeable=True, new_scope=True, change_pence=HALF + 1)
    found = {each.id: each for each in modification(facts).grounds}
    ground = found["pa2023.mod.unforeseeable"]
    assert ground.applies is False
    assert ground.share == Decimal("50.00")  # shown rounded, judged exactly
    assert "its cause could not have been foreseen" in ground.reasons_for
    assert ground.reasons_against == (
        "it adds £500,000.01, 50.00% of the value as it is now; one change may add 50% at most",
    )
    assert not ground.verified
