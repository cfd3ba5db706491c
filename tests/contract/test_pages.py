"""Pages of agreements, walked as the people who use them do."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from carewright.contract import api as contract
from carewright.contract import models
from carewright.contract.api import Kind
from carewright.contract.web.steps import STEPS
from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as given
from tests.factories import decide as decisions
from tests.factories import people
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

WORDS = {
    "title": "Care at home <north>", "kind": "cost_and_volume", "regime": "scot_higher",
    "risk": "low", "starts_on-day": "1", "starts_on-month": "4", "starts_on-year": "2024",
    "last_day-day": "31", "last_day-month": "3", "last_day-year": "2028", "value_pence": "100,000",
    "payment_terms": "Monthly", "notice_days": "90",
}  # fmt: skip
DAY = {"day": "1", "month": "4", "year": "2024"}


def posted(browser: Client, route: str, *args: object, **answers: object) -> str:
    where = reverse(f"contract:{route}", args=args)
    return browser.post(where, answers, follow=True).content.decode()


def day(name: str, **given_parts: str) -> dict[str, str]:
    return {f"{name}-{part}": value for part, value in {**DAY, **given_parts}.items()}


def test_an_agreement_is_written_priced_approved_signed_and_begun(
    by: platform.Officer, browser: Client
) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")
    assert "Error:" in posted(browser, "write", **{**WORDS, "title": ""})
    page = posted(browser, "write", **WORDS)
    assert "Care at home &lt;north&gt;" in page
    agreement_id = models.Agreement.objects.get().pk
    posted(browser, "step", agreement_id, "provider", name="Strathallow", number="SP1")
    posted(browser, "step", agreement_id, "service", name="Home care", area_name="Skerry")
    service_id = models.AgreementService.objects.get().pk
    price = {"service": str(service_id), "unit": "hour", "day_kind": "any", "pence": "19.85"}
    assert "£19.85" in posted(
        browser, "step", agreement_id, "price", **price, **day("starts_on")
    )  # fmt: skip
    assert "The approval has been asked for" in posted(
        browser, "approval", agreement_id, what="ask"
    )
    director = given.colleague(by, Role.AUTHORISING_DIRECTOR)
    (asked,) = decide.approvals_about(contract.AGREEMENT, agreement_id, seen_by=by)
    decisions.approved(asked.id, director)
    assert "The agreement is approved" in posted(
        browser, "approval", agreement_id, what="take_over"
    )
    parties = {each.side.value: each.id for each in given.read(agreement_id, by).parties}
    today = {"signed_on-day": "30", "signed_on-month": "6", "signed_on-year": "2026"}
    posted(
        browser, "sign", agreement_id, party=str(parties["buyer"]), officer=str(director.id),
        **today,
    )  # fmt: skip
    page = posted(
        browser, "sign", agreement_id, party=str(parties["provider"]), name="Ann Rowe", **today
    )
    assert "Had authority" in page
    assert "The agreement is live" in posted(browser, "step", agreement_id, "begin")


def test_a_refusal_stands_beside_its_question(by: platform.Officer, browser: Client) -> None:
    agreement_id = given.whole(by)
    service_id = given.read(agreement_id, by).services[0].id
    price = {"service": str(service_id), "unit": "visit", "day_kind": "any", "pence": "9"}
    page = posted(browser, "step", agreement_id, "price", **price, **day("starts_on"))
    assert "Say how many minutes a visit takes" in page
    assert "Error:" in page


@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_a_page(by: platform.Officer, browser: Client, step: str) -> None:
    agreement_id = given.whole(by)
    page = browser.get(reverse("contract:step", args=[agreement_id, step]))
    assert page.status_code == 200


def test_an_extension_without_an_option_is_refused_in_words(
    by: platform.Officer, browser: Client
) -> None:
    page = posted(browser, "step", given.live(by), "ask_to_extend", reason="It goes well")
    assert "No option to extend it is open any more" in page
    assert "Error:" in page


def test_an_unknown_step_does_not_exist(by: platform.Officer, browser: Client) -> None:
    where = reverse("contract:step", args=[given.draft(by), "nothing"])
    assert browser.get(where).status_code == 404


def test_care_goes_on_by_a_dated_exception_and_stops_being_one(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id = given.live(by)
    until = {"until-day": "1", "until-month": "1", "until-year": "2090"}
    said = {"reason": "It ran out", "owner": str(by.id)}
    assert "At most 92 days" in posted(browser, "goes_on", agreement_id, **said, **until)
    contract.let_care_go_on(
        agreement_id=agreement_id, reason="It ran out", owner_id=by.id, until=make.TODAY,
        by=by, at=make.NOW,
    )  # fmt: skip
    page = browser.get(reverse("contract:agreement", args=[agreement_id])).content.decode()
    assert "Care goes on by an exception until 3 June 2026" in page
    posted(browser, "goes_on", agreement_id, how="Extended")
    assert given.read(agreement_id, by).goes_on is None


def test_whoever_may_not_see_people_finds_no_placement(by: platform.Officer) -> None:
    person_id = people.person(by.organisation.id, reference="EL-0001")
    placement = given.draft(by, kind=Kind.SPOT, person_id=person_id, title="Place in a home")
    commissioner = make.signed_in(given.colleague(by, Role.COMMISSIONER))
    listed = commissioner.get(reverse("contract:agreements")).content.decode()
    assert "Place in a home" not in listed
    assert commissioner.get(reverse("contract:agreement", args=[placement])).status_code == 404
    people.opened(person_id, by, "reviewing", at=now())
    page = make.signed_in(by).get(reverse("contract:step", args=[placement, "terms"]))
    assert "EL-0001" in page.content.decode()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_register_can_be_taken_away(by: platform.Officer, browser: Client, form: str) -> None:
    given.whole(by)
    taken = browser.get(reverse("contract:agreements"), {"download": form})
    assert taken.status_code == 200
    assert taken.getvalue()


def many(by: platform.Officer, how_many: int) -> None:
    """Agreements past the actions, as only their number counts here."""
    models.Agreement.objects.bulk_create(
        models.Agreement(
            organisation_id=by.organisation.id, number=number, title=f"Agreement {number}",
            kind="block", regime="pa2023", starts_on=make.TODAY, written_by_name="A",
            written_by_account=by.account_id, written_at=make.NOW,
        )
        for number in range(100, 100 + how_many)
    )  # fmt: skip


def test_a_register_of_a_thousand_costs_as_many_queries_as_one_of_one(
    by: platform.Officer, browser: Client
) -> None:
    where, counts = reverse("contract:agreements"), []
    given.whole(by)
    browser.get(where)
    for wanted in (0, 1_000):
        many(by, wanted)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(where).status_code == 200
        counts.append(len(queries))
    assert max(counts) <= 12, counts
