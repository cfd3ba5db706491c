"""People by reference: the list, a new record, saying why one looks, and the record."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.register import api as register
from carewright.register.web.people_forms import AddPersonForm, PurposeForm
from carewright.register.web.people_lists import people_listing
from carewright.register.web.people_presenters import let_in, let_in_heading, person_page
from carewright.register.web.places import crumbs_to_people, places
from carewright.ui.exports import download
from carewright.ui.forms import given


@policy(Act.SEE_PEOPLE)
@never_cache
@require_safe
def people(request: OfficerRequest) -> HttpResponseBase:
    """The organisation's people, by reference."""
    listing = people_listing(tuple(register.areas_of_people(seen_by=request.officer)))
    asked = listing.asked(request.GET)
    found = register.people(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("People"),
        "places": places(request.officer, "people"),
        "list": asked.page_of(found),
        "may_add": platform.may(request.officer, Act.ADD_PERSON),
    }
    return render(request, "register/people.html", page)


@policy(Act.ADD_PERSON)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OfficerRequest) -> HttpResponse:
    """Begins a record under the case system's reference."""
    areas = _areas(request.officer)
    form = AddPersonForm(*given(request), areas=areas)
    if form.is_valid() and _added(request, form, dict(areas)):
        return redirect("register:people")
    page = {"title": _("Add a person"), "form": form, "crumbs": crumbs_to_people()}
    return render(request, "register/add_person.html", page)


@policy(Act.OPEN_PERSON)
@never_cache
@require_safe
def person(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """The record, once the officer has said why; every look is written down."""
    try:
        opened = register.look_at_person(person_id=person_id, by=request.officer, at=now())
    except register.PurposeNeeded:
        return redirect("register:open_person", person_id)
    looks = register.looks_at(person_id, seen_by=request.officer)
    activity = register.activity_of(person_id, seen_by=request.officer)
    accesses = platform.accesses_to(person_id, seen_by=request.officer)
    page = {
        **person_page(opened, looks, activity),
        "crumbs": crumbs_to_people(),
        "let_in_heading": let_in_heading(accesses),
        "let_in": [let_in(each) for each in accesses],
        "may_let_in": platform.may(request.officer, Act.GIVE_PERSONAL_ACCESS),
        "person_id": person_id,
    }
    return render(request, "register/person.html", page)


@policy(Act.OPEN_PERSON)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_person(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """Asks why the officer needs to look."""
    try:
        reference = register.person_reference(person_id, seen_by=request.officer)
    except platform.NotFound:
        raise platform.NotYours from None
    purposes = register.purposes_of(request.officer.roles)
    form = PurposeForm(*given(request), purposes=purposes)
    if form.is_valid() and _opened(request, person_id, form):
        return redirect(_where_to(request) or reverse("register:person", args=[person_id]))
    title = _("Why do you need to see %(reference)s?") % {"reference": reference}
    page = {"title": title, "form": form, "crumbs": crumbs_to_people()}
    return render(request, "register/open_person.html", page)


def _where_to(request: OfficerRequest) -> str:
    """The page that asked for the purpose, if it is one of ours."""
    to = request.GET.get("to", "")
    is_ours = to.startswith("/") and url_has_allowed_host_and_scheme(to, allowed_hosts=None)
    return to if is_ours else ""


def _areas(officer: platform.Officer) -> list[tuple[str, str]]:
    """Where people may live: the whole area, and each part of it that somebody lives in."""
    whole = officer.organisation
    known = dict(register.areas_of_people(seen_by=officer))
    if whole.area_code:
        known.setdefault(whole.area_code, whole.name)
    return sorted(known.items(), key=lambda area: area[1])


def _added(request: OfficerRequest, form: AddPersonForm, areas: dict[str, str]) -> bool:
    """Whether the record was begun; if not, the form says why."""
    said = dict(form.cleaned_data)
    area = said.pop("area")
    try:
        register.add_person(
            organisation_id=request.officer.organisation.id, **said, area_code=area,
            area_name=areas.get(area, ""), by=request.officer, at=now(),
        )  # fmt: skip
    except register.CannotAdd as refused:
        for field, words in refused.blockers:
            form.add_error(field, words)
        return False
    messages.success(request, _("The record was begun."))
    return True


def _opened(request: OfficerRequest, person_id: UUID, form: PurposeForm) -> bool:
    """Whether the record is open now; if not, the form says why."""
    try:
        register.open_person(person_id=person_id, **form.cleaned_data, by=request.officer, at=now())
    except register.CannotOpen as refused:
        for field, words in refused.blockers:
            form.add_error(field, words)
        return False
    return True
