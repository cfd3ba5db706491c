"""States and events of an action in the words and colours of the pages."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.utils.translation import gettext, gettext_lazy, ngettext

from carewright.follow_up.api import ActionState
from carewright.ui.formats import in_london, written_datetime
from carewright.ui.rows import Tag

SOON: Final = 7  # days

SETTLED: Final = {
    "closed": Tag("Closed", "good"),
    "not_done": Tag("Will not be done", "none"),
    "superseded": Tag("Overtaken", "none"),
}

EVENTS: Final = {
    "keep_actions": gettext_lazy("Agreed"),
    "take_up_action": gettext_lazy("Taken up"),
    "finish_action": gettext_lazy("Said to be done"),
    "close_action": gettext_lazy("Closed"),
    "send_back_action": gettext_lazy("Sent back"),
    "give_up_action": gettext_lazy("Will not be done"),
    "supersede_action": gettext_lazy("Overtaken"),
    "move_due_date": gettext_lazy("Date changed"),
    "hand_over_action": gettext_lazy("Handed over"),
    "escalate_actions": gettext_lazy("Went up the line, overdue"),
    "confirm_return": gettext_lazy("Confirmed as a finding come back"),
    "tell_apart": gettext_lazy("Told apart from an earlier finding"),
}


def standing(state: str, due_at: datetime, at: datetime) -> Tag:
    """How an action stands at the moment, with days where they matter."""
    if state in SETTLED:
        return SETTLED[state]
    if state == ActionState.DONE.value:
        return Tag(gettext("Done, to be checked"), "wait")
    days = (in_london(due_at).date() - in_london(at).date()).days
    if due_at <= at:
        return _late(-days)
    if days == 0:
        return Tag(gettext("Today"), "soon")
    if days == 1:
        return Tag(gettext("Tomorrow"), "soon")
    said = ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    return Tag(said, "soon" if days <= SOON else "none")


def _late(days: int) -> Tag:
    if days == 0:
        return Tag(gettext("Late today"), "late")
    return Tag(ngettext("%(n)s day late", "%(n)s days late", days) % {"n": days}, "late")


def event_words(act: str, facts: dict[str, object]) -> str:
    """What happened, with the dates or names that changed."""
    said = str(EVENTS.get(act, act.replace("_", " ").capitalize()))
    if act == "move_due_date":
        was, now = _moment(facts.get("was")), _moment(facts.get("due_at"))
        return gettext("%(said)s from %(was)s to %(now)s") % {"said": said, "was": was, "now": now}
    if act == "hand_over_action":
        names = {"said": said, "was": facts.get("was"), "owner": facts.get("owner")}
        return gettext("%(said)s from %(was)s to %(owner)s") % names
    if act == "confirm_return":
        return gettext("%(said)s: %(first)s") % {"said": said, "first": facts.get("first")}
    return said


def _moment(words: object) -> str:
    return written_datetime(datetime.fromisoformat(str(words)))
