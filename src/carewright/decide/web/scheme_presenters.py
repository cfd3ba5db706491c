"""Schemes of delegation, and files that may become one, as pages print them."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.decide import api as decide
from carewright.decide.api import SchemeState
from carewright.decide.rules.words import (
    framework_words,
    scrutiny_words,
    steps_words,
    term_words,
    urgent_words,
    value_words,
)
from carewright.platform import api as platform
from carewright.ui.formats import count_of, in_london, written_date, written_datetime
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Tag

TAGS: Final = {
    SchemeState.PROPOSED: Tag("Waiting for a second person", "wait"),
    SchemeState.ADOPTED: Tag("Adopted", "good"),
    SchemeState.PUT_ASIDE: Tag("Put aside", "none"),
}


def state_tag(scheme: decide.Scheme, current: decide.Scheme | None, today: date) -> Tag:
    """Where a version stands today."""
    if scheme.state is not SchemeState.ADOPTED:
        return TAGS[scheme.state]
    if current is not None and scheme.id == current.id:
        return Tag(_("In force"), "good")
    if scheme.takes_effect_on > today:
        return Tag(_("To come"), "soon")
    return Tag(_("Replaced"), "none")


def versions_grid(schemes: list[decide.Scheme], current: decide.Scheme | None, today: date) -> Grid:
    """Every version, the latest first."""
    return Grid(
        caption=_("Versions of the scheme of delegation"),
        columns=(
            GridColumn(_("Version")), GridColumn(_("Takes effect")), GridColumn(_("Rows"), True),
            GridColumn(_("Proposed and adopted")), GridColumn(_("State")),
        ),
        rows=tuple(
            (
                GridCell(
                    _("Version %(number)s") % {"number": scheme.version},
                    link=reverse("decide:scheme", args=[scheme.id]),
                    beneath=scheme.file_name,
                ),
                written_date(scheme.takes_effect_on),
                str(len(scheme.rows)),
                GridCell(
                    scheme.proposed_by,
                    beneath=f"{scheme.ended_by}, {written_date(_day(scheme))}"
                    if scheme.ended_by
                    else "",
                ),
                GridCell(tag=state_tag(scheme, current, today)),
            )
            for scheme in schemes
        ),
        caption_hidden=True,
        stacked=True,
    )  # fmt: skip


def facts(scheme: decide.Scheme) -> tuple[Fact, ...]:
    """Who proposed and adopted a version, and from when it counts."""
    ended = {
        SchemeState.PROPOSED: (_("Adopted"), _("Not yet: a second person has to")),
        SchemeState.ADOPTED: (_("Adopted"), written_datetime(scheme.ended_at)),
        SchemeState.PUT_ASIDE: (_("Put aside"), written_datetime(scheme.ended_at)),
    }[scheme.state]
    return (
        Fact(_("Takes effect"), written_date(scheme.takes_effect_on)),
        Fact(_("Proposed"), written_datetime(scheme.proposed_at), beneath=scheme.proposed_by),
        Fact(*ended, beneath=scheme.ended_by),
        Fact(_("File"), scheme.file_name),
    )


def rows_by_act(rows: tuple[decide.SchemeRow, ...]) -> list[dict[str, Any]]:
    """The rows in words, act by act; each can be led to by its number."""
    return [
        {
            "act": act.label,
            "caption": _("Who decides: %(act)s") % {"act": act.label.lower()},
            "rows": [_row(row) for row in rows if row.act is act],
        }
        for act in decide.DecidedAct
        if any(row.act is act for row in rows)
    ]


def _row(row: decide.SchemeRow) -> dict[str, str]:
    days = row.days_to_decide
    return {
        "number": str(row.number),
        "value": value_words(row.pence).capitalize(),
        "term": term_words(row.months).capitalize(),
        "framework": framework_words(row.framework).capitalize(),
        "steps": steps_words(row),
        "urgent": urgent_words(row),
        "scrutiny": scrutiny_words(row),
        "days": count_of(days, "%(n)s working day a step", "%(n)s working days a step")
        if days
        else "",
        "cited": row.cited,
    }


def problems_grid(reading: decide.Reading) -> Grid:
    """Every place of a file that keeps it from being used, with how to mend it."""
    return Grid(
        caption=_("What to put right in the file"),
        columns=(
            GridColumn(_("Row")), GridColumn(_("Column")), GridColumn(_("What is wrong")),
            GridColumn(_("How to mend it")),
        ),
        rows=tuple(
            (
                _("Row %(row)s") % {"row": problem.row} if problem.row else _("The whole file"),
                problem.column or "–",
                problem.what,
                problem.mend,
            )
            for problem in reading.problems
        ),
        stacked=True,
        caption_hidden=True,
    )  # fmt: skip


def finding(reading: decide.Reading) -> str:
    """What the reading of a file found, as a heading."""
    wrong = len(reading.problems) + len(reading.faults)
    return count_of(
        wrong,
        "%(n)s thing to put right before this file can be proposed",
        "%(n)s things to put right before this file can be proposed",
    )


def absent_acts(rows: tuple[decide.SchemeRow, ...]) -> str:
    """Acts that the scheme gives to nobody, in one sentence; empty when it has them all."""
    absent = decide.acts_without_a_row(rows)
    if not absent:
        return ""
    names = ", ".join(act.label.lower() for act in absent)
    return _("Nobody has the power of: %(acts)s. Such a decision cannot be asked for.") % {
        "acts": names
    }


def _day(scheme: decide.Scheme) -> date | None:
    return in_london(scheme.ended_at).date() if scheme.ended_at else None


def reading_page(reading: decide.Reading | None) -> dict[str, Any]:
    """What was found in a file that cannot be proposed: its problems, and its good rows."""
    if reading is None:
        return {"reading": None}
    good = count_of(len(reading.rows), "%(n)s row was read", "%(n)s rows were read")
    return {
        "reading": reading,
        "finding": finding(reading),
        "problems": problems_grid(reading) if reading.problems else None,
        "faults": [fault.says for fault in reading.faults],
        "good": _("%(rows)s without fault; nothing is kept until all are") % {"rows": good},
        "acts": rows_by_act(reading.rows),
    }


def roles_words(kind: platform.OrganisationKind) -> str:
    """The roles that a file may name here."""
    return ", ".join(sorted(role.label for role in decide.roles_that_decide(kind)))


def template_file() -> str:
    """The headings, with rows that show each way of writing a step."""
    either, act = decide.Framework.EITHER, decide.DecidedAct.AWARD
    limit, cited = 10_000_000, "Part 3, paragraph 4.2"
    steps = (
        (None, limit, ("Budget holder",)),
        (limit, 5 * limit, ("Finance officer + Legal adviser", "Authorising director x 2")),
        (5 * limit, None, ("Committee: Executive", "Committee: Council", "Authorising director")),
    )
    rows = (
        decide.SchemeRow(
            number,
            act,
            decide.Bounds(over, up_to),
            decide.Bounds(),
            either,
            tuple(decide.read_stage(cell) for cell in cells),
            cited=cited,
        )
        for number, (over, up_to, cells) in enumerate(steps, start=2)
    )
    return decide.written_scheme(rows)
