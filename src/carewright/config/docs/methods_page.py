"""The pages of methods: how figures are worked out, and which limits come from outside."""

from __future__ import annotations

from carewright.config.docs.markdown import code, page, table
from carewright_engine.provision.methods import METHODS, Method
from carewright_engine.provision.thresholds import THRESHOLDS, Threshold

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


def methods_page() -> str:
    """Each method in words, with its formula and its source."""
    return page("Methods", INTRODUCTION, *map(_section, METHODS.values()))


def law_page() -> str:
    """Every number from outside that a figure depends on, and whether it was checked."""
    rules = table(("rule", "method", "source", "verified"), map(_rule, _unverified()))
    numbers = table(NUMBER_COLUMNS, map(_number, THRESHOLDS.values()))
    return page("Law and thresholds", LAW_INTRODUCTION, rules, "## The numbers", numbers)


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


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-").replace(",", "")
