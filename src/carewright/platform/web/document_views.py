"""Kept files: the list, giving one, its versions and readers, holds and disposals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, Retention, intent_of, policy
from carewright.platform.web import document_presenters as presenters
from carewright.platform.web.document_forms import GiveForm, KeepForm, ReasonForm, VersionForm
from carewright.platform.web.document_lists import DOCUMENTS, RUN_OUT
from carewright.ui.exports import download as as_file
from carewright.ui.files import given_out
from carewright.ui.forms import given
from carewright.ui.rows import Link


@policy(Act.SEE_DOCUMENT)
@require_safe
def documents(request: OfficerRequest) -> HttpResponseBase:
    """Every document of the officer's organisation, and those that all share."""
    asked = DOCUMENTS.asked(request.GET)
    found = platform.documents(seen_by=request.officer)
    if asked.download:
        return as_file(asked, found)
    page = {
        "title": _("Documents"), "list": asked.page_of(found),
        "may_give": platform.may(request.officer, Act.FILE_DOCUMENT),
        "may_decide": platform.may(request.officer, Act.DECIDE_DISPOSAL),
    }  # fmt: skip
    return render(request, "platform/documents.html", page)


@policy(Act.DECIDE_DISPOSAL)
@require_safe
def run_out(request: OfficerRequest) -> HttpResponseBase:
    """Documents whose retention has run out: proposed for disposal, for a director to decide."""
    asked = RUN_OUT.asked(request.GET)
    found = platform.documents_run_out(seen_by=request.officer, on=localdate())
    if asked.download:
        return as_file(asked, found)
    page = {"title": _("Proposed for disposal"), "list": asked.page_of(found), "crumbs": _crumbs()}
    return render(request, "platform/documents_run_out.html", page)


@policy(Act.FILE_DOCUMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: OfficerRequest) -> HttpResponse:
    """Gives a file, which is judged before anything opens it."""
    form = GiveForm(*given(request))
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            document_id = platform.give_document(
                name=file.name, content=file, retention=Retention(form.cleaned_data["retention"]),
                intent=intent_of(request), by=request.officer, at=now(),
            )  # fmt: skip
        except platform.CannotKeep as reason:
            form.add_error("file", str(reason))
        else:
            return redirect("platform:document", document_id)
    page = {
        "title": _("Give a document"), "crumbs": _crumbs(), "form": form, "button": _("Keep it"),
        "cancel": reverse("platform:documents"),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.SEE_DOCUMENT)
@require_safe
def document(request: OfficerRequest, document_id: UUID) -> HttpResponse:
    """One document: its versions, how long it is kept, who holds it and who has read it."""
    found = _found(request, document_id)
    events = platform.events_about("document", document_id, seen_by=request.officer)
    today = localdate()
    page = {
        "title": found.name, "caption": found.kind.label, "crumbs": _crumbs(),
        "state": presenters.state_of(found, today),
        "facts": presenters.facts_of(found, today),
        "of_one_person": found.placement_id is not None,
        "actions": presenters.actions_on(found, request.officer, today),
        "versions": presenters.versions_of(
            found, platform.versions(document_id, seen_by=request.officer)
        ),
        "readers": presenters.readers_of(events),
        "heading_of_readers": presenters.heading_of_readers(events),
    }  # fmt: skip
    return render(request, "platform/document.html", page)


@policy(Act.READ_DOCUMENT)
@never_cache
@require_safe
def download(request: OfficerRequest, document_id: UUID, number: int) -> HttpResponseBase:
    """The bytes of one version, always as a download; that it was read stands in the record."""
    try:
        version, content = platform.read_document(
            document_id=document_id, number=number, by=request.officer, at=now()
        )
    except (platform.NotFound, FileNotFoundError):
        raise Http404 from None
    return given_out(content, version.name)


@policy(Act.ADD_VERSION)
@require_http_methods(["GET", "HEAD", "POST"])
def add_version(request: OfficerRequest, document_id: UUID) -> HttpResponse:
    """Gives a later version; earlier ones stay."""
    found = _changeable(request, document_id, Act.ADD_VERSION)
    form = VersionForm(*given(request))

    def act(answers: dict[str, Any]) -> None:
        platform.give_version(
            document_id=document_id, name=answers["file"].name, content=answers["file"],
            reason=answers["reason"], intent=intent_of(request), by=request.officer, at=now(),
        )  # fmt: skip

    return _ask(request, found, form, act, _("Give a new version"), _("Keep it"))


