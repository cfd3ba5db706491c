"""Begins to make agreements of a register of contracts: its rows, its suppliers, its questions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from itertools import chain, islice
from typing import Any, Final
from uuid import UUID, uuid4

import polars as pl
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from carewright.contract import models
from carewright.contract.actions.reach import CannotDo, record_import, refuse_if
from carewright.contract.queries.among import within_reach_of
from carewright.contract.queries.suppliers import Key, candidates_of, key_of, known_to, named_in
from carewright.contract.rules.life_of_an_import import Reading, RowState
from carewright.contract.rules.words import ONE_PERSON, Kind, Regime
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.register import api as register
from carewright.register.api import DatasetState
from carewright.ui.formats import in_london
from carewright_engine.tables.contract_repeats import (
    TELL_APART,
    Listed,
    Repeat,
    listed_of,
    repeats_of,
    repeats_within,
)
from carewright_engine.tables.gaps import Absence

KIND_OF_FILE: Final = "contract_register"
USABLE: Final = (DatasetState.READ, DatasetState.IMPORTED)
STANDS_ONCE: Final = "import_of_a_file_stands_once"
AT_A_TIME: Final = 1_000
#: Columns of the canonical table that are kept elsewhere, or tell of the row and not the contract.
APART: Final = frozenset({"gaps", "extra", "counting", "doubt", "dataset", "source_row"})

#: What a supplier is told from another by.
TELL_A_SUPPLIER: Final = ("supplier_name", "supplier_postcode", "company_number", "charity_number")

News = Callable[[str, int, int], None]
"""Told what is done, how many are done, and of how many; what it raises takes all of it back."""


class AlreadyBegun(CannotDo):
    """The very same file is being imported already; nothing has changed."""


def nothing(*_: object) -> None:
    """What is done where nobody asked for anything to be done."""


def begin_import(
    *,
    dataset_id: UUID,
    kind: Kind,
    regime: Regime,
    by: platform.Officer,
    at: datetime,
    batch_id: UUID | None = None,
    news: News = nothing,
    in_the_end: Callable[[], None] = nothing,
) -> UUID:
    """Takes every row of a register in, to be made agreements of once a person has answered.

    `kind` and `regime` are the person's answer for rows whose own words leave them open. Whom a
    supplier may be is proposed with reasons and decided by nobody but a person.
    """
    file = file_to_import(dataset_id, kind, by=by)
    batch = models.ImportBatch(
        id=batch_id or uuid4(), organisation_id=by.organisation.id, dataset_id=file.id,
        sha256=file.sha256, file_name=file.file_name, kind=kind.value, regime=regime.value,
        read_on=file.as_at or in_london(at).date(), begun_by_name=by.name, begun_at=at,
    )  # fmt: skip
    try:
        return _begin(batch, news, in_the_end, by=by, at=at)
    except IntegrityError as refused:
        if STANDS_ONCE not in str(refused):
            raise
        raise AlreadyBegun(
            [Blocker("", "This very file is being imported already. Nothing has changed.")]
        ) from None


def file_to_import(dataset_id: UUID, kind: Kind, *, by: platform.Officer) -> register.Dataset:
    """The register of contracts that was read; a stranger's file does not exist.

    What the whole file assumes is never a kind that only some may see.
    """
    platform.require(by, Act.IMPORT_AGREEMENTS)
    platform.require(by, Act.WRITE_AGREEMENT)
    refuse_if(kind in ONE_PERSON, "Choose a kind that is not for one person", "kind")
    try:
        file = register.dataset(dataset_id, seen_by=by)
    except platform.NotFound:
        raise platform.NotYours from None
    refuse_if(file.kind != KIND_OF_FILE, "This file is no register of contracts")
    refuse_if(file.state not in USABLE, f"The file is {file.state.label.lower()}: read it first")
    return file


@transaction.atomic(durable=True)
def _begin(
    batch: models.ImportBatch, news: News, in_the_end: Callable[[], None], *,
    by: platform.Officer, at: datetime,
) -> UUID:  # fmt: skip
    rows = register.rows_read(batch.dataset_id, "contract", seen_by=by)
    refused = register.rows_read(batch.dataset_id, "refused", seen_by=by)
    _refuse_placements_unseen(rows, by)
    _count(batch, rows, refused)
    batch.save(force_insert=True)
    suppliers = _take_suppliers_in(batch, rows, news, by)
    repeats = _repeats(rows, within_reach_of(by))
    kept = chain(_rows(batch, rows, suppliers, repeats), _refused(batch, refused))
    _take_rows_in(batch, kept, batch.rows_read, news)
    record_import("begin_import", batch, by=by, at=at, read=batch.rows_read, kind=batch.kind)
    in_the_end()
    return batch.pk


def _refuse_placements_unseen(rows: pl.DataFrame, by: platform.Officer) -> None:
    """One person's placements are taken in by those who may see people, or left to them."""
    own = rows.filter(pl.col("kind").is_in([each.value for each in ONE_PERSON])).height
    refuse_if(
        own and not platform.may(by, Act.SEE_PEOPLE),
        f"{own} rows are placements of one person each: somebody who may see people imports them",
    )


