"""The terms that are compared, how each reads, and which way is the careful one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from carewright_engine.values.money import in_pounds, whole_pence
from carewright_engine.variety.contracts import Contract, Value

OF_A_PRICE: Final = "price_"
PRICE_REVIEWS: Final = ("index", "negotiated", "fixed", "council_decides", "none")
IN_WORDS: Final = {
    "index": "by a published index",
    "negotiated": "agreed between the two",
    "fixed": "fixed for the term",
    "council_decides": "as the council decides",
    "none": "none",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term; the smaller the care of a value, the more careful it is.

    Without `care` no value is more careful than another. `spread` marks amounts that differ a
    little everywhere, of which only those far from the middle stand apart.
    """

    name: str
    words: str
    shown: Callable[[Value], str]
    care: Callable[[Value], float] | None = None
    why_careful: str = ""
    careful_first: bool = False  # the careful value is proposed whatever most hold
    spread: bool = False


def _days(value: Value) -> str:
    return f"{value} day" if value == 1 else f"{value} days"


def _months(value: Value) -> str:
    return f"{float(value):g} month" if value == 1 else f"{float(value):g} months"


def _pounds(value: Value) -> str:
    return in_pounds(whole_pence(Decimal(value)))  # a middle may lie between two pence


def _plain(value: Value) -> str:
    return str(value).replace("_", " ")


def _review(value: Value) -> str:
    return IN_WORDS.get(str(value), _plain(value))


def _longest(value: Value) -> float:
    return -float(value)


def _place_among_reviews(value: Value) -> float:
    return PRICE_REVIEWS.index(str(value)) if value in PRICE_REVIEWS else len(PRICE_REVIEWS)


_NOTICE: Final = "the longest notice leaves most time to keep people's care going"

TERMS: Final = (
    Term("kind", "Kind of agreement", _plain),
    Term("price_unit", "Unit of the price", _plain),
    Term("provider_notice_days", "Notice that the provider gives", _days, _longest, _NOTICE),
    Term("council_notice_days", "Notice that the council gives", _days, _longest, _NOTICE),
    Term("notice_days", "Notice, not said whose", _days, _longest, _NOTICE),
    Term(
        "payment_days", "Days in which an invoice is paid", _days, float,
        "the shortest time is kindest to small providers",
    ),
    Term(
        "in_advance", "Payment before the care",
        lambda value: "in advance" if value else "afterwards", float,
        "payment in advance needs grounds and an approval of its own", careful_first=True,
    ),
    Term(
        "price_review", "How the price is reviewed", _review,
        _place_among_reviews, "a rule that both can work out leaves least to argue about",
    ),
    Term("months", "Length", _months),
    Term("extension_months", "Length of what it may be extended by", _months),
)  # fmt: skip


def terms_of(contracts: Iterable[Contract]) -> tuple[Term, ...]:
    """The terms above, and a price for each unit that is priced."""
    priced = sorted({name for each in contracts for name in each.terms if _is_price(name)})
    return (*TERMS, *(Term(name, _price_in_words(name), _pounds, spread=True) for name in priced))


def _is_price(name: str) -> bool:
    return name.startswith(OF_A_PRICE) and name not in ("price_unit", "price_review")


def _price_in_words(name: str) -> str:
    unit, _, minutes = name.removeprefix(OF_A_PRICE).partition("_")
    if name == "price_one_off":
        return "One-off price"
    return (
        f"Price of a visit of {minutes} minutes" if minutes else f"Price of {_article(unit)} {unit}"
    )


def _article(unit: str) -> str:
    return "an" if unit == "hour" else "a"
