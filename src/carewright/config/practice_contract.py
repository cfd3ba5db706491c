"""Invented agreements of Elmshire, of every kind: some in order, some with a fault planted.

Those from the old register began before this service did, so nobody can say who signed them: the
scheme of delegation and the officers' roles here begin on the day of the practice data.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from carewright.config.practice_govern import Cast, take
from carewright.contract import api as contract
from carewright.contract.api import DayKind, Kind, Regime, Risk, Unit
from carewright.decide import api as decide
from carewright.decide.api import Outcome
from carewright.platform import api as platform
from carewright.platform.api import PERSON_REFERENCE
from carewright.register import api as register
from carewright.ui.formats import in_london

#: What the spreadsheet that was used before does not hold.
OLD_REGISTER: Final = ("signatures", "registered", "contingency_plan", "data_schedule")
#: The prefix that the standard's own examples use, so that nobody takes these for somebody's data.
SAMPLE_PREFIX: Final = "ocds-213czf"
ALARMS: Final = "Elm Alarms Limited"
TERMS: Final = "Monthly, within 30 days of a correct invoice"
RISES: Final = "Yearly rise, as the agreement has it"


@dataclass(frozen=True, slots=True)
class Writer:
    """Whoever keeps the contracts of Elmshire, and everybody else of the council."""

    cast: Cast

    @property
    def done(self) -> dict[str, Any]:
        """By whom and when each thing is done."""
        return {"by": self.cast.person("contracts"), "at": self.cast.at}

    @property
    def today(self) -> date:
        """The day of the practice data."""
        return in_london(self.cast.at).date()

    def written(self, **said: Any) -> UUID:
        """A draft, with the officers who look after most agreements."""
        usual = {
            "contact_id": self.cast.person("contracts").id, "payment_terms": TERMS,
            "budget_holder_id": self.cast.person("budget").id, "data_schedule": True,
            "regime": Regime.SCOT_REGULATED, "notice_days": 90, "own_notice_days": 90,
        }  # fmt: skip
        return contract.write_agreement(wording=contract.Wording(**{**usual, **said}), **self.done)

    def provided(self, agreement_id: UUID, provider: str, number: str, *services: str) -> None:
        """Names the provider and what is bought: what, for whom, where."""
        about: dict[str, Any] = {"agreement_id": agreement_id, **self.done}
        contract.add_provider(name=provider, number=number, **about)
        for each in services:
            name, care_group, area = each.split("|")
            contract.add_service(name=name, care_group=care_group, area_name=area, **about)

    def priced(self, agreement_id: UUID, starts_on: date, pence: int, **told: Any) -> None:
        """A price of the first service from a day on."""
        found = self.read(agreement_id)
        wanted = {"unit": Unit.HOUR, "service_id": found.services[0].id, "reason": RISES}
        contract.add_price_line(
            agreement_id=agreement_id, pence=pence, starts_on=starts_on, **{**wanted, **told},
            **self.done,
        )  # fmt: skip

    def read(self, agreement_id: UUID) -> contract.Agreement:
        """The agreement as of today."""
        return contract.agreement(
            agreement_id, seen_by=self.cast.person("contracts"), on=self.today
        )

    def asked(self, agreement_id: UUID) -> UUID:
        """Asks for its approval."""
        return contract.ask_for_approval(agreement_id=agreement_id, **self.done)

    def approved(self, agreement_id: UUID) -> None:
        """Has everybody whom the scheme names approve it."""
        request_id = self.asked(agreement_id)
        seen_by = self.cast.person("contracts")
        while steps := decide.approval(request_id, seen_by=seen_by).open_steps:
            for step in steps:
                take(self.cast, step, Outcome.APPROVE, "Checked and supported.")
        contract.take_over_approval(agreement_id=agreement_id, **self.done)

    def signed(self, agreement_id: UUID, key: str, reason: str = "") -> None:
        """Signed today by the persona for the council, and for the provider."""
        found = self.read(agreement_id)
        about: dict[str, Any] = {
            "agreement_id": agreement_id, "signed_on": self.today, **self.done
        }  # fmt: skip
        contract.record_signature(
            party_id=found.parties[0].id, officer_id=self.cast.person(key).id, reason=reason,
            **about,
        )  # fmt: skip
        for party in found.providers:
            contract.record_signature(
                party_id=party.id, name="Una Rowan", job_title="Director", **about
            )

    def begun(self, agreement_id: UUID, reason: str = "") -> None:
        """Care begins under it."""
        contract.begin_agreement(agreement_id=agreement_id, reason=reason, **self.done)

    def planned(self, agreement_id: UUID, people: int, *plans: str, **more: Any) -> None:
        """Records the plans that were agreed today, and how many people are supported."""
        kept: dict[str, Any] = {f"{each}_plan_on": self.today for each in plans}
        contract.keep_plans(
            agreement_id=agreement_id, **self.done,
            kept=contract.Kept(
                people_supported=people, people_counted_on=self.today, **kept, **more
            ),
        )  # fmt: skip


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Writes the agreements once; a council that has any keeps what it has."""
    del by  # officers write agreements, never whoever runs the machine
    cast = Cast(at)
    if contract.agreements(seen_by=cast.person("contracts")).exists():
        return
    with platform.acting_for(cast.council.id):
        writer = Writer(cast)
        _care_at_home(writer)
        _in_order(writer)
        _small_grant(writer)
        _respite(writer)
        _ran_out(writer)
        _without_authority(writer)
        _begun_unsigned(writer)
        _for_one_person(writer)
        _in_house(writer)
        _on_the_way(writer)
        _over(writer)
        contract.name_publisher(prefix=SAMPLE_PREFIX, **writer.done)


