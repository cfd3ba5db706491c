"""Invented rounds of uplifts of Elmshire: one applied, one read a second time, one with trouble.

The last has a price below the least cost of care, and a provider that disputes what it was offered.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from uuid import UUID

from carewright.config.practice_contract import Writer
from carewright.config.practice_govern import Cast, take
from carewright.contract.api import Chosen, Kind, Unit
from carewright.decide import api as decide
from carewright.decide.api import Outcome
from carewright.platform import api as platform
from carewright.uplift import api as uplift
from carewright.uplift.api import FloorInputs, RoundFormula, RoundRule, Said, Share
from carewright_engine.costing.uplift import Driver
from carewright_engine.values.money import Pence, rounded_ratio

#: What the provider that disputes its price shows: invented.
ENERGY: Final = b"quarter,pounds a place a week\n1,31\n2,33\n3,38\n4,47\n"
INVENTED: Final = "Practice figures, not verified"
PRACTICE: Final = "it is invented for practice"
ASKED: Final = "What you pay care workers from April on, and what your last return says of it."
RAN_BEFORE: Final = "It ran before this register was kept."
#: Provider, pounds a year, people, unit, minutes and price: what the rounds are about.
BOUGHT: Final = (
    ("Wester Moss Support", 1_420_000, 29, ((Unit.HOUR, 0, 2215),)),
    ("Kelpwick Community Care", 610_000, 23, ((Unit.HOUR, 0, 2180), (Unit.VISIT, 30, 1190))),
    ("Skerrybank Homecare", 310_000, 14, ((Unit.HOUR, 0, 1795),)),
    ("Fernlaw Care", 1_180_000, 17, ((Unit.HOUR, 0, 2290), (Unit.NIGHT, 0, 11_640))),
    ("Quernhill Living", 6_350_000, 63, ((Unit.WEEK, 0, 79_400),)),
)


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Makes the rounds once; a council that has any keeps what it has."""
    del by  # officers uplift prices, never whoever runs the machine
    cast = Cast(at)
    if uplift.rounds(seen_by=cast.person("contracts")).exists():
        return
    with platform.acting_for(cast.council.id):
        writer = Writer(cast)
        for each in BOUGHT:
            _agreement(writer, *each)
        uplift.record_settlement(
            name="National care home contract (practice)", unit=Unit.WEEK, rise=Decimal("0.048"),
            effective_on=_from(writer), agreed_on=writer.today, source=INVENTED, **writer.done,
        )  # fmt: skip
        _applied(writer)
        _read(writer, _previewed(writer, "Kelpwick Community Care"))
        _in_trouble(writer)
        _begun(writer)


def _agreement(
    writer: Writer, provider: str, pounds: int, people: int, prices: tuple[Any, ...]
) -> None:
    """An agreement from the old register, with prices from two years ago."""
    begins = date(writer.today.year - 2, 4, 1)
    agreement_id = writer.written(
        title=f"Care by {provider}", kind=Kind.COST_AND_VOLUME, starts_on=begins,
        ends_before=date(begins.year + 5, 4, 1), value_pence=5 * pounds * 100,
        not_in_source=("signatures", "registered"),
    )  # fmt: skip
    writer.provided(agreement_id, provider, "", "Care at home|older_people|North Glen")
    for unit, minutes, pence in prices:
        writer.priced(agreement_id, begins, pence, unit=unit, minutes=minutes)
    writer.begun(agreement_id, RAN_BEFORE)
    writer.planned(agreement_id, people, "monitoring")


def _from(writer: Writer) -> date:
    """The first of the month after next: late enough for providers to answer."""
    later = writer.today.replace(day=1) + timedelta(days=64)
    return later.replace(day=1)


def _previewed(writer: Writer, *providers: str, **more: Any) -> UUID:
    rule = RoundRule(
        formulas=(_formula("by_time", "Hours and visits", "0.7", Unit.HOUR, Unit.VISIT),
                  _formula("by_place", "Weeks and nights", "0.6", Unit.WEEK, Unit.NIGHT)),
        chosen=Chosen(providers=providers), floor=_floor(),
    )  # fmt: skip
    proposal = uplift.Proposal(
        reason="The wage floor and prices rise", effective_on=_from(writer), rule=rule,
        answer_by=writer.today + timedelta(days=28), asked=ASKED, **more,
    )  # fmt: skip
    round_id = uplift.propose_round(proposal=proposal, **writer.done)
    uplift.preview_round(round_id=round_id, **writer.done)
    return round_id


