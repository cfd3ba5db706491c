"""Changes what was agreed, for a stage above that saw both sides agree to it.

Each works inside the caller's transaction, locks the agreement and records the event: a change is
carried out whole, with whatever brought it about, or not at all.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from carewright.contract import models
from carewright.contract.actions.reach import (
    agreement_in_reach,
    kept_by,
    move,
    record,
    refuse,
    refuse_if,
)
from carewright.contract.actions.run_agreement import bring_to_an_end, make_its_end_certain
from carewright.contract.queries.facts import term_of
from carewright.contract.rules.life_of_an_agreement import OVER, AgreementState
from carewright.contract.rules.terms import Term, blockers_to_term
from carewright.contract.rules.words import Side
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What changes of an agreement; what is None stays as it is. Money in whole pence."""

    value_by_pence: int | None = None  # how much is added to the value over the term, or taken away
    ends_before: date | None = None
    notice_days: int | None = None
    own_notice_days: int | None = None
    payment_terms: str | None = None
    exemption_ground: str | None = None
    exemption_ends_before: date | None = None
    people_supported: int | None = None
    people_counted_on: date | None = None


@transaction.atomic
def change_terms(
    *, agreement_id: UUID, terms: Terms, reason: str, cites: str, by: platform.Officer, at: datetime
) -> None:
    """Puts new terms in the place of the old; the record keeps both, and what it `cites`."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    refuse(blockers_to_change_terms(found, terms))
    said = asdict(terms)
    added = said.pop("value_by_pence")
    if added is not None:
        said["value_pence"] = (found.value_pence or 0) + added
    changed = {name: value for name, value in said.items() if value is not None}
    before = {name: str(getattr(found, name)) for name in changed}
    for name, value in changed.items():
        setattr(found, name, value)
    found.save(update_fields=list(changed))
    record(
        "change_terms", found, by=by, at=at, reason=reason, cites=cites, before=before,
        changed={name: str(value) for name, value in changed.items()},
    )  # fmt: skip


@transaction.atomic
def assign_agreement(
    *,
    agreement_id: UUID,
    party_id: UUID,
    name: str,
    number: str = "",
    on: date,
    reason: str,
    cites: str,
    by: platform.Officer,
    at: datetime,
) -> UUID:
    """Another provider takes a provider's place from a day on; the new party's id.

    The one that leaves is a party no more. Whoever signed for it signed for it, so its row stays
    with the day from which another has stood in its place.
    """
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    refuse(_over(found))
    leaves = found.parties.filter(pk=party_id, side=Side.PROVIDER.value).first()
    if leaves is None:
        raise platform.NotYours
    refuse_if(leaves.left_on, f"{leaves.name} has been followed by another already")
    refuse_if(not name.strip(), "Name the provider", "name")
    leaves.left_on = on
    leaves.save(update_fields=["left_on"])
    with kept_by("party_stands_once", f"{name.strip()} is a party already", "name"):
        party = models.Party.objects.create(
            organisation_id=found.organisation_id, agreement=found, side=Side.PROVIDER.value,
            name=name.strip(), number=number.strip(),
        )  # fmt: skip
    if found.provider_name == leaves.name:
        found.provider_name, found.provider_number = party.name, party.number
        found.save(update_fields=["provider_name", "provider_number"])
    record(
        "assign_agreement", found, by=by, at=at, reason=reason, cites=cites, on=on.isoformat(),
        left=leaves.name, left_number=leaves.number, name=party.name, number=party.number,
    )  # fmt: skip
    return party.pk


@transaction.atomic
def expect_exit(
    *, agreement_id: UUID, planned: bool, cites: str, by: platform.Officer, at: datetime
) -> None:
    """An exit plan is made for it, so that nothing else ends it; or the plan was withdrawn."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    found.exit_planned = planned
    found.save(update_fields=["exit_planned"])
    record("expect_exit", found, by=by, at=at, planned=planned, cites=cites)


@transaction.atomic
def plan_the_end(*, agreement_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """Its end is certain, as two persons have said; people are being moved to what follows."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    make_its_end_certain(found, reason=reason, by=by, at=at)


@transaction.atomic
def go_on_after_all(
    *, agreement_id: UUID, reason: str, cites: str, by: platform.Officer, at: datetime
) -> None:
    """Its end is off, as two persons have said: no plan stands for it, and it lives on."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    move(found, AgreementState.LIVE)
    found.exit_planned = False
    found.save(update_fields=["state", "exit_planned"])
    record("go_on_after_all", found, by=by, at=at, reason=reason, cites=cites)


@transaction.atomic
def end_as_planned(
    *, agreement_id: UUID, last_day: date, reason: str, by: platform.Officer, at: datetime
) -> None:
    """It is over from the day after its last; who is still supported goes on by an exception."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    bring_to_an_end(found, last_day=last_day, reason=reason, by=by, at=at)


def blockers_to_change_terms(found: models.Agreement, terms: Terms) -> list[Blocker]:
    """Why the agreement cannot take these terms."""
    blockers = _over(found)
    if terms.value_by_pence is not None:
        if found.value_pence is None:
            blockers.append(Blocker("", "Nobody knows what it is worth: say that first"))
        elif found.value_pence + terms.value_by_pence < 0:
            blockers.append(Blocker("change_pence", "It would be worth less than nothing"))
    if terms.ends_before is not None:
        blockers += blockers_to_term(Term(term_of(found).starts_on, terms.ends_before))
    return blockers


def _over(found: models.Agreement) -> list[Blocker]:
    over = AgreementState(found.state) in OVER
    return [Blocker("", f"{found} is over, so nothing of it changes")] if over else []
