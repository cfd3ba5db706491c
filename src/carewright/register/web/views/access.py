"""Letting somebody into a person's record by consent or law, and ending it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.register import api as register
from carewright.register.web.people_forms import EndAccessForm, LetInForm
from carewright.register.web.places import crumbs_to_people
from carewright.ui.forms import given

#: Ticked at first: what most are let in for, and no more.
CARE = [each.value for each in platform.REACH[platform.Ground.CONSENT].may_see]


@policy(Act.GIVE_PERSONAL_ACCESS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def let_in(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """Gives somebody access to a record that the officer has open."""
    try:
        reference = register.person_reference(person_id, seen_by=request.officer)
    except platform.NotFound:
        raise platform.NotYours from None
    form = LetInForm(*given(request), initial={"may_see": CARE})
    try:
        if form.is_valid() and _let_in(request, person_id, form):
            return redirect("register:person", person_id)
    except register.PurposeNeeded:
        return redirect("register:open_person", person_id)
    title = _("Let somebody see the record of %(reference)s") % {"reference": reference}
    page = {"title": title, "form": form, "crumbs": crumbs_to_people(), "person_id": person_id}
    return render(request, "register/let_in.html", page)


@policy(Act.GIVE_PERSONAL_ACCESS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def end_access(request: OfficerRequest, access_id: UUID) -> HttpResponse:
    """Asks why, then ends an access at once."""
    try:
        found = platform.access_to(access_id, seen_by=request.officer)
    except platform.NotFound:
        raise platform.NotYours from None
    if found.ended_at:
        messages.info(request, _("This access has ended already."))
        return redirect("register:person", found.subject_id)
    form = EndAccessForm(*given(request))
    if form.is_valid():
        platform.end_personal_access(
            access_id=access_id, **form.cleaned_data, by=request.officer, at=now()
        )
        messages.success(request, _("They can no longer open the record."))
        return redirect("register:person", found.subject_id)
    page = {
        "title": _("End the access of %(name)s?") % {"name": found.name},
        "access": found, "form": form, "crumbs": crumbs_to_people(),
    }  # fmt: skip
    return render(request, "register/end_access.html", page)


def _let_in(request: OfficerRequest, person_id: UUID, form: LetInForm) -> bool:
    """Whether access was given; if not, the form says why."""
    said = dict(form.cleaned_data)
    decides = [platform.RecordPart.CONSENT] if said.pop("may_decide") else []
    said["may_see"] = [platform.RecordPart(each) for each in said["may_see"]]
    said["capacity"] = platform.Capacity(said["capacity"])
    said["ground"] = platform.Ground(said["ground"])
    try:
        register.let_in(
            person_id=person_id, **said, may_decide=decides, starts_on=localdate(),
            by=request.officer, at=now(),
        )  # fmt: skip
    except platform.CannotGive as refused:
        for field, words in refused.blockers:
            form.add_error(field, words)
        return False
    messages.success(request, _("Access was given."))
    return True
