"""The list of papers, one paper, and beginning another."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.govern.web import member_presenters as members_see
from carewright.govern.web import presenters
from carewright.govern.web.forms import BeginForm
from carewright.govern.web.lists import PAPERS
from carewright.govern.web.places import crumbs, places
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, SharedKind, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import given


@policy(Act.SEE_PAPERS)
@require_safe
def papers(request: OfficerRequest) -> HttpResponseBase:
    """Every paper of the organisation, and those that partners share with it."""
    asked = PAPERS.asked(request.GET)
    found = govern.papers(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Papers"),
        "places": places(request.officer, "papers"),
        "list": asked.page_of(found),
        "may_write": platform.may(request.officer, Act.WRITE_PAPER),
    }
    return render(request, "govern/papers.html", page)


@policy(Act.WRITE_PAPER)
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: OfficerRequest) -> HttpResponse:
    """Begins a paper with its title, kind and nation."""
    nation = govern.nation_of(request.officer.organisation.area_code)
    form = BeginForm(*given(request), initial={"nation": nation.value if nation else ""})
    if form.is_valid():
        answers = form.cleaned_data
        paper_id = govern.begin_paper(
            title=answers["title"], act=answers["act"], nation=govern.Nation(answers["nation"]),
            intent=intent_of(request), by=request.officer, at=now(),
        )  # fmt: skip
        return redirect("govern:paper", paper_id)
    page = {
        "title": _("Begin a paper"), "form": form, "crumbs": crumbs(),
        "cancel": reverse("govern:papers"), "button": _("Begin"),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.SEE_PAPERS)
@require_safe
def paper(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """One paper: what is still to do while it is written, and what its readers see."""
    found = paper_of(request, paper_id)
    officer, members = request.officer, govern.proceedings(paper_id, seen_by=request.officer)
    may_write = platform.may(officer, Act.WRITE_PAPER, found)
    asked, at = decide.approvals_about(govern.PAPER, paper_id, seen_by=officer), now()
    latest = next((each for each in asked if each.id == found.request_id), None)
    page = {
        "title": found.title,
        "crumbs": crumbs(),
        "paper": found,
        "about": presenters.about(found),
        "sharing": platform.sharing_of(found, SharedKind.PAPER, seen_by=officer),
        "facts": presenters.key_facts(found),
        "tasks": presenters.tasks(found) if may_write and found.open_to_change else [],
        "missing": presenters.missing_words(found),
        "parts": presenters.parts(found, members),
        "to_do": members_see.what_to_do(found, members, latest, officer, at),
        "steps": [members_see.steps(each) for each in asked],
        "holds": [each.reason for approval in asked for each in approval.held],
        "days": latest.notes_of_days(at) if latest else [],
        "scrutiny": members_see.scrutiny_heading(members) if asked or members.questions else "",
        "scrutinies": members_see.scrutinies(members),
        "questions": members_see.questions(
            found,
            members,
            may_open=found.organisation_id == officer.organisation.id,
            may_answer=platform.may(officer, Act.ANSWER_ABOUT_PAPER, found),
        ),
    }
    return render(request, "govern/paper.html", page)


def paper_of(request: OfficerRequest, paper_id: UUID, act: Act = Act.SEE_PAPERS) -> govern.Paper:
    """The paper; a stranger's does not exist, nor a partner's that is not shared so far."""
    try:
        found = govern.paper(paper_id, seen_by=request.officer, on=localdate())
    except platform.NotFound:
        raise Http404 from None
    platform.require(request.officer, act, found)
    return found
