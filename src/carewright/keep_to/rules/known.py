"""What the rules ask of an agreement and its register does not hold: somebody who knows says it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from functools import cache
from typing import Any, Final

from carewright_engine.rules.facts import ContractFacts, Route
from carewright_engine.rules.obligations import Obligation, obligations
from carewright_engine.rules.reading import text_of

MONTHS_AHEAD: Final = 18
#: The files that decide what is owed and when; another word in one of them is another law.
LAW: Final = ("obligations.csv", "time_limits.csv", "thresholds.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Facts by the names that the engine has for them; None while nobody has said."""

    route: Route | None = None
    light_touch: bool | None = None
    user_choice: bool | None = None
    indicators_set: bool | None = None
    advertised: bool | None = None
    procurement_began_on: date | None = None
    invited_on: date | None = None
    award_notice_on: date | None = None
    awarded_on: date | None = None
    entered_on: date | None = None
    price_review_on: date | None = None
    insurance_ends_before: date | None = None
    accounts_year_ends_on: date | None = None
    visits_a_year: int | None = None


NAMES: Final = tuple(each.name for each in fields(Known))


def completed(facts: ContractFacts, known: Known | None) -> ContractFacts:
    """The facts of the register with what is known beside it; what is signed there counts first."""
    told = {name: value for name, value in asdict(known or Known()).items() if value is not None}
    if facts.entered_on is not None:
        told.pop("entered_on", None)
    more: Mapping[str, Any] = told
    return replace(facts, **more)


def owed_under(facts: ContractFacts, on: date) -> tuple[Obligation, ...]:
    """What the rules oblige to, eighteen months ahead of the day."""
    return obligations(facts, on, months_ahead=MONTHS_AHEAD)


def digest_of(facts: ContractFacts, over_on: date | None) -> str:
    """The same for as long as neither the facts nor the law have changed."""
    said = f"{law_digest()}|{facts!r}|{over_on}"
    return hashlib.sha256(said.encode()).hexdigest()


@cache
def law_digest() -> str:
    """The digest of the files of law that came with this release."""
    return hashlib.sha256("".join(map(text_of, LAW)).encode()).hexdigest()
