"""Actions as lists and one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Case, DateTimeField, F, QuerySet, TextField, Value, When
from django.urls import reverse

from carewright.follow_up import rows
from carewright.follow_up.models import Task
from carewright.follow_up.rules.life_of_an_action import STILL_TO_DO, ActionState
from carewright.follow_up.rules.recurrence import Recurrence
from carewright.follow_up.rules.sources import Source
from carewright.platform import api as platform
from carewright_engine.values.local_time import LONDON

TO_DO: Final = [state.value for state in STILL_TO_DO]
#: Settled actions stand after all that are not, in a list by date.
AFTER_ALL_OTHERS: Final = timedelta(days=365 * 200)


def actions(*, seen_by: platform.Officer, at: datetime) -> QuerySet[Task]:
    """The organisation's actions and those shared with it, with how each stands at the moment."""
    return (
        _near(seen_by)
        .select_related("plan")
        .annotate(
            shared_by=Case(
                When(organisation_id=seen_by.organisation.id, then=Value("")),
                default=F("organisation__name"), output_field=TextField(),
            ),
            standing=_standing(at),
            whose=Case(
                When(owner_id=seen_by.id, then=Value("mine")), default=Value("others"),
                output_field=TextField(),
            ),
            in_turn=Case(
                When(state__in=[*TO_DO, "done"], then=F("due_at")),
                default=F("due_at") + Value(AFTER_ALL_OTHERS),
                output_field=DateTimeField(),
            ),
        )
        .order_by("in_turn", "number")
    )  # fmt: skip


def _near(officer: platform.Officer) -> platform.OrganisationQuerySet[Task]:
    return Task.objects.within_reach_of(officer, platform.SharedKind.TASK)


def _standing(at: datetime) -> Case:
    return Case(
        When(state__in=TO_DO, due_at__lte=at, then=Value("overdue")),
        When(state__in=TO_DO, then=Value("to_do")),
        When(state="done", then=Value("to_check")),
        default=Value("settled"),
        output_field=TextField(),
    )


def themes_used(*, seen_by: platform.Officer) -> tuple[str, ...]:
    """Every theme of the organisation's actions, in the alphabet's order."""
    own = Task.objects.for_organisation(seen_by.organisation.id)
    found = own.values_list("themes", flat=True).distinct()
    return tuple(sorted({theme for themes in found for theme in themes}))


def found_actions(words: str, *, seen_by: platform.Officer, most: int) -> list[rows.Due]:
    """Actions by their reference, as A-0031, or by likeness of what was found or is done."""
    found = platform.likest(_near(seen_by), words, "action", "finding", letter="A", most=most)
    return [_due(task, task.due_at) for task in found]


def action(task_id: UUID, *, seen_by: platform.Officer) -> rows.Action:
    """One action; a stranger's does not exist."""
    found = _near(seen_by).select_related("plan", "closed_by__account").filter(pk=task_id).first()
    if found is None:
        raise platform.NotFound
    return action_row(found)


def action_row(found: Task) -> rows.Action:
    """The frozen row of an action."""
    following = Task.objects.filter(comes_after=found).values_list("pk", flat=True).first()
    return rows.Action(
        id=found.pk, organisation_id=found.organisation_id,
        partnership_id=found.partnership_id, reference=str(found),
        state=ActionState(found.state), finding_number=found.finding_number,
        finding=found.finding, action=found.action, owner_id=found.owner_id,
        owner=found.owner_words, due_at=found.due_at, people_affected=found.people_affected,
        evidence_wanted=found.evidence_wanted, source=Source(found.source),
        source_reference=found.reference, themes=tuple(found.themes),
        recurrence=Recurrence(found.recurrence), plan_id=found.plan.pk if found.plan else None,
        plan=found.plan.title if found.plan else "", created_by=found.created_by_name,
        created_at=found.created_at,
        done_by_account=found.done_by_account_id, done_by=found.done_by_name,
        done_at=found.done_at,
        closed_by=found.closed_by.account.name if found.closed_by else "",
        settled_at=found.settled_at, reason=found.reason, evidence=_evidence(found),
        first_id=found.first_self_id or found.pk, next_id=following,
    )  # fmt: skip


