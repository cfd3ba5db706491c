"""The page of law: each rule and number from outside, its source, and the test that holds it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Final

from carewright.config.docs.law_procedures import procedures
from carewright.config.docs.law_rows import standing
from carewright.config.docs.law_undertakings import undertakings
from carewright.config.docs.markdown import code, page, table
from carewright_engine.provision.methods import METHODS, Method
from carewright_engine.provision.thresholds import THRESHOLDS, Threshold
from carewright_engine.rules.dated import Dated, dated_of, every_dated
from carewright_engine.rules.duties import Duty, proposed_policy
from carewright_engine.rules.exemption_grounds import ExemptionGround, every_exemption_ground
from carewright_engine.rules.modification_grounds import GroundRow, every_ground
from carewright_engine.rules.modification_words import QUESTIONS
from carewright_engine.rules.obligation_rules import (
    Either,
    Kinds,
    ObligationRule,
    Sense,
    every_obligation_rule,
)
from carewright_engine.rules.regimes import Notice, RegimeRow, every_notice, every_regime
from carewright_engine.rules.time_limits import Count, TimeLimit, every_time_limit
from carewright_engine.rules.totals import Differs, every_total, flagged

INTRODUCTION: Final = (
    "Numbers and rules that come from a law or from an authority, with where they come from and "
    "the test that holds each. **None has been checked against its source by a person yet**: "
    'every row that is not "yes" is a reading of the source named, or is from memory, and every '
    "figure that uses one says so. The rows are CSV in `reference_data`, packaged with the engine."
)
METHODS_INTRODUCTION: Final = "In Scotland the English criteria are an indication, not law."
LIMITS_INTRODUCTION: Final = (
    "How many days a law gives, counted how. Days that count as working days come from the bank "
    "holidays of the nations named; holidays after 2028 follow the usual rules, as the government "
    "has not published them yet."
)
TOTALS_TEST: Final = "test_a_published_total_that_differs_from_its_parts_is_flagged_with_words"
TOTALS_INTRODUCTION: Final = (
    "Totals that somebody printed and that are not what their parts add up to. The parts are used."
)
RULE_COLUMNS: Final = ("rule", "method", "source", "verified")
NUMBER_COLUMNS: Final = (
    *("number", "value", "used by", "holds in"),
    *("from", "no longer from", "source", "verified"),
)
LIMIT_COLUMNS: Final = (
    *("rule", "limit", "length", "day one", "holds in"),
    *("from", "no longer from", "source", "verified", "test"),
)
DATED_COLUMNS: Final = (
    *("rule", "what", "value", "holds in"),
    *("from", "no longer from", "source", "verified", "test"),
)
DAY_ONE: Final = {0: "the day itself", 1: "the day after", 2: "the second day after"}
#: Heading of each file of numbers, and the test in which its rows were typed a second time.
FILES: Final = {
    "thresholds.csv": (
        "Thresholds of procurement",
        "test_a_threshold_is_the_figure_that_the_law_gives_for_the_day",
    ),
    "wage_floors.csv": (
        "Wage floors",
        "test_a_rate_is_the_one_that_was_published_for_its_year",
    ),
    "care_home_rates.csv": (
        "Care home rates",
        "test_the_weekly_rates_of_the_national_care_home_contract_are_those_published",
    ),
    "personal_care_rates.csv": (
        "Personal and nursing care",
        "test_a_rate_is_the_one_that_was_published_for_its_year",
    ),
    "price_indices.csv": (
        "Price indices",
        "test_a_rate_is_the_one_that_was_published_for_its_year",
    ),
    "home_care_costs.csv": (
        "What an hour of home care is made of",
        "test_what_an_hour_of_home_care_is_made_of_is_as_it_was_published",
    ),
}
REGIME_COLUMNS: Final = (
    *("rule", "law", "what and since when", "holds in"),
    *("from", "no longer from", "source", "verified", "test"),
)
NOTICE_COLUMNS: Final = (
    *("rule", "notice", "when", "for light touch", "for a person's choice", "holds in"),
    *("from", "no longer from", "source", "verified", "test"),
)
DUTY_COLUMNS: Final = (
    *("rule", "what", "when it applies", "by when", "who", "holds in"),
    *("from", "no longer from", "source", "verified", "test"),
)
GROUND_COLUMNS: Final = (
    *("rule", "ground", "if", "and not if", "what is measured", "notice", "holds in"),
    *("from", "no longer from", "source", "verified", "test"),
)
GROUNDS_INTRODUCTION: Final = (
    "On what a change may stand without a new procurement. How grounds are tried, and what is left "
    "after a change, is told in [how a change is judged](methods/changes.md)."
)
_OTHER_LAWS: Final = (
    "test_a_change_under_other_laws_stands_on_its_ground_with_what_is_left_and_its_notice"
)
GROUNDS_TESTS: Final = {
    "pa2023": "test_a_change_under_the_act_stands_on_its_ground_with_what_is_left_and_its_notice",
    "reg72": _OTHER_LAWS,
    "psr2023": _OTHER_LAWS,
    "below_threshold": "test_below_the_threshold_a_change_is_free_until_it_reaches_it",
    "scot_regulated": ("test_a_regulated_contract_in_scotland_is_free_below_the_higher_threshold"),
}
EXEMPTION_COLUMNS: Final = (
    *("rule", "ground", "under", "what has to be shown", "basis", "holds in"),
    *("from", "no longer from", "source", "verified", "test"),
)
EXEMPTIONS_TEST: Final = "test_a_regime_knows_its_own_grounds_of_exemption"
EXEMPTIONS_INTRODUCTION: Final = (
    "On what something may be bought without competition. Rows marked as policy are a proposal: "
    "below every threshold a council's own standing orders say it."
)
TIER_COLUMNS: Final = (
    *("rule", "what", "from tier", "of which kinds", "why"),
    *("from", "no longer from", "source", "verified", "test"),
)
TIERS_INTRODUCTION: Final = (
    "What is asked of an agreement grows with its value and with the harm that its failure would "
    "do. None of this is law: it is a proposal, and a council has rows of its own."
)
TIERS_TEST: Final = "test_what_is_asked_follows_from_value_risk_and_kind"
DUTIES_INTRODUCTION: Final = (
    "What an agreement obliges to. How a day is worked out, and what happens when a fact is not "
    "known, is told in [how obligations are worked out](methods/obligations.md)."
)
SENSES: Final = {
    Sense.WITHIN: "within the limit from",
    Sense.BEFORE: "before",
    Sense.NOT_BEFORE: "not before the limit has passed from",
    Sense.SOON: "as soon as reasonably practicable after",
}
REGIMES_TEST: Final = "test_each_regime_begins_on_its_day_and_holds_in_its_nations"
NOTICES_TEST: Final = "test_each_notice_of_the_act_is_due_for_the_contracts_that_the_law_names"
DUTIES_TEST: Final = "test_what_is_owed_is_what_the_law_says_for_each_cell_of_the_table"
AUTHORITY_TEST: Final = "test_a_council_owes_its_own_notices_each_year"
LIMITS_TEST: Final = "test_the_last_day_is_the_one_counted_by_hand"


def law_page() -> str:
    """Every rule and number from outside, and whether it was checked."""
    rules = table(RULE_COLUMNS, map(_rule, _unverified()))
    numbers = table(NUMBER_COLUMNS, map(_number, THRESHOLDS.values()))
    limits = table(LIMIT_COLUMNS, map(_limit, chain.from_iterable(every_time_limit().values())))
    regimes = table(REGIME_COLUMNS, map(_regime, chain.from_iterable(every_regime().values())))
    grounds = table(GROUND_COLUMNS, map(_ground, chain.from_iterable(every_ground().values())))
    exemptions = table(
        EXEMPTION_COLUMNS, map(_exemption, chain.from_iterable(every_exemption_ground().values()))
    )
    tiers = table(TIER_COLUMNS, map(_tier, chain.from_iterable(proposed_policy().duties.values())))
    limits_of_tiers = table(
        DATED_COLUMNS,
        (
            (*_dated(row), code(TIERS_TEST))
            for row in chain.from_iterable(proposed_policy().limits.values())
        ),
    )
    notices = table(NOTICE_COLUMNS, map(_notice, chain.from_iterable(every_notice().values())))
    duties = table(DUTY_COLUMNS, map(_duty, chain.from_iterable(every_obligation_rule().values())))
    return page(
        "Law and thresholds", INTRODUCTION,
        "## Regimes", regimes,
        "## Obligations", DUTIES_INTRODUCTION, duties,
        "## Notices of the Procurement Act", notices,
        *procedures(),
        "## Grounds of a change", GROUNDS_INTRODUCTION, grounds,
        "## Grounds of an exemption", EXEMPTIONS_INTRODUCTION, exemptions,
        "## Time limits", LIMITS_INTRODUCTION, limits,
        *chain.from_iterable(map(_file, FILES)),
        "## Totals that differ from their parts", TOTALS_INTRODUCTION, _differences(),
        "## Duties in tiers", TIERS_INTRODUCTION, limits_of_tiers, tiers,
        *undertakings(),
        "## Methods of analysis", METHODS_INTRODUCTION, rules,
        "## Numbers of analysis", numbers,
    )  # fmt: skip


def _file(file: str) -> Iterable[str]:
    heading, test = FILES[file]
    rows = chain.from_iterable(dated_of(file).values())
    yield f"## {heading}"
    yield table(DATED_COLUMNS, ((*_dated(row), code(test)) for row in rows))


def _dated(row: Dated) -> tuple[str, ...]:
    return (
        code(row.id),
        row.words,
        row.shown,
        row.jurisdiction.label,
        *standing(row.starts_on, row.ends_before, row.source, row.checked),
    )


def _differences() -> str:
    found = flagged(every_total(), every_dated())
    return table(("total", "on", "what is wrong", "test"), map(_differs, found))


def _differs(found: Differs) -> tuple[str, ...]:
    return (code(found.id), found.on.isoformat(), found.words, code(TOTALS_TEST))


def _unverified() -> list[Method]:
    return [method for method in METHODS.values() if not method.verified]


def _rule(method: Method) -> tuple[str, ...]:
    link = f"[{method.title}](reference/methods.md#{_anchor(method.title)})"
    return (method.words, link, method.source, _checked(method.verified))


def _number(threshold: Threshold) -> tuple[str, ...]:
    ends = threshold.ends_before.isoformat() if threshold.ends_before else ""
    return (
        threshold.words,
        threshold.shown,
        code(threshold.method),
        threshold.jurisdiction,
        threshold.starts_on.isoformat(),
        ends,
        threshold.source,
        _checked(threshold.verified),
    )


def _limit(limit: TimeLimit) -> tuple[str, ...]:
    return (
        code(limit.id),
        limit.words,
        f"{limit.length} {_counted(limit)}",
        DAY_ONE[limit.day_one],
        limit.jurisdiction.label,
        *standing(limit.starts_on, limit.ends_before, limit.source, limit.checked),
        code(LIMITS_TEST),
    )


def _regime(regime: RegimeRow) -> tuple[str, ...]:
    return (
        code(regime.id),
        regime.words,
        f"{regime.scope}. {regime.begins}. VAT is {regime.vat.value.replace('_', ' ')}.",
        regime.jurisdiction.label,
        *standing(regime.starts_on, regime.ends_before, regime.source, regime.checked),
        code(REGIMES_TEST),
    )


def _notice(notice: Notice) -> tuple[str, ...]:
    return (
        code(notice.id),
        f"{notice.number} {notice.words}",
        notice.due,
        notice.light_touch.value,
        notice.user_choice.value,
        notice.jurisdiction.label,
        *standing(notice.starts_on, notice.ends_before, notice.source, notice.checked),
        code(NOTICES_TEST),
    )


def _duty(rule: ObligationRule) -> tuple[str, ...]:
    return (
        code(rule.id),
        rule.words,
        _conditions(rule),
        f"{SENSES[rule.sense]} {code(rule.counts_from.value)} {code(rule.limit)}",
        rule.who,
        rule.jurisdiction.label,
        *standing(rule.starts_on, rule.ends_before, rule.source, rule.checked),
        code(AUTHORITY_TEST if rule.kinds is Kinds.AUTHORITY else DUTIES_TEST),
    )


def _ground(row: GroundRow) -> tuple[str, ...]:
    first = row.id.partition(".")[0]
    return (
        code(row.id),
        row.words,
        ", ".join(QUESTIONS[name].so for name in row.must),
        ", ".join(QUESTIONS[name].so for name in row.must_not),
        ", ".join(sorted(limit.value.replace("_", " ") for limit in row.limits)),
        row.notice.value.replace("_", " "),
        row.jurisdiction.label,
        *standing(row.starts_on, row.ends_before, row.source, row.checked),
        code(GROUNDS_TESTS[first]),
    )


def _exemption(row: ExemptionGround) -> tuple[str, ...]:
    return (
        code(row.id),
        row.words,
        ", ".join(sorted(regime.value for regime in row.regimes)),
        row.evidence,
        row.basis.value,
        row.jurisdiction.label,
        *standing(row.starts_on, row.ends_before, row.source, row.checked),
        code(EXEMPTIONS_TEST),
    )


def _tier(row: Duty) -> tuple[str, ...]:
    return (
        code(row.id),
        row.words,
        row.tier.value,
        row.kinds.value,
        row.why,
        *standing(row.starts_on, row.ends_before, row.source, row.checked),
        code(TIERS_TEST),
    )


def _conditions(rule: ObligationRule) -> str:
    said = (
        ", ".join(sorted(regime.value for regime in rule.regimes)),
        rule.kinds.value.replace("_", " "),
        ", ".join(sorted(route.value for route in rule.routes)),
        _either("light touch", rule.light_touch),
        _either("person's choice", rule.user_choice),
        f"{'from' if rule.at_least else 'above'} {rule.threshold}" if rule.threshold else "",
        ", ".join(rule.only_if),
    )
    return "; ".join(filter(None, said))


def _either(words: str, wanted: Either) -> str:
    return "" if wanted is Either.ANY else f"{'no ' if wanted is Either.NO else ''}{words}"


def _checked(verified: bool) -> str:
    return "yes" if verified else "no"


def _counted(limit: TimeLimit) -> str:
    if limit.calendar is None:
        return "months" if limit.count is Count.MONTHS else "days"
    nations = ", ".join(sorted(nation.label for nation in limit.calendar.nations))
    if limit.count is Count.TO_A_WORKING_DAY:
        return (
            f"calendar days with {limit.least_working_days} working days or more among them, "
            f"to the end of a working day ({nations})"
        )
    return f"working days ({nations})"


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-").replace(",", "")
