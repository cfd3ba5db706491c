"""The scheme of delegation: its versions, one of them, its file, proposing and adopting one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.decide import api as decide
from carewright.decide.api import SchemeState
from carewright.decide.web import scheme_presenters as presenters
from carewright.decide.web.forms import ProposeForm
from carewright.decide.web.places import crumbs_to_schemes, places
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.formats import in_london


@policy(Act.SEE_DECISIONS)
@require_safe
def schemes(request: OfficerRequest) -> HttpResponse:
    """Every version; the one in force first in words."""
    found = decide.schemes(seen_by=request.officer)
    today = in_london(now()).date()
    current = _current(found)
    page = {
        "title": _("Scheme of delegation"),
        "places": places("schemes"),
        "current": current,
        "acts": presenters.rows_by_act(current.rows) if current else [],
        "absent": presenters.absent_acts(current.rows) if current else "",
        "versions": presenters.versions_grid(found, current, today) if found else None,
        "may_propose": platform.may(request.officer, Act.PROPOSE_SCHEME),
    }
    return render(request, "decide/schemes.html", page)


@policy(Act.SEE_DECISIONS)
@require_safe
def scheme(request: OfficerRequest, scheme_id: UUID) -> HttpResponse:
    """One version with every row in words."""
    found = _found(request, scheme_id)
    waiting = found.state is SchemeState.PROPOSED
    own = found.proposed_by_account == request.officer.account_id
    current = _current(decide.schemes(seen_by=request.officer))
    page = {
        "title": _("Scheme of delegation, version %(number)s") % {"number": found.version},
        "crumbs": crumbs_to_schemes(),
        "crumb_here": _("Version %(number)s") % {"number": found.version},
        "scheme": found,
        "tag_of": presenters.state_tag(found, current, in_london(now()).date()),
        "facts": presenters.facts(found),
        "acts": presenters.rows_by_act(found.rows),
        "absent": presenters.absent_acts(found.rows),
        "may_adopt": waiting and not own and platform.may(request.officer, Act.ADOPT_SCHEME),
        "may_put_aside": waiting and platform.may(request.officer, Act.PROPOSE_SCHEME),
        "waits_for_another": waiting and own,
    }
    return render(request, "decide/scheme.html", page)


@policy(Act.SEE_DECISIONS)
@require_safe
def scheme_file(request: OfficerRequest, scheme_id: UUID) -> HttpResponse:
    """A version as the file that would make it."""
    found = _found(request, scheme_id)
    name = f"scheme-of-delegation-version-{found.version}.csv"
    return _csv(decide.written_scheme(found.rows), name)


@policy(Act.SEE_DECISIONS)
@require_safe
def template(request: OfficerRequest) -> HttpResponse:
    """The headings of a scheme's file, with three rows that show how one is written."""
    return _csv(presenters.template_file(), "scheme-of-delegation-template.csv")


@policy(Act.PROPOSE_SCHEME)
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: OfficerRequest) -> HttpResponse:
    """Reads a file; what can be used as a whole is proposed, anything else is explained."""
    asked = request.method == "POST"
    form = ProposeForm(request.POST, request.FILES) if asked else ProposeForm()
    reading = None
    if form.is_valid():
        given = form.cleaned_data
        try:
            scheme_id = decide.propose_scheme(
                file_name=given["file"].name, content=given["file"].read(),
                takes_effect_on=given["takes_effect_on"], intent=intent_of(request),
                by=request.officer, at=now(),
            )  # fmt: skip
        except decide.CannotPropose as refused:
            reading = refused.reading
            form.add_error("file", presenters.finding(reading))
        else:
            messages.success(request, _("Every row was read. A second person has to adopt it."))
            return redirect("decide:scheme", scheme_id)
    page = {
        "title": _("Propose a scheme of delegation"), "crumbs": crumbs_to_schemes(), "form": form,
        "button": _("Read it"), **presenters.reading_page(reading),
        "roles": presenters.roles_words(request.officer.organisation.kind),
    }  # fmt: skip
    return render(request, "decide/propose.html", page)


@policy(Act.ADOPT_SCHEME)
@require_POST
def adopt(request: OfficerRequest, scheme_id: UUID) -> HttpResponse:
    """Makes a version count from its day on."""
    try:
        decide.adopt_scheme(scheme_id=scheme_id, by=request.officer, at=now())
    except decide.CannotAdopt as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The version was adopted and counts from its day on."))
    return redirect("decide:scheme", scheme_id)


@policy(Act.PROPOSE_SCHEME)
@require_POST
def put_aside(request: OfficerRequest, scheme_id: UUID) -> HttpResponse:
    """Keeps a proposed version from ever counting."""
    try:
        decide.put_scheme_aside(scheme_id=scheme_id, by=request.officer, at=now())
    except decide.CannotAdopt as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The version was put aside. It never counted."))
    return redirect("decide:schemes")


def _current(found: list[decide.Scheme]) -> decide.Scheme | None:
    adopted = [each for each in found if each.state is SchemeState.ADOPTED]
    return decide.in_force(adopted, in_london(now()).date())


def _found(request: OfficerRequest, scheme_id: UUID) -> decide.Scheme:
    try:
        return decide.scheme(scheme_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _csv(text: str, name: str) -> HttpResponse:
    """A file to keep; the mark at its start tells a spreadsheet how letters are written."""
    return HttpResponse(
        text.encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
        },
    )
