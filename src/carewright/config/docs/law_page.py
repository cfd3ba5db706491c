"""The page of law: each rule and number from outside, its source, and the test that holds it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Final

from carewright.config.docs.markdown import code, page, table
from carewright_engine.provision.methods import METHODS, Method
from carewright_engine.provision.thresholds import THRESHOLDS, Threshold
from carewright_engine.rules.dated import Checked, Dated, dated_of, every_dated
from carewright_engine.rules.totals import Differs, every_total, flagged
from carewright_engine.values.time_limits import TIME_LIMITS, TimeLimit

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
TOTALS_INTRODUCTION: Final = (
    "Totals that somebody printed and that are not what their parts add up to. The parts are used."
)
RULE_COLUMNS: Final = ("rule", "method", "source", "verified")
NUMBER_COLUMNS: Final = (
    *("number", "value", "used by", "holds in"),
    *("from", "no longer from", "source", "verified"),
)
LIMIT_COLUMNS: Final = (
    *("limit", "days", "day one", "holds in"),
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
}
LIMITS_TEST: Final = "test_the_last_day_is_the_one_counted_by_hand"


def law_page() -> str:
    """Every rule and number from outside, and whether it was checked."""
    rules = table(RULE_COLUMNS, map(_rule, _unverified()))
    numbers = table(NUMBER_COLUMNS, map(_number, THRESHOLDS.values()))
    limits = table(LIMIT_COLUMNS, map(_limit, chain.from_iterable(TIME_LIMITS.values())))
    return page(
        "Law and thresholds", INTRODUCTION,
        "## Time limits", LIMITS_INTRODUCTION, limits,
        *chain.from_iterable(map(_file, FILES)),
        "## Totals that differ from their parts", TOTALS_INTRODUCTION, _differences(),
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
        *_standing(row.starts_on, row.ends_before, row.source, row.checked),
    )


def _standing(
    starts_on: date, ends_before: date | None, source: str, checked: Checked
) -> tuple[str, ...]:
    ends = ends_before.isoformat() if ends_before else ""
    return (starts_on.isoformat(), ends, source, checked.label)


def _differences() -> str:
    found = flagged(every_total(), every_dated())
    return table(("total", "on", "what is wrong"), map(_differs, found))


def _differs(found: Differs) -> tuple[str, ...]:
    return (code(found.id), found.on.isoformat(), found.words)


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
        limit.words,
        f"{limit.length} {_counted(limit)}",
        DAY_ONE[limit.day_one_after],
        limit.jurisdiction,
        limit.starts_on.isoformat(),
        limit.ends_before.isoformat() if limit.ends_before else "",
        limit.source,
        _checked(limit.verified),
        code(LIMITS_TEST),
    )


def _checked(verified: bool) -> str:
    return "yes" if verified else "no"


def _counted(limit: TimeLimit) -> str:
    nations = ", ".join(sorted(nation.label for nation in limit.calendar.nations))
    if limit.counts_every_day:
        return (
            f"calendar days with {limit.least_working_days} working days or more among them, "
            f"to the end of a working day ({nations})"
        )
    return f"working days ({nations})"


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-").replace(",", "")
