"""Agreements with prices, and a round of uplifts over them, as far on its way as a test wants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract import models as contract_models
from carewright.contract.api import Chosen, Unit
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.uplift import api as uplift
from carewright.uplift import models
from carewright.uplift.api import FloorInputs, RoundFormula, RoundRule, Share
from carewright.uplift.web.round_forms import STEP_FORMS
from carewright_engine.costing.uplift import Driver
from carewright_engine.values.money import Pence
from tests.factories import contract as agreements
from tests.factories import decide as decisions
from tests.factories import platform as make

FROM = date(2026, 7, 1)
LATER = make.NOW + timedelta(hours=2)
DONE: dict[str, Any] = {"at": make.NOW}
EVERY_UNIT = tuple(each for each in Unit if each is not Unit.ONE_OFF)


def formula(
    wage: str = "0.0673", weight: str = "0.7", units: tuple[Unit, ...] = EVERY_UNIT
) -> RoundFormula:
    """Most of the price follows the wage floor, a fifth the prices index, the rest is fixed."""
    rest = 1 - Decimal(weight) - Decimal("0.2")
    return RoundFormula("care", "Care by the unit", units, (
        Share(Driver.WAGE_FLOOR, Decimal(weight), Decimal(wage), "Practice figures"),
        Share(Driver.PRICES, Decimal("0.2"), Decimal("0.03"), "Practice figures"),
        Share(Driver.FIXED, rest, Decimal(0), ""),
    ))  # fmt: skip


def floor(wage: int = 1260) -> FloorInputs:
    """An hour of home care: £12.60 of pay and what comes on top of it."""
    return FloorInputs(
        wage=Pence(wage), travel_minutes=Decimal("11.7"), on_pay=Decimal("0.109"),
        other_on_costs=Decimal("0.117"), mileage=Pence(136), running_costs=Pence(520),
        surplus=Decimal("0.03"), source="Practice figures",
    )  # fmt: skip


def proposal(**given: Any) -> uplift.Proposal:
    """Every price rises by the formula from 1 July."""
    rule = {"formulas": (formula(),), **given.pop("rule", {})}
    wanted = {"reason": "Wages rise", "effective_on": FROM, "rule": RoundRule(**rule)}
    return uplift.Proposal(**{**wanted, **given})


def running(by: platform.Officer, **given: Any) -> UUID:
    """An agreement under which care is given already, with a price an hour of £19.85."""
    agreement_id = agreements.draft(by, value_pence=given.pop("value_pence", 10_000_000))
    done: dict[str, Any] = {"agreement_id": agreement_id, "by": by, **DONE}
    contract.add_provider(name=given.pop("provider", agreements.PROVIDER), **done)
    agreements.service(agreement_id, by)
    agreements.price(agreement_id, by, **given)
    contract.begin_agreement(reason="It ran before.", **done)
    return agreement_id


@dataclass(frozen=True)
class People:
    """Three persons, each with the role that a round wants of them, and a scheme that says so."""

    proposer: platform.Officer
    reader: platform.Officer
    director: platform.Officer

    @classmethod
    def beside(cls, by: platform.Officer) -> People:
        """Colleagues of somebody who proposes; the scheme has a director approve every act."""
        decisions.scheme(by.organisation.id, "Authorising director")
        return cls(
            by, decisions.colleague(by, Role.FINANCE_OFFICER),
            decisions.colleague(by, Role.AUTHORISING_DIRECTOR),
        )  # fmt: skip


def proposed(by: platform.Officer, **given: Any) -> UUID:
    """A round that is written down."""
    return uplift.propose_round(proposal=proposal(**given), by=by, **DONE)


def previewed(by: platform.Officer, **given: Any) -> UUID:
    """A round that was worked out."""
    round_id = proposed(by, **given)
    uplift.preview_round(round_id=round_id, by=by, **DONE)
    return round_id


def right_prices(round_id: UUID) -> list[int]:
    """What the round itself says of the lines that were drawn: what a reader has to come to."""
    lines = models.ReadLine.objects.filter(
        reading__round_id=round_id, reading__answered_at=None
    ).order_by("place")
    return [each.expected_pence for each in lines]


def checked(people: People, **given: Any) -> UUID:
    """A round that a second person has read."""
    round_id = proposed(people.proposer, **given)
    read(people, round_id)
    return round_id


def read(people: People, round_id: UUID) -> None:
    """The round is previewed, and the second person comes to its prices."""
    uplift.preview_round(round_id=round_id, by=people.proposer, **DONE)
    uplift.choose_reader(round_id=round_id, reader_id=people.reader.id, by=people.proposer, **DONE)
    uplift.answer_reading(
        round_id=round_id, prices=right_prices(round_id), by=people.reader, **DONE
    )


def approved(people: People, **given: Any) -> UUID:
    """A round that a director has approved, and that every provider has accepted."""
    round_id = checked(people, **given)
    request_id = uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    decisions.approved(request_id, people.director)
    uplift.take_over_approval(round_id=round_id, by=people.proposer, at=LATER)
    accepted(round_id, people.proposer)
    return round_id


def accepted(round_id: UUID, by: platform.Officer) -> None:
    """Every provider was sent the figures and accepts them."""
    uplift.send_to_providers(
        round_id=round_id, said_on=make.TODAY, answer_by=make.TODAY + timedelta(days=28), by=by,
        **DONE,
    )  # fmt: skip
    answer = uplift.Answer(said=uplift.Said.ACCEPTED, said_on=make.TODAY)
    for each in uplift.uplift_round(round_id, seen_by=by).providers:
        uplift.record_answer(round_id=round_id, provider_id=each.id, answer=answer, by=by, **DONE)


def many(by: platform.Officer, prices: list[tuple[Unit, int]], *, each: int = 4) -> None:
    """Live agreements of so many lines each, written by whoever loads them at once."""
    for start in range(0, len(prices), each):
        place = start // each
        agreement = contract_models.Agreement.objects.create(
            organisation_id=by.organisation.id, number=1000 + place, title=f"Care {place}",
            kind="cost_and_volume", regime="scot_higher", state="live", value_pence=4_000_000,
            starts_on=agreements.STARTS, ends_before=agreements.ENDS,
            provider_name=f"Provider {place % 3}", provider_number=f"SP{place % 3}",
            written_by_name=by.name, written_by_account=by.account_id, written_at=make.NOW,
        )  # fmt: skip
        for unit, pence in prices[start : start + each]:
            _line(agreement, unit, pence)


def _line(agreement: contract_models.Agreement, unit: Unit, pence: int) -> None:
    whose = {"organisation_id": agreement.organisation_id, "agreement": agreement}
    service = contract_models.AgreementService.objects.create(**whose, name=f"Care {uuid4()}")
    contract_models.PriceLine.objects.create(
        **whose, service=service, unit=unit.value, pence=pence, starts_on=agreements.STARTS,
        minutes=30 if unit is Unit.VISIT else 0, written_by_name="Somebody", written_at=make.NOW,
    )  # fmt: skip


#: What is typed in the steps of a round, each step taking what it asks.
WORDS: dict[str, str] = {
    "reason": "Wages <rise>", "effective_on-day": "1", "effective_on-month": "7",
    "effective_on-year": "2026", "months_since": "3", "wage_from": "typed", "wage_rise": "6.73",
    "wage_source": "Published rates", "wage_why": "The rate of next April",
    "prices_from": "typed", "prices_rise": "3", "prices_source": "Prices index",
    "prices_why": "The index of this month", "hour_wages": "70", "hour_prices": "20",
    "place_wages": "65", "place_prices": "20", "budget_pence": "2,000", "wage_of": "typed",
    "wage": "12.60", "pay_why": "The rate of next April", "travel_minutes": "11.7",
    "on_pay": "10.9", "other_on_costs": "11.7", "mileage": "1.36", "running_costs": "5.20",
    "surplus": "3", "floor_source": "A model",
}  # fmt: skip


def written(browser: Client, answers: dict[str, str]) -> str:
    """A round typed step by step and proposed; the page that came last."""
    where = reverse("uplift:propose")
    for _ in STEP_FORMS:
        sent = browser.post(where, answers)
        if sent.status_code == 200:
            return sent.content.decode()
        where = sent["Location"]
    return browser.post(where, follow=True).content.decode()


def only(*providers: str) -> dict[str, Any]:
    """A rule that chooses these providers' agreements."""
    return {"chosen": Chosen(providers=providers)}


def held_by(by: platform.Officer, word: str) -> dict[str, str]:
    """A round that was worked out, over a provider whose name names its organisation."""
    running(by, provider=f"{word} Uplifted Care")
    round_id = previewed(by, reason=f"{word} wages rise", rule=only(f"{word} Uplifted Care"))
    provider = models.UpliftProvider.objects.get(round_id=round_id)
    typed = {"agreements": {"reason": [f"{word} wages rise"]}}
    draft_id = uplift.begin_draft(answers=typed, by=by, **DONE)
    return {
        "round_id": str(round_id), "uplift_provider": str(provider.pk),
        "uplift_draft": str(draft_id),
    }  # fmt: skip
