"""Writing letters: to whom, how they would read, and then for good."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from carewright.correspond import api as correspond
from carewright.correspond.web import presenters
from carewright.correspond.web.forms import ChooseForm
from carewright.correspond.web.views.templates import template_of
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.formats import count_of
from carewright.ui.forms import given, tried
from carewright.ui.rows import Link


@policy(Act.WRITE_LETTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: OfficerRequest, template_id: UUID) -> HttpResponse:
    """Chooses whom to write to, shows the letters with real values, and writes them."""
    found = template_of(request, template_id)
    words = request.GET.get("q", "")
    offered = correspond.subjects(found.subject, words, seen_by=request.officer, at=now())
    form = ChooseForm(*given(request), offered=offered)
    shown: dict[str, Any] = {"previews": [], "missing": []}
    if form.is_valid():
        if "preview" in request.POST:
            shown = _shown(request, found, form.cleaned_data["subjects"])
        elif tried(form, lambda: _write(request, found, form.cleaned_data["subjects"])):
            return redirect("correspond:template", template_id)
    page = {
        "title": _("Write from %s") % found.name, "form": form, "button": _("Write and keep"),
        "cancel": reverse("correspond:template", args=[template_id]), "q": words,
        "crumbs": (Link(_("Letters and reports"), reverse("correspond:templates")),),
        "nobody": not offered, "about": found.subject.label.lower(), **shown,
    }  # fmt: skip
    return render(request, "correspond/write.html", page)


def _shown(
    request: OfficerRequest, found: correspond.Template, chosen: list[str]
) -> dict[str, Any]:
    try:
        return presenters.previews(found, chosen, by=request.officer, at=now())
    except platform.NotFound:
        raise Http404 from None


def _write(request: OfficerRequest, found: correspond.Template, chosen: list[str]) -> None:
    try:
        written = correspond.write_letters(
            template_id=found.id, subject_ids=chosen, intent=intent_of(request),
            by=request.officer, at=now(),
        )  # fmt: skip
    except platform.NotFound:
        raise Http404 from None
    messages.success(
        request, count_of(written, "%(n)s was written and kept.", "%(n)s were written and kept.")
    )
