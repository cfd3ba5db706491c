"""Agreements: for lists, and one with all that belongs to it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q

from carewright.contract import models, rows
from carewright.contract.queries.among import within_reach_of
from carewright.contract.queries.facts import (
    facts_of,
    priced_of,
    service_label,
    value_term_of,
)
from carewright.contract.queries.frameworks import framework_of
from carewright.contract.rules.calling_off import GoesOn, Successor
from carewright.contract.rules.ending import blockers_to_end_by_hand
from carewright.contract.rules.life_of_an_agreement import OVER, RUNNING, AgreementState
from carewright.contract.rules.publishing import KIND
from carewright.contract.rules.terms import Term
from carewright.contract.rules.validity import checks
from carewright.contract.rules.words import Authority, Kind, OptionState, Regime, Risk, Side
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet

MOST_OFFERED = 200
WITH = ("parties", "services", "prices__service", "signatures__party", "extensions", "reversals")


def agreements(*, seen_by: platform.Officer) -> OrganisationQuerySet[models.Agreement]:
    """The register for a list page: one table, one line an agreement."""
    return within_reach_of(seen_by)


def without_a_kind(*, seen_by: platform.Officer) -> OrganisationQuerySet[models.Agreement]:
    """Those that came from a file which did not say their kind, and nobody has said it since."""
    return within_reach_of(seen_by).filter(not_in_source__contains=[KIND])


def found_agreements(words: str, *, seen_by: platform.Officer, most: int) -> list[models.Agreement]:
    """Agreements by their reference, as C-0007, or by likeness of title, provider or own number."""
    columns = ("title", "provider_name", "own_reference")
    return list(platform.likest(within_reach_of(seen_by), words, *columns, letter="C", most=most))


def agreement(agreement_id: UUID, *, seen_by: platform.Officer, on: date) -> rows.Agreement:
    """One agreement of the officer's organisation, checked as of the day."""
    return agreement_row(found_agreement(agreement_id, seen_by=seen_by), on=on)


def found_agreement(agreement_id: UUID, *, seen_by: platform.Officer) -> models.Agreement:
    """The agreement with its parts; a stranger's does not exist."""
    whole = within_reach_of(seen_by).select_related(
        "successor", "contact__account", "budget_holder__account"
    )
    found = whole.prefetch_related(*WITH, "goes_on").filter(pk=agreement_id).first()
    if found is None:
        raise platform.NotFound("There is no such agreement that you may see")
    return found


def agreement_row(found: models.Agreement, *, on: date) -> rows.Agreement:
    """The agreement as others see it."""
    facts = facts_of(found)
    return rows.Agreement(
        id=found.pk, organisation_id=found.organisation_id, reference=str(found),
        state=AgreementState(found.state), wording=wording_of(found),
        contact=_name(found.contact), budget_holder=_name(found.budget_holder),
        registered_on=found.registered_on, registered_as=found.registered_as,
        monitoring_plan_on=found.monitoring_plan_on, exit_plan_on=found.exit_plan_on,
        contingency_plan_on=found.contingency_plan_on,
        people_counted_on=found.people_counted_on,
        parties=_parties(found, left=False), left=_parties(found, left=True),
        services=tuple(_service(each) for each in sorted(found.services.all(), key=str)),
        prices=_prices(found), signatures=_signatures(found), extensions=_extensions(found),
        called_upon=framework_of(found), successor=successor_of(found),
        goes_on=goes_on_of(found), reversal=_reversal(found),
        request_id=found.request_id, written_by=found.written_by_name,
        written_at=found.written_at, over_on=found.over_on, over_reason=found.over_reason,
        value_term=value_term_of(found), facts=facts, checks=checks(facts, on=on),
        by_plan=tuple(blockers_to_end_by_hand(facts, exit_planned=found.exit_planned, on=on)),
    )  # fmt: skip


