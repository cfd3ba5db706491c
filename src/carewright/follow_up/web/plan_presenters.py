"""Plans, their files and reviews as their pages print them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from carewright.follow_up import api as follow_up
from carewright.follow_up.web.wording import standing
from carewright.ui.formats import count_of, not_known, number, written_date, written_datetime
from carewright.ui.rows import Count, Figure, Grid, GridCell, GridColumn, Link
from carewright_engine.charts import FOCUS, OTHERS, PUBLIC, VOLUNTARY, Caption, Part, Stack
from carewright_engine.charts import stacked_bars as drawn

MOST_SHOWN: Final = 50
STANDINGS: Final = (
    Part("Settled", OTHERS),
    Part("Done, to be checked", VOLUNTARY),
    Part("To do, in time", PUBLIC),
    Part("Overdue", FOCUS),
)


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase with the organisations that are looked at in it."""

    heading: str
    dates: str
    grid: Grid | None


def progress_finding(progress: follow_up.Progress) -> str:
    """The heading: what is overdue, else what is to do, else that all is settled."""
    if not progress.actions:
        return gettext("It holds no action yet")
    if progress.overdue:
        return ngettext(
            "%(late)s of its actions is overdue", "%(late)s of its actions are overdue",
            progress.overdue,
        ) % {"late": progress.overdue}  # fmt: skip
    if progress.settled == progress.actions:
        return gettext("Every action is settled")
    return gettext("Nothing is overdue; %(settled)s of %(actions)s actions are settled") % {
        "settled": progress.settled, "actions": progress.actions,
    }  # fmt: skip


def counts(progress: follow_up.Progress, address: str) -> tuple[Count, ...]:
    """The large numbers at the head of a plan or a review."""
    return (
        Count(
            number(progress.overdue), Link(gettext("Overdue"), f"{address}#actions"),
            gettext("of %(n)s actions") % {"n": progress.actions}, "late",
        ),
        Count(
            number(progress.to_check), Link(gettext("To be checked"), f"{address}#actions"),
            gettext("done, say their owners"), "wait",
        ),
        Count(
            number(progress.settled), Link(gettext("Settled"), f"{address}#actions"),
            count_of(progress.returned, "%(n)s finding came back", "%(n)s findings came back"),
            "good",
        ),
    )  # fmt: skip


def figure(progress: follow_up.Progress) -> Figure | None:
    """What is open, overdue and settled, by theme."""
    if not progress.themes:
        return None
    rows = [
        Stack(each.theme, (each.settled, each.to_check, each.to_do, each.overdue))
        for each in progress.themes
    ]
    caption = Caption(
        "progress-by-theme", gettext("Actions by theme"),
        how_to_read=gettext("Count of actions. One with two themes is counted in both."),
    )  # fmt: skip
    return Figure.of(drawn(caption, STANDINGS, rows, rows_are=gettext("Theme")))


def returned_grid(progress: follow_up.Progress) -> Grid | None:
    """Which themes hold findings that have come back."""
    found = [each for each in progress.themes if each.returned]
    if not found:
        return None
    return Grid(
        caption=gettext("Findings that came back, by theme"),
        columns=(GridColumn(gettext("Theme")), GridColumn(gettext("Came back"), figures=True)),
        rows=tuple((each.theme, number(each.returned)) for each in found),
        tight=True,
    )


def actions_grid(tasks: Iterable[Any], at: datetime) -> Grid:
    """The actions of a plan beneath their findings, as a plan is printed."""
    return Grid(
        caption=gettext("Actions of the plan"),
        caption_hidden=True,
        columns=(
            GridColumn(gettext("What to do")), GridColumn(gettext("Finding")),
            GridColumn(gettext("Owner")), GridColumn(gettext("Due")),
            GridColumn(gettext("State")),
        ),
        rows=tuple(
            (
                GridCell(f"{task.action} ({task})", reverse("follow_up:action", args=[task.pk])),
                GridCell(f"{task.finding_number} {task.finding}".strip(),
                         beneath=", ".join(task.themes)),
                task.owner_words, written_datetime(task.due_at),
                GridCell(tag=standing(task.state, task.due_at, at)),
            )
            for task in tasks
        ),
        stacked=True,
    )  # fmt: skip


