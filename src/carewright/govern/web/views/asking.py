"""A page with a question about a paper: what is answered is done, and one is back at the paper."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from carewright.govern import api as govern
from carewright.govern.web.places import crumbs
from carewright.platform.api import OfficerRequest
from carewright.ui.forms import PlainForm, tried


def asked(
    request: OfficerRequest, found: govern.Paper, form: PlainForm, act: Callable[[], object], *,
    title: str, done: str, button: str = "", lead: str = "",
) -> HttpResponse:  # fmt: skip
    """Asks until the action takes the answers; its button says what the title says, or less."""
    if form.is_valid() and tried(form, act):
        messages.success(request, done)
        return redirect("govern:paper", found.id)
    page = {
        "title": title, "caption": f"{found.reference} {found.title}", "lead": lead,
        "crumbs": crumbs(found), "form": form, "button": button or title,
        "cancel": reverse("govern:paper", args=[found.id]),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)
