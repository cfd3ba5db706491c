"""Filling in a paper, section by section: saved complete or not, and come back to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carewright.govern import api as govern
from carewright.govern.api import FIELDS, Consulted, Section
from carewright.govern.web import presenters
from carewright.govern.web.forms import (
    SECTION_FORMS,
    AssessmentForm,
    BackgroundForm,
    ConsultationForm,
)
from carewright.govern.web.places import crumbs
from carewright.govern.web.views.papers import paper_of
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.forms import PlainForm, given, tried


@policy(Act.WRITE_PAPER)
@require_http_methods(["GET", "HEAD", "POST"])
def section(request: OfficerRequest, paper_id: UUID, section: str) -> HttpResponse:
    """One section: its questions, or its entries with a form for one more."""
    found, part = paper_of(request, paper_id, Act.WRITE_PAPER), _section(section)
    if not found.open_to_change:
        return redirect("govern:paper", paper_id)
    form = _form(request, found, part)
    if form.is_valid() and _saved(request, found, part, form):
        return redirect(_next_page(found, part))
    listed = part in presenters.LISTED
    page = {
        "title": part.label,
        "crumbs": crumbs(found),
        "caption": f"{found.reference} {found.title}",
        "form": form,
        "listed": listed,
        "entries": presenters.entries(found, part) if listed else [],
        "missing": presenters.missing_words(found) if part is Section.ASSESSMENTS else (),
        "button": _("Add") if listed else _("Save"),
        "back": reverse("govern:paper", args=[found.id]),
    }
    return render(request, "govern/section.html", page)


@policy(Act.WRITE_PAPER)
@require_POST
def take_out(request: OfficerRequest, paper_id: UUID, part: str, part_id: UUID) -> HttpResponse:
    """Takes an entry out of a paper that is still being written."""
    if part not in BACK_TO:
        raise Http404
    found = paper_of(request, paper_id, Act.WRITE_PAPER)
    try:
        govern.take_out(paper_id=paper_id, part=part, part_id=part_id, by=request.officer, at=now())
    except govern.CannotDo as refused:
        messages.error(request, str(refused))
        return redirect("govern:paper", paper_id)
    messages.success(request, _("Taken out. The record keeps what it said."))
    return redirect(_next_page(found, BACK_TO[part]))


BACK_TO: Final = {
    "consultation": Section.OFFICERS,
    "background": Section.BACKGROUND,
    "assessment": Section.ASSESSMENTS,
}


def _section(wanted: str) -> Section:
    try:
        return Section(wanted)
    except ValueError:
        raise Http404 from None


def _form(request: OfficerRequest, found: govern.Paper, part: Section) -> PlainForm:
    if part in SECTION_FORMS:
        standing = {name: getattr(found, name) for name in FIELDS[part]}
        return SECTION_FORMS[part](*given(request), initial=standing)
    if part is Section.BACKGROUND:
        return BackgroundForm(*given(request))
    if part is Section.ASSESSMENTS:
        first = found.missing[0].code if found.missing else ""
        return AssessmentForm(*given(request), wanted=found.wanted, initial={"code": first})
    among = govern.OFFICERS if part is Section.OFFICERS else govern.OTHERS
    return ConsultationForm(*given(request), among=among, initial={"on": localdate()})


def _saved(request: OfficerRequest, found: govern.Paper, part: Section, form: PlainForm) -> bool:
    """Whether what was answered is kept; if not, the form says why."""
    save: Callable[..., None] = ADDED.get(part, _save_answers)
    done: dict[str, Any] = {"by": request.officer, "at": now()}
    if part in ADDED:
        done["intent"] = intent_of(request)
    if not tried(form, lambda: save(found, part, form, done)):
        return False
    messages.success(request, _("Saved."))
    return True


def _save_answers(
    found: govern.Paper, part: Section, form: PlainForm, done: dict[str, Any]
) -> None:
    govern.save_section(paper_id=found.id, section=part, answers=form.cleaned_data, **done)


def _add_consultation(
    found: govern.Paper, part: Section, form: PlainForm, done: dict[str, Any]
) -> None:
    answers = {**form.cleaned_data, "whom": Consulted(form.cleaned_data["whom"])}
    govern.add_consultation(paper_id=found.id, **answers, **done)


def _add_with_file(
    add: Callable[..., None],
) -> Callable[[govern.Paper, Section, PlainForm, dict[str, Any]], None]:
    def added(found: govern.Paper, part: Section, form: PlainForm, done: dict[str, Any]) -> None:
        file = form.given_file  # type: ignore[attr-defined]
        add(paper_id=found.id, **{**form.cleaned_data, "file": file}, **done)

    return added


ADDED: Final[dict[Section, Callable[..., None]]] = {
    Section.OFFICERS: _add_consultation,
    Section.CONSULTEES: _add_consultation,
    Section.BACKGROUND: _add_with_file(govern.add_background),
    Section.ASSESSMENTS: _add_with_file(govern.attach_assessment),
}


def _next_page(found: govern.Paper, part: Section) -> str:
    """Back to the tasks; a list is come back to, as more may follow."""
    if part in presenters.LISTED:
        return reverse("govern:section", args=[found.id, part.value])
    return reverse("govern:paper", args=[found.id])