def _formula(key: str, words: str, wages: str, *units: Unit) -> RoundFormula:
    rest = Decimal(1) - Decimal(wages) - Decimal("0.2")
    return RoundFormula(key, words, units, (
        Share(Driver.WAGE_FLOOR, Decimal(wages), Decimal("0.0673"), INVENTED, why=PRACTICE),
        Share(Driver.PRICES, Decimal("0.2"), Decimal("0.031"), INVENTED, why=PRACTICE),
        Share(Driver.FIXED, rest, Decimal(0), ""),
    ))  # fmt: skip


def _floor() -> FloorInputs:
    return FloorInputs(
        wage=Pence(1260), travel_minutes=Decimal("11.7"), on_pay=Decimal("0.109"),
        other_on_costs=Decimal("0.117"), mileage=Pence(136), running_costs=Pence(253),
        surplus=Decimal("0.03"), source=INVENTED,
    )  # fmt: skip


def _read(writer: Writer, round_id: UUID) -> None:
    """The finance partner works the lines out, by the shares that stand on the page."""
    reader = writer.cast.person("finance")
    uplift.choose_reader(round_id=round_id, reader_id=reader.id, **writer.done)
    found = uplift.uplift_round(round_id, seen_by=reader)
    factors = {each.key: each.formula(found.effective_on).factor for each in found.rule.formulas}
    reading = found.open_reading
    prices = [
        rounded_ratio(line.old_pence * factors[line.source][0], factors[line.source][1])
        for line in (reading.lines if reading else ())
    ]
    uplift.answer_reading(round_id=round_id, prices=prices, by=reader, at=writer.cast.at)


def _applied(writer: Writer) -> None:
    """Read, approved by those whom the scheme names, accepted and applied."""
    round_id = _previewed(writer, "Wester Moss Support")
    _read(writer, round_id)
    _told(writer, round_id)
    _says(writer, round_id, "Wester Moss Support", Said.ACCEPTED, "")
    request_id = uplift.ask_for_approval(round_id=round_id, **writer.done)
    seen_by = writer.cast.person("contracts")
    while steps := decide.approval(request_id, seen_by=seen_by).open_steps:
        for step in steps:
            take(writer.cast, step, Outcome.APPROVE, "Checked and supported.")
    uplift.take_over_approval(round_id=round_id, **writer.done)
    uplift.apply_round(round_id=round_id, **writer.done)


def _in_trouble(writer: Writer) -> None:
    """Over its budget, with one price below the least cost and one provider that disputes."""
    round_id = _previewed(
        writer, *(each[0] for each in BOUGHT), budget_pence=890_000_000, growth_pence=21_000_000,
        savings_pence=12_000_000,
    )  # fmt: skip
    _told(writer, round_id)
    _says(writer, round_id, "Quernhill Living", Said.DISPUTED,
          "Energy rose by more than the index.", requested_pence=84_500,
          evidence=("energy-of-two-years.csv", BytesIO(ENERGY)))  # fmt: skip
    _says(writer, round_id, "Fernlaw Care", Said.ACCEPTED, "")
    uplift.record_pay(
        round_id=round_id, provider_id=_provider(writer, round_id, "Skerrybank Homecare"),
        pence_an_hour=1260, paid_on=writer.today, source="Its own return", **writer.done,
    )  # fmt: skip


def _begun(writer: Writer) -> None:
    """A round of next year, of which only the first step is written."""
    day = _from(writer).replace(year=_from(writer).year + 1)
    typed = {
        "reason": ["Wages rise again next year"], "effective_on-day": [str(day.day)],
        "effective_on-month": [str(day.month)], "effective_on-year": [str(day.year)],
    }  # fmt: skip
    uplift.begin_draft(answers={"agreements": typed}, **writer.done)


def _told(writer: Writer, round_id: UUID) -> None:
    uplift.send_to_providers(
        round_id=round_id, said_on=writer.today, answer_by=writer.today + timedelta(days=28),
        **writer.done,
    )  # fmt: skip


def _says(
    writer: Writer, round_id: UUID, provider: str, said: Said, words: str, **more: Any
) -> None:
    answer = uplift.Answer(said=said, said_on=writer.today, words=words, **more)
    uplift.record_answer(
        round_id=round_id, provider_id=_provider(writer, round_id, provider), answer=answer,
        **writer.done,
    )  # fmt: skip


def _provider(writer: Writer, round_id: UUID, name: str) -> UUID:
    found = uplift.uplift_round(round_id, seen_by=writer.cast.person("contracts"))
    return next(each.id for each in found.providers if each.name == name)
