"""Takes a provider, a service or a price out of a draft again."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from django.db import models as tables
from django.db import transaction

from carewright.contract import models
from carewright.contract.actions.reach import (
    agreement_in_reach,
    record,
    refuse_closed_words,
    refuse_if,
    touch,
)
from carewright.contract.rules.words import Side
from carewright.platform import api as platform
from carewright.platform.api import Act


class Part(StrEnum):
    """What a draft is made of."""

    PROVIDER = "provider"
    SERVICE = "service"
    PRICE = "price"


TABLES: Final[dict[Part, type[Any]]] = {
    Part.PROVIDER: models.Party, Part.SERVICE: models.AgreementService,
    Part.PRICE: models.PriceLine,
}  # fmt: skip


@transaction.atomic(durable=True)
def take_part_out(
    *, agreement_id: UUID, part: Part, part_id: UUID, by: platform.Officer, at: datetime
) -> None:
    """Takes one part out of a draft that nobody signed; the record says what it was."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    refuse_closed_words(found, by)
    taken = TABLES[part].objects.filter(agreement=found, pk=part_id).first()
    if taken is None:
        raise platform.NotYours
    refuse_if(
        part is Part.PROVIDER and taken.side == Side.BUYER.value, "The buyer is not taken out"
    )
    refuse_if(part is Part.SERVICE and taken.prices.exists(), "It has a price: take that out first")
    _take(taken, found)
    touch(found, by)
    record("take_part_out", found, by=by, at=at, part=part.value, was=str(taken))


def _take(taken: tables.Model, found: models.Agreement) -> None:
    taken.delete()
    if isinstance(taken, models.PriceLine):
        _reopen_the_one_before(taken)
    if not isinstance(taken, models.Party):
        return
    next_one = found.parties.filter(side=Side.PROVIDER.value).order_by("name").first()
    found.provider_name = next_one.name if next_one else ""
    found.provider_number = next_one.number if next_one else ""
    found.save(update_fields=["provider_name", "provider_number"])


def _reopen_the_one_before(taken: models.PriceLine) -> None:
    """The price that ended where this one began counts again for its days."""
    of_it = models.PriceLine.objects.filter(
        service_id=taken.service_id, unit=taken.unit, minutes=taken.minutes,
        day_kind=taken.day_kind, zone__iexact=taken.zone, ends_before=taken.starts_on,
    )  # fmt: skip
    of_it.update(ends_before=taken.ends_before)
