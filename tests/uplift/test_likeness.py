"""Like prices beside each other, rises that were settled nationally, and what is owed by a day."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from carewright.contract.api import Unit
from carewright.platform import api as platform
from carewright.uplift import api as uplift
from carewright.uplift import models
from tests.factories import platform as make
from tests.factories import uplift as given
from tests.factories.uplift import DONE, FROM, LATER, WORDS, People, written

pytestmark = pytest.mark.django_db


def test_like_prices_are_compared_with_those_that_the_round_leaves_alone(
    by: platform.Officer, browser: Client
) -> None:
    given.running(by, provider="Fernlaw Care", pence=1985)
    given.running(by, provider="Kelpwick Care", pence=2300)
    given.running(by, provider="Quernhill Living", pence=2400)
    given.running(by, provider="Quernhill Living", pence=80_000, unit=Unit.WEEK)
    round_id = given.previewed(by, rule=given.only("Fernlaw Care", "Kelpwick Care"))
    (like,) = uplift.uplift_round(round_id, seen_by=by).figures["like"]
    assert like == {
        "words": "Hour", "providers": 3, "risen": 2, "now": [1985, 2300, 2400],
        "then": [2090, 2400, 2422], "lowest": "Fernlaw Care", "highest": "Kelpwick Care",
    }  # fmt: skip
    page = browser.get(reverse("uplift:round", args=[round_id])).content.decode()
    assert "1 keeps its price" in page


def test_a_provider_without_its_like_is_compared_with_nobody(by: platform.Officer) -> None:
    given.running(by)
    round_id = given.previewed(by)
    assert uplift.uplift_round(round_id, seen_by=by).figures["like"] == []


def settled(by: platform.Officer, unit: Unit, **more: date) -> str:
    wanted = {"effective_on": FROM, "agreed_on": make.TODAY, **more}
    return str(uplift.record_settlement(
        name="National contract", unit=unit, rise=Decimal("0.048"), source="Its minute", by=by,
        **wanted, **DONE,
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "becomes"), [(Unit.WEEK, (2090, 83_840)), (Unit.HOUR, (2080, None))]
)
def test_a_settlement_raises_its_unit_and_stands_when_the_round_is_changed(
    by: platform.Officer, browser: Client, unit: Unit, becomes: tuple[int, int | None]
) -> None:
    given.running(by)
    given.running(by, pence=80_000, unit=Unit.WEEK)
    key = settled(by, unit)
    shares = {"place_wages": "", "place_prices": "", "wage_of": "", "settlement": key}
    written(browser, {**WORDS, **shares})
    round_id = models.UpliftRound.objects.get().pk
    browser.post(reverse("uplift:change", args=[round_id]), WORDS)
    change = [models.RoundDraft.objects.get().pk, "formula"]
    page = browser.get(reverse("uplift:draft_step", args=change)).content.decode()
    assert re.search(rf'value="{key}"[^>]*selected', page)
    assert "4.80% on prices by the" in page
    uplift.preview_round(round_id=round_id, by=by, **DONE)
    lines = models.UpliftLine.objects.order_by("old_pence")
    assert tuple(lines.values_list("new_pence", flat=True)) == becomes


def test_a_settlement_that_begins_after_the_round_is_refused(
    by: platform.Officer, browser: Client
) -> None:
    key = settled(by, Unit.WEEK, effective_on=date(2026, 8, 1))
    page = written(browser, {**WORDS, "settlement": key})
    assert "This settlement begins after the day of the round" in page
    assert "National contract" in browser.get(reverse("uplift:rounds")).content.decode()


def test_what_a_back_dated_round_would_owe_is_known_before_it_is_applied(people: People) -> None:
    given.running(people.proposer)
    round_id = given.approved(people, effective_on=date(2026, 4, 1))
    by_then = uplift.uplift_round(round_id, seen_by=people.proposer).figures["owed"]
    assert by_then == uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
