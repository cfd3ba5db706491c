"""Obligations over regime, light touch, a person's choice, value and kind: the whole table.

What is expected was written a second time, from the law named beside each, as plain conditions
that share nothing with the rules' own table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.rules.facts import AuthorityFacts, ContractFacts, Kind, Regime, Route
from carewright_engine.rules.obligation_rules import (
    Basis,
    Event,
    Kinds,
    Sense,
    every_obligation_rule,
)  # fmt: skip
from carewright_engine.rules.obligations import (
    Obligation,
    authority_obligations,
    obligations,
)  # fmt: skip
from carewright_engine.rules.words import FACTS
from carewright_engine.values.bank_holidays import Nation

TODAY = date(2027, 11, 24)
#: Around £30,000, £4 million and £5 million, in pence: below, at, and above.
VALUES = (2_999_999, 3_000_000, 400_000_000, 500_000_000, 500_000_001)
ROUTES = {
    Regime.PA2023: (Route.COMPETITION, Route.DIRECT, Route.URGENT),
    Regime.PCR2015: (Route.COMPETITION,),
    Regime.PSR2023: tuple(route for route in Route if route.value.startswith("psr")),
    Regime.SCOT_HIGHER: (Route.COMPETITION, Route.DIRECT),
    Regime.SCOT_REGULATED: (Route.COMPETITION, Route.DIRECT),
    Regime.BELOW_THRESHOLD: (Route.COMPETITION, Route.DIRECT),
}
SCOTTISH = {Regime.SCOT_HIGHER, Regime.SCOT_REGULATED}

#: Everything happened, so that whatever may be owed is owed.
EVERYTHING = ContractFacts(
    procurement_began_on=date(2026, 4, 1),
    invited_on=date(2026, 5, 5),
    intention_on=date(2026, 5, 5),
    award_notice_on=date(2026, 6, 10),
    awarded_on=date(2026, 6, 9),
    entered_on=date(2026, 6, 30),
    starts_on=date(2026, 7, 1),
    ends_before=date(2028, 7, 1),
    change_planned_on=date(2027, 3, 1),
    change_made_on=date(2027, 3, 1),
    breach_on=date(2027, 5, 4),
    invoices_received_on=(date(2026, 8, 3),),
    published_payments_on=(date(2026, 8, 20), date(2026, 9, 20), date(2026, 10, 20)),
    transfer_on=date(2026, 7, 1),
    notice_days=90,
    price_review_on=date(2027, 4, 1),
    insurance_ends_before=date(2027, 2, 1),
    accounts_year_ends_on=date(2026, 12, 31),
    visits_a_year=2,
    extension_possible=True,
    advertised=True,
    sent_electronically=True,
    indicators_set=True,
    change_needs_notice=True,
)


@dataclass(frozen=True)
class Case:
    """One cell of the table."""

    regime: Regime
    light_touch: bool
    user_choice: bool
    value: int
    kind: Kind
    route: Route

    @property
    def facts(self) -> ContractFacts:
        return replace(
            EVERYTHING,
            regime=self.regime,
            nation=Nation.SCOTLAND if self.regime in SCOTTISH else Nation.ENGLAND,
            kind=self.kind,
            route=self.route,
            light_touch=self.light_touch,
            user_choice=self.user_choice,
            value_pence=self.value,
        )

    @property
    def bought(self) -> bool:
        return self.kind not in (Kind.GRANT, Kind.IN_HOUSE)

    @property
    def called_off(self) -> bool:
        return self.kind is Kind.FRAMEWORK_CALL_OFF

    @property
    def competed(self) -> bool:
        return self.bought and not self.called_off and self.route is Route.COMPETITION

    @property
    def uncompeted(self) -> bool:
        return self.bought and not self.called_off and self.route is not Route.COMPETITION

    @property
    def can_be(self) -> bool:
        """A person's choice is for one person, of light touch, and awarded directly."""
        one_person = self.kind in (Kind.SPOT, Kind.INDIVIDUAL_SERVICE_FUND)
        return not self.user_choice or (
            one_person and self.light_touch and self.route is Route.DIRECT
        )


