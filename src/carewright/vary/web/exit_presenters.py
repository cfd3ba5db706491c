"""The end of an agreement as its page prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.ui.formats import written_date
from carewright.ui.rows import Fact, Tag
from carewright.vary import api as vary
from carewright.vary.web.written import number_or_unknown


def exit_facts(found: vary.Exit, agreement: contract.Agreement) -> tuple[Fact, ...]:
    """What one looks for first."""
    left = agreement.wording.people_supported
    counted = agreement.people_counted_on
    return (
        Fact(_("Last day"), written_date(found.last_day), found.notice_says),
        Fact(_("People affected"), number_or_unknown(found.people_affected),
             _("when it was planned")),
        Fact(_("People still supported"), number_or_unknown(left),
             _("counted on %s") % written_date(counted) if counted else ""),
        Fact(_("Followed by"), agreement.successor.reference if agreement.successor
             else _("Nothing named yet"), agreement.successor.title if agreement.successor else ""),
    )  # fmt: skip


def exit_finding(found: vary.Exit) -> str:
    """How the plan stands, in a heading."""
    open_ones = [each for each in found.steps if not each.is_done]
    if not found.steps:
        return _("The exit plan has no steps yet")
    if not open_ones:
        return _("Every step of the exit plan is done")
    protecting = sum(each.protects for each in open_ones)
    return _("%(open)s of %(all)s steps are open, %(protecting)s of them protect people") % {
        "open": len(open_ones), "all": len(found.steps), "protecting": protecting,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step of an exit plan as its line prints it."""

    title: str
    kind: str
    owner: str
    tag: Tag
    due: datetime
    reference: str
    protects: bool
    href: str


def shown(step: vary.ExitStep) -> ShownStep:
    """The step with its colour and the way to its action."""
    tag = Tag(step.state, "good" if step.is_done else "late" if step.is_late else "soon")
    return ShownStep(
        step.action, step.kind.label, step.owner, tag, step.due_at, step.reference, step.protects,
        reverse("follow_up:action", args=[step.task_id]),
    )  # fmt: skip
