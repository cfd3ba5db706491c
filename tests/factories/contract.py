"""One valid minimal object of the contract stage each."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from carewright.contract import api as contract
from carewright.contract import models
from carewright.contract.api import Kind, Regime, Unit
from carewright.decide import models as decide_models
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as decisions
from tests.factories import platform as make

STARTS = date(2024, 4, 1)
ENDS = date(2028, 4, 1)
PROVIDER = "Strathallow Home Support"


def wording(**given: Any) -> contract.Wording:
    """Home care for four years, worth £100,000."""
    wanted: dict[str, Any] = {
        "title": "Care at home", "kind": Kind.COST_AND_VOLUME, "regime": Regime.SCOT_HIGHER,
        "starts_on": STARTS, "ends_before": ENDS, "value_pence": 10_000_000,
        "payment_terms": "Monthly, 30 days after the invoice", "notice_days": 90,
        "own_notice_days": 90, "data_schedule": True,
    }  # fmt: skip
    return contract.Wording(**{**wanted, **given})


def draft(by: platform.Officer, **given: Any) -> UUID:
    """A draft with its words and nothing else."""
    officers = {"contact_id": by.id, "budget_holder_id": by.id}
    return contract.write_agreement(wording=wording(**{**officers, **given}), by=by, at=make.NOW)


def whole(by: platform.Officer, **given: Any) -> UUID:
    """A draft with its provider, a service and a price from the first day on."""
    agreement_id = draft(by, **given)
    done: dict[str, Any] = {"agreement_id": agreement_id, "by": by, "at": make.NOW}
    contract.add_provider(name=PROVIDER, number="SP2003000001", **done)
    service(agreement_id, by)
    price(agreement_id, by)
    return agreement_id


def service(agreement_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """Home care in one place."""
    wanted = {"name": "Home care", "area_name": "Skerry Coast"}
    return contract.add_service(
        agreement_id=agreement_id, **{**wanted, **given}, by=by, at=make.NOW
    )


def price(agreement_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """£19.85 an hour from the first day on."""
    found = read(agreement_id, by)
    wanted = {
        "service_id": found.services[0].id, "unit": Unit.HOUR, "pence": 1985,
        "starts_on": found.term.starts_on,
    }  # fmt: skip
    return contract.add_price_line(
        agreement_id=agreement_id, **{**wanted, **given}, by=by, at=make.NOW
    )


def repriced(agreement_id: UUID, by: platform.Officer, *, pence: int, starts_on: date) -> None:
    """The open price is another from a day on, as a round of uplifts changes it."""
    line = models.PriceLine.objects.get(agreement_id=agreement_id, ends_before=None)
    change = contract.PriceChange(line.pk, uuid4(), line.pence, pence, None)
    with transaction.atomic():
        contract.change_prices(
            changes=[change], starts_on=starts_on, reason="Agreed", by=by, at=make.NOW
        )


def read(agreement_id: UUID, by: platform.Officer, on: date = make.TODAY) -> contract.Agreement:
    """The agreement as it stands."""
    return contract.agreement(agreement_id, seen_by=by, on=on)


def colleague(of: platform.Officer, *roles: Role, **given: Any) -> platform.Officer:
    """Somebody else in the same organisation."""
    return decisions.colleague(of, *roles, **given)


def signed(by: platform.Officer, **given: Any) -> UUID:
    """Approved under a scheme by which a director approves and signs, and signed by both sides."""
    agreement_id = whole(by, **given)
    director = colleague(by, Role.AUTHORISING_DIRECTOR)
    approved(agreement_id, by, director)
    sign_for_us(agreement_id, by, director)
    sign_for_them(agreement_id, by)
    return agreement_id


def approved(agreement_id: UUID, by: platform.Officer, director: platform.Officer) -> None:
    """Approved by the director whom the scheme names."""
    if not decide_models.Scheme.objects.for_organisation(by.organisation.id).exists():
        decisions.scheme(by.organisation.id, "Authorising director")
    request_id = contract.ask_for_approval(agreement_id=agreement_id, by=by, at=make.NOW)
    decisions.approved(request_id, director)
    contract.take_over_approval(agreement_id=agreement_id, by=by, at=make.NOW)


def sign_for_us(
    agreement_id: UUID, by: platform.Officer, signatory: platform.Officer, **given: Any
) -> UUID:
    """One of the organisation's officers signs."""
    party = read(agreement_id, by).parties[0]
    wanted = {"party_id": party.id, "officer_id": signatory.id, "signed_on": make.TODAY}
    return contract.record_signature(
        agreement_id=agreement_id, **{**wanted, **given}, by=by, at=make.NOW
    )


def sign_for_them(agreement_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """The provider signs."""
    party = read(agreement_id, by).providers[0]
    wanted = {"party_id": party.id, "name": "Ann Rowe", "signed_on": make.TODAY}
    return contract.record_signature(
        agreement_id=agreement_id, **{**wanted, **given}, by=by, at=make.NOW
    )


def live(by: platform.Officer, **given: Any) -> UUID:
    """Signed and begun."""
    agreement_id = signed(by, **given)
    contract.begin_agreement(agreement_id=agreement_id, by=by, at=make.NOW)
    return agreement_id


def option(agreement_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """A year more that may be taken."""
    wanted = {"ends_before": date(2029, 4, 1), "decide_by": date(2027, 9, 30)}
    return contract.add_extension(
        agreement_id=agreement_id, **{**wanted, **given}, by=by, at=make.NOW
    )


def extended(option_id: UUID, by: platform.Officer, at: datetime = make.NOW) -> None:
    """Asked for, approved by a director, and taken."""
    if not decide_models.Scheme.objects.for_organisation(by.organisation.id).exists():
        decisions.scheme(by.organisation.id, "Authorising director")
    reason = "It goes well"
    request_id = contract.ask_to_extend(option_id=option_id, reason=reason, by=by, at=at)
    director = colleague(by, Role.AUTHORISING_DIRECTOR)
    decisions.approved(request_id, director, at=at + timedelta(minutes=1))
    contract.decide_extension(
        option_id=option_id, taken=True, reason=reason, by=by, at=at + timedelta(minutes=2)
    )


def held_by(by: platform.Officer, word: str) -> dict[str, str]:
    """An agreement whose words name its organisation."""
    agreement_id = draft(by, title=f"{word} agreement")
    contract.add_provider(agreement_id=agreement_id, name=f"{word} Care", by=by, at=make.NOW)
    service(agreement_id, by, name=f"{word} home care")
    price(agreement_id, by)
    return {"agreement_id": str(agreement_id)}
