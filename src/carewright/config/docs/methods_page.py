"""The pages of methods: how figures are worked out, and which limits come from outside."""

from __future__ import annotations

from itertools import chain

from carewright.config.docs.markdown import code, page, table
from carewright_engine.provision.methods import METHODS, Method
from carewright_engine.provision.thresholds import THRESHOLDS, Threshold
from carewright_engine.values.time_limits import TIME_LIMITS, TimeLimit

INTRODUCTION = (
    "Each figure on screen, on paper and in `provenance.json` names one of these by its key. "
    "A method marked as not verified uses a band or a threshold that nobody has yet checked "
    "against its source; the report says so beside the figure."
)
LAW_INTRODUCTION = (
    "Numbers that come from a law or from an authority's guidance, with where they come from. "
    "None of those below has been checked against its source by a person yet, and every figure "
    "that uses one says so. In Scotland the English criteria are an indication, not law."
)
NUMBER_COLUMNS = (
    *("number", "value", "used by", "holds in"),
    *("from", "no longer from", "source", "verified"),
)
LIMITS_INTRODUCTION = (
    "How many days a law gives, counted how. Days that count as working days come from the bank "
    "holidays of the nations named; holidays after 2028 follow the usual rules, as the government "
    "has not published them yet."
)
LIMIT_COLUMNS = (
    *("limit", "days", "day one", "holds in"),
    *("from", "no longer from", "source", "verified"),
)
DAY_ONE = {0: "the day itself", 1: "the day after", 2: "the second day after"}


def methods_page() -> str:
    """Each method in words, with its formula and its source."""
    return page("Methods", INTRODUCTION, *map(_section, METHODS.values()))


def law_page() -> str:
    """Every number from outside that a figure depends on, and whether it was checked."""
    rules = table(("rule", "method", "source", "verified"), map(_rule, _unverified()))
    numbers = table(NUMBER_COLUMNS, map(_number, THRESHOLDS.values()))
    limits = table(LIMIT_COLUMNS, map(_limit, chain.from_iterable(TIME_LIMITS.values())))
    return page(
        "Law and thresholds", LAW_INTRODUCTION, rules, "## The numbers", numbers,
        "## Time limits", LIMITS_INTRODUCTION, limits,
    )  # fmt: skip


def _section(method: Method) -> str:
    parts = [f"## {method.title}", f"Key {code(method.key)}. {method.words}"]
    if method.formula:
        parts.append(f"Formula: {code(method.formula)}")
    if method.source:
        parts.append(f"Source: {method.source}.")
    if not method.verified:
        parts.append("**Not verified.**")
    return "\n\n".join(parts)


def _unverified() -> list[Method]:
    return [method for method in METHODS.values() if not method.verified]


def _rule(method: Method) -> tuple[str, ...]:
    link = f"[{method.title}](reference/methods.md#{_anchor(method.title)})"
    return (method.words, link, method.source, "yes" if method.verified else "no")


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
        "yes" if threshold.verified else "no",
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
        "yes" if limit.verified else "no",
    )


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
