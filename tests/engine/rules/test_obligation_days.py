"""When obligations fall due, by days counted by hand, and what moves or stops them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from carewright_engine.rules.facts import AuthorityFacts, ContractFacts, Kind, Regime, Route
from carewright_engine.rules.obligation_rules import Basis, Sense
from carewright_engine.rules.obligations import authority_obligations, obligations
from carewright_engine.values.bank_holidays import Nation
from tests.engine.rules.obligation_table import TODAY, owed, the_case

#: The last day of each, counted by hand from the facts above.
DAYS: dict[str, tuple[date, ...]] = {
    "pa2023.conflicts": (date(2026, 5, 4),),
    "pa2023.uk4": (date(2026, 5, 4),),
    "pa2023.summaries": (date(2026, 6, 9),),
    # Eight working days before 30 June; 15 June 2026 is a bank holiday in Scotland.
    "pa2023.uk6": (date(2026, 6, 18),),
    "pa2023.standstill": (date(2026, 6, 22),),
    "pa2023.indicators": (date(2026, 6, 29),),
    "pa2023.uk7": (date(2026, 7, 29),),
    "pa2023.copy": (date(2026, 9, 27),),
    "pa2023.uk8": (date(2026, 10, 29), date(2027, 1, 29)),
    "pa2023.uk9": (date(2027, 6, 29), date(2028, 6, 29)),
    "pa2023.uk9.breach": (date(2027, 6, 2),),
    "pa2023.uk10": (date(2027, 2, 28),),
    "pa2023.change_copy": (date(2027, 5, 29),),
    "pa2023.uk11": (date(2028, 7, 29),),
    "pa2023.pay": (date(2026, 9, 1),),
    "law.transfer": (date(2026, 6, 3),),
    "agreement.price_review": (date(2027, 4, 1), date(2028, 4, 1)),
    "agreement.notice": (date(2028, 4, 1),),
    "policy.extension": (date(2027, 12, 31),),
    "policy.insurance": (date(2027, 1, 31),),
    "policy.accounts": (date(2027, 9, 30), date(2028, 9, 30)),
    "policy.visit": (date(2026, 12, 31), date(2027, 6, 30), date(2027, 12, 31), date(2028, 6, 30)),
}
LIGHT_DAYS: dict[str, tuple[date, ...]] = {
    "pa2023.uk6.light_touch": (date(2026, 6, 29),),
    "pa2023.uk7.light_touch": (date(2026, 10, 27),),
    "pa2023.copy.light_touch": (date(2026, 12, 26),),
    "pa2023.uk11.light_touch": (date(2028, 7, 29),),
}
PSR_DAYS: dict[str, tuple[date, ...]] = {
    "psr2023.identify": (date(2026, 5, 18),),
    "psr2023.intention": (date(2026, 6, 16),),
    "psr2023.standstill": (date(2026, 6, 23),),
    "psr2023.award": (date(2026, 7, 9),),
    "psr2023.change": (date(2027, 3, 31),),
}
SCOTTISH_DAYS: dict[str, tuple[date, ...]] = {
    "scot_higher.contract_notice.light_touch": (date(2026, 5, 4),),
    "scot_higher.standstill": (date(2026, 6, 22),),  # the tenth day is a Saturday
    "scot_higher.award_notice.light_touch": (date(2026, 7, 30),),
    "scotland.community_benefit": (date(2026, 5, 4),),
}
GRANT_DAYS: dict[str, tuple[date, ...]] = {
    "policy.ending_funding": (date(2028, 3, 31),),
    "policy.consulting": (date(2026, 12, 6),),
}


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        (the_case(Regime.PA2023), DAYS),
        (the_case(Regime.PA2023, light=True), LIGHT_DAYS),
        (the_case(Regime.PSR2023, route=Route.PSR_MOST_SUITABLE), PSR_DAYS),
        (the_case(Regime.SCOT_HIGHER, light=True), SCOTTISH_DAYS),
        (the_case(Regime.BELOW_THRESHOLD, kind=Kind.GRANT), GRANT_DAYS),
    ],
    ids=["act", "light touch", "provider selection", "Scotland", "grant"],
)
def test_each_falls_due_on_the_day_counted_by_hand(
    facts: ContractFacts, days: dict[str, tuple[date, ...]]
) -> None:
    found = owed(facts)
    for rule, expected in days.items():
        assert tuple(each.last_day for each in found if each.rule == rule) == expected, rule


def test_an_obligation_ends_at_midnight_in_london_and_says_its_day() -> None:
    found = {each.rule: each for each in owed(the_case(Regime.PA2023))}
    assert found["pa2023.uk7"].due == datetime(2026, 7, 29, 23, tzinfo=UTC)  # summer time
    assert found["pa2023.uk7"].when == "by the end of 29 July 2026"
    assert found["pa2023.copy"].because == (
        "The Procurement Act 2023 governs it; it is a block contract; it is not a light touch "
        "contract; its value is above £5,000,000"
    )


def test_a_standstill_says_from_when_the_contract_may_be_entered_into() -> None:
    found = {each.rule: each for each in owed(the_case(Regime.PA2023))}
    standstill = found["pa2023.standstill"]
    assert standstill.sense is Sense.NOT_BEFORE
    assert standstill.when == "not before the end of 22 June 2026"


def test_where_the_law_names_no_day_none_is_made_up() -> None:
    found = {each.rule: each for each in owed(the_case(Regime.SCOT_REGULATED))}
    register = found["scotland.register"]
    assert (register.last_day, register.due, register.needs) == (None, None, ())
    assert register.when == "as soon as reasonably practicable after 30 June 2026"


def test_letters_that_did_not_all_go_electronically_wait_fifteen_days() -> None:
    facts = replace(the_case(Regime.SCOT_HIGHER), sent_electronically=False)
    found = {each.rule: each for each in owed(facts)}
    assert "scot_higher.standstill" not in found
    assert found["scot_higher.standstill.other"].last_day == date(2026, 6, 25)


@pytest.mark.parametrize(
    ("nation", "without"),
    [
        (Nation.WALES, {"pa2023.copy", "pa2023.change_copy", "pa2023.uk8"}),
        (Nation.NORTHERN_IRELAND, {
            "pa2023.copy", "pa2023.change_copy", "pa2023.uk8", "pa2023.uk10",
        }),
    ],
)  # fmt: skip
def test_wales_and_northern_ireland_owe_less_under_the_same_act(
    nation: Nation, without: set[str]
) -> None:
    england = {each.rule.removesuffix(".wales") for each in owed(the_case(Regime.PA2023))}
    facts = replace(the_case(Regime.PA2023), nation=nation)
    assert england - {each.rule.removesuffix(".wales") for each in owed(facts)} == without


def test_welsh_performance_is_published_from_april_2026_and_not_from_january() -> None:
    early = replace(
        the_case(Regime.PA2023), entered_on=date(2025, 3, 2), breach_on=date(2026, 2, 1)
    )
    days = {
        nation: {(each.rule.removesuffix(".wales"), each.event_on)
                 for each in owed(replace(early, nation=nation)) if "uk9" in each.rule}
        for nation in (Nation.ENGLAND, Nation.WALES)
    }  # fmt: skip
    assert days[Nation.ENGLAND] - days[Nation.WALES] == {
        ("pa2023.uk9", date(2026, 3, 2)), ("pa2023.uk9.breach", date(2026, 2, 1)),
    }  # fmt: skip


def test_payments_are_published_only_of_procurements_begun_since_april_2026() -> None:
    facts = the_case(Regime.PA2023)
    before = replace(facts, procurement_began_on=date(2026, 3, 31))
    assert "pa2023.uk8" in {each.rule for each in owed(facts)}
    assert "pa2023.uk8" not in {each.rule for each in owed(before)}
    unknown = [each for each in owed(replace(facts, procurement_began_on=None))
               if each.rule == "pa2023.uk8"]  # fmt: skip
    assert {each.needs for each in unknown} == {("the day on which the procurement began",)}


def test_an_early_end_is_the_end() -> None:
    facts = replace(the_case(Regime.PA2023), terminated_on=date(2027, 7, 31))
    found = [each for each in owed(facts) if each.rule in ("pa2023.uk11", "policy.visit")]
    assert [each.last_day for each in found] == [
        date(2026, 12, 31), date(2027, 6, 30), date(2027, 8, 29),
    ]  # fmt: skip


def test_cover_that_lasts_beyond_the_term_needs_no_successor() -> None:
    facts = replace(the_case(Regime.PA2023), insurance_ends_before=date(2028, 7, 1))
    assert "policy.insurance" not in {each.rule for each in owed(facts)}


def test_an_open_ended_agreement_is_followed_as_far_as_was_asked() -> None:
    facts = replace(the_case(Regime.PA2023), ends_before=None)
    visits = [each for each in obligations(facts, TODAY, months_ahead=6)
              if each.rule == "policy.visit"]  # fmt: skip
    assert visits[-1].last_day == date(2027, 12, 31)
    ending = next(each for each in owed(facts) if each.rule == "pa2023.uk11")
    assert ending.when == "cannot be worked out: needs the day on which it ends"


@pytest.mark.parametrize(
    ("regime", "nation"),
    [(Regime.PA2023, Nation.SCOTLAND), (Regime.SCOT_HIGHER, Nation.ENGLAND),
     (Regime.PSR2023, Nation.WALES)],
)  # fmt: skip
def test_a_law_of_another_nation_gives_no_day_and_says_why(regime: Regime, nation: Nation) -> None:
    facts = replace(the_case(regime), nation=nation)
    by_law = [each for each in owed(facts) if each.basis is Basis.LAW and each.rule[:3] != "law"]
    assert all(each.last_day is None for each in by_law)
    assert all(f"does not hold in {nation.label}" in each.when for each in by_law)


def test_a_rule_is_not_about_what_happened_before_it_was_the_law() -> None:
    facts = replace(the_case(Regime.SCOT_REGULATED), invited_on=date(2015, 6, 1))
    assert "scotland.community_benefit" not in {each.rule for each in owed(facts)}


@pytest.mark.parametrize(
    ("nation", "year", "expected"),
    [
        (Nation.ENGLAND, 2025, [("authority.uk1", "by the end of 26 May 2025"),
                                ("authority.uk17", "by the end of 29 April 2026")]),
        (Nation.ENGLAND, 2026, [("authority.uk1", "by the end of 26 May 2026"),
                                ("authority.uk17", "by the end of 29 October 2026"),
                                ("authority.uk17", "by the end of 29 April 2027")]),
        (Nation.WALES, 2025, [("authority.uk1", "by the end of 26 May 2025")]),
        (Nation.WALES, 2026, [("authority.uk1", "by the end of 26 May 2026"),
                              ("authority.uk17.wales", "by the end of 29 October 2026"),
                              ("authority.uk17.wales", "by the end of 29 April 2027")]),
        (Nation.SCOTLAND, 2026, [
            ("authority.scotland.strategy", "by the end of 31 March 2026"),
            ("authority.scotland.report", "as soon as reasonably practicable after 31 March 2027"),
        ]),
        (Nation.NORTHERN_IRELAND, 2026, []),
    ],
)  # fmt: skip
def test_a_council_owes_its_own_notices_each_year(
    nation: Nation, year: int, expected: list[tuple[str, str]]
) -> None:
    found = authority_obligations(AuthorityFacts(nation, year, 10_000_000_001))
    assert [(each.rule, each.when) for each in found] == expected


def test_a_council_that_spends_less_publishes_no_pipeline_and_one_unknown_is_asked() -> None:
    found = authority_obligations(AuthorityFacts(Nation.ENGLAND, 2026, 10_000_000_000))
    assert "authority.uk1" not in {each.rule for each in found}
    asked = authority_obligations(AuthorityFacts(Nation.ENGLAND, 2026))
    assert {each.rule: each.needs for each in asked}["authority.uk1"] == ("its value",)
