"""One row of a register as values of the canonical table, with the reason for each that lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from carewright_engine.tables.contract_schema import CONTRACT
from carewright_engine.tables.gaps import Absence, Gap
from carewright_engine.tables.readers.contract_register import amounts, sayings
from carewright_engine.tables.readers.contract_register.fields import COLUMNS_OF, DAYS, FIELDS
from carewright_engine.tables.readers.contract_register.found import (
    NO_END,
    Found,
    Value,
    missing,
    says_nothing,
)

Reader = Callable[[str, str], Found]  # a cell's text, and the header above it

#: Columns about the row itself: no cell of the file fills them.
OWN: Final = frozenset({"counting", "doubt", "gaps", "extra", "dataset", "source_row"})
#: Columns that words of other cells may fill too, or only they.
DERIVED: Final = frozenset({"care", "care_group"})
#: Columns that seldom say the same of two contracts.
SELDOM_AGAIN: Final = frozenset({"reference", "title", "description"})
NOT_IN_FILE: Final = Gap(Absence.NOT_IN_FILE)
BLANK: Final = Gap(Absence.BLANK)
OTHER: Final = Gap(Absence.OTHER)
WHAT_IT_SAYS: Final = ("service", "title", "description")


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a row by canonical column, and why others are missing."""

    number: int
    values: Mapping[str, Value]
    gaps: Mapping[str, Gap]  # canonical column -> why it is null
    faults: Mapping[str, str]  # field -> the text there that could not be read


def read_row(
    number: int, cells: Mapping[str, str | None], days: Mapping[str, date | None],
    headers: Mapping[str, str],
) -> Row:  # fmt: skip
    """Reads the cells, given by meaning; `days` are those that the texts of days stand for."""
    values: dict[str, Value] = {}
    gaps: dict[str, Gap] = {}
    for field, header in headers.items():
        read = _cell if field in SELDOM_AGAIN else _cell_again
        found = read(field, cells[field], days.get(field), header)
        values |= {name: value for name, value in found.values.items() if name not in values}
        if found.gap is not None:
            gaps[field] = found.gap
    values |= _care(values)
    faults = {field: gap.found for field, gap in gaps.items() if gap.absence is Absence.UNREAD}
    return Row(number, values, dict(_by_column(values, gaps, headers)), faults)


def _cell(field: str, text: str | None, day: date | None, header: str) -> Found:
    if text is None:
        return missing(Absence.BLANK)
    if field in DAYS:
        return _day(field, text, day)
    return READERS[field](text, header)


#: Registers say the same few things in most columns, row after row.
_cell_again = lru_cache(maxsize=4_096)(_cell)


def _day(field: str, text: str, day: date | None) -> Found:
    column = COLUMNS_OF.get(field, (field,))[0]
    if "end" in field and NO_END.fullmatch(text.strip().lower()):
        return missing(Absence.NO_END, text)
    if gap := says_nothing(text):
        return Found({}, gap)
    if day is None:
        return missing(Absence.UNREAD, text)
    # A register names the last day; a period ends before the day after it.
    return Found({column: day + timedelta(days=1) if "end" in field else day})


def _words(field: str) -> Reader:
    def read(text: str, _: str) -> Found:
        gap = says_nothing(text)
        return Found({}, gap) if gap else Found({field: text})

    return read


def _care(values: Mapping[str, Value]) -> dict[str, Value]:
    """The kind of care that the row's own words name, the register's category first."""
    texts = [str(values[name]) for name in WHAT_IT_SAYS if values.get(name)]
    care = sayings.care_named(texts)
    if care is None and sayings.SOCIAL_CARE.search(str(values.get("service", "")).lower()):
        care = "other_care"
    if care is None:
        return {}
    told = "care_group" not in values and sayings.CHILDREN.search(" ".join(texts).lower())
    return {"care": care, **({"care_group": "children"} if told else {})}


def _by_column(
    values: Mapping[str, Value], gaps: Mapping[str, Gap], headers: Mapping[str, str]
) -> Iterator[tuple[str, Gap]]:
    absent, fed = _fed_by(tuple(headers))
    yield from ((column, NOT_IN_FILE) for column in absent if column not in values)
    for column, fields in fed:
        if column not in values:
            told = (gaps[field] for field in fields if field in gaps)
            yield column, next(told, OTHER if column in DERIVED else BLANK)


@cache
def _fed_by(
    headers: tuple[str, ...],
) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Columns that nothing in such a file fills, and the fields that fill each of the others."""
    fed = {
        column: tuple(field for field in FEEDS[column] if field in headers) for column in COLUMNS
    }
    absent = tuple(name for name, fields in fed.items() if not fields and name not in DERIVED)
    return absent, tuple((name, of) for name, of in fed.items() if name not in absent)


def _feeds() -> Iterator[tuple[str, tuple[str, ...]]]:
    for column in COLUMNS:
        yield (
            column,
            tuple(
                field.meaning
                for field in FIELDS
                if column in COLUMNS_OF.get(field.meaning, (field.meaning,))
            ),
        )


COLUMNS: Final = tuple(
    column.name
    for column in CONTRACT.columns
    if column.name not in OWN and not column.name.endswith("_to_pence") and column.name != "vat"
)
FEEDS: Final = dict(_feeds())
READERS: Final[Mapping[str, Reader]] = {
    **{
        name: _words(name)
        for name in (
            "reference", "title", "description", "buyer_name", "department", "procedure",
            "supplier_name", "supplier_postcode", "service",
        )
    },
    "care_group": lambda text, _: sayings.care_group(text),
    "size_and_sector": lambda text, _: sayings.size_and_sector(text),
    "company_number": lambda text, _: sayings.company_number(text),
    "charity_number": lambda text, _: sayings.charity_number(text),
    "sme": lambda text, _: sayings.sme(text),
    "vcse": lambda text, _: sayings.vcse(text),
    "extensions_allowed": lambda text, _: _count("extensions_allowed", text),
    "extension_months": lambda text, header: amounts.months("extension_months", text, header),
    "months": lambda text, header: amounts.months("months", text, header),
    "vat": lambda text, _: amounts.money("vat", text),
    "price": amounts.price,
    "price_unit": lambda text, _: amounts.price_unit(text),
    "annual": lambda text, _: amounts.money("annual", text),
    "total": lambda text, _: amounts.money("total", text),
    "kind": lambda text, _: sayings.kind(text),
    "status": lambda text, _: sayings.status(text),
    "notice": lambda text, header: amounts.notice("notice", text, header),
    "provider_notice": lambda text, header: amounts.notice("provider_notice", text, header),
    "council_notice": lambda text, header: amounts.notice("council_notice", text, header),
    "in_advance": lambda text, _: sayings.in_advance(text),
    "payment": sayings.payment,
    "price_review": lambda text, _: sayings.price_review(text),
}  # fmt: skip


def _count(column: str, text: str) -> Found:
    if gap := says_nothing(text):
        return Found({}, gap)
    plain = text.strip().lower()
    if plain in ("none", "nil"):
        return Found({column: 0})
    whole = plain.removesuffix(".0")
    if whole.isascii() and whole.isdigit() and len(whole) < 4:
        return Found({column: int(whole)})
    return missing(Absence.UNREAD, text)