def wording_of(found: models.Agreement) -> rows.Wording:
    """What is written down of it."""
    return rows.Wording(
        title=found.title, kind=Kind(found.kind), regime=Regime(found.regime),
        starts_on=found.starts_on, ends_before=found.ends_before, value_pence=found.value_pence,
        risk=Risk(found.risk), own_reference=found.own_reference,
        payment_terms=found.payment_terms, paid_in_advance=found.paid_in_advance,
        advance_grounds=found.advance_grounds, notice_days=found.notice_days,
        own_notice_days=found.own_notice_days, contact_id=found.contact_id,
        budget_holder_id=found.budget_holder_id, framework_id=found.framework_id,
        lot_id=found.lot_id, award_id=found.award_id, tupe=found.tupe,
        data_schedule=found.data_schedule, person_id=found.person_id,
        exemption_ground=found.exemption_ground,
        exemption_ends_before=found.exemption_ends_before,
        people_supported=found.people_supported,
        not_in_source=tuple(found.not_in_source),
    )  # fmt: skip


def successor_of(found: models.Agreement) -> Successor | None:
    """What follows the agreement."""
    follows = found.successor
    if follows is None:
        return None
    running = AgreementState(follows.state) in RUNNING
    return Successor(follows.pk, str(follows), follows.title, running)


def goes_on_of(found: models.Agreement) -> GoesOn | None:
    """The exception by which care goes on, if one stands."""
    for each in found.goes_on.all():
        if each.ended_on is None:
            return GoesOn(each.pk, each.reason, each.owner_name, each.starts_on, each.until)
    return None


def _name(officer: object) -> str:
    account = getattr(officer, "account", None)
    return account.name if account else ""


def _of_party(each: models.Party) -> tuple[str, str]:
    return each.side, each.name


def _parties(found: models.Agreement, *, left: bool) -> tuple[rows.Party, ...]:
    among = [each for each in found.parties.all() if (each.left_on is not None) is left]
    return tuple(_party(each) for each in sorted(among, key=_of_party))


def _party(each: models.Party) -> rows.Party:
    return rows.Party(each.pk, Side(each.side), each.number, each.name, each.left_on)


def _service(each: models.AgreementService) -> rows.Service:
    return rows.Service(
        each.pk, each.number, each.name, each.care_group, each.area_name, service_label(each)
    )


def _prices(found: models.Agreement) -> tuple[rows.Price, ...]:
    lines = [
        rows.Price(
            each.pk, priced_of(each), each.pence, Term(each.starts_on, each.ends_before),
            each.reason,
        )
        for each in found.prices.all()
    ]  # fmt: skip
    return tuple(sorted(lines, key=lambda each: (each.priced.label, each.term.since)))


def _signatures(found: models.Agreement) -> tuple[rows.Signature, ...]:
    return tuple(
        rows.Signature(
            each.pk, each.party.name, Side(each.party.side), each.name, each.job_title,
            each.signed_on, Authority(each.authority), each.authority_says, each.reason,
            each.document_id,
        )
        for each in sorted(found.signatures.all(), key=lambda each: (each.signed_on, each.name))
    )  # fmt: skip


def _extensions(found: models.Agreement) -> tuple[rows.Extension, ...]:
    return tuple(
        rows.Extension(
            each.pk, each.number, each.ends_before, each.decide_by, OptionState(each.state),
            each.decided_by_name, each.decided_on, each.reason, each.request_id,
        )
        for each in sorted(found.extensions.all(), key=lambda each: each.number)
    )  # fmt: skip


def _reversal(found: models.Agreement) -> rows.Reversal | None:
    for each in found.reversals.all():
        if each.confirmed_at is None and each.withdrawn_at is None:
            return rows.Reversal(
                each.pk, each.reason, each.asked_by_account, each.asked_by_name, each.asked_at
            )
    return None


def possible_successors(
    agreement_id: UUID, *, seen_by: platform.Officer, most: int = MOST_OFFERED
) -> list[Successor]:
    """Agreements that may follow one: not over, and ending later than it, the latest first."""
    among = within_reach_of(seen_by)
    own = among.filter(pk=agreement_id).first()
    if own is None:
        raise platform.NotFound("There is no such agreement that you may see")
    later = among.exclude(pk=agreement_id).exclude(state__in=[each.value for each in OVER])
    if own.ends_before:
        later = later.filter(Q(ends_before=None) | Q(ends_before__gt=own.ends_before))
    return [
        Successor(each.pk, str(each), each.title, AgreementState(each.state) in RUNNING)
        for each in later.order_by("-number")[:most]
    ]