@policy(Act.HOLD_DOCUMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def hold(request: OfficerRequest, document_id: UUID) -> HttpResponse:
    """Keeps a document whatever its retention says."""
    found = _changeable(request, document_id, Act.HOLD_DOCUMENT)
    says = _(
        "While it is held nobody disposes of it, whatever its retention says. It can be read as "
        "before. Somebody else than you has to lift the hold."
    )
    act, title = platform.hold_document, _("Hold the document")
    return _ask_why(request, found, act, title, _("Hold it"), says)


@policy(Act.LIFT_HOLD)
@require_http_methods(["GET", "HEAD", "POST"])
def lift_hold(request: OfficerRequest, document_id: UUID) -> HttpResponse:
    """Ends a hold that another person set."""
    found = _changeable(request, document_id, Act.LIFT_HOLD)
    return _ask_why(request, found, platform.lift_hold, _("Lift the hold"), _("Lift it"))


@policy(Act.DECIDE_DISPOSAL)
@require_http_methods(["GET", "HEAD", "POST"])
def dispose(request: OfficerRequest, document_id: UUID) -> HttpResponse:
    """Decides that a document whose retention has run out goes."""
    found = _changeable(request, document_id, Act.DECIDE_DISPOSAL)
    act = platform.dispose_of_document
    return _ask_why(request, found, act, _("Dispose of the document"), _("Dispose of it for ever"))


@policy(Act.DECIDE_DISPOSAL)
@require_http_methods(["GET", "HEAD", "POST"])
def keep_longer(request: OfficerRequest, document_id: UUID) -> HttpResponse:
    """Decides that it is kept until a later day."""
    found = _changeable(request, document_id, Act.DECIDE_DISPOSAL)
    form = KeepForm(request.POST if request.method == "POST" else None)

    def act(answers: dict[str, Any]) -> None:
        platform.keep_longer(
            document_id=document_id, until=answers["until"], reason=answers["reason"],
            by=request.officer, at=now(),
        )  # fmt: skip

    return _ask(request, found, form, act, _("Keep the document longer"), _("Keep it"))


def _ask_why(
    request: OfficerRequest,
    found: platform.Document,
    action: Callable[..., None],
    title: str,
    button: str,
    says: str = "",
) -> HttpResponse:
    def act(answers: dict[str, Any]) -> None:
        action(document_id=found.id, reason=answers["reason"], by=request.officer, at=now())

    form = ReasonForm(request.POST if request.method == "POST" else None)
    return _ask(request, found, form, act, title, button, says)


def _ask(
    request: OfficerRequest,
    found: platform.Document,
    form: forms.Form,
    act: Callable[[dict[str, Any]], None],
    title: str,
    button: str,
    says: str = "",
) -> HttpResponse:
    """Asks, acts, and goes back to the document; a refusal stands above what was typed."""
    if form.is_valid():
        try:
            act(form.cleaned_data)
        except platform.CannotKeep as reason:
            form.add_error("file" if "file" in form.fields else None, str(reason))
        else:
            messages.success(request, _("Done. It stands in the record."))
            return redirect("platform:document", found.id)
    here = reverse("platform:document", args=[found.id])
    page = {
        "title": title, "caption": found.name, "form": form, "button": button, "cancel": here,
        "crumbs": (*_crumbs(), Link(found.name, here)), "lead": says,
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _crumbs() -> tuple[Link, ...]:
    return (Link(_("Documents"), reverse("platform:documents")),)


def _found(request: OfficerRequest, document_id: UUID) -> platform.Document:
    try:
        return platform.document(document_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _changeable(request: OfficerRequest, document_id: UUID, act: Act) -> platform.Document:
    """A document that the officer may act upon, which one that all share is not."""
    found = _found(request, document_id)
    platform.require(request.officer, act, found)
    return found
