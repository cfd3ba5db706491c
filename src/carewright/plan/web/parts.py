"""What a decision says, part by part, in the words that its page and its printed paper share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.govern import api as govern
from carewright.plan import api as plan
from carewright.plan.api import QUESTIONS, Option, Step
from carewright.plan.web.option_parts import options_part, renewal_grid
from carewright.plan.web.shown import Shown
from carewright.plan.web.words import groups_in_words, services_in_words
from carewright.ui.formats import in_london, not_known, pounds, written_date
from carewright.ui.rows import Grid, GridCell, GridColumn, Tag


def parts_of(found: plan.Decision, left: plan.Open, on: date) -> tuple[Shown, ...]:
    """The whole paper, the answer first."""
    return (
        _answer(found),
        _about(found),
        *(_question(found, left, step, number) for number, step in enumerate(QUESTIONS, start=1)),
        options_part(found),
        _advice(found, on),
        _history(found),
    )


def _answer(found: plan.Decision) -> Shown:
    chosen = found.chosen.label if found.chosen else _("No answer yet")
    facts = [
        (_("Look again on"), written_date(found.look_again_on)),
        (_("Written by"), found.written_by),
        (_("Approved by"), found.approved_by or _("Nobody yet")),
    ]
    if found.decided_at:
        facts.append((_("In force since"), written_date(in_london(found.decided_at).date())))
    if found.without:
        facts.append((_("Went on without"), "; ".join(found.without)))
        facts.append((_("Because"), found.without_reason))
    if found.ended_why:
        facts.append((found.state.label, f"{found.ended_why} ({found.ended_by})"))
    said = (found.answer,) if found.answer else ()
    return Shown("answer", _("Answer: %s") % chosen, tuple(facts), said)


def _about(found: plan.Decision) -> Shown:
    facts = (
        (_("Services"), services_in_words(found.services) or not_known()),
        (_("Areas"), ", ".join(found.areas.split("\n")) or not_known()),
        (_("Care groups"), groups_in_words(found.care_groups) or not_known()),
        (_("From"), written_date(found.starts_on)),
        (_("Term"), _("%s months") % found.term_months if found.term_months else not_known()),
        (_("Cost in a year"), pounds(found.annual_pence, whole=True)),
        (_("Cost over the term"), pounds(found.value_pence, whole=True)),
        (_("People supported today"), found.people_supported.words),
    )
    ends = _("Nothing ends: this is new.") if found.is_new else ""
    grids = (_endings(found),) if found.endings else ()
    return Shown("about", _("For whom, from when, and what ends"), facts,
                 tuple(filter(None, (ends,))), grids)  # fmt: skip


def _endings(found: plan.Decision) -> Grid:
    return Grid(
        caption=_("What ends"), stacked=True,
        columns=(GridColumn(_("Agreement")), GridColumn(_("Provider")),
                 GridColumn(_("Last day")), GridColumn(_("People"), figures=True)),
        rows=tuple(
            (GridCell(each.title, each.link, each.reference), each.provider or not_known(),
             written_date(each.last_day), each.people.words)
            for each in found.endings
        ),
    )  # fmt: skip


def _question(found: plan.Decision, left: plan.Open, step: Step, number: int) -> Shown:
    said = {
        Step.NEEDS: (found.needs, found.views),
        Step.ALTERNATIVES: (found.alternatives,),
        Step.RULES: (_allowed(found), found.ground_why),
        Step.RENEWAL: (_("Nothing ends, so there is nothing to renew.") if found.is_new else "",),
    }[step]
    grids = [_evidence(found, step)]
    if step is Step.RULES:
        grids.insert(0, _limits(left))
    if step is Step.RENEWAL and not found.is_new:
        grids.insert(0, renewal_grid(found.weighed(Option.RENEW)))
    words = tuple(filter(None, said))
    return Shown(
        step.value, f"{number}. {step.label}", _ground(found) if step is Step.RULES else (),
        words or (() if step is Step.RENEWAL else (_("Not answered yet."),)),
        tuple(each for each in grids if each.rows),
    )  # fmt: skip


def _allowed(found: plan.Decision) -> str:
    if found.rules_allow is None:
        return ""
    return _("The rules allow no competition.") if found.rules_allow else _(
        "The rules do not allow it without competition."
    )  # fmt: skip


def _ground(found: plan.Decision) -> tuple[tuple[str, str], ...]:
    if not found.ground_words:
        return ()
    checked = _("read by a person") if found.ground_verified else _("not verified")
    return (
        (_("Ground"), found.ground_words),
        (_("Where it is written"), f"{found.ground_source} ({checked})"),
    )


def _limits(left: plan.Open) -> Grid:
    return Grid(
        caption=_("Limits of the law on the first day"), stacked=True,
        columns=(GridColumn(_("Limit")), GridColumn(_("Amount")), GridColumn(_("The cost over the "
                 "term")), GridColumn(_("Where it is written"))),
        rows=tuple(
            (each.words, each.row.shown if each.row else _("Not at hand for this day"),
             _side(each), _written(each))
            for each in left.limits
        ),
    )  # fmt: skip


def _side(limit: plan.Limit) -> str:
    if limit.is_reached is None:
        return _("Not assessed")
    return _("Reaches it") if limit.is_reached else _("Below it")


def _written(limit: plan.Limit) -> str:
    if limit.row is None:
        return not_known()
    checked = _("read by a person") if limit.row.verified else _("not verified")
    return f"{limit.row.source} ({checked})"


def _evidence(found: plan.Decision, step: Step) -> Grid:
    return Grid(
        caption=_("Evidence: %s") % step.label, stacked=True,
        columns=(GridColumn(_("What it is")), GridColumn(_("What it said")),
                 GridColumn(_("Cited by"))),
        rows=tuple(
            (GridCell(each.title, each.link, each.kind.label), each.said,
             _("%(who)s, %(day)s") % {
                 "who": each.added_by, "day": written_date(in_london(each.added_at).date())})
            for each in found.evidence_for(step)
        ),
    )  # fmt: skip


def _advice(found: plan.Decision, on: date) -> Shown:
    wanted = govern.wanted(found.nation, on=on)
    given = {each.code: each for each in found.advice}
    rows = tuple(
        (GridCell(each.name, beneath=f"{each.source}{_unread(each)}"),
         *_given(found, given.get(each.code)))
        for each in wanted
    )  # fmt: skip
    waits = found.publication_waits_for(on)
    words = _("Publication waits for: %s.") % ", ".join(waits) if waits else _(
        "Nothing holds its publication up."
    )  # fmt: skip
    grid = Grid(
        caption=_("What the law asks for"), rows=rows, stacked=True,
        columns=(GridColumn(_("Advice or assessment")), GridColumn(_("State")),
                 GridColumn(_("Author and day")), GridColumn(_("What it says")),
                 GridColumn(_("Published"))),
    )  # fmt: skip
    return Shown("advice", _("Advice and assessments"), paragraphs=(words,), grids=(grid,))


def _unread(wanted: govern.Wanted) -> str:
    return "" if wanted.verified else _(" (not verified)")


def _given(found: plan.Decision, said: govern.Assessment | None) -> tuple[str | GridCell, ...]:
    if said is None:
        return GridCell(tag=Tag(_("Missing"), "late")), "", "", ""
    if said.not_needed:
        return GridCell(tag=Tag(_("Not needed"), "none")), "", said.not_needed, ""
    who = _("%(who)s, %(day)s") % {"who": said.author, "day": written_date(said.written_on)}
    published: str | GridCell = said.published or _("Not yet")
    file = GridCell(said.finding)
    if said.document_id:
        there = reverse("plan:document", args=[found.id, said.document_id])
        file = GridCell(said.finding or _("Attached: %s") % said.author, there)
    return GridCell(tag=Tag(_("Attached"), "good")), who, file, published


def _history(found: plan.Decision) -> Shown:
    when = written_date(in_london(found.written_at).date())
    words = _("%(who)s began this version on %(day)s.") % {"who": found.written_by, "day": when}
    return Shown("history", _("Where it comes from"), paragraphs=(words,))


def with_versions(parts: tuple[Shown, ...], grid: Grid) -> tuple[Shown, ...]:
    """The page names every version; one that was never corrected needs no table."""
    *others, history = parts
    return (*others, replace(history, grids=(grid,))) if len(grid.rows) > 1 else parts
