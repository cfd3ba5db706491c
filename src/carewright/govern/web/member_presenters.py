"""What members do with papers, as pages print it: steps, scrutiny, meetings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.platform import api as platform
from carewright.platform.api import Act, SharedKind
from carewright.ui.formats import count_of, in_london, written_date, written_datetime
from carewright.ui.rows import Grid, GridCell, GridColumn, Link, Tag


def steps(approval: decide.Approval) -> Grid:
    """Who decides in which order, and what was said."""
    return Grid(
        caption=_("Steps of approval %(reference)s") % {"reference": approval.reference},
        columns=tuple(GridColumn(each) for each in (_("Who"), _("State"), _("What was said"))),
        rows=tuple(_step(each) for each in approval.steps),
        stacked=True,
    )


def _step(step: decide.Step) -> tuple[GridCell, ...]:
    due = _("due %(when)s") % {"when": written_datetime(step.due_at)} if step.due_at else ""
    said = "; ".join(_said(each) for each in step.said) or _("Nothing yet")
    return (
        GridCell(step.who),
        GridCell(tag=Tag(step.state.label, decide.STEP_LOOKS[step.state]), beneath=due),
        GridCell(said),
    )


def _said(said: decide.Said) -> str:
    minute = _("%(body)s, minute %(reference)s")
    body = {"body": said.committee, "reference": said.minute_reference}
    who = minute % body if said.committee else said.name
    if said.power_name:
        who = _("%(who)s, standing in for %(name)s") % {"who": who, "name": said.power_name}
    words = f"{said.outcome.said} by {who}, {written_datetime(said.at)}"
    return f"{words}. {said.reason}" if said.reason else words


def questions(
    paper: govern.Paper, found: govern.Proceedings, *, may_answer: bool, may_open: bool
) -> list[dict[str, Any]]:
    """Members' questions, each with its answers and the way to what they rest on."""
    return [
        {
            "heading": each.text,
            "who": _("%(who)s asked on %(when)s")
            % {"who": each.asker, "when": written_date(each.asked_at)},
            "answers": [_answer(paper, answer, may_open=may_open) for answer in each.answers],
            "answer": reverse("govern:answer", args=[each.id]) if may_answer else "",
        }
        for each in found.questions
    ]


def _answer(paper: govern.Paper, answer: govern.Answer, *, may_open: bool) -> dict[str, Any]:
    link = answer.source
    if answer.document_id and may_open:
        link = reverse("govern:document", args=[paper.id, answer.document_id])
    words = {"who": answer.answered_by, "when": written_date(answer.answered_at)}
    return {
        "text": answer.text, "who": _("%(who)s answered on %(when)s") % words,
        "source": answer.source_title or answer.source_in_words, "link": link,
    }  # fmt: skip


def what_to_do(
    paper: govern.Paper,
    found: govern.Proceedings,
    asked_last: decide.Approval | None,
    officer: platform.Officer,
    at: datetime,
) -> list[Link]:
    """What this officer can do with the paper now."""
    days_run = asked_last.days if asked_last else decide.Days()
    called_in = days_run.after(at) is not None
    running = any(each.ended_at is None for each in found.scrutinies)
    sent = paper.state is govern.PaperState.SENT
    asked = paper.state not in {govern.PaperState.DRAFT, govern.PaperState.WITHDRAWN}
    over = {govern.PaperState.DECIDED, govern.PaperState.WITHDRAWN}
    offered = (
        ("check", _("Check and send for approval"), Act.SEND_PAPER, paper.open_to_change),
        ("call_for_scrutiny", _("Call for scrutiny"), Act.CALL_FOR_SCRUTINY, sent and not running),
        ("call_for_scrutiny", _("Call it in"), Act.CALL_FOR_SCRUTINY, called_in and not running),
        (
            "cannot_wait",
            _("Agree that it cannot wait"),
            Act.CALL_FOR_SCRUTINY,
            not running and (called_in or (sent and days_run.before(at) is not None)),
        ),
        ("ask", _("Ask a question"), Act.ASK_ABOUT_PAPER, asked),
        ("end_scrutiny", _("End scrutiny"), Act.CALL_FOR_SCRUTINY, running),
        ("withdraw", _("Withdraw the paper"), Act.SEND_PAPER, paper.state not in over),
        (
            "share_paper",
            _("Share it with partners"),
            Act.SHARE_PAPER,
            bool(officer.partnerships_sharing(SharedKind.PAPER)),
        ),
    )
    return [
        Link(words, reverse(f"govern:{route}", args=[paper.id]))
        for route, words, act, now in offered
        if now and platform.may(officer, act, paper)
    ]


def scrutiny_heading(found: govern.Proceedings) -> str:
    """Where scrutiny stands, as the heading of its part."""
    running = [each for each in found.scrutinies if each.ended_at is None]
    if running and running[0].after_decision:
        return _("What was decided is called in, and waits for scrutiny")
    if running:
        return _("The decision waits for scrutiny")
    asked = len(found.questions)
    unanswered = sum(1 for each in found.questions if not each.answers)
    if not asked:
        return _("Members have asked nothing yet")
    if unanswered:
        words = {"n": unanswered, "all": asked}
        return _("%(n)s of %(all)s questions have no answer yet") % words
    return count_of(asked, "The one question was answered", "All %(n)s questions were answered")


