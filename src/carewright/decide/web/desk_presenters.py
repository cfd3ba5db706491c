"""What waits for somebody, and what was done before it was approved, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.decide import api as decide
from carewright.ui.formats import count_of, in_london, number, written_date, written_datetime
from carewright.ui.rows import Grid, GridCell, GridColumn, Tag


def waiting_grid(caption: str, waiting: Sequence[decide.Waiting], now: datetime) -> Grid:
    """Requests that wait, with the people affected."""
    return Grid(
        caption=caption,
        columns=(
            GridColumn(_("What to decide")), GridColumn(_("People affected"), figures=True),
            GridColumn(_("Due")), GridColumn(_("State")),
        ),
        rows=tuple(_waiting_row(each, now) for each in waiting),
        caption_hidden=True,
        stacked=True,
    )  # fmt: skip


def _waiting_row(each: decide.Waiting, now: datetime) -> tuple[str | GridCell, ...]:
    approval = each.approval
    parts = [approval.reference, each.what]
    if each.standing_in_for:
        parts.append(_("for %(name)s, who is away") % {"name": each.standing_in_for})
    due = written_datetime(each.due_at) if each.due_at else _("No date set")
    tag = Tag(_("On hold"), "soon") if approval.held else due_tag(each.due_at, now)
    return (
        GridCell(
            approval.title,
            link=reverse("decide:request", args=[approval.id]),
            beneath=" · ".join(parts),
        ),
        number(approval.people_affected),
        GridCell(
            due, beneath=_("since %(day)s") % {"day": written_date(in_london(each.since).date())}
        ),
        GridCell(tag=tag),
    )


def due_tag(due_at: datetime | None, now: datetime) -> Tag:
    """How long there is, in words."""
    if due_at is None:
        return Tag(_("No date set"), "none")
    days = (in_london(due_at).date() - in_london(now).date()).days
    if due_at < now:
        return Tag(count_of(max(1, -days), "%(n)s day late", "%(n)s days late"), "late")
    if days == 0:
        return Tag(_("Today"), "soon")
    return Tag(count_of(days, "%(n)s day", "%(n)s days"), "soon" if days <= 7 else "none")


def urgent_finding(standing: int, late: int) -> str:
    """How many wait for approval after the act, and how many too long."""
    if not standing:
        return _("Nothing that was done before approval waits for it")
    waits = count_of(standing, "%(n)s act waits for approval", "%(n)s acts wait for approval")
    return _("%(waits)s, %(late)s overdue") % {"waits": waits, "late": late} if late else waits


def urgent_grid(found: list[decide.Approval], now: datetime) -> Grid:
    """What was done before approval, the earliest due first."""
    return Grid(
        caption=_("Done before approval"),
        columns=(
            GridColumn(_("What was done")), GridColumn(_("By whom, and why")),
            GridColumn(_("People affected"), figures=True), GridColumn(_("Approval due")),
            GridColumn(_("State")),
        ),
        rows=tuple(_urgent_row(each, now) for each in found),
        caption_hidden=True,
        stacked=True,
        flagged=frozenset(
            place
            for place, each in enumerate(found)
            if each.urgent and each.urgent.approval_due_at < now
        ),
    )  # fmt: skip


def _urgent_row(each: decide.Approval, now: datetime) -> tuple[str | GridCell, ...]:
    use = each.urgent
    due = use.approval_due_at if use else None
    ended = each.ended
    return (
        GridCell(
            each.title, link=reverse("decide:request", args=[each.id]), beneath=each.reference
        ),
        GridCell(use.name if use else "", beneath=use.ground if use else ""),
        number(each.people_affected),
        written_datetime(due),
        GridCell(tag=Tag(each.state.label, "late") if ended else due_tag(due, now)),
    )
