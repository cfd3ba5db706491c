"""What a headline of spending leaves out: what people pay, what comes from the NHS, what is net."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from carewright_engine.values.money import Pence, total

SPENT, RECEIVED = "spent", "received"
#: The part of the return that holds all spending once; others repeat lines of it.
WHOLE_RETURN: Final = "Bridging Year"
_OWN_PAYMENTS: Final = re.compile(r"fairer charging|client contribution", re.IGNORECASE)
_FROM_NHS: Final = re.compile(r"better care fund|from the nhs", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headline:
    """One council's year, in pence; None: not given, which is not nought."""

    area: str
    starts_on: date
    gross: Pence  # all that was spent
    received: Pence  # all that came in beside taxes, government grants among it
    own_payments: Pence | None  # of it, what people paid for care at home
    from_nhs: Pence | None  # the Better Care Fund; not stated whether `received` holds it

    @property
    def net(self) -> Pence:
        """What is left for the council to find."""
        return Pence(self.gross - self.received)

    @property
    def left_out(self) -> tuple[str, ...]:
        """In words, what the headline of gross spending does not say."""
        return (
            "What residents pay towards care homes is within the income of care homes; the return "
            "does not tell it apart.",
            *_not_given(self),
            "Housing support and education placements are in other departments' returns.",
        )


def headlines(expenditure: pl.DataFrame) -> tuple[Headline, ...]:
    """Every council's year in the table `expenditure`, in the order of their names."""
    groups = expenditure.sort("area_name", "starts_on").partition_by(
        "area_name", "starts_on", maintain_order=True
    )
    return tuple(_headline(group.rows(named=True)) for group in groups)


def _headline(rows: Sequence[dict[str, object]]) -> Headline:
    whole = [row for row in rows if row["part"] == WHOLE_RETURN]
    received = [row for row in whole if row["flow"] == RECEIVED]
    first = rows[0]
    starts_on = first["starts_on"]
    if not isinstance(starts_on, date):
        raise TypeError("The table of expenditure holds the first day of each year")
    return Headline(
        area=str(first["area_name"]),
        starts_on=starts_on,
        gross=_sum([row for row in whole if row["flow"] == SPENT]) or Pence(0),
        received=_sum(received) or Pence(0),
        own_payments=_sum(_called(_OWN_PAYMENTS, received)),
        from_nhs=_sum(_called(_FROM_NHS, rows)),
    )


def _called(name: re.Pattern[str], rows: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    return [row for row in rows if name.search(str(row["kind"]))]


def _sum(rows: Sequence[dict[str, object]]) -> Pence | None:
    """None where nothing was given at all."""
    known = [pence for row in rows if isinstance(pence := row["pence"], int)]
    return total(map(Pence, known)) if known else None


def _not_given(headline: Headline) -> list[str]:
    missing = {"what people pay for care at home": headline.own_payments,
               "the Better Care Fund": headline.from_nhs}  # fmt: skip
    return [f"Not given: {words}." for words, pence in missing.items() if pence is None]
