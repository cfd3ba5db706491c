"""Requests for approval in words and colours, as pages print them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.decide import api as decide
from carewright.decide.api import Outcome, RequestState, StepState
from carewright.decide.rules.words import reach_words, steps_words, urgent_words
from carewright.platform import api as platform
from carewright.ui.formats import (
    count_of,
    pounds,
    written_date,
    written_datetime,
)
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Identity, Link, Tag

ACTS: Final = {
    "request_approval": "Asked for approval",
    "decide_request": "Decided a step",
    "record_minute": "Recorded a minute",
    "hold_decision": "Put the decision on hold",
    "release_hold": "Let the decision go on",
    "spare_the_days": "Agreed that it cannot wait for members' days",
    "answer_questions": "Answered the questions",
    "withdraw_request": "Took the request back",
    "use_urgent_power": "Acted before approval",
    "send_back_decision": "Sent the decision back to whoever took it",
    "decide_again": "Said whether the decision stands",
}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the timeline."""

    who: str
    tag: Tag
    beneath: tuple[str, ...]
    said: tuple[str, ...]
    current: bool
    beside: bool  # taken at the same time as the one before it


@dataclass(frozen=True, slots=True)
class Missing:
    """What should be there and is not, with who signed for going on without it."""

    title: str
    names: tuple[str, ...]
    signed: str


def state_tag(approval: decide.Approval) -> Tag:
    """Where the request stands; a hold shows before all else."""
    if approval.held and not approval.ended:
        return Tag(_("On hold"), "soon")
    return approval.tag


def people(approval: decide.Approval) -> str:
    """How many people the decision touches."""
    if approval.people_affected is None:
        return _("People affected: not known")
    return count_of(approval.people_affected, "%(n)s person affected", "%(n)s people affected")


def identity(approval: decide.Approval) -> Identity:
    """The bar above a request."""
    facts = (approval.act.label, people(approval), f"Asked by {approval.requester_name}")
    return Identity(approval.reference, facts, state_tag(approval))


def _opens(approval: decide.Approval) -> str:
    """What the link to the evidence opens: not everything that is decided is a paper."""
    words = {
        "paper": _("Open the paper and its evidence"),
        "scenario": _("Open the scenario as it was sent"),
    }
    return words.get(approval.subject_kind, _("Open what is asked about"))


def facts(approval: decide.Approval, *, by: platform.Officer) -> tuple[Fact, ...]:
    """The figures by which the scheme finds its row, and the evidence."""
    rests_on = _("What it rests on")
    own = Fact(rests_on, _opens(approval), href=approval.link)
    theirs = Fact(rests_on, _("Ask %(owner)s for the paper") % {"owner": approval.organisation})
    where = _("within a framework") if approval.in_framework else _("outside any framework")
    return (
        Fact(_("Value a year"), pounds(approval.annual_pence, whole=True), beneath=where),
        Fact(_("Term"), count_of(approval.term_months, "%(n)s month", "%(n)s months")),
        Fact(_("Asked"), written_datetime(approval.asked_at)),
        own if approval.organisation_id == by.organisation.id else theirs,
    )


def heading(approval: decide.Approval) -> str:
    """What is found of the steps, as their heading."""
    ends = {
        RequestState.APPROVED: _("Approved: every step has been taken"),
        RequestState.DECLINED: _("Declined"),
        RequestState.SET_ASIDE: _("Approved, and set aside when members had sent it back"),
        RequestState.WITHDRAWN: _("Taken back before it was decided"),
        RequestState.RETURNED: _("Sent back: %(name)s has questions to answer")
        % {"name": approval.requester_name},
    }
    if approval.state in ends:
        return ends[approval.state]
    words = {
        "who": _(" and ").join(step.who for step in approval.open_steps),
        "taken": sum(step.state is StepState.APPROVED for step in approval.steps),
        "all": count_of(len(approval.steps), "%(n)s step", "%(n)s steps"),
    }
    if sum(step.persons for step in approval.open_steps) > 1:
        return _("%(who)s decide next: %(taken)s of %(all)s taken") % words
    return _("%(who)s decides next: %(taken)s of %(all)s taken") % words


def timeline(approval: decide.Approval, deciders: dict[UUID, tuple[str, ...]]) -> list[StepLine]:
    """The steps in their order, with who can take each and what was said at it."""
    lines, before = [], 0
    for step in approval.steps:
        lines.append(
            StepLine(
                who=_("%(body)s (committee)") % {"body": step.committee}
                if step.committee
                else step.who,
                tag=Tag(step.state.label, decide.STEP_LOOKS[step.state]),
                beneath=(*_by_whom(deciders.get(step.id, ())), *_when(step)),
                said=tuple(said_words(said) for said in step.said),
                current=step.state is StepState.OPEN,
                beside=step.stage == before,
            )
        )
        before = step.stage
    return lines


def said_words(said: decide.Said) -> str:
    """One sentence of what was decided by whom, under which power."""
    what = said.outcome.said
    if said.committee:
        meeting = {"body": said.committee, "day": written_date(said.met_on)}
        where = _("%(body)s, meeting of %(day)s") % meeting
        who = _("minute %(minute)s, recorded by %(name)s") % {
            "minute": said.minute_reference, "name": said.name,
        }  # fmt: skip
        sentence = f"{what}: {where}, {who}."
    else:
        role = said.role.label.lower() if said.role else ""
        power = _(", standing in for %(name)s") % {"name": said.power_name}
        by = f"{said.name}, {role}{power if said.power_name else ''}"
        sentence = f"{what} by {by}, {written_datetime(said.at)}."
    return f"{sentence} “{said.reason}”" if said.reason else sentence