def due_for(
    officer: platform.Officer, *, at: datetime, covers: Sequence[platform.Cover] | None = None
) -> list[rows.Due]:
    """What the officer, or somebody whom they stand in for, has to do; the most urgent first.

    Whoever has asked for the organisation's covers of the day hands them in.
    """
    absent = _stood_in_for(officer, at, covers)
    found = _owned([officer.id, *absent]).order_by("due_at", "number")
    return [_due(task, at, instead_of=absent.get(task.owner_id, "")) for task in found]


def waiting_to_be_checked(officer: platform.Officer, *, at: datetime) -> list[rows.Due]:
    """What others call done and the officer, who asked for it, can close."""
    if not platform.may(officer, platform.Act.CLOSE_ACTION):
        return []
    done = Task.objects.for_organisation(officer.organisation.id).filter(state="done")
    mine = done.filter(created_by_id=officer.id).exclude(done_by_id=officer.id)
    return [_due(task, at) for task in mine.order_by("due_at", "number")]


def waiting_for_a_check(officer: platform.Officer) -> list[rows.ToBeChecked]:
    """What the officer has done and somebody else has to close."""
    done = Task.objects.for_organisation(officer.organisation.id).filter(state="done")
    found = done.filter(done_by_id=officer.id, done_at__isnull=False).order_by("done_at", "number")
    return [
        rows.ToBeChecked(
            due.title, due.beneath, due.link, due.people_affected,
            "" if task.created_by_id == officer.id else task.created_by_name,
            task.done_at or task.due_at,
        )
        for task in found
        for due in (_due(task, task.due_at),)
    ]  # fmt: skip


def deadlines_of(officer: platform.Officer) -> list[rows.Due]:
    """Every moment by which the officer has to have done something, for a calendar."""
    found = _owned([officer.id]).order_by("due_at", "number")
    return [_due(task, task.due_at - timedelta(seconds=1)) for task in found]


def _stood_in_for(
    officer: platform.Officer, at: datetime, covers: Sequence[platform.Cover] | None
) -> dict[UUID | None, str]:
    """Whom the officer stands in for today, by id, with their names."""
    if covers is None:
        day = at.astimezone(LONDON).date()
        covers = platform.cover_on(organisation_id=officer.organisation.id, day=day)
    return {each.absent_id: each.absent for each in covers if each.deputy_id == officer.id}


def _owned(officer_ids: Iterable[UUID | None]) -> QuerySet[Task]:
    return Task.objects.filter(owner_id__in=list(officer_ids), state__in=TO_DO)


def _due(task: Task, at: datetime, *, instead_of: str = "") -> rows.Due:
    words = " ".join(task.action.split())
    short = words[:117] + "…" if len(words) > 118 else words
    beneath = [Source(task.source).label, *([f"for {instead_of}"] if instead_of else [])]
    return rows.Due(
        id=task.pk, reference=str(task), title=f"{short} ({task})",
        beneath=" · ".join(beneath), due_at=task.due_at,
        link=reverse("follow_up:action", args=[task.pk]),
        people_affected=task.people_affected, overdue=task.due_at <= at and task.state in TO_DO,
    )  # fmt: skip


def _evidence(found: Task) -> tuple[rows.Evidence, ...]:
    kept = found.evidence.select_related("document").order_by("given_at", "id")
    return tuple(
        rows.Evidence(
            each.text, each.document.pk if each.document else None,
            each.document.name if each.document else "",
            each.given_by_name, each.given_at,
        )
        for each in kept
    )  # fmt: skip


def progress(found: QuerySet[Task], *, at: datetime) -> rows.Progress:
    """How far a set of actions has come, altogether and by theme."""
    counted = found.annotate(standing=_standing(at)).values_list(
        "standing", "themes", "first_self_id"
    )
    lines = [(standing, themes, first is not None) for standing, themes, first in counted]
    themes = sorted({theme for _, named, _ in lines for theme in named})
    by_theme = tuple(
        rows.ThemeProgress(theme, *_counts([line for line in lines if theme in line[1]]))
        for theme in themes
    )
    return rows.Progress(len(lines), *_counts(lines), by_theme)


def _counts(lines: list[tuple[str, list[str], bool]]) -> tuple[int, int, int, int, int]:
    standings = [standing for standing, _, _ in lines]
    return (
        standings.count("settled"), standings.count("to_check"), standings.count("to_do"),
        standings.count("overdue"), sum(returned for _, _, returned in lines),
    )  # fmt: skip
