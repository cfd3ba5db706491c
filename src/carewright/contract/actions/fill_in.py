"""Says of an imported agreement what the file that it came from did not say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.contract import models
from carewright.contract.actions.reach import agreement_in_reach, record, refuse, refuse_if, touch
from carewright.contract.actions.say_kinds import take_kind
from carewright.contract.actions.write_agreement import require_colleague, require_person
from carewright.contract.queries.facts import term_of
from carewright.contract.rules.terms import blockers_to_term
from carewright.contract.rules.words import ONE_PERSON, Kind, Regime
from carewright.platform import api as platform
from carewright.platform.api import Act

#: No file names the person of a placement, so this is open until somebody does.
PERSON: Final = "person"
#: Which fact of `not_in_source` a value fills.
FACT_OF: Final[Mapping[str, str]] = {
    "starts_on": "starts_on", "ends_before": "ends_before", "value_pence": "value",
    "kind": "kind", "person_id": PERSON, "regime": "regime", "notice_days": "notice",
    "own_notice_days": "notice",
    "payment_terms": "payment_terms", "advance_grounds": "advance_grounds",
    "contact_id": "contact", "budget_holder_id": "budget_holder",
    "data_schedule": "data_schedule",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIn:
    """What is known now; None or nothing leaves open what the file left open."""

    starts_on: date | None = None
    ends_before: date | None = None
    has_no_end: bool = False
    value_pence: int | None = None
    kind: Kind | None = None
    person_id: UUID | None = None  # whose placement it is; of no other kind
    regime: Regime | None = None
    notice_days: int | None = None
    own_notice_days: int | None = None
    payment_terms: str = ""
    advance_grounds: str = ""
    contact_id: UUID | None = None
    budget_holder_id: UUID | None = None
    data_schedule: bool = False


@transaction.atomic(durable=True)
def fill_in(
    *, agreement_id: UUID, filled: FilledIn, how: str, by: platform.Officer, at: datetime
) -> None:
    """Writes down what the file left open, and nothing that it said: that takes a variation."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    said = _said(filled)
    facts = {FACT_OF[name] for name in said} | ({"ends_before"} if filled.has_no_end else set())
    refuse_if(not facts, "Answer at least one question")
    refuse_if(not how.strip(), "Say how you know", "how")
    known = facts - {PERSON} - set(found.not_in_source)
    refuse_if(known, "The file said some of this already")
    _refuse_person(found, filled, by)
    for name in ("contact_id", "budget_holder_id"):
        if name in said:
            require_colleague(getattr(filled, name), by)
    for name, value in said.items():
        setattr(found, name, getattr(value, "value", value))
    if filled.kind is not None:
        take_kind(found, filled.kind, by, at)
    refuse(blockers_to_term(term_of(found)))
    found.not_in_source = sorted(set(found.not_in_source) - facts)
    found.save()
    touch(found, by)
    record("fill_in", found, by=by, at=at, reason=how, facts=sorted(facts))


def _refuse_person(found: models.Agreement, filled: FilledIn, by: platform.Officer) -> None:
    """A placement is said to be one by those who may see people, and names the council's own."""
    is_placement = (filled.kind or Kind(found.kind)) in ONE_PERSON
    if filled.kind in ONE_PERSON:
        platform.require(by, Act.SEE_PEOPLE)
    if filled.person_id is None:
        return
    refuse_if(not is_placement, "Only a placement is for one person", "person")
    refuse_if(found.person_id, "It names a person already", "person")
    require_person(filled.person_id, by)


def _said(filled: FilledIn) -> dict[str, object]:
    answers = {each.name: getattr(filled, each.name) for each in fields(filled)}
    answers.pop("has_no_end")
    plain = {n: v.strip() if isinstance(v, str) and n in TEXTS else v for n, v in answers.items()}
    return {name: value for name, value in plain.items() if value not in (None, "", False)}


TEXTS: Final = ("payment_terms", "advance_grounds")