CASES = [
    Case(regime, light, chosen, value, kind, route)
    for regime in Regime
    for light, chosen, value, kind, route in product(
        (False, True), (False, True), VALUES, Kind, ROUTES[regime]
    )
]
OVER_5M, FROM_4M, FROM_30K = 500_000_000, 400_000_000, 3_000_000
Expected = Callable[[Case], bool]
#: Rule, where it is written, and when it applies within its regime.
PA2023: dict[str, tuple[str, Expected]] = {
    "pa2023.conflicts": ("section 83", lambda c: c.competed),
    "pa2023.conflicts.direct": ("section 83", lambda c: c.uncompeted and not c.user_choice),
    "pa2023.uk4": ("section 21", lambda c: c.competed),
    "pa2023.uk5": ("section 44", lambda c: c.uncompeted and not c.user_choice),
    "pa2023.summaries": ("section 50(3)", lambda c: c.competed),
    "pa2023.uk6": (
        "sections 50(1) and 51",
        lambda c: c.bought and not (c.light_touch or c.called_off or c.route is Route.URGENT),
    ),
    "pa2023.uk6.urgent": (
        "51(3)(a)",
        lambda c: c.uncompeted and not c.light_touch and c.route is Route.URGENT,
    ),
    "pa2023.uk6.call_off": ("51(3)(d)", lambda c: c.called_off and not c.light_touch),
    "pa2023.uk6.light_touch": (
        "51(3)(f)",
        lambda c: c.bought and c.light_touch and not c.user_choice,
    ),
    "pa2023.standstill": (
        "section 51(1)",
        lambda c: c.bought and not (c.light_touch or c.called_off or c.route is Route.URGENT),
    ),
    "pa2023.indicators": (
        "section 52",
        lambda c: c.bought and not c.light_touch and c.value > OVER_5M,
    ),
    "pa2023.uk7": ("section 53(1)(b)", lambda c: c.bought and not c.light_touch),
    "pa2023.uk7.light_touch": (
        "section 53(1)(a)",
        lambda c: c.bought and c.light_touch and not c.user_choice,
    ),
    "pa2023.copy": (
        "section 53(3)(b)",
        lambda c: c.bought and not c.light_touch and c.value > OVER_5M,
    ),
    "pa2023.copy.light_touch": (
        "section 53(3)(a)",
        lambda c: c.bought and c.light_touch and not c.user_choice and c.value > OVER_5M,
    ),
    "pa2023.uk8": ("section 70", lambda c: c.bought),
    "pa2023.uk9": (
        "section 71(2)",
        lambda c: c.bought and not c.light_touch and c.value > OVER_5M,
    ),
    "pa2023.uk9.end": (
        "section 71(2)",
        lambda c: c.bought and not c.light_touch and c.value > OVER_5M,
    ),
    "pa2023.uk9.breach": ("section 71(5)", lambda c: c.bought and not c.light_touch),
    "pa2023.uk10": ("section 75", lambda c: c.bought and not c.light_touch),
    "pa2023.change_copy": (
        "section 77",
        lambda c: c.bought and not c.light_touch and c.value > OVER_5M,
    ),
    "pa2023.uk11": ("section 80", lambda c: c.bought and not c.light_touch),
    "pa2023.uk11.light_touch": (
        "section 80",
        lambda c: c.bought and c.light_touch and not c.user_choice,
    ),
    "pa2023.pay": ("section 68", lambda c: c.bought),
}
BELOW: dict[str, tuple[str, Expected]] = {
    "below_threshold.uk4": ("section 87(1)", lambda c: c.competed and c.value >= FROM_30K),
    "below_threshold.uk7": ("section 87(3)", lambda c: c.bought and c.value >= FROM_30K),
    "below_threshold.pay": ("section 88", lambda c: c.bought),
}
STANDSTILL = (Route.PSR_DIRECT_C, Route.PSR_MOST_SUITABLE, Route.PSR_COMPETITIVE)
PSR: dict[str, tuple[str, Expected]] = {
    "psr2023.identify": (
        "regulation 10(5)",
        lambda c: c.bought and c.route is Route.PSR_MOST_SUITABLE,
    ),
    "psr2023.intention": ("10(7)", lambda c: c.bought and c.route in STANDSTILL),
    "psr2023.standstill": ("regulation 12", lambda c: c.bought and c.route in STANDSTILL),
    "psr2023.award": (
        "regulations 7 to 11",
        lambda c: c.bought and c.route is not Route.PSR_URGENT,
    ),
    "psr2023.urgent": ("regulation 14", lambda c: c.bought and c.route is Route.PSR_URGENT),
    "psr2023.change": ("regulation 13(4)", lambda c: c.bought),
}
HIGHER: dict[str, tuple[str, Expected]] = {
    "scot_higher.contract_notice": ("regulation 50", lambda c: c.competed and not c.light_touch),
    "scot_higher.contract_notice.light_touch": (
        "regulation 75(1)",
        lambda c: c.competed and c.light_touch,
    ),
    "scot_higher.standstill": ("86(3)", lambda c: c.competed),
    "scot_higher.award_notice": (
        "regulation 51",
        lambda c: c.bought and not c.called_off and not c.light_touch,
    ),
    "scot_higher.award_notice.light_touch": ("75(3)", lambda c: c.bought and c.light_touch),
    "scot_higher.change": ("72(3)", lambda c: c.bought),
    "scotland.register": ("section 35", lambda c: c.bought),
    "scotland.community_benefit": ("section 25", lambda c: c.competed and c.value >= FROM_4M),
}
REGULATED: dict[str, tuple[str, Expected]] = {
    "scot_regulated.contract_notice": ("section 23(1)", lambda c: c.competed),
    "scot_regulated.award_notice": ("section 23(2)", lambda c: c.bought),
    "scot_regulated.reasons": ("section 32", lambda c: c.competed),
    "scotland.register": ("section 35", lambda c: c.bought),
    "scotland.community_benefit": ("section 25", lambda c: c.competed and c.value >= FROM_4M),
}
PCR: dict[str, tuple[str, Expected]] = {
    "pcr2015.award_notice": (
        "regulation 50",
        lambda c: c.bought and not c.called_off and not c.light_touch,
    ),
    "pcr2015.award_notice.light_touch": (
        "75(3)",
        lambda c: c.bought and not c.called_off and c.light_touch,
    ),
    "pcr2015.change": ("72(3)", lambda c: c.bought),
    "pcr2015.pay": ("113", lambda c: c.bought),
}
EXPECTED = {
    Regime.PA2023: PA2023, Regime.BELOW_THRESHOLD: BELOW, Regime.PSR2023: PSR,
    Regime.SCOT_HIGHER: HIGHER, Regime.SCOT_REGULATED: REGULATED, Regime.PCR2015: PCR,
}  # fmt: skip
WHATEVER: dict[str, tuple[str, Expected]] = {
    "law.transfer": ("regulation 11", lambda c: c.kind is not Kind.IN_HOUSE),
    "agreement.price_review": ("agreement", lambda c: True),
    "agreement.notice": ("agreement", lambda c: c.kind is not Kind.IN_HOUSE),
    "policy.extension": ("proposal", lambda c: c.kind is not Kind.IN_HOUSE),
    "policy.insurance": ("proposal", lambda c: c.bought),
    "policy.accounts": ("proposal", lambda c: c.kind is not Kind.IN_HOUSE),
    "policy.visit": ("proposal", lambda c: True),
    "policy.ending_funding": ("Compact", lambda c: c.kind is Kind.GRANT),
    "policy.consulting": ("Compact", lambda c: c.kind is Kind.GRANT),
}


