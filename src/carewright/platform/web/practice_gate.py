"""Where one-click practice sign-ins are allowed: on this machine, among invented people only."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Final

from django.conf import settings
from django.http import HttpRequest

from carewright.platform import api as platform
from carewright.platform.web.sessions import PRACTICE

#: A proxy adds these, and behind a proxy everybody seems to sit at this machine.
FORWARDED: Final = ("X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host", "Via")


def is_practice_session(request: HttpRequest) -> bool:
    """Whether the session began with a practice sign-in, in an installation that still has them."""
    return settings.PRACTICE and bool(request.session.get(PRACTICE))


def why_no_practice(request: HttpRequest) -> str:
    """Why practice sign-ins are refused, in a sentence; empty when they are allowed."""
    if not settings.PRACTICE:
        return "This is a live installation."
    if settings.DEBUG:
        return "Practice sign-ins are off while debugging is on."
    if not _from_this_machine(request):
        return "Practice sign-ins work only in a browser on the machine that runs Carewright."
    if platform.holds_a_real_organisation():
        return "This database holds a real organisation."
    return ""


def _from_this_machine(request: HttpRequest) -> bool:
    if any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
