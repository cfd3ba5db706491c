"""A review of many organisations, in phases, each with a plan of its own and one in common."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from carewright.follow_up import api as follow_up
from carewright.follow_up import models
from carewright.follow_up.rules.phases import blockers_to_phases
from carewright.platform import api as platform
from tests.factories import follow_up as given
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db

SPRING, SUMMER, AUTUMN = date(2026, 3, 1), date(2026, 6, 1), date(2026, 9, 1)


def added(by: platform.Officer, review_id: UUID, about: str, phase: int = 1) -> UUID:
    return follow_up.add_to_review(
        review_id=review_id, phase_number=phase, about=about, by=by, at=NOW
    )


def test_phases_follow_one_another() -> None:
    assert blockers_to_phases([(SPRING, SUMMER), (SUMMER, None)]) == []
    assert [b.field for b in blockers_to_phases([(SUMMER, SPRING)])] == ["ends_1"]
    assert [b.field for b in blockers_to_phases([(SUMMER, None), (SPRING, None)])] == ["starts_2"]
    assert [b.field for b in blockers_to_phases([])] == ["phases"]


def test_each_organisation_has_its_own_plan_and_common_themes_have_one(
    by: platform.Officer,
) -> None:
    review_id = given.review(by)
    lunch, carers = added(by, review_id, "Elm Lunch Club"), added(by, review_id, "Carers Link", 2)
    found = follow_up.review(review_id, seen_by=by)
    assert [[plan.id for plan in phase.plans] for phase in found.phases] == [[lunch], [carers]]
    assert found.common_plan is not None
    assert found.common_plan.common


def test_an_organisation_is_in_a_review_once(by: platform.Officer) -> None:
    review_id = given.review(by)
    added(by, review_id, "Elm Lunch Club")
    with pytest.raises(follow_up.Refused, match="in this review already"):
        added(by, review_id, "Elm Lunch Club", 2)
    with pytest.raises(follow_up.Refused, match="Choose a phase"):
        added(by, review_id, "Carers Link", 9)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Plan.objects.create(
            organisation_id=by.organisation.id, title="x", source="review", review_id=review_id,
            common=True, begun_by_name="x", begun_at=NOW,
        )  # fmt: skip


def test_progress_is_counted_by_theme_over_all_plans(by: platform.Officer) -> None:
    review_id = given.review(by)
    plan = added(by, review_id, "Elm Lunch Club")
    themes = {"themes": ("Payments",), "plan_id": plan}
    given.action(by, **themes, due_at=NOW - timedelta(days=1))
    given.done(by, **themes, due_at=NOW + timedelta(days=9))
    given.action(by, plan_id=plan, themes=("Payments", "Governance"), due_at=NOW + timedelta(9))
    found = follow_up.progress_of_review(review_id, seen_by=by, at=NOW)
    assert (found.actions, found.overdue, found.to_check, found.to_do) == (3, 1, 1, 1)
    by_theme = {each.theme: (each.overdue, each.to_check, each.to_do) for each in found.themes}
    assert by_theme == {"Governance": (0, 0, 1), "Payments": (1, 1, 1)}


def test_a_review_is_begun_and_filled_on_its_pages(browser: Client, by: platform.Officer) -> None:
    answers = {
        "title": "Funded organisations", "purpose": "What works.", "name_1": "First",
        "starts_1-day": "1", "starts_1-month": "3", "starts_1-year": "2026",
        "ends_1-day": "", "ends_1-month": "", "ends_1-year": "",
    }  # fmt: skip
    response = browser.post(reverse("follow_up:begin_review"), answers, follow=True)
    assert "No organisation is looked at in this phase yet" in response.content.decode()
    review = models.Review.objects.get()
    where = reverse("follow_up:add_to_review", args=[review.pk])
    browser.post(where, {"about": "Elm Lunch Club", "phase": "1"})
    page = browser.post(where, {"about": "Elm Lunch Club", "phase": "1"}).content.decode()
    assert "Elm Lunch Club is in this review already" in page
    assert models.Plan.objects.filter(common=False).count() == 1


def test_phases_out_of_order_are_explained(browser: Client) -> None:
    answers = {
        "title": "Funded organisations", "name_1": "First", "starts_1-day": "1",
        "starts_1-month": "3", "starts_1-year": "2026", "name_2": "Second", "starts_2-day": "1",
        "starts_2-month": "2", "starts_2-year": "2026",
    }  # fmt: skip
    page = browser.post(reverse("follow_up:begin_review"), answers).content.decode()
    assert "Phase 2 starts before phase 1" in page
    assert not models.Review.objects.exists()


@pytest.mark.parametrize("how_many", [1, 40])
def test_the_pages_of_plans_and_reviews_ask_few_questions(
    how_many: int, browser: Client, by: platform.Officer
) -> None:
    review_id = given.review(by)
    for place in range(how_many):
        plan_id = added(by, review_id, f"Organisation {place}")
    for _ in range(how_many):
        given.action(by, plan_id=plan_id, themes=("Payments",), due_at=now() + timedelta(9))
    pages = [
        reverse("follow_up:plans"), reverse("follow_up:plan", args=[plan_id]),
        reverse("follow_up:reviews"), reverse("follow_up:review", args=[review_id]),
    ]  # fmt: skip
    for address in pages:
        browser.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(address).status_code == 200
        assert len(asked) <= 16, address