def _care_at_home(writer: Writer) -> None:
    """From the old register: prices that rose by steps, and a short visit without one since."""
    year = writer.today.year
    begins = date(year - 3, 4, 1)
    agreement_id = writer.written(
        title="Care at home, Elm Valley and Alderside", kind=Kind.COST_AND_VOLUME,
        regime=Regime.SCOT_HIGHER, starts_on=begins, ends_before=date(year + 1, 4, 1),
        value_pence=184_000_000, risk=Risk.HIGH, own_reference="SC/0417",
        not_in_source=OLD_REGISTER,
    )  # fmt: skip
    writer.provided(
        agreement_id, "Corriemoor Care Limited", "SP2009000117",
        "Care at home|older_people|Elm Valley", "Care at home|older_people|Alderside",
    )  # fmt: skip
    last = (1985, 2110, 2236, 2348)
    for after, (hour, weekend) in enumerate(zip(last, (2090, 2220, 2352, 2470), strict=True)):
        starts_on = date(begins.year + after, 4, 1)
        writer.priced(agreement_id, starts_on, hour)
        writer.priced(agreement_id, starts_on, weekend, day_kind=DayKind.WEEKEND)
    for after, pence in enumerate((1040, 1090, 1105)):
        ends = date(begins.year + 3, 4, 1) if after == 2 else None
        writer.priced(
            agreement_id, date(begins.year + after, 4, 1), pence, unit=Unit.VISIT, minutes=30,
            ends_before=ends,
        )  # fmt: skip
    for option in (2, 3):
        contract.add_extension(
            agreement_id=agreement_id, ends_before=date(year + option, 4, 1),
            decide_by=date(year + option - 2, 9, 30), **writer.done,
        )  # fmt: skip
    writer.begun(agreement_id, "It ran before this register was kept.")
    writer.planned(agreement_id, 86, "monitoring")
    contract.ask_to_extend(
        option_id=writer.read(agreement_id).extensions[0].id, **writer.done,
        reason="People are content, and a new tender would not be decided before the winter.",
    )  # fmt: skip


def _in_order(writer: Writer) -> None:
    """Everything that is asked of a large agreement is there."""
    begins = writer.today.replace(day=1)
    agreement_id = writer.written(
        title="Supported living, Brackendale", kind=Kind.FRAMEWORK_CALL_OFF,
        regime=Regime.SCOT_HIGHER, starts_on=begins, ends_before=_years_on(begins, 3),
        value_pence=126_000_000, risk=Risk.MEDIUM,
    )  # fmt: skip
    writer.provided(
        agreement_id, "Thornmere Homes Limited", "SP2011000204",
        "Supported living|learning_disability|Brackendale",
    )  # fmt: skip
    writer.priced(agreement_id, begins, 2195)
    writer.priced(agreement_id, begins, 11_800, unit=Unit.NIGHT)
    writer.approved(agreement_id)
    writer.signed(agreement_id, "director")
    writer.begun(agreement_id)
    writer.planned(
        agreement_id, 23, "monitoring", "exit", "contingency", registered_on=writer.today,
        registered_as="elmshire.example/contracts/supported-living-brackendale",
    )  # fmt: skip