def import_finding(read: follow_up.PlanRead, new: int) -> str:
    """The heading of a file that was looked at."""
    if read.missing:
        return gettext("No row can be read until somebody says which column holds what")
    good = ngettext("%(n)s action can be imported", "%(n)s actions can be imported", new) % {
        "n": new
    }
    if not read.bad_rows:
        return good
    bad = ngettext(
        "%(n)s row has to be mended first", "%(n)s rows have to be mended first", read.bad_rows
    ) % {"n": read.bad_rows}
    return gettext("%(good)s; %(bad)s") % {"good": good, "bad": bad}


def preview_grid(
    rows: Iterable[follow_up.PlanRow], known: frozenset[str], people: dict[str, UUID]
) -> Grid:
    """The good rows as they would be imported."""
    return Grid(
        caption=gettext("What would be imported"),
        columns=(
            GridColumn(gettext("Row")), GridColumn(gettext("Finding")),
            GridColumn(gettext("What will be done")), GridColumn(gettext("Owner")),
            GridColumn(gettext("Due")), GridColumn(gettext("People affected"), figures=True),
        ),
        rows=tuple(_preview(row, known, people) for row in rows),
        stacked=True,
    )  # fmt: skip


def _preview(
    row: follow_up.PlanRow, known: frozenset[str], people: dict[str, UUID]
) -> tuple[str | GridCell, ...]:
    owner_id, words = follow_up.owner_named(row.owner, people)
    is_known = gettext("Already in the plan; not added again") if row.digest in known else ""
    return (
        GridCell(str(row.row), beneath=is_known),
        GridCell(f"{row.number} {row.finding}".strip(), beneath=", ".join(row.themes)),
        row.action,
        GridCell(words, beneath="" if owner_id else gettext("Kept as words: no officer's name")),
        GridCell(written_datetime(row.due_at), beneath="; ".join(row.assumed)),
        not_known() if row.people_affected is None else number(row.people_affected),
    )


def columns_grid(read: follow_up.PlanRead) -> Grid:
    """Which column was taken for what."""
    return Grid(
        caption=gettext("How the columns were taken"),
        caption_hidden=True,
        columns=(GridColumn(gettext("What it holds")), GridColumn(gettext("Column"))),
        rows=tuple(
            (
                meaning.words,
                read.columns.get(meaning.key)
                or (gettext("Not found, and needed") if meaning.required else gettext("None")),
            )
            for meaning in follow_up.MEANINGS
        ),
        tight=True,
    )


def phase_rows(
    review: follow_up.Review, counted: dict[UUID, tuple[int, int, int]]
) -> tuple[PhaseRow, ...]:
    """Each phase with its organisations and how far their plans have come."""
    return tuple(
        PhaseRow(
            gettext("Phase %(n)s: %(name)s") % {"n": phase.number, "name": phase.name},
            _dates(phase),
            _organisations(phase.plans, counted) if phase.plans else None,
        )
        for phase in review.phases
    )


def _dates(phase: follow_up.Phase) -> str:
    words = {"starts": written_date(phase.starts_on), "ends": written_date(phase.ends_before)}
    if phase.ends_before is None:
        return gettext("From %(starts)s; nobody knows yet until when") % words
    return gettext("From %(starts)s; over on %(ends)s") % words


def _organisations(
    plans: Iterable[follow_up.Plan], counted: dict[UUID, tuple[int, int, int]]
) -> Grid:
    return Grid(
        caption=gettext("Organisations of this phase"),
        caption_hidden=True,
        columns=(
            GridColumn(gettext("Organisation")), GridColumn(gettext("Actions"), figures=True),
            GridColumn(gettext("To do"), figures=True),
            GridColumn(gettext("Overdue"), figures=True),
        ),
        rows=tuple(
            (
                GridCell(plan.about, reverse("follow_up:plan", args=[plan.id])),
                *(number(each) for each in counted.get(plan.id, (0, 0, 0))),
            )
            for plan in plans
        ),
        stacked=True,
    )  # fmt: skip
