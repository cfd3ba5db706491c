"""Makes agreements of the rows of a register that nobody has to ask about any more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q, QuerySet

from carewright.contract import models
from carewright.contract.actions.begin_import import AT_A_TIME, News, nothing
from carewright.contract.actions.reach import (
    import_in_reach,
    record_import,
    refuse_placements,
    wait_ones_turn,
)
from carewright.contract.rules.importing import Said, Usual, said_by
from carewright.contract.rules.life_of_an_import import RowState
from carewright.contract.rules.words import Kind, Regime, Risk, Side
from carewright.platform import api as platform

PRICED_AS: Final = "As the register that it was imported from has it"


def rows_to_place(batch: models.ImportBatch) -> QuerySet[models.ImportRow]:
    """Rows with no question of their own whose supplier, if they name one, is settled."""
    settled = Q(supplier=None) | Q(supplier__is_open=False)
    return batch.rows.filter(settled, state=RowState.READY.value).order_by("source_row")


@transaction.atomic(durable=True)
def place_rows(
    *, batch_id: UUID, by: platform.Officer, at: datetime, news: News = nothing,
    in_the_end: Callable[[int], None] = nothing,
) -> int:  # fmt: skip
    """Makes an agreement of each row that can be placed now, of all of them or none; how many.

    Called again it takes those that were answered since: no row is ever placed twice.
    """
    batch = import_in_reach(batch_id, by=by)
    wait_ones_turn(batch.organisation_id)
    refuse_placements(rows_to_place(batch), by, "places them")
    rows = list(rows_to_place(batch).values_list("source_row", flat=True))
    maker = _Maker(batch, by, at, _last_number(batch) + 1)
    for done in range(0, len(rows), AT_A_TIME):
        news("Making the agreements", done, len(rows))
        some = batch.rows.filter(source_row__in=rows[done : done + AT_A_TIME])
        maker.make(list(some.select_related("supplier").order_by("source_row")))
    record_import("place_rows", batch, by=by, at=at, rows=len(rows), first=maker.first)
    in_the_end(len(rows))
    return len(rows)


def _last_number(batch: models.ImportBatch) -> int:
    own = models.Agreement.objects.for_organisation(batch.organisation_id)
    return int(own.aggregate(last=Max("number"))["last"] or 0)


@dataclass
class _Maker:
    """Writes agreements with their parties, services and prices, a thousand at a time."""

    batch: models.ImportBatch
    by: platform.Officer
    at: datetime
    first: int  # the number of the first agreement
    made: int = 0

    def make(self, rows: Sequence[models.ImportRow]) -> None:
        """Some rows, in the order of the file."""
        batch = self.batch
        usual = Usual(Kind(batch.kind), Regime(batch.regime), batch.read_on)
        pairs = [(row, said_by(row.said, usual)) for row in rows]
        made = [self._agreement(row, said) for row, said in pairs]
        models.Agreement.objects.bulk_create(made)
        models.Party.objects.bulk_create(party for each in made for party in self._parties(each))
        self._services(list(zip(made, pairs, strict=True)))
        for row, agreement in zip(rows, made, strict=True):
            row.agreement, row.state = agreement, RowState.PLACED.value
        models.ImportRow.objects.bulk_update(rows, ["agreement", "state"])

    def _agreement(self, row: models.ImportRow, said: Said) -> models.Agreement:
        self.made += 1
        supplier = row.supplier
        in_use = said.over_on is None
        return models.Agreement(
            organisation_id=self.batch.organisation_id, number=self.first + self.made - 1,
            title=said.title, kind=said.kind.value, regime=self.batch.regime,
            risk=Risk.LOW.value, state=said.state.value, own_reference=said.own_reference,
            starts_on=said.term.starts_on, ends_before=said.term.ends_before,
            value_pence=said.value_pence, payment_terms=said.payment_terms,
            paid_in_advance=said.paid_in_advance, notice_days=said.notice_days,
            own_notice_days=said.own_notice_days, over_on=said.over_on,
            over_reason=said.over_reason, not_in_source=list(said.not_in_source),
            provider_name=supplier.provider_name if supplier else "",
            provider_number=supplier.provider_number if supplier else "",
            written_by_name=self.by.name, written_by_account=self.by.account_id,
            written_at=self.at,
            begun_early_reason=f"It stood in {self.batch.file_name}"[:300] if in_use else "",
        )  # fmt: skip

    def _parties(self, found: models.Agreement) -> list[models.Party]:
        sides = [(Side.BUYER, self.by.organisation.name, "")]
        if found.provider_name:
            sides.append((Side.PROVIDER, found.provider_name, found.provider_number))
        return [
            models.Party(
                organisation_id=found.organisation_id, agreement=found, side=side.value, name=name,
                number=number,
            )
            for side, name, number in sides
        ]  # fmt: skip

    def _services(
        self, made: Sequence[tuple[models.Agreement, tuple[models.ImportRow, Said]]]
    ) -> None:
        services, prices = [], []
        for agreement, (_, said) in made:
            if not said.service:
                continue
            service = models.AgreementService(
                organisation_id=agreement.organisation_id, agreement=agreement,
                name=said.service, care_group=said.care_group,
            )  # fmt: skip
            services.append(service)
            if said.price is not None:
                prices.append(self._price(service, said))
        models.AgreementService.objects.bulk_create(services)
        models.PriceLine.objects.bulk_create(prices)

    def _price(self, service: models.AgreementService, said: Said) -> models.PriceLine:
        price = said.price
        assert price is not None  # noqa: S101 - asked of those that have one only
        return models.PriceLine(
            organisation_id=service.organisation_id, agreement=service.agreement, service=service,
            unit=price.unit.value, minutes=price.minutes, pence=price.pence,
            starts_on=price.starts_on, reason=PRICED_AS, written_by_name=self.by.name,
            written_at=self.at,
        )  # fmt: skip