def _small_grant(writer: Writer) -> None:
    """A lunch club's £2,000: few duties, all of them met."""
    begins = writer.today.replace(day=1)
    agreement_id = writer.written(
        title="Lunch club at Elm Row", kind=Kind.GRANT, regime=Regime.BELOW_THRESHOLD,
        starts_on=begins, ends_before=_years_on(begins, 1), value_pence=200_000,
        payment_terms="At once", paid_in_advance=True,
        advance_grounds="The club has no money of its own to buy food with.",
        notice_days=None, own_notice_days=None, data_schedule=False,
        budget_holder_id=writer.cast.person("budget2").id,
    )  # fmt: skip
    writer.provided(agreement_id, "Elm Valley Lunch Club", "", "Meals together||Elm Row")
    writer.approved(agreement_id)
    writer.signed(agreement_id, "budget2")
    writer.begun(agreement_id)
    writer.planned(agreement_id, 34)


def _respite(writer: Writer) -> None:
    """An agreement that ran out while people use it; what follows waits for its approval."""
    begins = writer.today.replace(day=1)
    old = writer.written(
        title="Respite at Alder Lodge", kind=Kind.BLOCK, starts_on=_years_on(begins, -2),
        ends_before=begins, value_pence=36_000_000, exemption_ends_before=begins,
        exemption_ground="Only one provider nearby can give overnight breaks.",
        not_in_source=OLD_REGISTER, risk=Risk.MEDIUM,
    )  # fmt: skip
    writer.provided(old, "Alder Lodge Trust", "SP2004000031", "Overnight breaks|carer|Alderside")
    writer.priced(old, _years_on(begins, -2), 98_000, unit=Unit.WEEK)
    new = writer.written(
        title="Respite in Elmshire", kind=Kind.BLOCK, starts_on=begins,
        ends_before=_years_on(begins, 3), value_pence=57_000_000, people_supported=31,
    )  # fmt: skip
    writer.provided(new, "Alder Lodge Trust", "SP2004000031", "Overnight breaks|carer|Elmshire")
    writer.priced(new, begins, 104_500, unit=Unit.WEEK)
    writer.asked(new)
    writer.begun(old, "It ran before this register was kept.")
    writer.planned(old, 31, "monitoring")
    contract.name_successor(agreement_id=old, successor_id=new, **writer.done)
    contract.let_care_go_on(
        agreement_id=old, owner_id=writer.cast.person("contracts").id, people_affected=31,
        reason="31 people have breaks booked. The agreement that follows waits for approval.",
        until=writer.today + timedelta(days=28), **writer.done,
    )  # fmt: skip


def _ran_out(writer: Writer) -> None:
    """One that ran out while nobody looked; what follows is approved and waits for signatures."""
    begins = writer.today.replace(day=1)
    old = writer.written(
        title="Sitting service, Alder Glen", kind=Kind.COST_AND_VOLUME, value_pence=21_000_000,
        starts_on=_years_on(begins, -2), ends_before=begins, not_in_source=OLD_REGISTER,
    )  # fmt: skip
    new = writer.written(
        title="Sitting service for carers", kind=Kind.COST_AND_VOLUME, value_pence=24_000_000,
        starts_on=begins, ends_before=_years_on(begins, 2),
    )  # fmt: skip
    for agreement_id, from_day, pence in ((old, _years_on(begins, -2), 2050), (new, begins, 2190)):
        writer.provided(agreement_id, "Glen Sitters CIC", "", "Sitting service|carer|Alderside")
        writer.priced(agreement_id, from_day, pence)
    writer.approved(new)
    writer.begun(old, "It ran before this register was kept.")
    writer.planned(old, 12, "monitoring")
    writer.planned(new, 0, "monitoring")
    contract.name_successor(agreement_id=old, successor_id=new, **writer.done)


def _without_authority(writer: Writer) -> None:
    """Signed by somebody to whom the scheme gives nothing."""
    begins = writer.today.replace(day=1)
    agreement_id = writer.written(
        title="Night support, Riverside", kind=Kind.COST_AND_VOLUME, starts_on=begins,
        ends_before=_years_on(begins, 2), value_pence=31_000_000, notice_days=None,
    )  # fmt: skip
    writer.provided(
        agreement_id, "Riverside Nights CIC", "", "Waking nights|mental_health|Riverside"
    )
    writer.priced(agreement_id, begins, 14_250, unit=Unit.NIGHT)
    writer.signed(agreement_id, "finance", "Both directors were on leave.")
    writer.begun(agreement_id)
    writer.planned(agreement_id, 9)


def _begun_unsigned(writer: Writer) -> None:
    """Advice that began before anybody had signed."""
    begins = writer.today.replace(day=1)
    agreement_id = writer.written(
        title="Advice for unpaid carers", kind=Kind.SERVICE_LEVEL, starts_on=begins,
        ends_before=_years_on(begins, 2), value_pence=8_400_000, payment_terms="",
        data_schedule=False,
    )  # fmt: skip
    writer.provided(agreement_id, "Alder Carers’ Link", "", "Advice|carer|Elmshire")
    writer.begun(agreement_id, "Carers would have had nobody to turn to from the 1st.")
    writer.planned(agreement_id, 120)


