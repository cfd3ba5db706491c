"""How the money of agreements was used, year by year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.keep_to import api as keep_to
from carewright.keep_to.web import statement_presenters as presenters
from carewright.keep_to.web.places import crumbs, places
from carewright.keep_to.web.statement_forms import AccountsForm, ReturnedForm, StatementForm
from carewright.keep_to.web.statement_lists import STATEMENTS
from carewright.keep_to.web.views.obligations import agreement_of
from carewright.keep_to.web.views.steps import given
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import PlainForm
from carewright.ui.rows import Link


@policy(Act.SEE_STATEMENTS)
@require_safe
def statements(request: OfficerRequest) -> HttpResponseBase:
    """Every statement, the newest year first."""
    asked = STATEMENTS.asked(request.GET)
    found = keep_to.statements(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("How money was used"), "list": asked.page_of(found),
        "places": places("statements"),
    }  # fmt: skip
    return render(request, "keep_to/statements.html", page)


@policy(Act.SEE_STATEMENTS)
@require_safe
def statement(request: OfficerRequest, statement_id: UUID) -> HttpResponse:
    """One year of one agreement: its lines, its overhead, its accounts, what comes back."""
    found = _found(request, statement_id)
    page = {
        "title": found.agreement, "caption": _("How the money was used in %s") % found.year,
        "crumbs": crumbs(Link(_("Statements"), reverse("keep_to:statements"))),
        "crumb_here": f"{found.reference}, {found.year}", "found": found,
        "facts": presenters.facts_of(found), "lines": presenters.lines_grid(found),
        "finding": presenters.finding(found),
        "may_keep": platform.may(request.officer, Act.KEEP_STATEMENTS),
    }  # fmt: skip
    return render(request, "keep_to/statement.html", page)


@policy(Act.KEEP_STATEMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Takes a statement down; what does not add up is refused, with where it differs."""
    agreement = agreement_of(request, agreement_id)
    form = StatementForm(
        given(request)[0], initial={"year": localdate().year - 1, "accounts_wanted": True}
    )
    if form.is_valid():
        try:
            made = keep_to.enter_statement(
                agreement_id=agreement_id, account=form.account(), intent=intent_of(request),
                accounts_wanted=form.cleaned_data["accounts_wanted"], by=request.officer,
                at=now(),
            )  # fmt: skip
        except keep_to.Refused as refused:
            form.take_reasons(refused.blockers)
        else:
            messages.success(request, _("The statement is kept. Its sums are right."))
            return redirect("keep_to:statement", made)
    here = reverse("keep_to:timetable", args=[agreement_id])
    page = {
        "title": _("Enter a statement"), "form": form, "button": _("Keep the statement"),
        "caption": f"{agreement.reference} {agreement.wording.title}", "cancel": here,
        "crumbs": crumbs(Link(agreement.reference, here)),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.KEEP_STATEMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def accounts(request: OfficerRequest, statement_id: UUID) -> HttpResponse:
    """Takes down that audited accounts came."""
    may_file = platform.may(request.officer, Act.FILE_DOCUMENT)
    form = AccountsForm(*given(request), may_file=may_file, initial={"received_on": localdate()})
    return _question(
        request, statement_id, form, _("The accounts came"),
        lambda said: keep_to.receive_accounts(
            statement_id=statement_id, received_on=said["received_on"],
            document=(said["document"].name, said["document"]) if said.get("document") else None,
            by=request.officer, at=now(),
        ),
    )  # fmt: skip


@policy(Act.KEEP_STATEMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def returned(request: OfficerRequest, statement_id: UUID) -> HttpResponse:
    """Takes down that unspent money came back."""
    form = ReturnedForm(given(request)[0], initial={"returned_on": localdate()})
    return _question(
        request, statement_id, form, _("The money came back"),
        lambda said: keep_to.receive_unspent(
            statement_id=statement_id, returned_on=said["returned_on"], by=request.officer,
            at=now(),
        ),
    )  # fmt: skip


def _found(request: OfficerRequest, statement_id: UUID) -> keep_to.Statement:
    try:
        return keep_to.statement(statement_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _question(
    request: OfficerRequest,
    statement_id: UUID,
    form: PlainForm,
    title: str,
    do: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    found = _found(request, statement_id)
    if form.is_valid():
        try:
            do(form.cleaned_data)
        except keep_to.Refused as refused:
            form.take_reasons(refused.blockers)
        else:
            messages.success(request, _("It is on the record."))
            return redirect("keep_to:statement", statement_id)
    here = reverse("keep_to:statement", args=[statement_id])
    page = {
        "title": title, "caption": f"{found.reference} {found.agreement}, {found.year}",
        "form": form, "button": _("Record it"), "cancel": here,
        "crumbs": crumbs(Link(f"{found.reference}, {found.year}", here)),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)
