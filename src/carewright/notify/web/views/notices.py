"""What an officer was told, and how they want to be told."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.notify import api as notify
from carewright.notify.web.forms import WishesForm
from carewright.notify.web.lists import NOTICES
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import download
from carewright.ui.rows import Link


@policy(Act.SEE_NOTICES)
@require_safe
def notices(request: OfficerRequest) -> HttpResponseBase:
    """Everything the officer was told, new things marked, with how far its mail has come."""
    asked = NOTICES.asked(request.GET)
    found = notify.notifications(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    new = request.unread = notify.unread(seen_by=request.officer)
    words = ngettext("%(n)s new piece of news", "%(n)s new pieces of news", new) % {"n": new}
    page = {"title": words if new else _("No new news"), "list": asked.page_of(found), "new": new}
    return render(request, "notify/notices.html", page)


@policy(Act.SEE_NOTICES)
@require_POST
def mark_all_read(request: OfficerRequest) -> HttpResponse:
    """Marks everything as read."""
    notify.mark_all_read(by=request.officer, at=now())
    return redirect("notify:notices")


@policy(Act.CHOOSE_NOTICES)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: OfficerRequest) -> HttpResponse:
    """How soon, at which hours, about what and in which language."""
    stands = WishesForm.answers_of(notify.wishes(seen_by=request.officer))
    form = WishesForm(request.POST if request.method == "POST" else None, initial=stands)
    if form.is_valid():
        notify.choose_how_to_be_told(wishes=form.wishes(), by=request.officer, at=now())
        messages.success(request, _("Your choices hold from the next piece of news on."))
        return redirect("notify:notices")
    page = {
        "title": _("How you are told"), "form": form, "cancel": reverse("notify:notices"),
        "crumbs": (Link(_("News"), reverse("notify:notices")),),
        "lead": _("Everything stands on your desk at once. Here you choose what comes by mail."),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)
