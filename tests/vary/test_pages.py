"""Pages of changes, walked as the people who use them do."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.vary import api as vary
from carewright.vary import models
from tests.factories import contract as contracts
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import vary as given

pytestmark = pytest.mark.django_db

NO = {f"law_{name}": "no" for name in given.ANSWERS if name != "favours_supplier"}
TERMS = {
    "touches": ["value"], "reason": "More people <wait>", "change_pence": "5,000",
    "law_favours_supplier": "yes", **NO,
}  # fmt: skip


def day(name: str, *parts: str) -> dict[str, str]:
    return dict(zip((f"{name}-day", f"{name}-month", f"{name}-year"), parts, strict=True))


def posted(browser: Client, route: str, *args: object, **answers: object) -> str:
    where = reverse(f"vary:{route}", args=args)
    return browser.post(where, answers, follow=True).content.decode()


def test_a_variation_goes_from_its_draft_into_the_agreement(
    by: platform.Officer, browser: Client, agreement_id: UUID
) -> None:
    page = browser.get(f"/contract/{agreement_id}/").content.decode()
    assert reverse("vary:agreement", args=[agreement_id]) in page
    assert "Error:" in posted(browser, "write", agreement_id, **{**TERMS, "reason": ""})
    page = posted(browser, "write", agreement_id, **TERMS, **day("starts_on", "1", "6", "2026"))
    assert "More people &lt;wait&gt;" in page
    assert "It may be made: it is small" in page
    variation_id = models.Variation.objects.get().pk
    page = posted(browser, "do_variation", variation_id, what="ask")
    assert "The approval has been asked for" in page
    (asked,) = decide.approvals_about(vary.VARIATION, variation_id, seen_by=by)
    decisions.approved(asked.id, contracts.colleague(by, Role.AUTHORISING_DIRECTOR))
    assert "is approved" in posted(browser, "do_variation", variation_id, what="take_over")
    signing = {
        "their_name": "Ann Rowe", **day("our_day", "3", "6", "2026"),
        **day("their_day", "3", "6", "2026"),
    }  # fmt: skip
    about = (browser, "variation_step", variation_id, "sign")
    assert "Say why they signed all the same" in posted(*about, officer_id=str(by.id), **signing)
    director = contracts.colleague(by, Role.AUTHORISING_DIRECTOR)
    page = posted(*about, officer_id=str(director.id), **signing)
    assert "Both signatures are on the record" in page
    assert "The agreement says so now" in posted(
        browser, "do_variation", variation_id, what="apply"
    )
    page = browser.get(reverse("vary:agreement", args=[agreement_id])).content.decode()
    assert "+£5,000.00" in page
    assert "5.0% of the award" in page


def test_an_end_is_confirmed_by_the_second_person_alone(
    by: platform.Officer, second: platform.Officer, browser: Client, agreement_id: UUID
) -> None:
    answers = {
        "cause": "both_agree", "counted": "calendar", "reason": "It is bought anew",
        "notice_why": "Their letter",
        **day("notice_given_on", "1", "6", "2026"), **day("last_day", "31", "12", "2099"),
    }  # fmt: skip
    page = posted(browser, "plan_exit", agreement_id, **answers)
    assert "A second person has to confirm it now" in page
    assert "Confirm that it ends" not in page
    exit_id = models.Exit.objects.get().pk
    page = posted(browser, "confirm_exit", exit_id, what="confirm")
    assert "Somebody else has to confirm it" in page
    page = posted(make.signed_in(second), "confirm_exit", exit_id, what="confirm")
    assert "The end is certain" in page
    page = posted(
        browser, "exit_step", exit_id, "step", kind="places", action="Find new places",
        owner_id=str(by.id), **day("due_on", "1", "1", "2099"),
    )  # fmt: skip
    assert "1 of 1 steps are open, 1 of them protect people" in page
    page = posted(browser, "exit_step", exit_id, "end", **day("last_day", "1", "6", "2026"))
    assert "agreed to end on 31 December 2099" in page


def test_an_exemption_is_entered_with_a_ground_of_its_regime(
    by: platform.Officer, browser: Client
) -> None:
    answers = {
        "title": "Respite <north>", "scope": "single", "regime": "scot_higher", "why": "Only one",
        "ground": "scot_regulated.exempt.care", "alternatives": "None", "value_pence": "20,000",
        **day("starts_on", "1", "4", "2026"), **day("last_day", "31", "3", "2027"),
    }  # fmt: skip
    page = posted(browser, "write_exemption", **answers)
    assert "Choose a ground of the regime" in page
    page = posted(browser, "write_exemption", **{**answers, "ground": "scot_higher.exempt.urgent"})
    assert "Respite &lt;north&gt;" in page
    assert "not verified" in page
    taken = browser.get(reverse("vary:exemptions"), {"download": "csv"})
    assert b"Respite <north>" in taken.getvalue()


@pytest.mark.parametrize("route", ["variation", "exit", "exemption"])
def test_a_strangers_id_does_not_exist(
    by: platform.Officer, stranger: platform.Officer, agreement_id: UUID, route: str
) -> None:
    held = given.held_by(by, "Word", agreement_id)
    where = reverse(f"vary:{route}", args=[held[f"{route}_id"]])
    assert make.signed_in(by).get(where).status_code == 200
    assert make.signed_in(stranger).get(where).status_code == 404


def many(by: platform.Officer, agreement_id: UUID, how_many: int) -> None:
    """Variations past the actions, as only their number counts here."""
    models.Variation.objects.bulk_create(
        models.Variation(
            organisation_id=by.organisation.id, agreement_id=agreement_id, number=number,
            touches=["scope"], reason="Why", starts_on=make.TODAY, written_at=make.NOW,
            written_by_account=by.account_id, written_by_name="A",
        )
        for number in range(100, 100 + how_many)
    )  # fmt: skip
    models.Exemption.objects.bulk_create(
        models.Exemption(
            organisation_id=by.organisation.id, number=number, scope="single", title="Respite",
            regime="scot_higher", ground="scot_higher.exempt.urgent", why="W", alternatives="A",
            value_pence=100, starts_on=make.TODAY, ends_before="2027-04-01",
            written_at=make.NOW, written_by_account=by.account_id, written_by_name="A",
        )
        for number in range(100, 100 + how_many)
    )  # fmt: skip


@pytest.mark.parametrize("route", ["changes", "exemptions"])
def test_a_list_of_a_thousand_costs_as_many_queries_as_one_of_one(
    by: platform.Officer, browser: Client, agreement_id: UUID, route: str
) -> None:
    where, counts = reverse(f"vary:{route}"), []
    given.held_by(by, "Word", agreement_id)
    browser.get(where)
    for wanted in (0, 1_000):
        many(by, agreement_id, wanted)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(where).status_code == 200
        counts.append(len(queries))
    assert max(counts) <= 14, counts
    assert counts[0] == counts[1]
