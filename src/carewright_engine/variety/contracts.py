"""Contracts as the variety report compares them: for which care, on which terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from carewright_engine.tables.gaps import Absence, Gap, read_gaps

Value = str | int | float | bool

CARE_IN_WORDS: Final[Mapping[str, str]] = {
    "extra_care": "Extra care",
    "supported_living": "Supported living",
    "short_breaks": "Short breaks",
    "reablement": "Reablement",
    "care_home": "Care homes",
    "home_care": "Home care",
    "day_support": "Day support",
    "meals": "Meals",
    "telecare": "Telecare",
    "advocacy": "Advocacy",
    "carers_support": "Support for carers",
    "housing_support": "Housing support",
}
#: The gap of whoever has no price at all, of whatever unit.
PRICE: Final = "price"
#: Terms that the canonical table holds under their own names.
HELD: Final = (
    "kind", "provider_notice_days", "council_notice_days", "notice_days", "payment_days",
    "in_advance", "price_review", "months", "extension_months", "price_unit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contract:
    """One contract; `like` names the services that it may be compared with.

    `terms` holds what is known; `gaps` says of every other term why it is not. A term in neither
    does not arise, as a price by the hour where the week is priced.
    """

    id: str
    council: str
    name: str
    supplier: str
    like: str | None
    terms: Mapping[str, Value]
    gaps: Mapping[str, Gap]


def contracts_of(table: pl.DataFrame, councils: Mapping[str, str]) -> tuple[Contract, ...]:
    """Contracts of the canonical table; `councils` says whose register each dataset is.

    Contracts that the register says are over are left out: nobody holds their terms.
    """
    running = table.filter(pl.col("standing").ne_missing("ended"))
    return tuple(_contract(row, councils[row["dataset"]]) for row in running.iter_rows(named=True))


def _contract(row: Mapping[str, Any], council: str) -> Contract:
    gaps = read_gaps(row["gaps"])
    terms = {name: row[name] for name in HELD if row[name] is not None}
    priced = dict(_price(row))
    return Contract(
        id=f"{row['dataset'][:12]}:{row['source_row']}",
        council=council,
        name=row["reference"] or row["title"] or f"row {row['source_row']}",
        supplier=row["supplier_name"] or "",
        like=like_of(row["care"], row["care_group"]),
        terms=terms | priced,
        gaps={name: gaps.get(name, Gap(Absence.BLANK)) for name in HELD if name not in terms}
        | ({} if priced else {PRICE: _why_no_price(gaps)}),
    )


def _price(row: Mapping[str, Any]) -> Iterator[tuple[str, Value]]:
    """A price under the name of its unit: prices of an hour and of a week are not compared."""
    if row["price_pence"] is not None and row["price_unit"] is not None:
        yield price_term(row["price_unit"], row["price_minutes"]), row["price_pence"]


def price_term(unit: str, minutes: int | None) -> str:
    """The name under which a price is compared: price_hour, price_visit_30."""
    return f"price_{unit}_{minutes}" if minutes else f"price_{unit}"


def _why_no_price(gaps: Mapping[str, Gap]) -> Gap:
    return gaps.get("price_pence") or gaps.get("price_unit") or Gap(Absence.BLANK)


def like_of(care: str | None, care_group: str | None) -> str | None:
    """Care that is alike; children's apart. Care of which no kind is known is like no other."""
    if care is None or care not in CARE_IN_WORDS:
        return None
    words = CARE_IN_WORDS[care]
    return f"{words}, children" if care_group == "children" else words
