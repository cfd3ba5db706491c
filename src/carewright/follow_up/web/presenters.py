"""One action as its page prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from carewright.follow_up import api as follow_up
from carewright.follow_up.api import ActionState
from carewright.follow_up.web.wording import event_words, standing
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import count_of, in_london, written_datetime
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Identity, Link

TO_DO: Final = (ActionState.OPEN, ActionState.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence, ready to print."""

    text: str
    who: str
    document: Link | None


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """An earlier finding for a person to compare."""

    id: UUID
    heading: str
    finding: str
    href: str
    words: str


def identity(action: follow_up.Action, at: datetime) -> Identity:
    """The line between the stages and the page."""
    people = count_of(action.people_affected, "%(n)s person affected", "%(n)s people affected") if (
        action.people_affected is not None
    ) else gettext("People affected: not known")  # fmt: skip
    source = " · ".join(filter(None, (action.source.label, action.source_reference)))
    return Identity(
        action.reference, (source, people), standing(action.state.value, action.due_at, at)
    )


def title(action: follow_up.Action) -> str:
    """The action in one line."""
    words = " ".join(action.action.split())
    return words if len(words) <= 140 else words[:139] + "…"


def facts(action: follow_up.Action) -> tuple[Fact, ...]:
    """What one looks for first."""
    plan = (
        Fact(gettext("Plan"), action.plan, href=reverse("follow_up:plan", args=[action.plan_id]))
        if action.plan_id
        else Fact(gettext("Plan"), gettext("In no plan"))
    )
    return (
        Fact(gettext("Due"), written_datetime(action.due_at)),
        Fact(gettext("Owner"), action.owner),
        Fact(gettext("Themes"), ", ".join(action.themes) or gettext("None named")),
        Fact(gettext("Comes round"), action.recurrence.label),
        plan,
    )


def state_sentence(action: follow_up.Action, by: platform.Officer) -> str:
    """What has become of it and what comes next, in one sentence."""
    names = {"done_by": action.done_by, "closed_by": action.closed_by, "reason": action.reason}
    if action.state is ActionState.DONE:
        said = gettext("%(done_by)s says that it is done.") % names
        if action.done_by_account == by.account_id:
            return said + " " + gettext("Somebody else has to check the evidence and close it.")
        return said + " " + gettext("Check the evidence, then close it or send it back.")
    if action.state is ActionState.CLOSED:
        return gettext("%(done_by)s did it, and %(closed_by)s checked and closed it.") % names
    if action.state is ActionState.NOT_DONE:
        return gettext("It will not be done: %(reason)s") % names
    if action.state is ActionState.SUPERSEDED:
        return gettext("Something else has taken its place: %(reason)s") % names
    if action.state is ActionState.IN_PROGRESS:
        return gettext("Work on it is under way.")
    return gettext("Nobody has taken it up yet.")


def steps(action: follow_up.Action, by: platform.Officer) -> dict[str, bool]:
    """Which steps the page offers this officer."""
    own = action.organisation_id == by.organisation.id
    may = {act: platform.may(by, act, action) for act in (
        Act.CARRY_OUT_ACTION, Act.CLOSE_ACTION, Act.KEEP_ACTIONS,
    )}  # fmt: skip
    to_do, done = action.state in TO_DO, action.state is ActionState.DONE
    return {
        "take_up": may[Act.CARRY_OUT_ACTION] and action.state is ActionState.OPEN,
        "done": may[Act.CARRY_OUT_ACTION] and to_do,
        "give_up": own and may[Act.CARRY_OUT_ACTION] and to_do,
        "close": may[Act.CLOSE_ACTION] and done and action.done_by_account != by.account_id,
        "send_back": may[Act.CLOSE_ACTION] and done,
        "move_date": may[Act.KEEP_ACTIONS] and to_do,
        "hand_over": may[Act.KEEP_ACTIONS] and to_do,
        "supersede": may[Act.KEEP_ACTIONS] and to_do,
        "compare": may[Act.KEEP_ACTIONS],
    }


def evidence(action: follow_up.Action) -> tuple[EvidenceRow, ...]:
    """What shows that it is done."""
    return tuple(
        EvidenceRow(
            each.text,
            gettext("%(who)s, %(when)s")
            % {"who": each.given_by, "when": written_datetime(each.given_at)},
            Link(each.document_name, reverse("platform:document", args=[each.document_id]))
            if each.document_id
            else None,
        )
        for each in action.evidence
    )


def history(events: list[platform.Event]) -> Grid:
    """What happened to the action, the latest first."""
    return Grid(
        caption=gettext("What has happened"),
        caption_hidden=True,
        columns=(
            GridColumn(gettext("What")), GridColumn(gettext("When")), GridColumn(gettext("Who")),
        ),
        rows=tuple(
            (
                GridCell(event_words(each.act, each.facts), beneath=each.reason),
                written_datetime(each.at), each.by_name,
            )
            for each in reversed(events)
        ),
        stacked=True,
    )  # fmt: skip


def came_back(selves: list[follow_up.LikeFinding]) -> str:
    """'The same finding has come back 3 times since 2024'; empty for one made only once."""
    if len(selves) < 2:
        return ""
    words = {"n": len(selves) - 1, "year": in_london(selves[0].made_at).year}
    return (
        ngettext(
            "The same finding has come back once since %(year)s",
            "The same finding has come back %(n)s times since %(year)s",
            len(selves) - 1,
        )
        % words
    )


def selves_grid(selves: list[follow_up.LikeFinding]) -> Grid:
    """Each time that the finding was made."""
    return Grid(
        caption=gettext("Each time that it was found"),
        columns=(
            GridColumn(gettext("Action")), GridColumn(gettext("Found")),
            GridColumn(gettext("From")), GridColumn(gettext("State")),
        ),
        rows=tuple(
            (
                GridCell(each.reference, reverse("follow_up:action", args=[each.id])),
                written_datetime(each.made_at),
                " · ".join(filter(None, (each.source.label, each.source_reference))),
                each.state.label,
            )
            for each in selves
        ),
        stacked=True,
    )  # fmt: skip


def alike(found: list[follow_up.LikeFinding]) -> tuple[AlikeRow, ...]:
    """Earlier findings that may be this one."""
    return tuple(
        AlikeRow(
            each.id,
            gettext("%(reference)s, %(percent)s%% alike")
            % {"reference": each.reference, "percent": each.likeness},
            each.finding,
            reverse("follow_up:action", args=[each.id]),
            gettext("%(source)s, found %(when)s. %(state)s.") % {
                "source": " · ".join(filter(None, (each.source.label, each.source_reference))),
                "when": written_datetime(each.made_at), "state": each.state.label,
            },
        )
        for each in found
    )  # fmt: skip