def scheme_facts(approval: decide.Approval, *, by: platform.Officer) -> dict[str, Any]:
    """What the scheme says in words, with the row that says it."""
    row = approval.row
    cited = f" ({row.cited})" if row.cited else ""
    own = approval.organisation_id == by.organisation.id
    words = {"version": approval.scheme_version, "row": row.number, "cited": cited}
    return {
        "source": _("Version %(version)s, row %(row)s%(cited)s") % words,
        "reach": reach_words(row),
        "steps": steps_words(row),
        "urgent": urgent_words(row),
        "href": reverse("decide:scheme", args=[approval.scheme_id]) + f"#row-{row.number}"
        if own
        else "",
    }


def urgent_words_of(approval: decide.Approval, now: datetime) -> dict[str, str] | None:
    """What was done before approval; None when nothing was."""
    use = approval.urgent
    if use is None:
        return None
    late = use.approved_at is None and use.approval_due_at < now
    words = {
        "name": use.name, "role": use.role.label.lower(), "when": written_datetime(use.at),
    }  # fmt: skip
    return {
        "state": "late" if late else "soon",
        "title": _("Done before approval"),
        "words": _("%(name)s acted as %(role)s on %(when)s.") % words,
        "ground": use.ground,
        "due": _("Approval must follow by %(when)s.")
        % {"when": written_datetime(use.approval_due_at)},
    }


def history(events: list[platform.Event]) -> Grid:
    """What the record says of the request."""
    return Grid(
        caption=_("What the record says, oldest first"),
        columns=(GridColumn(_("What")), GridColumn(_("Who")), GridColumn(_("When"))),
        rows=tuple(
            (
                GridCell(_what_was_done(event), beneath=event.reason),
                event.by_name,
                written_datetime(event.at),
            )
            for event in events
        ),
        caption_hidden=True,
        stacked=True,
    )


def _what_was_done(event: platform.Event) -> str:
    """An act in words; of a decision or a minute, also what was said."""
    what = ACTS.get(event.act, event.act)
    outcome = str(event.facts.get("outcome", ""))
    if outcome not in set(Outcome):
        return what
    body = event.facts.get("committee")
    return (
        f"{Outcome(outcome).said}: {body}"
        if body
        else _("%(said)s at one step") % {"said": Outcome(outcome).said}
    )


def missing(approval: decide.Approval) -> Missing | None:
    """What whoever decides must know is not there; None where nothing is missing."""
    if not approval.missing:
        return None
    title = count_of(
        len(approval.missing), "%(n)s assessment or piece of advice is missing",
        "%(n)s assessments and pieces of advice are missing",
    )  # fmt: skip
    words = {"who": approval.requester_name, "why": approval.missing_why}
    signed = _("%(who)s sent it on without them and signed: “%(why)s”")
    if len(approval.missing) == 1:
        signed = _("%(who)s sent it on without it and signed: “%(why)s”")
    return Missing(title, approval.missing, signed % words)


def links(approval: decide.Approval, choices: decide.Choices) -> list[Link]:
    """What the officer can do now, each a page of its own."""
    return list(_links(approval, choices))


def _links(approval: decide.Approval, choices: decide.Choices) -> Iterator[Link]:
    names = {step.id: step.who for step in approval.steps}
    for step_id, power in choices.decide:
        text = _("Decide as %(role)s") % {"role": power.role.label.lower()}
        yield Link(text, reverse("decide:decide", args=[approval.id, step_id]))
    for step_id in choices.minute:
        yield _to_minute(approval, step_id, names[step_id])
    wanted = (
        (choices.decide_again, _("Say whether it stands"), "decide_again"),
        (choices.minute_again, _("Record the minute of whether it stands"), "minute_again"),
        (choices.answer, _("Answer the questions"), "answer"),
        (choices.act_now, _("Act now, before approval"), "act_now"),
        (choices.withdraw, _("Take the request back"), "withdraw"),
    )
    for open_, text, route in wanted:
        if open_:
            yield Link(text, reverse(f"decide:{route}", args=[approval.id]))


def _to_minute(approval: decide.Approval, step_id: UUID, body: str) -> Link:
    """The form of this stage, or the meetings of the stage that asked."""
    if approval.minutes_link:
        text = _("Minute it at the meeting of %(body)s that has it on its agenda")
        return Link(text % {"body": body}, approval.minutes_link)
    text = _("Record the minute of %(body)s") % {"body": body}
    return Link(text, reverse("decide:minute", args=[approval.id, step_id]))


def _by_whom(names: tuple[str, ...]) -> Iterator[str]:
    if names:
        yield _("Can be taken by %(names)s") % {"names": ", ".join(names)}


def _when(step: decide.Step) -> Iterator[str]:
    if step.state is StepState.OPEN and step.opened_at:
        yield _("Waiting since %(when)s") % {"when": written_datetime(step.opened_at)}
    if step.state is StepState.OPEN and step.due_at:
        yield _("Due %(when)s") % {"when": written_datetime(step.due_at)}


def questions(approval: decide.Approval) -> list[str]:
    """What was asked when the request was last sent back, where it waits for answers."""
    if approval.state is not RequestState.RETURNED:
        return []
    sent_back = [
        said for step in approval.steps for said in step.said if said.outcome is Outcome.RETURN
    ]
    return [said_words(max(sent_back, key=lambda said: said.at))] if sent_back else []
