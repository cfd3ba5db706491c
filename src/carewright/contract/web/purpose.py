"""One person's placement is shown to whoever has said for what they look."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.timezone import now
from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.contract.web.reached import agreement_of
from carewright.platform.api import OfficerRequest
from carewright.register import api as register

View = TypeVar("View", bound=Callable[..., HttpResponse])


def for_a_purpose(view: View) -> View:
    """Asks first why somebody looks, and comes back; each look at a placement is recorded."""

    @wraps(view)
    def looked(request: OfficerRequest, agreement_id: UUID, **more: Any) -> HttpResponse:
        try:
            is_placement = contract.look_at_placement(
                agreement_id=agreement_id, by=request.officer, at=now()
            )
        except register.PurposeNeeded:
            return ask_why(request, agreement_of(request, agreement_id))
        response = view(request, agreement_id, **more)
        if is_placement:
            add_never_cache_headers(response)
        return response

    return cast(View, looked)


def ask_why(request: OfficerRequest, found: contract.Agreement) -> HttpResponse:
    """The page that asks for a purpose with the person, which leads back to where one was."""
    messages.info(request, _("This is about one person’s care. Say first why you look."))
    asks = reverse("register:open_person", args=[found.wording.person_id])
    return redirect(f"{asks}?{urlencode({'to': request.path})}")
