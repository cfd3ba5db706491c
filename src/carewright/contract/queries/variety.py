"""How the organisation's own agreements, and those in registers it has, differ in their terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl
from django.db.models import F

from carewright.contract import models
from carewright.contract.queries.among import PROTECTED, within_reach_of
from carewright.contract.queries.imports import imports
from carewright.contract.rules.life_of_an_agreement import OVER
from carewright.contract.rules.life_of_an_import import BatchState
from carewright.contract.rules.terms import Term
from carewright.contract.rules.words import DayKind
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.register import api as register
from carewright_engine.tables.gaps import Absence, Gap
from carewright_engine.tables.readers.contract_register.sayings import care_named, payment
from carewright_engine.variety.answers import Variety
from carewright_engine.variety.comparing import variety
from carewright_engine.variety.contracts import (
    PRICE,
    Contract,
    Value,
    contracts_of,
    like_of,
    price_term,
)

#: Agreements of its own that are compared at most, those that began last before others.
MOST: Final = 5_000
_OVER: Final = sorted(state.value for state in OVER)
#: What `not_in_source` calls the fact that a term is.
FACTS: Final[Mapping[str, str]] = {
    "provider_notice_days": "notice", "council_notice_days": "notice",
    "payment_days": "payment_terms", "in_advance": "payment_terms", PRICE: "prices",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found, and among what: own agreements, and registers by name with their rows."""

    answer: Variety
    own: int
    registers: tuple[tuple[str, int], ...]
    left_out: int  # own agreements beyond the most that are compared


def compared(*, seen_by: platform.Officer, on: date) -> Compared:
    """Own agreements as of the day beside those of every register that was imported.

    One person's placement is compared only for those who may see people, wherever it stands.
    """
    running = within_reach_of(seen_by).exclude(state__in=_OVER)
    parts = running.order_by(F("starts_on").desc(nulls_last=True), "id").prefetch_related(
        "services", "prices"
    )
    own = [_own(each, seen_by.organisation.name, on) for each in parts[:MOST]]
    listed, names = _registers_of_others(seen_by)
    found = contracts_of(listed, names)
    if not platform.may(seen_by, Act.SEE_PEOPLE):
        found = tuple(each for each in found if each.terms.get("kind") not in PROTECTED)
    counts = {name: 0 for name in names.values()}
    for each in found:
        counts[each.council] += 1
    return Compared(
        variety([*own, *found]), len(own), tuple(sorted(counts.items())),
        running.count() - len(own) if len(own) == MOST else 0,
    )  # fmt: skip


def _registers_of_others(seen_by: platform.Officer) -> tuple[pl.DataFrame, dict[str, str]]:
    """Registers that were imported, but those of which agreements were made: they count once."""
    listed, names = register.contracts_listed(seen_by=seen_by)
    made = imports(seen_by=seen_by).filter(state=BatchState.OPEN.value)
    ours = set(made.values_list("sha256", flat=True))
    kept = {sha256: name for sha256, name in names.items() if sha256 not in ours}
    return listed.filter(~pl.col("dataset").is_in(list(ours))), kept


def _own(found: models.Agreement, council: str, on: date) -> Contract:
    terms = dict(_terms(found, on))
    priced = any(name.startswith("price_") for name in terms)
    asked = [name for name in FACTS if name not in terms and not (name == PRICE and priced)]
    services = sorted(found.services.all(), key=str)
    groups = {each.care_group for each in services}
    group = groups.pop() if len(groups) == 1 else None
    return Contract(
        id=str(found.pk), council=council, name=str(found), supplier=found.provider_name,
        like=like_of(care_named([*(each.name for each in services), found.title]), group),
        terms=terms, gaps={name: _gap(found, name) for name in asked},
    )  # fmt: skip


def _gap(found: models.Agreement, name: str) -> Gap:
    absent = FACTS[name] in found.not_in_source
    return Gap(Absence.NOT_IN_FILE if absent else Absence.BLANK)


def _terms(found: models.Agreement, on: date) -> Iterator[tuple[str, Value]]:
    """What the agreement itself says; a price counts when it holds on the day, everywhere."""
    yield "kind", found.kind
    if found.notice_days is not None:
        yield "provider_notice_days", found.notice_days
    if found.own_notice_days is not None:
        yield "council_notice_days", found.own_notice_days
    days = (
        payment(found.payment_terms, "").values.get("payment_days") if found.payment_terms else None
    )
    if isinstance(days, int):
        yield "payment_days", days
    if FACTS["in_advance"] not in found.not_in_source:
        yield "in_advance", found.paid_in_advance
    if found.starts_on is not None and found.ends_before is not None:
        yield "months", float(Term(found.starts_on, found.ends_before).months)
    yield from _prices(found, on)


def _prices(found: models.Agreement, on: date) -> Iterator[tuple[str, Value]]:
    standing = [
        line
        for line in found.prices.all()
        if line.day_kind == DayKind.ANY.value and not line.zone
        and Term(line.starts_on, line.ends_before).covers(on)
    ]  # fmt: skip
    units = {line.unit for line in standing}
    if len(units) == 1:
        yield "price_unit", units.pop()
    for line in sorted(standing, key=lambda line: line.pence, reverse=True):
        yield price_term(line.unit, line.minutes), line.pence
