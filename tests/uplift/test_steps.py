"""A round written a step at a time: kept between steps, offered what is held, and its writer's."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from carewright.platform import api as platform
from carewright.platform import models as platform_models
from carewright.platform.api import Role
from carewright.uplift import api as uplift
from carewright.uplift import models
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import uplift as given
from tests.factories.uplift import LATER, WORDS, People, written

pytestmark = pytest.mark.django_db

HELD = {
    **WORDS, "effective_on-month": "4", "effective_on-year": "2025",
    "wage_from": "wage.nlw", "prices_from": "prices.cpi.september",
}  # fmt: skip


def draft_id() -> UUID:
    return models.RoundDraft.objects.get().pk


def step(browser: Client, name: str, **answers: Any) -> Any:
    """What comes of sending one step."""
    return browser.post(reverse("uplift:draft_step", args=[draft_id(), name]), answers)


def shown(browser: Client, route: str, *args: Any) -> str:
    return browser.get(reverse(f"uplift:{route}", args=args)).content.decode()


def test_what_is_typed_in_a_step_is_there_when_somebody_comes_back(
    by: platform.Officer, browser: Client
) -> None:
    begun = browser.post(reverse("uplift:propose"), WORDS)
    assert begun.url == reverse("uplift:draft_step", args=[draft_id(), "formula"])
    assert not models.UpliftRound.objects.exists()
    page = shown(browser, "rounds")
    assert "Rounds that are being written" in page
    back = reverse("uplift:draft_step", args=[draft_id(), "agreements"])
    assert f'href="{back}"' in page
    assert "Wages &lt;rise&gt;" in browser.get(back).content.decode()
    assert back in shown(browser, "draft_step", draft_id(), "formula")
    assert "Error:" in step(browser, "formula", wage_from="typed").content.decode()
    assert set(models.RoundDraft.objects.get().answers) == {"agreements"}


def test_the_summary_leads_to_each_step_and_comes_back_to_itself(
    by: platform.Officer, browser: Client
) -> None:
    browser.post(reverse("uplift:propose"), WORDS)
    check = reverse("uplift:draft_check", args=[draft_id()])
    page = browser.get(check, follow=True).content.decode()
    assert "Put right what is marked here first" in page
    for name in ("formula", "least-cost", "budget", "providers"):
        step(browser, name, **WORDS)
    page = browser.get(check).content.decode()
    assert "6.73" in page
    assert "£2,000.00" in page
    again = step(browser, "budget", **{**WORDS, "budget_pence": "3,000"})
    assert again.url == check
    assert "£3,000.00" in browser.get(check).content.decode()


def test_a_rise_that_is_held_is_taken_with_its_source_and_its_flag(
    by: platform.Officer, browser: Client
) -> None:
    browser.post(reverse("uplift:propose"), HELD)
    page = shown(browser, "draft_step", draft_id(), "formula")
    assert "£11.44 an hour to £12.21 an hour" in page
    assert "not checked by anybody" in page
    assert "is proposed" in written(browser, HELD)
    rule = uplift.uplift_round(
        models.UpliftRound.objects.get().pk, seen_by=by).rule  # fmt: skip
    wages, prices, _fixed = rule.formulas[0].shares
    assert (wages.key, wages.rise) == ("wage.nlw", Decimal("0.0673"))
    assert (prices.key, prices.rise) == ("prices.cpi.september", Decimal("0.017"))
    assert "SI 2015/621" in wages.source


def test_a_rise_that_nobody_holds_or_that_is_made_up_is_not_taken(
    by: platform.Officer, browser: Client
) -> None:
    browser.post(reverse("uplift:propose"), HELD)
    page = step(browser, "formula", **{**HELD, "wage_from": "wage.invented"}).content.decode()
    assert "Error:" in page
    assert set(models.RoundDraft.objects.get().answers) == {"agreements"}


@pytest.mark.parametrize(
    ("name", "left_open", "says"),
    [
        ("formula", "wage_why", "Say why you take none of the rises that are held"),
        ("formula", "prices_why", "Say why you take none of the indices that are held"),
        ("formula", "wage_source", "Say where the rise of the wage floor is published"),
        ("least-cost", "pay_why", "Say why you take none of the wages that are held"),
        ("least-cost", "floor_source", "Say where these figures come from"),
    ],
)
def test_a_figure_that_is_typed_says_why(
    by: platform.Officer, browser: Client, name: str, left_open: str, says: str
) -> None:
    browser.post(reverse("uplift:propose"), WORDS)
    assert says in step(browser, name, **{**WORDS, left_open: ""}).content.decode()


def test_why_a_figure_was_typed_stands_on_the_page_of_the_round(
    by: platform.Officer, browser: Client
) -> None:
    given.running(by)
    written(browser, WORDS)
    round_id = models.UpliftRound.objects.get().pk
    assert "typed, as The rate of next April" in shown(browser, "round", round_id)


def test_a_round_is_changed_by_the_same_steps_filled_as_it_stands(
    by: platform.Officer, browser: Client
) -> None:
    given.running(by)
    written(browser, WORDS)
    round_id = models.UpliftRound.objects.get().pk
    before = uplift.uplift_round(round_id, seen_by=by)
    change = reverse("uplift:change", args=[round_id])
    assert "Wages &lt;rise&gt;" in browser.get(change).content.decode()
    begun = browser.post(change, {**WORDS, "reason": "Other words"})
    assert begun.url == reverse("uplift:draft_check", args=[draft_id()])
    assert "changes U-0001" in shown(browser, "rounds")
    assert "is changed" in browser.post(begun.url, follow=True).content.decode()
    after = uplift.uplift_round(round_id, seen_by=by)
    assert (after.rule, after.budget_pence, after.asked, after.answer_by) == (
        before.rule, before.budget_pence, before.asked, before.answer_by,
    )  # fmt: skip
    assert after.reason == "Other words"
    assert not models.RoundDraft.objects.exists()


def test_a_round_that_was_read_is_not_changed_by_a_draft_of_before(
    people: People, browser: Client
) -> None:
    given.running(people.proposer)
    round_id = given.proposed(people.proposer)
    browser.post(reverse("uplift:change", args=[round_id]), WORDS)
    for name in ("formula", "least-cost"):
        step(browser, name, **WORDS)
    given.read(people, round_id)
    check = reverse("uplift:draft_check", args=[draft_id()])
    assert "open it again before it is changed" in browser.post(check).content.decode()
    again = browser.post(reverse("uplift:change", args=[round_id]), WORDS)
    assert "open it again before it is changed" in again.content.decode()


def test_whoever_typed_in_a_draft_has_had_a_hand_in_its_round(
    people: People, browser: Client
) -> None:
    given.running(people.proposer)
    browser.post(reverse("uplift:propose"), WORDS)
    reader = decisions.colleague(people.proposer, Role.CONTRACT_MANAGER)
    colleague = make.signed_in(reader)
    assert people.proposer.name in shown(colleague, "rounds")
    for name in ("formula", "least-cost"):
        step(colleague, name, **WORDS)
    for name in ("budget", "providers"):
        step(browser, name, **WORDS)
    browser.post(reverse("uplift:draft_check", args=[draft_id()]))
    round_id = models.UpliftRound.objects.get().pk
    uplift.preview_round(round_id=round_id, by=people.proposer, at=LATER)
    with pytest.raises(uplift.CannotDo, match="had a hand in"):
        uplift.choose_reader(round_id=round_id, reader_id=reader.id, by=people.proposer, at=LATER)


def test_a_strangers_draft_is_not_there(by: platform.Officer, browser: Client) -> None:
    browser.post(reverse("uplift:propose"), WORDS)
    stranger = make.officer(Role.CONTRACT_MANAGER)
    sits = make.signed_in(stranger)
    for route, more in (("draft_step", ["formula"]), ("draft_check", [])):
        where = reverse(f"uplift:{route}", args=[draft_id(), *more])
        assert sits.get(where).status_code == 404
    assert sits.post(reverse("uplift:draft_discard", args=[draft_id()])).status_code == 404
    assert "Rounds that are being written" not in shown(sits, "rounds")
    with pytest.raises(platform.NotYours):
        uplift.save_draft_step(draft_id=draft_id(), step="budget", typed={}, by=stranger, at=LATER)


def test_a_draft_is_thrown_away_and_the_record_says_so(
    by: platform.Officer, browser: Client
) -> None:
    browser.post(reverse("uplift:propose"), WORDS)
    where = reverse("uplift:draft_discard", args=[draft_id()])
    browser.post(where)
    gone = browser.post(where, {"what": "discard"}, follow=True)
    assert "thrown away" in gone.content.decode()
    assert not models.RoundDraft.objects.exists()
    acts = platform_models.AuditEvent.objects.filter(subject_kind="uplift_draft")
    assert set(acts.values_list("act", flat=True)) == {"begin_draft", "end_draft"}


def test_what_providers_are_asked_and_by_when_is_kept(
    by: platform.Officer, browser: Client
) -> None:
    asked = {"asked": "What you pay care workers", "answer_by-day": "1", "answer_by-month": "6",
             "answer_by-year": "2026"}  # fmt: skip
    late = {**WORDS, **asked, "answer_by-month": "8"}
    browser.post(reverse("uplift:propose"), WORDS)
    assert "before the new prices begin" in step(browser, "budget", **late).content.decode()
    written(browser, {**WORDS, **asked})
    found = models.UpliftRound.objects.get()
    assert found.asked == "What you pay care workers"
    assert found.answer_by == make.TODAY.replace(day=1)


def test_the_same_summary_sent_twice_proposes_one_round(
    by: platform.Officer, browser: Client
) -> None:
    browser.post(reverse("uplift:propose"), WORDS)
    for name in ("formula", "least-cost", "budget", "providers"):
        step(browser, name, **WORDS)
    check = reverse("uplift:draft_check", args=[draft_id()])
    assert browser.post(check).status_code == 302
    assert browser.post(check).status_code == 404
    assert models.UpliftRound.objects.count() == 1
