"""Papers as pages print them."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.govern import api as govern
from carewright.govern.api import Section
from carewright.govern.web.lists import state_tag
from carewright.govern.web.words import ACTS
from carewright.ui.formats import count_of, number, pounds, written_date
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Identity

#: Which parts of the paper each section of the task list fills.
LISTED: Final = (Section.OFFICERS, Section.CONSULTEES, Section.BACKGROUND, Section.ASSESSMENTS)


def about(paper: govern.Paper) -> Identity:
    """The bar that says which paper this is."""
    facts = (str(ACTS.get(paper.act, paper.act)), paper.nation.label, paper.begun_by)
    return Identity(paper.reference, facts, state_tag(paper.state))


def key_facts(paper: govern.Paper) -> tuple[Fact, ...]:
    """What it costs, for how long, and for how many people."""
    months = paper.term_months
    term = count_of(months, "over %(n)s month", "over %(n)s months") if months else ""
    return (
        Fact(_("In a year"), pounds(paper.annual_value_pence, whole=True)),
        Fact(_("Over the term"), pounds(paper.total_pence, whole=True), beneath=term),
        Fact(_("People affected"), number(paper.people_affected)),
        Fact(_("Assessments and advice"), _missing_in_words(paper)),
    )


def _missing_in_words(paper: govern.Paper) -> str:
    if not paper.missing:
        return _("All there")
    words = {"n": len(paper.missing), "all": len(paper.wanted)}
    return _("%(n)s of %(all)s missing") % words


def tasks(paper: govern.Paper) -> list[dict[str, Any]]:
    """The sections as a list of tasks, each done or to do."""
    asked = {each.field for each in govern.unanswered(paper.facts())}
    return [_task(paper, section, to_do=section.value in asked) for section in Section]


def _task(paper: govern.Paper, section: Section, *, to_do: bool) -> dict[str, Any]:
    words, colour = _("To do"), "govuk-tag--blue"
    if section is Section.ASSESSMENTS and paper.missing:
        words = _missing_in_words(paper)
    elif not to_do:
        words, colour = _how_much(paper, section), ""
    tag = {"tag": {"text": words, "classes": colour}} if colour else {"text": words}
    return {
        "title": {"text": section.label},
        "href": reverse("govern:section", args=[paper.id, section.value]),
        "status": tag,
    }


def _how_much(paper: govern.Paper, section: Section) -> str:
    counted = {
        Section.OFFICERS: paper.officers_consulted,
        Section.CONSULTEES: paper.others_consulted,
        Section.BACKGROUND: paper.background,
    }
    if section not in counted:
        return _("Done")
    how_many = len(counted[section])
    if not how_many:
        return _("Nobody") if section is Section.CONSULTEES else _("None")
    return count_of(how_many, "%(n)s entry", "%(n)s entries")


def entries(paper: govern.Paper, section: Section) -> list[dict[str, Any]]:
    """What one of the lists of a paper holds, each with the way to take it out."""
    if section is Section.BACKGROUND:
        return [
            _entry(paper, "background", each.id, each.title, each.link) for each in paper.background
        ]
    if section is Section.ASSESSMENTS:
        return [_assessment(paper, each) for each in paper.assessments]
    listed = paper.officers_consulted if section is Section.OFFICERS else paper.others_consulted
    return [
        _entry(
            paper, "consultation", each.id,
            f"{each.name} ({each.whom.label}), {written_date(each.on)}", each.said,
        )
        for each in listed
    ]  # fmt: skip


def _assessment(paper: govern.Paper, each: govern.Assessment) -> dict[str, Any]:
    names = {wanted.code: wanted.name for wanted in paper.wanted}
    words = each.finding
    if each.not_needed:
        words = _("Not needed: %(why)s") % {"why": each.not_needed}
    who = f", {each.author}, {written_date(each.written_on)}" if each.author else ""
    return _entry(paper, "assessment", each.id, f"{names.get(each.code, each.code)}{who}", words)


def _entry(
    paper: govern.Paper, part: str, part_id: object, heading: str, words: str
) -> dict[str, Any]:
    take_out = reverse("govern:take_out", args=[paper.id, part, part_id])
    return {"heading": heading, "words": words, "take_out": take_out}


def missing_words(paper: govern.Paper) -> tuple[str, ...]:
    """What is missing, each with the law that asks for it."""
    return tuple(f"{each.name} ({each.source})" for each in paper.missing)


def to_do(paper: govern.Paper) -> list[dict[str, str]]:
    """What keeps the paper from being sent, each with the section that mends it."""
    return [
        {"says": each.says, "href": reverse("govern:section", args=[paper.id, each.field])}
        for each in govern.unanswered(paper.facts())
    ]


def parts(paper: govern.Paper, proceedings: govern.Proceedings) -> list[dict[str, Any]]:
    """The paper as its readers get it, with tables as the pages draw them."""
    return [
        {
            "anchor": part.anchor, "heading": part.heading, "facts": part.facts,
            "paragraphs": part.paragraphs, "grid": grid_of(part.table) if part.table else None,
        }
        for part in govern.parts_of(paper, proceedings)
        if part.anchor != "scrutiny"  # which the page draws with its links
    ]  # fmt: skip


def grid_of(table: govern.Table) -> Grid:
    """A table of a paper as the pages draw it."""
    return Grid(
        caption=table.caption,
        columns=tuple(GridColumn(each) for each in table.columns),
        rows=tuple(tuple(GridCell(cell) for cell in line) for line in table.rows),
        stacked=True,
    )
