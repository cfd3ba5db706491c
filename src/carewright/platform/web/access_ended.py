"""What somebody reads who could open a record once, and can no longer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from carewright.platform import api as platform
from carewright.ui.formats import written_date


def access_ended(request: HttpRequest, past: list[platform.PersonalAccess]) -> HttpResponse:
    """Says what happened to each access, and whom at the council to ask."""
    page = {"happened": [_what_happened(each) for each in past]}
    return render(request, "platform/access_ended.html", page, status=403)


def _what_happened(each: platform.PersonalAccess) -> dict[str, str]:
    return {"what": _words(each), "ask": _whom_to_ask(each)}


def _words(each: platform.PersonalAccess) -> str:
    council = each.organisation.name
    if each.ended_at and each.taken_back:
        day = written_date(each.ended_at)
        return _("On %(day)s the person took back their yes.") % {"day": day}
    if each.ended_at:
        said = {"day": written_date(each.ended_at), "council": council, "why": each.end_reason}
        return _("Ended on %(day)s by %(council)s: %(why)s") % said
    if not each.agreed_at:
        return _("The person has not said yes yet. You can see the record when they do.")
    if each.ends_before is None:
        return _("You can see the record from %(day)s.") % {"day": written_date(each.starts_on)}
    said = {"first": written_date(each.starts_on), "end": written_date(each.ends_before)}
    return _("You could see the record from %(first)s. It stopped on %(end)s.") % said


def _whom_to_ask(each: platform.PersonalAccess) -> str:
    ended_here = each.ended_at and not each.taken_back
    who = each.ended_by if ended_here else each.confirmed_by
    return _("Ask %(council)s. Ask for %(who)s, who knows about it.") % {
        "council": each.organisation.name, "who": who
    }  # fmt: skip
