"""Reviews of many organisations, in phases."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.follow_up import api as follow_up
from carewright.follow_up.web import plan_presenters as presenters
from carewright.follow_up.web.places import places
from carewright.follow_up.web.plan_forms import ReviewedForm, ReviewForm
from carewright.follow_up.web.plan_lists import REVIEWS
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import given


@policy(Act.SEE_ACTIONS)
@require_safe
def reviews(request: OfficerRequest) -> HttpResponseBase:
    """Every review of the organisation, the latest first."""
    asked = REVIEWS.asked(request.GET)
    found = follow_up.reviews(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Reviews"),
        "places": places("reviews"),
        "list": asked.page_of(found),
        "may_add": platform.may(request.officer, Act.KEEP_REVIEWS),
    }
    return render(request, "follow_up/reviews.html", page)


@policy(Act.SEE_ACTIONS)
@require_safe
def review(request: OfficerRequest, review_id: UUID) -> HttpResponse:
    """One review: its phases, the plan of each organisation, and the themes common to all."""
    return _shown(request, _review(request, review_id), None)


@policy(Act.KEEP_REVIEWS)
@require_http_methods(["POST"])
def add_to_review(request: OfficerRequest, review_id: UUID) -> HttpResponse:
    """Brings an organisation into a phase, with a plan of its own."""
    found = _review(request, review_id)
    form = ReviewedForm(request.POST, review=found)
    if form.is_valid():
        try:
            follow_up.add_to_review(
                review_id=review_id, phase_number=int(form.cleaned_data["phase"]),
                about=form.cleaned_data["about"], by=request.officer, at=now(),
            )  # fmt: skip
            return redirect("follow_up:review", review_id)
        except follow_up.Refused as refused:
            form.take_reasons(refused.blockers)
    return _shown(request, found, form)


@policy(Act.KEEP_REVIEWS)
@require_http_methods(["GET", "HEAD", "POST"])
def begin_review(request: OfficerRequest) -> HttpResponse:
    """Begins a review with its phases."""
    form = ReviewForm(*given(request))
    if form.is_valid():
        try:
            review_id = follow_up.begin_review(
                title=form.cleaned_data["title"], purpose=form.cleaned_data["purpose"],
                phases=form.phases(), intent=intent_of(request), by=request.officer, at=now(),
            )  # fmt: skip
            return redirect("follow_up:review", review_id)
        except follow_up.Refused as refused:
            form.take_reasons(refused.blockers)
    page = {"title": _("Begin a review"), "form": form, "cancel": reverse("follow_up:reviews")}
    return render(request, "ui/form_page.html", page)


def _shown(
    request: OfficerRequest, found: follow_up.Review, form: ReviewedForm | None
) -> HttpResponse:
    by, at = request.officer, now()
    progress = follow_up.progress_of_review(found.id, seen_by=by, at=at)
    counted = follow_up.plan_counts_of_review(found.id, seen_by=by, at=at)
    page = {
        "title": found.title,
        "review": found,
        "finding": presenters.progress_finding(progress),
        "counts": presenters.counts(progress, ""),
        "figure": presenters.figure(progress),
        "returned": presenters.returned_grid(progress),
        "phases": presenters.phase_rows(found, counted),
        "common": counted.get(found.common_plan.id) if found.common_plan else None,
        "may_add": platform.may(by, Act.KEEP_REVIEWS),
        "form": form or ReviewedForm(review=found),
    }
    return render(request, "follow_up/review.html", page)


def _review(request: OfficerRequest, review_id: UUID) -> follow_up.Review:
    try:
        return follow_up.review(review_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
