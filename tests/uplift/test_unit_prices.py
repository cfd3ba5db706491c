"""No price or sum leaves what a database counts: it is refused by name, with what would mend it."""

from __future__ import annotations

from hashlib import sha256
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from carewright.contract import models as contract_models
from carewright.contract.api import CannotDo as CannotAgree
from carewright.platform.api import Intent
from carewright.uplift import api as uplift
from carewright.uplift import models
from carewright.uplift.api import CannotDo, Said
from carewright_engine.costing.uplift import MOST_AGREED, AgreedPrice
from carewright_engine.values.money import MOST_A_UNIT, Pence
from tests.factories import platform as make
from tests.factories import uplift as given
from tests.factories.uplift import DONE, People

pytestmark = pytest.mark.django_db

TOO_MUCH = "Enter a price between £0 and £10,000,000 for one unit"


def line() -> contract_models.PriceLine:
    return contract_models.PriceLine.objects.get()


def test_no_price_beyond_the_bound_is_entered_anywhere(people: People, browser: Client) -> None:
    with pytest.raises(CannotAgree, match=TOO_MUCH):
        given.running(people.proposer, pence=MOST_A_UNIT + 1)
    given.running(people.proposer, provider="Fernlaw Care")
    round_id = given.previewed(people.proposer)
    provider = models.UpliftProvider.objects.get()
    whose: dict[str, Any] = {"round_id": round_id, "by": people.proposer, **DONE}
    much = MOST_A_UNIT + 1
    answer = uplift.Answer(
        said=Said.REQUESTED, said_on=make.TODAY, words="Fuel", requested_pence=much
    )
    of_line = contract_models.PriceLine.objects.latest("written_at").pk
    for act in (
        lambda: uplift.agree_price(line_id=of_line, pence=much, source="Me", **whose),
        lambda: uplift.record_answer(provider_id=provider.pk, answer=answer, **whose),
        lambda: uplift.record_pay(
            provider_id=provider.pk, pence_an_hour=much, paid_on=make.TODAY, source="S", **whose
        ),
        lambda: given.proposed(people.proposer, rule={"floor": given.floor(wage=much)}),
    ):
        with pytest.raises(CannotDo, match=TOO_MUCH):
            act()
    step = reverse("uplift:step", args=[round_id, "agree"])
    page = browser.post(step, {"which": str(of_line), "pence": "90,000,000,000", "source": "Me"})
    assert TOO_MUCH in page.content.decode()


def test_a_penny_that_an_enormous_value_buys_is_named_and_not_an_overflow(people: People) -> None:
    given.running(people.proposer, pence=1, value_pence=9_000_000_000_000)
    round_id = given.proposed(people.proposer)
    whose: dict[str, Any] = {"round_id": round_id, "by": people.proposer, **DONE}
    uplift.agree_price(line_id=line().pk, pence=MOST_A_UNIT, source="Me", **whose)
    with pytest.raises(CannotDo, match=r"C-0001, Home care, .* from £0\.01 to .*value"):
        uplift.preview_round(**whose)


def test_a_formula_does_not_raise_a_price_beyond_the_bound(people: People) -> None:
    given.running(people.proposer, pence=MOST_A_UNIT)
    round_id = given.proposed(people.proposer)
    with pytest.raises(CannotDo, match="one unit may cost £10,000,000 at most"):
        uplift.preview_round(round_id=round_id, by=people.proposer, **DONE)


def test_a_round_holds_no_more_hand_set_prices_than_are_read(people: People) -> None:
    given.running(people.proposer)
    agreed = {uuid4(): AgreedPrice(Pence(2000), "Me") for _ in range(MOST_AGREED)}
    round_id = given.proposed(people.proposer, rule={"agreed": agreed})
    whose: dict[str, Any] = {"round_id": round_id, "by": people.proposer, **DONE}
    with pytest.raises(CannotDo, match="50 prices agreed by hand at most"):
        uplift.agree_price(line_id=line().pk, pence=2000, source="Me", **whose)
    with pytest.raises(CannotDo, match="50 prices agreed by hand at most"):
        given.proposed(people.proposer, rule={"agreed": {**agreed, uuid4(): agreed[min(agreed)]}})


def test_what_a_provider_said_or_pays_is_written_down_once_though_it_is_sent_twice(
    people: People, browser: Client
) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    provider = models.UpliftProvider.objects.get()
    days = {f"{name}-{part}": n for name in ("said_on", "paid_on")
            for part, n in (("day", 3), ("month", 6), ("year", 2026))}  # fmt: skip
    answers = {
        "which": str(provider.pk), "said": "requested", "words": "Fuel", "requested_pence": "22",
        "pence_an_hour": "12.60", "source": "Its return", **days,
    }  # fmt: skip
    for step in ("answer", "pay"):
        where = reverse("uplift:step", args=[round_id, step])
        for _ in range(2):
            sent = {**answers, "once": str(ONCE[step])}
            assert "on the record" in browser.post(where, sent, follow=True).content.decode()
    assert (models.ProviderAnswer.objects.count(), models.PaySeen.objects.count()) == (1, 1)


ONCE = {"answer": uuid4(), "pay": uuid4()}


def test_one_intent_agrees_one_price_and_asks_one_reader(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    intent = Intent(uuid4(), sha256(b"the same answers").hexdigest())
    ids = {
        uplift.choose_reader(
            round_id=round_id, reader_id=people.reader.id, by=people.proposer, intent=intent, **DONE
        )
        for _ in range(2)
    }
    assert len(ids) == models.Reading.objects.count() == 1
