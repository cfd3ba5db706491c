"""The framework from which an agreement is called off, and whether it fits."""

from __future__ import annotations

import re
from typing import Final
from uuid import UUID

from carewright.contract import models, rows
from carewright.contract.queries.among import within_reach_of
from carewright.contract.rules.calling_upon import (
    CalledOff,
    Framework,
    Named,
    blockers_to_call_upon,
)
from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.terms import Term
from carewright.contract.rules.words import Kind, Side
from carewright.platform import api as platform

_REFERENCE: Final = re.compile(r"[Cc]?-?\s*(\d{1,9})")


def framework_of(found: models.Agreement) -> rows.CalledUpon | None:
    """What it names as its framework, with every reason why it counts as outside."""
    if found.framework_id is None:
        return None
    own = models.Agreement.objects.for_organisation(found.organisation_id)
    upon = own.prefetch_related("parties").filter(pk=found.framework_id).first()
    if upon is None:
        return None
    framework = Framework(
        Kind(upon.kind), AgreementState(upon.state), Term(upon.starts_on, upon.ends_before),
        upon.over_on, _providers(upon),
    )  # fmt: skip
    against = blockers_to_call_upon(framework, CalledOff(found.starts_on, _providers(found)))
    return rows.CalledUpon(upon.pk, str(upon), upon.title, tuple(each.says for each in against))


def is_in_framework(found: models.Agreement) -> bool:
    """Whether it is called off from a framework of the register, which schemes ask."""
    upon = framework_of(found)
    return upon is not None and not upon.against


def agreement_called(typed: str, *, seen_by: platform.Officer) -> UUID | None:
    """The agreement of exactly this reference, typed as C-0007, c7 or 7."""
    told = _REFERENCE.fullmatch(typed.strip())
    if told is None:
        return None
    among = within_reach_of(seen_by).filter(number=int(told.group(1)))
    return among.values_list("pk", flat=True).first()


def _providers(found: models.Agreement) -> tuple[Named, ...]:
    return tuple(
        (each.number.strip(), each.name.strip())
        for each in found.parties.all()
        if each.side == Side.PROVIDER.value and each.left_on is None
    )
