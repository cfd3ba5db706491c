"""What agreements bind the organisation to: all of them at once, in as few queries as for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db.models import Max, Q

from carewright.contract import models
from carewright.contract.queries.among import within_reach_of
from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.terms import Term
from carewright.contract.rules.words import Kind, OptionState
from carewright.platform import api as platform

_COLUMNS: Final = (
    "id", "number", "title", "kind", "state", "starts_on", "ends_before", "value_pence", "over_on",
    "successor_id", "framework_id", "budget_holder__account__name", "provider_name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Committed:
    """One agreement with its value and everything that says when it binds; money in pence."""

    id: UUID
    reference: str
    title: str
    kind: Kind
    state: AgreementState
    term: Term
    value_pence: int | None  # over the term; without an end, of a year
    over_on: date | None  # the last day, where it is over
    successor_id: UUID | None
    framework_id: UUID | None
    budget_holder: str
    provider: str
    options_before: date | None  # first day that no open option covers; None: no option is open
    is_extended: bool  # by an option that was taken, so the value was that of a shorter term
    services: tuple[str, ...]


def committed(*, seen_by: platform.Officer, since: date) -> tuple[Committed, ...]:
    """Agreements within reach that were not over before the day, by number; three queries."""
    # What a framework may come to is a ceiling; what is called off from it is bought.
    bought = within_reach_of(seen_by).exclude(kind=Kind.FRAMEWORK.value)
    bought = bought.exclude(state=AgreementState.ABANDONED.value)
    standing = bought.filter(Q(over_on=None) | Q(over_on__gte=since))
    found = list(standing.order_by("number").values_list(*_COLUMNS))
    if not found:
        return ()
    options, taken = _options(seen_by)
    services = _services(seen_by)
    return tuple(_committed(row, options, taken, services) for row in found)


def _options(seen_by: platform.Officer) -> tuple[dict[UUID, date], set[UUID]]:
    """To when the open options of each agreement reach, and which took one."""
    own = models.ExtensionOption.objects.for_organisation(seen_by.organisation.id)
    kept = own.exclude(state=OptionState.DECLINED.value).values_list("agreement_id", "state")
    ends: dict[UUID, date] = {}
    taken: set[UUID] = set()
    for agreement_id, state, last in kept.annotate(last=Max("ends_before")).order_by():
        if state == OptionState.TAKEN.value:
            taken.add(agreement_id)
        else:
            ends[agreement_id] = last
    return ends, taken


def _services(seen_by: platform.Officer) -> Mapping[UUID, list[str]]:
    own = models.AgreementService.objects.for_organisation(seen_by.organisation.id)
    found: dict[UUID, list[str]] = defaultdict(list)
    for agreement_id, name in own.order_by("name").values_list("agreement_id", "name"):
        found[agreement_id].append(name)
    return found


def _committed(
    row: Iterable[Any],
    options: Mapping[UUID, date],
    taken: set[UUID],
    bought: Mapping[UUID, list[str]],
) -> Committed:
    (agreement_id, number, title, kind, state, starts_on, ends_before, value, over_on, successor,
     framework, holder, provider) = row  # fmt: skip
    return Committed(
        id=agreement_id, reference=str(models.Agreement(number=number)), title=title,
        kind=Kind(kind), state=AgreementState(state), term=Term(starts_on, ends_before),
        value_pence=value, over_on=over_on, successor_id=successor, framework_id=framework,
        budget_holder=holder or "", provider=provider,
        options_before=options.get(agreement_id), is_extended=agreement_id in taken,
        services=tuple(bought.get(agreement_id, ())),
    )  # fmt: skip
