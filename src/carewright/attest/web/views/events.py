"""The record: what was done, event by event, each with the proof that it was sealed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.attest import api as attest
from carewright.attest.web import presenters
from carewright.attest.web.lists import EVENTS
from carewright.attest.web.places import places
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import download


@policy(Act.SEE_RECORD)
@require_safe
def events(request: OfficerRequest) -> HttpResponseBase:
    """Everything that was done for the officer's organisation."""
    asked = EVENTS.asked(request.GET)
    found = attest.events(seen_by=request.officer)
    if asked.download:
        whose = request.officer.organisation.id
        platform.audit.record_read(
            "record", whose, by=request.officer, at=now(), organisation_id=whose,
            asked=asked.query, form=asked.download,
        )  # fmt: skip
        return download(asked, found)
    page = {
        "title": _("Record of events"),
        "places": places("events"),
        "list": asked.page_of(found, knowing=partial(_tell_subjects, request.officer)),
    }
    return render(request, "attest/events.html", page)


@policy(Act.SEE_RECORD)
@require_safe
def event(request: OfficerRequest, event_id: UUID) -> HttpResponse:
    """One event: who, what, when, why, and whether it is sealed."""
    found = _found(request, event_id)
    subject = (found.subject_kind, found.subject_id)
    about = attest.named([subject], seen_by=request.officer).get(subject)
    page = presenters.event_page(found, attest.seal_of(event_id), about)
    return render(request, "attest/event.html", page)


@policy(Act.SEE_RECORD)
@require_safe
def proof(request: OfficerRequest, event_id: UUID) -> HttpResponse:
    """The proof of one event, as a file that is checked without us."""
    _found(request, event_id)
    if attest.seal_of(event_id) is None:
        messages.error(request, _("The event waits to be sealed. There is a proof once it is."))
        return redirect("attest:event", event_id)
    proved = attest.proof_of(event_id, seen_by=request.officer)
    return as_file(proved.text(), f"event-{event_id}.tlog-proof")


def _tell_subjects(officer: platform.Officer, events: Sequence[Any]) -> None:
    """Gives each event of a page the link to what it is about, where the officer may see that."""
    subjects = {(each.subject_kind, each.subject_id) for each in events}
    named = attest.named(subjects, seen_by=officer)
    for each in events:
        each.about = named.get((each.subject_kind, each.subject_id))


def as_file(text: str, name: str) -> HttpResponse:
    """Text as a download that no browser shows as a page."""
    answer = HttpResponse(text, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _found(request: OfficerRequest, event_id: UUID) -> platform.Event:
    try:
        return platform.event(event_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
