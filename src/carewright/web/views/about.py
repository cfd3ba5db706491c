"""Pages about the service itself, and the gallery of its components."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from carewright.platform.api import public
from carewright.ui import gallery


@public("how to get help must be readable by whoever cannot sign in")
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """How to get help."""
    return render(request, "web/help.html", {"title": "Help"})


@public("everybody may read how accessible the service is")
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the service is, and what is not yet."""
    return render(request, "web/accessibility.html", {"title": "Accessibility"})


@public("everybody may read what is kept about people")
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about people, and why."""
    return render(request, "web/privacy.html", {"title": "Privacy"})


@public("shows components with invented figures only")
@require_safe
def component_gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, with invented figures."""
    part = request.GET.get("part", next(iter(gallery.PARTS)))
    if part not in gallery.PARTS:
        raise Http404
    shown = gallery.page(part, request.GET)
    return render(request, shown.template, shown.context)
