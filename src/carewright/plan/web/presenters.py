"""A sourcing decision as its pages print it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.govern import api as govern
from carewright.plan import api as plan
from carewright.plan.api import QUESTIONS, DecisionState, Standing, Step
from carewright.plan.web.lists import tag_of
from carewright.plan.web.words import services_in_words
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import count_of, not_known, pounds, written_date
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Identity, Link, Tag

WAITING = (RequestState.REQUESTED, RequestState.RETURNED)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that stands in a step, and the way to take it out."""

    heading: str
    words: str
    take_out: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody may do with a decision now: buttons, and pages that ask first."""

    buttons: tuple[tuple[str, str], ...] = ()
    pages: tuple[Link, ...] = ()


def about(found: plan.Decision, on: date) -> Identity:
    """Above the page."""
    facts = (found.nation.label, services_in_words(found.services), found.organisation)
    return Identity(found.reference, tuple(filter(None, facts)), tag_of(found.standing(on)))


def key_facts(found: plan.Decision) -> tuple[Fact, ...]:
    """What a director wants to know first."""
    chosen = found.weighed(found.chosen) if found.chosen else None
    moving = chosen.people_moving.words if chosen else not_known()
    return (
        Fact(_("Answer"), found.chosen.label if found.chosen else _("Not chosen yet")),
        Fact(_("From"), written_date(found.starts_on)),
        Fact(_("Cost in a year"), pounds(found.annual_pence, whole=True)),
        Fact(_("People supported today"), found.people_supported.words),
        Fact(_("People who would change provider"), moving),
        Fact(_("Look again on"), written_date(found.look_again_on), href=_action(found)),
    )


def tasks(found: plan.Decision, left: plan.Open) -> list[dict[str, Any]]:
    """The steps as a list of tasks, each done or to do."""
    return [_task(found, left, step) for step in Step]


def _task(found: plan.Decision, left: plan.Open, step: Step) -> dict[str, Any]:
    to_do = bool(left.of(step))
    words = _("To do") if to_do else _how_much(found, step)
    status = {"tag": {"text": words, "classes": "govuk-tag--blue"}} if to_do else {"text": words}
    return {
        "title": {"text": step.label}, "status": status,
        "href": reverse("plan:step", args=[found.id, step.value]),
    }  # fmt: skip


def _how_much(found: plan.Decision, step: Step) -> str:
    if step is Step.OPTIONS:
        shown = sum(each.is_assessed for each in found.options)
        return _("%(n)s of %(all)s assessed") % {"n": shown, "all": len(found.options)}
    if step is Step.ADVICE:
        return count_of(len(found.advice), "%(n)s entry", "%(n)s entries")
    if step in QUESTIONS and not found.evidence_for(step):
        return _("Done, without evidence")
    return _("Done")


def entries(found: plan.Decision, step: Step) -> list[Entry]:
    """What stands in a step beside its answers."""
    if step is Step.ENDS:
        return [
            Entry(f"{each.reference} {each.title}".strip(), each.provider,
                  _out(found, "ending", each.id))
            for each in found.endings
        ]  # fmt: skip
    if step is Step.ADVICE:
        named = {each.code: each.name for each in govern.every_wanted()}
        return [
            Entry(named.get(each.code, each.code),
                  each.not_needed or f"{each.author}, {written_date(each.written_on)}",
                  _out(found, "advice", each.id))
            for each in found.advice
        ]  # fmt: skip
    return [
        Entry(each.title, each.said, _out(found, "evidence", each.id))
        for each in found.evidence_for(step)
    ]


def more(found: plan.Decision, step: Step) -> Link | None:
    """The page on which something is added to a step."""
    if step is Step.ENDS:
        return Link(_("Name something that ends"), reverse("plan:ending", args=[found.id]))
    if step in QUESTIONS:
        there = reverse("plan:evidence", args=[found.id, step.value])
        return Link(_("Link evidence"), there)
    return None


def option_links(found: plan.Decision) -> list[tuple[Link, Tag]]:
    """A page for each option, and whether it is assessed."""
    return [
        (
            Link(each.option.label, reverse("plan:option", args=[found.id, each.option.value])),
            Tag(_("Assessed"), "good") if each.is_assessed else Tag(_("Not assessed"), "soon"),
        )
        for each in found.options
        if not (found.is_new and each.option.goes_on_with_what_ends)
    ]


def offer(found: plan.Decision, by: platform.Officer) -> Offer:
    """What the officer may do now, of what the decision's standing lets anybody do."""
    if not platform.may(by, Act.SEND_SOURCING, found):
        return Offer()
    draft, decided = found.state is DecisionState.DRAFT, found.stands
    asked_aside = found.aside_asked_by_account is not None
    buttons = (
        ("put_into_force", draft and found.asked is RequestState.APPROVED, _("Put it into force")),
        ("correct", decided, _("Correct it in a new version")),
        ("confirm_aside", decided and asked_aside and not platform.is_same_person(
            by, found.aside_asked_by_account), _("Confirm that it is set aside")),
    )  # fmt: skip
    pages = (
        ("ask", found.open_to_change, _("Check it and ask for approval")),
        ("withdraw", draft, _("Withdraw it")),
        ("set_aside", decided and not asked_aside, _("Ask to set it aside")),
        ("keep", decided and asked_aside, _("Let it stand")),
        ("share", True, _("Share it with partners")),
    )
    return Offer(
        tuple((what, text) for what, wanted, text in buttons if wanted),
        tuple(Link(text, _page(found, name)) for name, wanted, text in pages if wanted),
    )


def approvals(found: plan.Decision, by: platform.Officer) -> list[tuple[Link, Tag]]:
    """Every approval that was asked for, the latest first."""
    asked = decide.approvals_about(plan.SOURCING, found.id, seen_by=by)
    return [
        (Link(each.reference, reverse("decide:request", args=[each.id])), each.tag)
        for each in asked
    ]


def notes(found: plan.Decision, on: date) -> list[tuple[str, str]]:
    """What anybody who opens the page should know before reading it."""
    said = []
    if found.standing(on) is Standing.LOOK_AGAIN:
        said.append((_("Look again now"), _("What it rests on may no longer hold. Correct it in a "
                     "new version, or say in the action why it stands.")))  # fmt: skip
    if found.standing(on) is Standing.APPROVED:
        said.append((_("Approved, and not in force yet"), _("Somebody puts it into force, once the "
                     "days of members are over.")))  # fmt: skip
    if found.aside_asked_by and found.stands:
        who = _("%s asks to set it aside") % found.aside_asked_by
        said.append((who, found.aside_why))
    if found.state is DecisionState.DECIDED and not found.stands:
        said.append((_("Members sent its approval away"), _("Nothing is done on it.")))
    return said


def versions(listed: list[tuple[UUID, str]], here: UUID) -> Grid:
    """Every version under one number."""
    return Grid(
        caption=_("Versions"), columns=(GridColumn(_("Version")),),
        rows=tuple(
            (GridCell(name, "" if key == here else reverse("plan:decision", args=[key])),)
            for key, name in listed
        ),
    )  # fmt: skip


def _out(found: plan.Decision, part: str, entry_id: UUID) -> str:
    return reverse("plan:take_out", args=[found.id, part, entry_id])


def _page(found: plan.Decision, name: str) -> str:
    return reverse(f"plan:{name}", args=[found.id])


def _action(found: plan.Decision) -> str:
    task_id = found.look_again_task_id
    return reverse("follow_up:action", args=[task_id]) if task_id else ""
