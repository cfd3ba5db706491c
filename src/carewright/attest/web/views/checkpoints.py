"""Whether the record is whole: the last look over it, its checkpoints, and who else keeps them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from carewright.attest import api as attest
from carewright.attest.web import presenters
from carewright.attest.web.lists import CHECKPOINTS
from carewright.attest.web.places import places
from carewright.attest.web.views.events import as_file
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import download


@policy(Act.SEE_RECORD)
@require_safe
def whole(request: OfficerRequest) -> HttpResponse:
    """Whether the record is whole, when somebody last looked, and how to look oneself."""
    page = presenters.whole_page(
        attest.last_verdict(seen_by=request.officer), attest.lag(),
        attest.deposits(seen_by=request.officer),
    )  # fmt: skip
    return render(request, "attest/whole.html", {**page, "key": _key()})


@policy(Act.SEE_RECORD)
@require_safe
def all_of_them(request: OfficerRequest) -> HttpResponseBase:
    """Every checkpoint, to take away."""
    asked = CHECKPOINTS.asked(request.GET)
    found = attest.checkpoints()
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Checkpoints"),
        "places": places("checkpoints"),
        "list": asked.page_of(found),
        "newest": found[0] if found else None,
        "may_witness": platform.may(request.officer, Act.WITNESS_RECORD),
    }
    return render(request, "attest/checkpoints.html", page)


@policy(Act.SEE_RECORD)
@require_safe
def one(request: OfficerRequest) -> HttpResponse:
    """A checkpoint as a file; it holds nobody's data, so it is the same for every organisation."""
    if "number" not in request.GET:
        return redirect("attest:checkpoints")
    found = _checkpoint(request.GET["number"])
    return as_file(found.note, attest.file_name(found.number))


@policy(Act.WITNESS_RECORD)
@require_POST
def countersign(request: OfficerRequest) -> HttpResponse:
    """The officer's organisation keeps a checkpoint and will stand up for it."""
    if "number" not in request.POST:
        return redirect("attest:checkpoints")
    found = _checkpoint(request.POST["number"])
    attest.countersign_checkpoint(number=found.number, by=request.officer, at=now())
    messages.success(
        request,
        _("%(name)s is a witness of checkpoint %(n)s. Keep its file where Carewright cannot reach.")
        % {"name": request.officer.organisation.name, "n": found.number},
    )
    return redirect("attest:checkpoints")


def _checkpoint(typed: str) -> attest.Checkpoint:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 18):
        raise Http404
    try:
        return attest.checkpoint(int(typed))
    except platform.NotFound:
        raise Http404 from None


def _key() -> str:
    """The public key; nothing before there is one."""
    try:
        return attest.public_key().text
    except attest.KeyMissing:
        return ""
