"""Grants are asked for and decided, and stand to what was undertaken, in proportion."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from carewright.contract.api import Kind, Risk
from carewright.keep_to import api as keep_to
from carewright.keep_to import models
from carewright.keep_to.api import ApplicationState, Standing
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as agreements
from tests.factories import keep_to as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def grant(by: platform.Officer, pence: int = 4_000_000) -> UUID:
    return agreements.draft(
        by, kind=Kind.GRANT, value_pence=pence, risk=Risk.LOW, paid_in_advance=True,
        advance_grounds="It has no money of its own.",
    )  # fmt: skip


def standings(agreement_id: UUID, by: platform.Officer) -> dict[str, Standing]:
    found = agreements.read(agreement_id, by)
    return {
        each.id: each.standing for each in keep_to.undertakings_of(found, seen_by=by, on=make.TODAY)
    }


def check(agreement_id: UUID, by: platform.Officer, **told: object) -> None:
    wanted: dict[str, object] = {"undertaking": "compact.consulting", "standing": Standing.MET}
    keep_to.check_undertaking(agreement_id=agreement_id, by=by, at=make.NOW, **{**wanted, **told})  # type: ignore[arg-type]


def test_a_small_grant_is_asked_for_little_and_what_is_bought_for_nothing(
    by: platform.Officer,
) -> None:
    small, larger = standings(grant(by, 200_000), by), standings(grant(by), by)
    assert set(small) == {"compact.notice", "compact.advance", "compact.monitoring"}
    assert set(small) < set(larger)
    assert set(larger.values()) == {Standing.NOT_ASSESSED}
    assert standings(agreements.draft(by), by) == {}


def test_a_time_that_falls_short_is_no_undertaking_met_but_an_exception_with_its_reason(
    by: platform.Officer,
) -> None:
    agreement_id = grant(by)
    with pytest.raises(keep_to.Refused, match="How many weeks"):
        check(agreement_id, by)
    with pytest.raises(keep_to.Refused, match="12 weeks are asked, and 8 were given"):
        check(agreement_id, by, told=Decimal(8))
    with pytest.raises(keep_to.Refused, match="An exception says why"):
        check(agreement_id, by, told=Decimal(8), standing=Standing.EXCEPTION)
    why = "The budget was set in March."
    check(agreement_id, by, told=Decimal(8), standing=Standing.EXCEPTION, reason=why)
    assert standings(agreement_id, by)["compact.consulting"] is Standing.EXCEPTION
    with pytest.raises(IntegrityError, match="exception_says_why"), transaction.atomic():
        models.UndertakingCheck.objects.update(reason="")
    check(agreement_id, by, told=Decimal(12))
    assert standings(agreement_id, by)["compact.consulting"] is Standing.MET
    assert models.UndertakingCheck.objects.count() == 2


def test_an_application_is_decided_once_with_its_reason(by: platform.Officer) -> None:
    with pytest.raises(keep_to.Refused, match="no more than it"):
        given.applied(by, overhead_pence=10**9)
    made = given.applied(by)
    found = keep_to.application(made, seen_by=by)
    assert found.asked.not_met_pence == 40_000
    agreement_id = grant(by)
    keep_to.decide_application(
        application_id=made, agreed=True, reason="It reaches people whom nobody else does.",
        agreement_id=agreement_id, by=by, at=make.NOW,
    )  # fmt: skip
    found = keep_to.application(made, seen_by=by)
    assert (found.state, found.agreement_id) == (ApplicationState.AGREED, agreement_id)
    with pytest.raises(keep_to.Refused, match="decided already"):
        keep_to.decide_application(
            application_id=made, agreed=False, reason="No", by=by, at=make.NOW
        )


def test_a_strangers_application_and_grant_do_not_exist(by: platform.Officer) -> None:
    made, agreement_id = given.applied(by), grant(by)
    stranger = make.officer(Role.CONTRACT_MANAGER)
    with pytest.raises(platform.NotFound):
        keep_to.application(made, seen_by=stranger)
    with pytest.raises(platform.NotYours):
        check(agreement_id, stranger, told=Decimal(12))
    address = reverse("keep_to:undertakings", args=[agreement_id])
    assert make.signed_in(stranger).get(address).status_code == 404


def test_a_grant_is_asked_for_decided_and_checked_on_its_pages(
    by: platform.Officer, browser: Client
) -> None:
    said = {
        "applicant": "Alder <Link>", "purpose": "Lunches", "asked_pence": "2,000",
        "full_cost_pence": "2,400", "overhead_pence": "200", "received_on-day": "3",
        "received_on-month": "6", "received_on-year": "2026",
    }  # fmt: skip
    page = browser.post(reverse("keep_to:apply"), said, follow=True).content.decode()
    assert "Alder &lt;Link&gt;" in page
    assert "£400.00 of the full cost has to come from elsewhere" in page
    made = models.GrantApplication.objects.get().pk
    decided = browser.post(
        reverse("keep_to:decide", args=[made]), {"agreed": "no", "reason": "Too late"}, follow=True
    )
    assert "Declined" in decided.content.decode()
    agreement_id = grant(by)
    where = reverse("keep_to:check", args=[agreement_id])
    answers = {"undertaking": "compact.consulting", "standing": "met", "told": "8"}
    assert "12 weeks are asked" in browser.post(where, answers).content.decode()
    page = browser.post(where, answers | {"told": "13"}, follow=True).content.decode()
    assert "1 of 5 are met" in page
    assert "It has no money of its own." in page