def _count(batch: models.ImportBatch, rows: pl.DataFrame, refused: pl.DataFrame) -> None:
    batch.rows_doubtful = rows.filter(pl.col("counting") != "counted").height
    batch.rows_kept = rows.height - batch.rows_doubtful
    batch.rows_refused = refused["source_row"].n_unique()
    batch.rows_read = rows.height + batch.rows_refused
    batch.absent = sorted(_absent(rows))


def _absent(rows: pl.DataFrame) -> set[str]:
    """What the file has no column for: the same in each of its rows."""
    if not rows.height:
        return set()
    gaps = json.loads(rows["gaps"][0])
    return {name for name, (why, _) in gaps.items() if why == Absence.NOT_IN_FILE.value}


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a row, and why others are missing where the file has a column for them."""
    gaps = {
        name: gap
        for name, gap in json.loads(row["gaps"]).items()
        if gap[0] != Absence.NOT_IN_FILE.value
    }
    values = {name: _plain(value) for name, value in row.items() if name not in APART}
    return {**{name: value for name, value in values.items() if value is not None}, "gaps": gaps}


def _plain(value: Any) -> Any:
    """As JSON holds it; PostgreSQL keeps no zero byte in a text."""
    if isinstance(value, date):
        return value.isoformat()
    return value.replace("\0", "") if isinstance(value, str) else value


def _take_suppliers_in(
    batch: models.ImportBatch, rows: pl.DataFrame, news: News, by: platform.Officer
) -> dict[Key, models.ImportSupplier]:
    known, named = known_to(by), named_in(rows.select(TELL_A_SUPPLIER).iter_rows(named=True))
    found: dict[Key, models.ImportSupplier] = {}
    for key, each in named.items():
        offered = candidates_of(each, known)
        found[key] = models.ImportSupplier(
            organisation_id=batch.organisation_id, batch=batch, name=each.name,
            numbers=list(each.numbers), postcode=each.postcode, candidates=offered,
            is_open=bool(offered), provider_name=each.name, provider_number=each.own_number,
        )  # fmt: skip
        if len(found) % AT_A_TIME == 0:
            news("Looking for the suppliers", len(found), len(named))
    models.ImportSupplier.objects.bulk_create(found.values(), batch_size=AT_A_TIME)
    return found


def _take_rows_in(
    batch: models.ImportBatch, rows: Iterator[models.ImportRow], total: int, news: News
) -> None:
    """A thousand at a time, so that no more of a long register is ever held."""
    done = 0
    while some := list(islice(rows, AT_A_TIME)):
        news("Keeping the rows", done, total)
        models.ImportRow.objects.bulk_create(some)
        done += len(some)


def _rows(
    batch: models.ImportBatch, rows: pl.DataFrame, suppliers: Mapping[Key, models.ImportSupplier],
    repeats: Mapping[int, list[dict[str, str]]],
) -> Iterator[models.ImportRow]:  # fmt: skip
    for row in rows.iter_rows(named=True):
        number, doubt, told = row["source_row"], row["doubt"], _said(row)
        again, key = repeats.get(number, []), key_of(told)
        yield models.ImportRow(
            organisation_id=batch.organisation_id, batch=batch, source_row=number,
            reading=(Reading.DOUBTFUL if doubt else Reading.KEPT).value,
            state=(RowState.ASKED if doubt or again else RowState.READY).value,
            kind=told.get("kind", ""), title=str(told.get("title", ""))[:300],
            care=told.get("care", ""), supplier=suppliers[key] if key else None, said=told,
            doubt=doubt or "", repeats=again,
        )  # fmt: skip


def _refused(batch: models.ImportBatch, refused: pl.DataFrame) -> Iterator[models.ImportRow]:
    """Rows that are no contract: kept with the reason, and never placed."""
    reasons = refused.group_by("source_row", maintain_order=True).agg("reason", "value")
    for number, why, words in reasons.iter_rows():
        yield models.ImportRow(
            organisation_id=batch.organisation_id, batch=batch, source_row=number,
            reading=Reading.REFUSED.value, state=RowState.PUT_ASIDE.value,
            title=str(next(filter(None, words), ""))[:300], reason="; ".join(dict.fromkeys(why)),
        )  # fmt: skip


def _repeats(
    rows: pl.DataFrame, there: QuerySet[models.Agreement]
) -> dict[int, list[dict[str, str]]]:
    """What each row may repeat: an earlier row of the file, or an agreement that is there."""
    told = rows.select(TELL_APART)
    found: dict[int, list[dict[str, str]]] = {}
    for kind, repeats in (
        ("row", repeats_within(listed_of(told.iter_rows()))),
        ("agreement", repeats_of(listed_of(told.iter_rows()), _there(there))),
    ):  # fmt: skip
        for each in filter(_is_likely, repeats):
            what = {"kind": kind, "id": each.earlier, "why": " and ".join(each.reasons)}
            found.setdefault(int(each.id), []).append(what)
    return found


def _is_likely(repeat: Repeat) -> bool:
    """Councils give one reference to all providers of a framework, so that alone says nothing."""
    return repeat.likely


def _there(agreements: QuerySet[models.Agreement]) -> Iterator[Listed]:
    columns = ("id", "own_reference", "provider_name", "title", "starts_on")
    for pk, reference, provider, title, starts_on in agreements.values_list(*columns):
        yield Listed(str(pk), reference or None, provider or None, title, starts_on)