def scrutinies(found: govern.Proceedings) -> list[dict[str, str]]:
    """Each time members looked at the paper, and what they recommended."""
    return [
        {
            "called": _called(each),
            "recommended": each.recommendation,
            "ended": _("%(who)s, %(when)s")
            % {"who": each.ended_by, "when": written_datetime(each.ended_at)}
            if each.ended_at
            else "",
        }
        for each in found.scrutinies
    ]


def _called(each: govern.Scrutiny) -> str:
    words = {"who": each.called_by, "when": written_date(each.called_at), "why": each.reason}
    if each.after_decision:
        return _("%(who)s called the decision in on %(when)s: %(why)s") % words
    return _("%(who)s called for scrutiny on %(when)s: %(why)s") % words


def meeting_page(
    found: govern.MeetingWithAgenda, *, may_keep: bool, at: datetime
) -> dict[str, Any]:
    """What the page of one meeting prints."""
    met = found.meeting
    begun, meets = met.starts_at <= at, met.cancelled_at is None
    items = [
        _item(each, may_minute=may_keep and begun, may_take_off=may_keep) for each in found.items
    ]
    held = any(each.minuted_at for each in found.items)
    return {
        "title": f"{met.body}, {written_datetime(met.starts_at)}",
        "caption": met.kind.label,
        "lead": met.place,
        "changed": _changed(met),
        "to_do": _what_to_do_with(met) if may_keep and meets and not held else [],
        "agenda": _agenda_heading(found),
        "items": items,
        "taken_off": [_taken_off(each) for each in found.taken_off],
        "waiting": [_waiting(met, each) for each in found.waiting],
        "may_list": may_keep and in_london(met.starts_at).date() >= in_london(at).date(),
        "emergencies": [_emergency(each) for each in found.emergencies],
        "may_keep": may_keep,
    }


def _changed(met: govern.Meeting) -> dict[str, str] | None:
    """That the meeting was cancelled, or else moved, and why."""
    if met.cancelled_at is not None:
        words = {"who": met.cancelled_by, "when": written_datetime(met.cancelled_at)}
        title = _("Cancelled by %(who)s, %(when)s") % words
        return {"state": "late", "title": title, "why": met.cancelled_why}
    if met.moved_from is not None:
        title = _("Moved from %(when)s") % {"when": written_datetime(met.moved_from)}
        return {"state": "soon", "title": title, "why": met.moved_why}
    return None


def _what_to_do_with(met: govern.Meeting) -> list[Link]:
    """What whoever keeps the meetings can still change about one that has not been held."""
    return [
        Link(_("Move the meeting"), reverse("govern:move_meeting", args=[met.id])),
        Link(_("Cancel the meeting"), reverse("govern:cancel_meeting", args=[met.id])),
    ]


def _taken_off(item: govern.AgendaItem) -> dict[str, str]:
    words = {"who": item.taken_off_by, "when": written_datetime(item.taken_off_at)}
    return {
        "heading": f"{item.number}. {item.reference} {item.title}",
        "href": reverse("govern:paper", args=[item.paper_id]),
        "says": item.taken_off_why,
        "who": _("%(who)s, %(when)s") % words,
    }


def _agenda_heading(found: govern.MeetingWithAgenda) -> str:
    how_many = len(found.items)
    if found.meeting.cancelled_at is not None:
        return _("The body does not meet, so nothing is on the agenda")
    if not how_many:
        return _("Nothing is on the agenda yet")
    return count_of(how_many, "%(n)s paper on the agenda", "%(n)s papers on the agenda")


def _item(item: govern.AgendaItem, *, may_minute: bool, may_take_off: bool) -> dict[str, Any]:
    return {
        "heading": f"{item.number}. {item.reference} {item.title}",
        "href": reverse("govern:paper", args=[item.paper_id]),
        "outcome": str(govern.OUTCOMES[item.outcome]) if item.outcome else "",
        "reference": item.minute_reference,
        "resolution": item.resolution.splitlines(),
        "minuted": _("Recorded by %(who)s, %(when)s")
        % {"who": item.minuted_by, "when": written_datetime(item.minuted_at)}
        if item.minuted_at
        else "",
        "minute": reverse("govern:minute", args=[item.id])
        if may_minute and not item.minuted_at
        else "",
        "take_off": reverse("govern:take_off_agenda", args=[item.id])
        if may_take_off and not item.minuted_at
        else "",
    }


def _emergency(found: decide.Approval) -> dict[str, str]:
    says = ""
    if used := found.urgent:
        words = {"who": used.name, "when": written_datetime(used.at), "why": used.ground}
        says = _("%(who)s acted on %(when)s, before approval: %(why)s") % words
    return {"heading": f"{found.reference} {found.title}", "href": found.link, "says": says}


def _waiting(met: govern.Meeting, paper: govern.AwaitingPaper) -> dict[str, Any]:
    return {
        "title": paper.title, "href": reverse("govern:paper", args=[paper.paper_id]),
        "held": paper.held, "put": reverse("govern:put_on_agenda", args=[met.id, paper.paper_id]),
    }  # fmt: skip
