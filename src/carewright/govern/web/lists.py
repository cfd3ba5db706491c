"""The lists of papers, declared once."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from carewright.decide.api import RequestState
from carewright.govern.api import Decision, Meeting, PaperState
from carewright.govern.web.words import ACTS
from carewright.ui.formats import count_of, written_datetime
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import State, Tag

COLOURS: Final[dict[PaperState, State]] = {
    PaperState.DRAFT: "none", PaperState.SENT: "wait", PaperState.DECIDED: "good",
    PaperState.RETURNED: "soon", PaperState.WITHDRAWN: "none",
}  # fmt: skip


def state_tag(state: PaperState) -> Tag:
    """Where a paper stands, in words and a colour that repeats them."""
    return Tag(state.label, COLOURS[state])


def line_tag(paper: Any) -> Tag:
    """Where a paper of a list stands, also that scrutiny holds up what was or is to be decided."""
    if paper.held and paper.state in {PaperState.SENT, PaperState.DECIDED}:
        words = _("Called in") if paper.state is PaperState.DECIDED else _("Held for scrutiny")
        return Tag(str(words), "soon")
    return state_tag(paper.state)


def decision_tag(found: Decision) -> Tag:
    """What has become of a request, also that it waits for scrutiny."""
    if found.held:
        return Tag(str(_("Held for scrutiny")), "soon")
    if found.call_in_until:
        return Tag(str(_("May be called in")), "soon")
    return found.tag


def _of_act(papers: Any, wanted: str) -> Any:
    return [each for each in papers if each.act == wanted]


def _in_state(papers: Any, wanted: str) -> Any:
    return [each for each in papers if each.state == wanted]


def _shared_by(paper: Any) -> str:
    """Whose it is, where it is a partner's."""
    if not paper.shared_by:
        return ""
    return gettext("shared by %(owner)s") % {"owner": paper.shared_by}


PAPERS: Final = Listing(
    name="papers",
    caption=_("Decision papers"),
    columns=(
        ListColumn(
            "title", _("Paper"), sort="title",
            link=lambda paper: reverse("govern:paper", args=[paper.id]),
        ),
        ListColumn("reference", _("Reference"), sort="reference", under="title"),
        ListColumn("shared_by", _("Shared by"), under="title", value=_shared_by),
        ListColumn("act", _("Decision"), sort="act", value=lambda paper: ACTS.get(paper.act, "")),
        ListColumn("annual_value_pence", _("In a year"), kind="pounds", sort="annual_value_pence"),
        ListColumn("people_affected", _("People"), kind="number", sort="people_affected"),
        ListColumn("begun_by", _("Author"), sort="begun_by"),
        ListColumn("changed_at", _("Last changed"), kind="datetime", sort="changed_at"),
        ListColumn("state", _("State"), kind="tag", value=line_tag),
    ),
    filters=(
        ListFilter("q", _("Title or reference"), fields=("title", "reference")),
        ListFilter(
            "state", _("State"), "select", narrow=_in_state,
            choices=tuple((each.value, each.label) for each in PaperState),
        ),
        ListFilter("act", _("Decision"), "select", choices=tuple(ACTS.items()), narrow=_of_act),
    ),
    sort="-reference",
    counted=lambda how_many: count_of(how_many, "%(n)s paper", "%(n)s papers"),
)  # fmt: skip


def _open_to_members(found: Any, wanted: str) -> Any:
    return [each for each in found if getattr(each, wanted)]


def _open_until(found: Decision) -> str:
    """Until when members may look at it, or call in what was decided."""
    if not found.open_until:
        return ""
    words = {"when": written_datetime(found.open_until)}
    if found.look_until:
        return gettext("members may look at it until %(when)s") % words
    return gettext("until %(when)s") % words


def _asker(found: Decision) -> str:
    return gettext("asked for by %(who)s") % {"who": found.asked_by}


def _unanswered(found: Decision) -> str:
    if not found.unanswered:
        return ""
    return count_of(found.unanswered, "%(n)s without an answer", "%(n)s without an answer")


DECISIONS: Final = Listing(
    name="decisions",
    caption=_("Decisions and requests for them"),
    columns=(
        ListColumn(
            "reference", _("What"), sort="reference", link=lambda found: found.link,
            value=lambda found: f"{found.reference} {found.title}",
        ),
        ListColumn("act", _("Kind"), value=lambda found: found.act.label, under="reference"),
        ListColumn("annual_pence", _("In a year"), kind="pounds", under="reference"),
        ListColumn("people_affected", _("People"), kind="number", sort="people_affected"),
        ListColumn("by", _("Decided by"), value=lambda found: found.by or _("Nobody yet")),
        ListColumn("power", _("Under which power"), under="by"),
        ListColumn("asked_by", _("Asked by"), under="by", value=_asker),
        ListColumn(
            "ended_at", _("Decided"), kind="datetime", sort="ended_at", missing=_("Not yet")
        ),
        ListColumn("questions", _("Questions"), kind="number", sort="questions"),
        ListColumn("unanswered", _("Without an answer"), under="questions", value=_unanswered),
        ListColumn("state", _("State"), kind="tag", value=decision_tag),
        ListColumn("open_until", _("Members' days"), under="state", value=_open_until),
    ),
    filters=(
        ListFilter("q", _("Title, person or body"), fields=("title", "by", "asked_by")),
        ListFilter("act", _("Kind"), "select", choices=tuple(ACTS.items()), narrow=_of_act),
        ListFilter(
            "state", _("State"), "select", narrow=_in_state,
            choices=tuple((each.value, each.label) for each in RequestState),
        ),
        ListFilter(
            "days", _("Open to members"), "select", narrow=_open_to_members,
            choices=(
                ("look_until", _("Before it is decided")),
                ("call_in_until", _("To be called in")),
            ),
        ),
    ),
    sort="-reference",
    counted=lambda how_many: count_of(how_many, "%(n)s decision", "%(n)s decisions"),
)  # fmt: skip


def _meeting_name(found: Meeting) -> str:
    """Body and moment: two meetings of a body are told apart by their links' words."""
    return f"{found.body}, {written_datetime(found.starts_at)}"


def _meeting_changed(found: Meeting) -> str:
    if found.cancelled_at is not None:
        return gettext("cancelled: %(why)s") % {"why": found.cancelled_why}
    if found.moved_from is not None:
        return gettext("moved from %(when)s") % {"when": written_datetime(found.moved_from)}
    return ""


MEETINGS: Final = Listing(
    name="meetings",
    caption=_("Meetings"),
    columns=(
        ListColumn(
            "name", _("Meeting"), sort="body", value=_meeting_name,
            link=lambda found: reverse("govern:meeting", args=[found.id]),
        ),
        ListColumn("kind", _("Kind"), value=lambda found: found.kind.label, under="name"),
        ListColumn("starts_at", _("When"), kind="datetime", sort="starts_at"),
        ListColumn("changed", _("Moved or cancelled"), under="starts_at", value=_meeting_changed),
        ListColumn("place", _("Where"), value=lambda found: found.place or None),
        ListColumn("on_agenda", _("On the agenda"), kind="number", sort="on_agenda"),
    ),
    filters=(ListFilter("q", _("Body or place"), fields=("body", "place")),),
    sort="-starts_at",
    counted=lambda how_many: count_of(how_many, "%(n)s meeting", "%(n)s meetings"),
)  # fmt: skip