def owed(facts: ContractFacts) -> tuple[Obligation, ...]:
    return obligations(facts, TODAY)


@pytest.mark.parametrize("regime", Regime)
@pytest.mark.parametrize("kind", Kind)
def test_what_is_owed_is_what_the_law_says_for_each_cell_of_the_table(
    regime: Regime, kind: Kind
) -> None:
    table = EXPECTED[regime] | WHATEVER
    for case in CASES:
        if (case.regime, case.kind) == (regime, kind) and case.can_be:
            found = {each.rule: each for each in owed(case.facts)}
            assert set(found) == {rule for rule, (_, so) in table.items() if so(case)}, case
            assert all(table[rule][0] in each.source for rule, each in found.items())
            assert not any(each.needs for each in found.values()), case


def test_every_rule_of_an_agreement_was_written_twice_and_is_tried_both_ways() -> None:
    twice = {rule for table in (*EXPECTED.values(), WHATEVER) for rule in table}
    kept = {rule.id for rows in every_obligation_rule().values() for rule in rows
            if rule.kinds is not Kinds.AUTHORITY}  # fmt: skip
    assert kept - twice == {
        "pa2023.uk9.wales", "pa2023.uk9.end.wales", "pa2023.uk9.breach.wales",
        "scot_higher.standstill.other",
    }  # fmt: skip
    assert twice <= kept
    for regime, table in EXPECTED.items():
        for rule, (_, so) in table.items():
            answers = {so(case) for case in CASES if case.regime is regime}
            assert answers == {True, False}, rule


