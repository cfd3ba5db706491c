"""A record for the person it is about, and for those whom consent or law lets see it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import RecordRequest, own_record
from carewright.register import api as register
from carewright.register.web import own_presenters as presenters


@own_record
@never_cache
@require_safe
def records(request: RecordRequest) -> HttpResponse:
    """The records that one may open; the only one opens by itself."""
    if len(request.accesses) == 1:
        return redirect("own:record", request.accesses[0].id)
    return render(request, "own/records.html", presenters.records_page(request.accesses))


@own_record
@never_cache
@require_safe
def record(request: RecordRequest, access_id: UUID) -> HttpResponse:
    """One record, as far as one may see it."""
    access = _access(request, access_id)
    found = register.open_own_record(access=access, by=request.holder, at=now())
    page = presenters.record_page(access, found, more=len(request.accesses) > 1)
    return render(request, "own/record.html", page)


@own_record
@require_POST
def agree(request: RecordRequest, access_id: UUID, other_id: UUID) -> HttpResponse:
    """Says yes to somebody who asks to see the record."""
    _access(request, access_id)
    platform.agree_to_access(access_id=other_id, by=request.holder, at=now())
    messages.success(request, _("They can see the record now. You can stop this at any time."))
    return redirect("own:record", access_id)


@own_record
@require_POST
def withdraw(request: RecordRequest, access_id: UUID, other_id: UUID) -> HttpResponse:
    """Takes a yes back, or says no; it holds from this moment on."""
    _access(request, access_id)
    platform.withdraw_access(access_id=other_id, by=request.holder, at=now())
    messages.success(request, _("They can no longer see the record."))
    return redirect("own:record", access_id)


def _access(request: RecordRequest, access_id: UUID) -> platform.PersonalAccess:
    found = next((each for each in request.accesses if each.id == access_id), None)
    if found is None:
        raise platform.NotYours
    return found
