"""The page that answers the search box at the head of every page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.platform.api import Act, OfficerRequest, policy
from carewright.web.search import KINDS, SHORTEST
from carewright.web.search import search as found_by


@policy(Act.SEARCH)
@require_safe
def search(request: OfficerRequest) -> HttpResponse:
    """What the words in the address find."""
    words = " ".join(request.GET.get("q", "").split())
    only = request.GET.get("kind", "")
    only = only if only in {kind.name for kind in KINDS} else ""
    long_enough = len(words) >= SHORTEST
    page = {
        "title": _("Search results for %(words)s") % {"words": words} if words else _("Search"),
        "words": words,
        "too_short": bool(words) and not long_enough,
        "shortest": SHORTEST,
        "piles": found_by(words, request.officer, only) if long_enough else [],
        "only": only,
    }
    return render(request, "web/search.html", page)
