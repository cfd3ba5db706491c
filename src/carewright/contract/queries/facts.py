"""What the rules are told of an agreement, from its rows."""

from __future__ import annotations

from datetime import date

from carewright.contract import models
from carewright.contract.rules.facts import AgreementFacts, Priced, PriceFacts, SignatureFacts
from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.terms import Term
from carewright.contract.rules.words import (
    Authority,
    DayKind,
    Kind,
    OptionState,
    Risk,
    Side,
    Unit,
)
from carewright.register import api as register


def facts_of(found: models.Agreement) -> AgreementFacts:
    """The agreement as its rules see it; its parts are fetched already, or cost a query each."""
    return AgreementFacts(
        kind=Kind(found.kind), state=AgreementState(found.state), term=term_of(found),
        value_pence=found.value_pence, risk=Risk(found.risk),
        signatures=_signatures(found),
        signatures_wanted=found.signatures_wanted,
        prices=tuple(price_facts(each) for each in found.prices.all()),
        payment_terms=found.payment_terms.strip(), paid_in_advance=found.paid_in_advance,
        advance_grounds=found.advance_grounds, notice_days=found.notice_days,
        has_contact=found.contact_id is not None,
        has_budget_holder=found.budget_holder_id is not None,
        registered_on=found.registered_on, monitoring_plan_on=found.monitoring_plan_on,
        exit_plan_on=found.exit_plan_on, contingency_plan_on=found.contingency_plan_on,
        data_schedule=found.data_schedule, exemption_ends_before=found.exemption_ends_before,
        decide_extension_by=_next_decision(found), people_supported=found.people_supported,
        not_in_source=frozenset(found.not_in_source),
    )  # fmt: skip


def term_of(found: models.Agreement) -> Term:
    """The days that it covers."""
    return Term(found.starts_on, found.ends_before)


def value_term_of(found: models.Agreement) -> Term:
    """The days that its value is of: without the extensions that were taken."""
    moved = [each.ended_before for each in found.extensions.all() if each.ended_before]
    return Term(found.starts_on, min(moved, default=found.ends_before))


def price_facts(line: models.PriceLine) -> PriceFacts:
    """A price as the rules see it."""
    return PriceFacts(priced_of(line), line.pence, Term(line.starts_on, line.ends_before))


def priced_of(line: models.PriceLine) -> Priced:
    """What a line prices; two services of one name are told apart by whom and where."""
    return Priced(
        service_label(line.service),
        Unit(line.unit),
        line.minutes,
        DayKind(line.day_kind),
        line.zone,
    )


def service_label(service: models.AgreementService) -> str:
    """Home care, Older people, Skerry Coast."""
    group = register.CARE_GROUPS.get(service.care_group, service.care_group)
    return ", ".join(filter(None, (service.name, group, service.area_name)))


def _signatures(found: models.Agreement) -> tuple[SignatureFacts, ...]:
    return tuple(
        SignatureFacts(Side(each.party.side), Authority(each.authority), each.signed_on, each.name)
        for each in found.signatures.all()
    )


def _next_decision(found: models.Agreement) -> date | None:
    """By when the next option to extend is decided; one at a time, as each follows the other."""
    waiting = [each for each in found.extensions.all() if each.state == OptionState.OPEN.value]
    return min((each.decide_by for each in waiting), default=None)
