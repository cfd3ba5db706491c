"""What keeps a variation from being written, asked for, signed or carried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from carewright.contract.api import RUNNING, AgreementState, Blocker
from carewright.vary.rules.words import What
from carewright_engine.rules.modifications import Modification
from carewright_engine.rules.words import listed

#: From the signature to the end there is something to vary; before it, words are still changed.
OPEN_TO_VARY = frozenset({AgreementState.SIGNED, *RUNNING})


@dataclass(frozen=True, slots=True, kw_only=True)
class VariationWords:
    """What a variation changes, in words and figures; nought and nothing are no change."""

    touches: tuple[What, ...]
    reason: str
    starts_on: date  # from when on it counts
    change_pence: int = 0  # of the value over the term, VAT as the regime counts it
    ends_before: date | None = None  # the new end: the first day no longer covered
    scope: str = ""
    price_effect: str = ""
    people_effect: str = ""
    people_affected: int | None = None
    notice_days: int | None = None
    own_notice_days: int | None = None
    payment_terms: str = ""
    leaving_party: UUID | None = None
    new_provider: str = ""
    new_provider_number: str = ""
    diligence_on: date | None = None
    consent_on: date | None = None
    people_told_on: date | None = None
    answers: Mapping[str, bool] = field(default_factory=dict)  # to what the law asks


def blockers_to_vary(state: AgreementState) -> list[Blocker]:
    """Why an agreement cannot be varied at all."""
    if state in OPEN_TO_VARY:
        return []
    if state in (AgreementState.DRAFT, AgreementState.APPROVED):
        return [
            Blocker("", "It is not signed yet: its own words are changed, and nothing is varied")
        ]
    return [Blocker("", "The agreement is over")]


def blockers_to_words(said: VariationWords) -> list[Blocker]:
    """What the variation leaves unsaid, or says without being about it."""
    found = [] if said.touches else [Blocker("touches", "Say what it changes")]
    if not said.reason.strip():
        found.append(Blocker("reason", "Say why it changes"))
    for what, given, where in _given(said):
        if what in said.touches and not given:
            found.append(Blocker(where, f"Say how this changes: {what.label.lower()}"))
        if given and what not in said.touches:
            found.append(Blocker(where, f"Tick it above as well: {what.label.lower()}"))
    if What.PROVIDER in said.touches and said.leaving_party is None:
        found.append(Blocker("leaving_party", "Say which provider leaves"))
    return found


def _given(said: VariationWords) -> tuple[tuple[What, object, str], ...]:
    notice = said.notice_days is not None or said.own_notice_days is not None
    return (
        (What.VALUE, said.change_pence, "change_pence"),
        (What.DATES, said.ends_before, "last_day"),
        (What.SCOPE, said.scope.strip(), "scope"),
        (What.PRICE, said.price_effect.strip(), "price_effect"),
        (What.PEOPLE, said.people_effect.strip(), "people_effect"),
        (What.NOTICE, notice, "notice_days"),
        (What.PAYMENT, said.payment_terms.strip(), "payment_terms"),
        (What.PROVIDER, said.new_provider.strip(), "new_provider"),
    )


def blockers_by_law(found: Modification) -> list[Blocker]:
    """Why the law does not carry the change; what is not known is asked for, never guessed."""
    if found.allowed:
        return []
    if found.allowed is None:
        return [
            Blocker("", f"Whether it may be made cannot be worked out: needs {listed(found.needs)}")
        ]
    against = "; ".join(
        f"{each.words}: {listed(each.reasons_against)}" for each in found.grounds[:3]
    )
    return [Blocker("", f"No ground carries it, so it takes a new procurement. {against}")]


def blockers_to_assign(said: VariationWords) -> list[Blocker]:
    """What is done before another provider takes over, whatever the law allows."""
    if What.PROVIDER not in said.touches:
        return []
    asked = (
        (said.diligence_on, "Check the new provider first (due diligence), and say when"),
        (said.consent_on, "All parties consent, the one that leaves among them. Say when"),
        (said.people_told_on, "Tell people, families and carers first, and say when"),
    )
    return [Blocker("", says) for done, says in asked if done is None]
