"""The public register as open data, and the prefix under which it is published."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from typing import Final

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.contract import api as contract
from carewright.contract.web.places import crumbs
from carewright.contract.web.publisher_form import PublisherForm
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.forms import given, tried
from carewright.ui.rows import Link

NAME: Final = "open-contracting.json"


@policy(Act.SEE_AGREEMENTS)
@require_safe
def open_data(request: OfficerRequest) -> HttpResponseBase:
    """A release package of everything that the public view shows."""
    publisher = contract.publisher(seen_by=request.officer)
    if publisher is None:
        messages.error(request, _("Say first under which prefix you publish open data."))
        return redirect("contract:public")
    parts = contract.package_in_parts(
        contract.public_entries(seen_by=request.officer, on=localdate()), publisher,
        uri=request.build_absolute_uri(), at=now(),
    )  # fmt: skip
    return _file(parts)


@policy(Act.WRITE_AGREEMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def publisher(request: OfficerRequest) -> HttpResponse:
    """Asks under which prefix the organisation publishes."""
    stands = contract.publisher(seen_by=request.officer)
    form = PublisherForm(
        *given(request), initial={"ocid_prefix": stands.ocid_prefix if stands else ""}
    )
    if form.is_valid() and tried(form, lambda: _name(request, form)):
        messages.success(request, _("Saved. The public view is offered as open data."))
        return redirect("contract:public")
    public = reverse("contract:public")
    page = {
        "title": _("Publisher of open data"), "form": form, "button": _("Save"),
        "crumbs": (*crumbs(), Link(_("Public view"), public)), "cancel": public,
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _name(request: OfficerRequest, form: PublisherForm) -> None:
    prefix = form.cleaned_data["ocid_prefix"]
    contract.name_publisher(prefix=prefix, by=request.officer, at=now())


def _file(parts: Iterable[str]) -> FileResponse:
    """Written whole before any of it is sent: what fails is an error page and never half a file."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    try:
        for part in parts:
            file.write(part.encode())
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=NAME, content_type="application/json")