def test_a_choice_that_cannot_have_been_made_gives_no_day_under_any_law() -> None:
    for case in CASES:
        if not case.can_be and case.regime is Regime.PA2023:
            by_law = [each for each in owed(case.facts) if each.basis is Basis.LAW]
            assert all(each.last_day is None for each in by_law)
            assert all("the person chose: " in each.when for each in by_law), case


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


def the_case(
    regime: Regime, *, light: bool = False, kind: Kind = Kind.BLOCK, route: Route | None = None
) -> ContractFacts:
    return Case(regime, light, False, 900_000_000, kind, route or ROUTES[regime][0]).facts


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


def test_a_threshold_that_is_not_held_is_not_guessed() -> None:
    facts = replace(the_case(Regime.SCOT_REGULATED), invited_on=date(2015, 6, 1))
    assert "scotland.community_benefit" not in {each.rule for each in owed(facts)}


MAY_BE_UNKNOWN = sorted(each.name for each in fields(ContractFacts) if each.name in FACTS)
#: Things that need not happen, and the end, without which what recurs goes on.
NEVER_KNOWN_TO_BE_MISSING = {
    "change_planned_on", "change_made_on", "breach_on", "transfer_on", "price_review_on",
}  # fmt: skip
RECURRING = {Event.VISIT, Event.ANNIVERSARY, Event.PRICE_REVIEW, Event.ACCOUNTS, Event.INSURANCE}


@given(
    st.sampled_from([case for case in CASES if case.can_be]),
    st.sets(st.sampled_from(MAY_BE_UNKNOWN), min_size=1, max_size=6),
)
def test_what_is_not_known_is_asked_for_and_never_guessed(case: Case, unknown: set[str]) -> None:
    whole = owed(case.facts)
    part = owed(replace(case.facts, **dict.fromkeys(unknown)))
    asked = {each.rule for each in part if each.needs}
    for each in part:
        goes_on = "ends_before" in unknown and each.counts_from in RECURRING
        assert each.needs or each in whole or goes_on, each.rule
    for each in whole:
        silent = each.counts_from.value in unknown & NEVER_KNOWN_TO_BE_MISSING
        assert each in part or each.rule in asked or silent, each.rule


def test_nothing_known_at_all_gives_no_day() -> None:
    assert all(each.needs and each.due is None for each in owed(ContractFacts()))


def test_no_obligation_is_called_verified_before_a_person_has_read_its_source() -> None:
    assert not any(rule.checked.value == "yes" for rows in every_obligation_rule().values()
                   for rule in rows)  # fmt: skip


def test_the_soonest_come_first_and_those_without_a_day_last() -> None:
    days = [each.last_day or date.max for each in owed(the_case(Regime.PA2023))]
    assert days == sorted(days)


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