def _for_one_person(writer: Writer) -> None:
    """Two placements, which only those who may see people see; one opens for a purpose."""
    begins = writer.today.replace(day=1)
    seen_by = writer.cast.person("contracts")
    known = register.references(seen_by=seen_by, among=[PERSON_REFERENCE])
    for kind, title, provider, pence in (
        (Kind.SPOT, "Place in a care home", "Thornmere Homes Limited", 4_680_000),
        (Kind.INDIVIDUAL_SERVICE_FUND, "Individual service fund", "Corriemoor Care Limited",
         2_240_000),
    ):  # fmt: skip
        agreement_id = writer.written(
            title=title, kind=kind, regime=Regime.BELOW_THRESHOLD, starts_on=begins,
            ends_before=_years_on(begins, 1), value_pence=pence, people_supported=1,
            person_id=known[0][1] if known and kind is Kind.SPOT else None,
        )  # fmt: skip
        writer.provided(agreement_id, provider, "", f"{title}|older_people|Elm Valley")
        writer.priced(agreement_id, begins, pence // 52, unit=Unit.WEEK)
        writer.approved(agreement_id)
        writer.signed(agreement_id, "budget")
        writer.begun(agreement_id)


def _in_house(writer: Writer) -> None:
    """A service of the council's own, without an end."""
    begins = date(writer.today.year - 5, 4, 1)
    agreement_id = writer.written(
        title="Reablement team", kind=Kind.IN_HOUSE, regime=Regime.BELOW_THRESHOLD,
        starts_on=begins, ends_before=None, value_pence=92_000_000,
    )  # fmt: skip
    writer.provided(
        agreement_id, "Elmshire Council, adult care", "CS2006000011",
        "Reablement|older_people|Elmshire",
    )  # fmt: skip
    writer.begun(agreement_id, "It ran before this register was kept.")
    writer.planned(agreement_id, 64, "monitoring", "exit", "contingency")


def _on_the_way(writer: Writer) -> None:
    """One that waits for its signatures, a framework, and a draft under it that has no price."""
    begins = writer.today.replace(day=1) + timedelta(days=62)
    approved = writer.written(
        title="Day support in five village halls", kind=Kind.COST_AND_VOLUME, starts_on=begins,
        ends_before=_years_on(begins, 2), value_pence=24_000_000,
    )  # fmt: skip
    writer.provided(approved, "Alder Carers’ Link", "", "Day support|dementia|Elm Valley")
    writer.priced(approved, begins, 4_850, unit=Unit.SESSION)
    writer.approved(approved)
    framework = writer.written(
        title="Telecare framework", kind=Kind.FRAMEWORK, starts_on=begins,
        ends_before=_years_on(begins, 4), value_pence=168_000_000,
    )  # fmt: skip
    writer.provided(framework, ALARMS, "", "Telecare||Elmshire")
    writer.approved(framework)
    writer.signed(framework, "director")
    called_off = writer.written(
        title="Telecare installation", kind=Kind.FRAMEWORK_CALL_OFF, starts_on=begins,
        ends_before=None, value_pence=None, framework_id=framework,
    )  # fmt: skip
    writer.provided(called_off, ALARMS, "")


def _over(writer: Writer) -> None:
    """One that was ended early, and one of which nothing came."""
    begins = date(writer.today.year - 1, 4, 1)
    agreement_id = writer.written(
        title="Meals at home", kind=Kind.COST_AND_VOLUME, starts_on=begins,
        ends_before=_years_on(begins, 3), value_pence=22_500_000, not_in_source=OLD_REGISTER,
    )  # fmt: skip
    writer.provided(agreement_id, "Elm Kitchens Limited", "", "Meals|older_people|Elmshire")
    writer.priced(agreement_id, begins, 615, unit=Unit.SESSION)
    writer.begun(agreement_id, "It ran before this register was kept.")
    contract.end_agreement(
        agreement_id=agreement_id, last_day=writer.today - timedelta(days=20),
        reason="The kitchen closed; a lunch club and shops took its place.", **writer.done,
    )  # fmt: skip
    dropped = writer.written(
        title="Befriending by telephone", kind=Kind.SERVICE_LEVEL, starts_on=begins,
        ends_before=_years_on(begins, 3), value_pence=900_000,
    )  # fmt: skip
    contract.abandon_agreement(
        agreement_id=dropped, reason="Volunteers do it without an agreement.", **writer.done
    )


def _years_on(day: date, years: int) -> date:
    """The same day in another year; only ever the first of a month, which each year has."""
    return day.replace(year=day.year + years, day=1)
