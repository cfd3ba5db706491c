"""What a row of a scheme says, in words that an officer or an auditor reads."""

from __future__ import annotations

from carewright.decide.rules.decided_acts import Framework
from carewright.decide.rules.notation import written_roles
from carewright.decide.rules.scheme import Bounds, Part, SchemeRow, Stage
from carewright.ui.formats import count_of, pounds


def value_words(pence: Bounds) -> str:
    """Over £50,000 and up to £250,000 a year."""
    if pence.over is None and pence.up_to is None:
        return "any value"
    if pence.over is None:
        return f"up to {_money(pence.up_to)} a year"
    if pence.up_to is None:
        return f"over {_money(pence.over)} a year"
    return f"over {_money(pence.over)} and up to {_money(pence.up_to)} a year"


def term_words(months: Bounds) -> str:
    """Over 12 and up to 48 months."""
    if months.over is None and months.up_to is None:
        return "any term"
    if months.over is None:
        return f"up to {_months(months.up_to)}"
    if months.up_to is None:
        return f"over {_months(months.over)}"
    return f"over {months.over} and up to {_months(months.up_to)}"


def framework_words(framework: Framework) -> str:
    """Within a framework, outside, or both."""
    return framework.label.lower()


def reach_words(row: SchemeRow) -> str:
    """What a row covers, in one line."""
    where = "" if row.framework is Framework.EITHER else f", {framework_words(row.framework)}"
    return f"{row.act.label}: {value_words(row.pence)}, {term_words(row.months)}{where}"


def part_words(part: Part) -> str:
    """Who takes one step."""
    if part.committee:
        return f"{part.committee}, by its minute"
    many = f", {part.persons} different persons" if part.persons > 1 else ""
    return written_roles(part.roles).lower().capitalize() + many


def stage_words(stage: Stage) -> str:
    """Who takes the steps of one stage, side by side."""
    return "; at the same time ".join(part_words(part) for part in stage)


def steps_words(row: SchemeRow) -> str:
    """Who decides in which order."""
    return ", then ".join(stage_words(stage) for stage in row.stages)


def urgent_words(row: SchemeRow) -> str:
    """Who may act first, and by when approval must follow; empty when nobody may."""
    if row.urgent_days is None:
        return ""
    days = count_of(row.urgent_days, "%(n)s working day", "%(n)s working days")
    return f"{part_words(Part(row.urgent_roles))} may act now; approval must follow within {days}"


def scrutiny_words(row: SchemeRow) -> str:
    """How long members may look at it before, and call it in after; empty without such days."""
    asked = (
        (row.scrutiny_before, "Members may look at it for {} before it is decided"),
        (row.scrutiny_after, "it may be called in for {} after it is decided"),
    )
    said = [
        words.format(count_of(days, "%(n)s working day", "%(n)s working days"))
        for days, words in asked
        if days
    ]
    whole = "; ".join(said)
    return whole[:1].upper() + whole[1:]


def _money(pence: int | None) -> str:
    return pounds(pence, whole=pence is not None and pence % 100 == 0)


def _months(months: int | None) -> str:
    return count_of(months or 0, "%(n)s month", "%(n)s months")
