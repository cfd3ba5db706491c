"""Templates: the list, one template, its words, their approval."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.correspond import api as correspond
from carewright.correspond.api import SubjectKind, TemplateKind
from carewright.correspond.web import presenters
from carewright.correspond.web.forms import TemplateForm, VersionForm
from carewright.correspond.web.lists import TEMPLATES
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, Retention, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import given, tried
from carewright.ui.rows import Link


@policy(Act.SEE_TEMPLATES)
@require_safe
def templates(request: OfficerRequest) -> HttpResponseBase:
    """Every template of the organisation."""
    asked = TEMPLATES.asked(request.GET)
    found = correspond.templates(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Letters and reports"), "list": asked.page_of(found),
        "may_add": platform.may(request.officer, Act.WRITE_TEMPLATE),
    }  # fmt: skip
    return render(request, "correspond/templates.html", page)


@policy(Act.SEE_TEMPLATES)
@require_safe
def template(request: OfficerRequest, template_id: UUID) -> HttpResponse:
    """One template: its words, who approved them, what was written from it."""
    found = template_of(request, template_id)
    letters = correspond.letters_of(template_id, seen_by=request.officer)
    page = presenters.template_page(found, letters, request.officer)
    return render(request, "correspond/template.html", page)


@policy(Act.WRITE_TEMPLATE)
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: OfficerRequest) -> HttpResponse:
    """Writes a template."""
    form = TemplateForm(*given(request))
    made: list[UUID] = []
    if form.is_valid() and tried(form, lambda: made.append(_begun(request, form))):
        messages.success(request, _("The template is kept. Somebody else approves its words."))
        return redirect("correspond:template", made[0])
    page = {
        "title": _("Write a template"), "form": form, "button": _("Keep the template"),
        "cancel": reverse("correspond:templates"), "crumbs": _crumbs(),
        "fields": presenters.fields_grid(tuple(SubjectKind)),
    }  # fmt: skip
    return render(request, "correspond/words.html", page)


@policy(Act.WRITE_TEMPLATE)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: OfficerRequest, template_id: UUID) -> HttpResponse:
    """Writes new words for a template."""
    found = template_of(request, template_id)
    stands = {"title": found.newest.title, "body": found.newest.body}
    form = VersionForm(*given(request), initial=stands)
    if form.is_valid() and tried(
        form,
        lambda: correspond.write_version(
            template_id=template_id, **form.cleaned_data, intent=intent_of(request),
            by=request.officer, at=now(),
        ),
    ):  # fmt: skip
        messages.success(request, _("The new words are kept. Somebody else approves them."))
        return redirect("correspond:template", template_id)
    page = {
        "title": _("Change the words"), "caption": found.name, "form": form,
        "button": _("Keep the new words"), "crumbs": _crumbs(),
        "cancel": reverse("correspond:template", args=[template_id]),
        "fields": presenters.fields_grid((found.subject,)),
    }  # fmt: skip
    return render(request, "correspond/words.html", page)


@policy(Act.APPROVE_TEMPLATE)
@require_POST
def approve(request: OfficerRequest, template_id: UUID) -> HttpResponse:
    """Approves the words that stand on the page."""
    found = template_of(request, template_id)
    typed = request.POST.get("number", "")
    number = int(typed) if typed.isascii() and typed.isdigit() else 0
    try:
        correspond.approve_version(
            template_id=found.id, number=number, by=request.officer, at=now()
        )
    except correspond.CannotWrite as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The words are approved. Letters are written from them now."))
    return redirect("correspond:template", template_id)


def template_of(request: OfficerRequest, template_id: UUID) -> correspond.Template:
    """The template; a stranger's does not exist."""
    try:
        return correspond.template(template_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _begun(request: OfficerRequest, form: TemplateForm) -> UUID:
    said = form.cleaned_data
    return correspond.begin_template(
        name=said["name"], kind=TemplateKind(said["kind"]), subject=SubjectKind(said["subject"]),
        retention=Retention(said["retention"]), title=said["title"], body=said["body"],
        intent=intent_of(request), by=request.officer, at=now(),
    )  # fmt: skip


def _crumbs() -> tuple[Link, ...]:
    return (Link(_("Letters and reports"), reverse("correspond:templates")),)
