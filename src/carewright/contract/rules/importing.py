"""What a row of a register says of an agreement, and of what it says nothing.

Nothing is guessed: what the file does not hold is named in `not_in_source`, so that no check ever
calls it a fault. The kind and the regime, which few registers tell, are the person's answer for the
whole file, and named there all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.terms import Term
from carewright.contract.rules.words import Kind, Regime, Unit
from carewright_engine.tables.gaps import Absence
from carewright_engine.variety.contracts import CARE_IN_WORDS

#: No register of contracts says these of its contracts in a way that can be relied on.
NEVER_SAID: Final = frozenset({
    "signatures", "people", "registered", "contact", "budget_holder", "monitoring_plan",
    "exit_plan", "contingency_plan", "data_schedule", "advance_grounds", "exemption", "regime",
    "prices",
})  # fmt: skip
#: What the register's word for where a contract stands comes to.
STATES: Final[Mapping[str, AgreementState]] = {
    "may_end": AgreementState.ENDING, "planned": AgreementState.DRAFT,
}  # fmt: skip
NOTICES: Final = ("provider_notice_days", "council_notice_days", "notice_days")
SCHEMES: Final = (("company_number", "GB-COH"), ("charity_number", "GB-CHC"))


@dataclass(frozen=True, slots=True)
class Usual:
    """What a person says of all rows whose own words leave it open, and when the file was true."""

    kind: Kind
    regime: Regime
    read_on: date


@dataclass(frozen=True, slots=True)
class PriceSaid:
    """The price that counted when the file was true; what counted before, nobody can say."""

    unit: Unit
    minutes: int
    pence: int
    starts_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An agreement as a row of a register has it."""

    title: str
    kind: Kind
    own_reference: str
    term: Term
    value_pence: int | None
    payment_terms: str
    paid_in_advance: bool
    notice_days: int | None
    own_notice_days: int | None
    state: AgreementState
    over_on: date | None
    over_reason: str
    service: str
    care_group: str
    price: PriceSaid | None
    not_in_source: tuple[str, ...]


def said_by(row: Mapping[str, Any], usual: Usual) -> Said:
    """The agreement that a canonical row stands for; days in it are as ISO writes them."""
    term = _term(row)
    state, over_on, why = _standing(row, term, usual.read_on)
    notice = row.get("notice_days")
    return Said(
        title=str(row.get("title") or row.get("description") or "Without a title")[:300],
        kind=kind_of(row, usual.kind), own_reference=str(row.get("reference") or "")[:60],
        term=term, value_pence=_value(row, term), payment_terms=_payment(row),
        paid_in_advance=bool(row.get("in_advance")),
        notice_days=row.get("provider_notice_days", notice),
        own_notice_days=row.get("council_notice_days", notice),
        state=state, over_on=over_on, over_reason=why, service=_service(row),
        care_group=str(row.get("care_group") or ""), price=_price(row, term, usual.read_on),
        not_in_source=tuple(sorted(NEVER_SAID | set(_unsaid(row, term)))),
    )  # fmt: skip


def kind_of(row: Mapping[str, Any], usual: Kind) -> Kind:
    """The kind that the row names, or the usual one of the file."""
    return Kind(row["kind"]) if row.get("kind") else usual


def provider_number(row: Mapping[str, Any]) -> str:
    """The supplier's number with its register, as the Open Contracting standard writes it."""
    for name, scheme in SCHEMES:
        if number := row.get(name):
            return f"{_scheme(scheme, str(number))}-{number}"
    return ""


def _scheme(scheme: str, number: str) -> str:
    """Scottish and Northern Irish charities have registers of their own."""
    if scheme == "GB-CHC":
        return {"SC": "GB-SC", "NI": "GB-NIC"}.get(number[:2], scheme)
    return scheme


def _day(row: Mapping[str, Any], name: str) -> date | None:
    text = row.get(name)
    return date.fromisoformat(text) if text else None


def _term(row: Mapping[str, Any]) -> Term:
    """With the extensions that were taken; an end before the first day is none that can count."""
    first = _day(row, "starts_on")
    ends = (_day(row, "now_ends_before"), _day(row, "ends_before"))
    possible = [end for end in ends if end and (first is None or end > first)]
    return Term(first, possible[0] if possible else None)


def _standing(
    row: Mapping[str, Any], term: Term, read_on: date
) -> tuple[AgreementState, date | None, str]:
    """Where it stands: in use, unless the register itself says otherwise."""
    said = row.get("standing")
    if said != "ended":
        return STATES.get(str(said), AgreementState.LIVE), None, ""
    why = f"The register that it was imported from says: {row.get('status') or 'ended'}"
    if term.last_day is not None and term.last_day <= read_on:
        return AgreementState.ENDED, term.last_day, why
    return AgreementState.TERMINATED, read_on, why


def _value(row: Mapping[str, Any], term: Term) -> int | None:
    """Over the term, and the most of a range; without an end it is the value of a year."""
    total = row.get("total_to_pence", row.get("total_pence"))
    if total is None and _without_end(row, term):
        total = row.get("annual_to_pence", row.get("annual_pence"))
    return None if total is None else int(total)


def _without_end(row: Mapping[str, Any], term: Term) -> bool:
    """Whether the file says that no end is set, which is another thing than saying nothing."""
    gap = row.get("gaps", {}).get("ends_before", [""])
    return term.ends_before is None and gap[0] == Absence.NO_END.value


def _payment(row: Mapping[str, Any]) -> str:
    words = []
    if (days := row.get("payment_days")) is not None:
        words.append(f"{days} days after the invoice")
    if (before := row.get("in_advance")) is not None:
        words.append("in advance" if before else "in arrears")
    return ", ".join(words).capitalize()


def _service(row: Mapping[str, Any]) -> str:
    """What is bought, in our words where the kind of care is told, else in the register's."""
    known = CARE_IN_WORDS.get(str(row.get("care") or ""))
    return str(known or row.get("service") or row.get("title") or "")[:200]


def _price(row: Mapping[str, Any], term: Term, read_on: date) -> PriceSaid | None:
    """A price of a known unit, from the day on which the file was true."""
    pence, unit = row.get("price_pence"), row.get("price_unit")
    begins = max(read_on, term.since)
    if pence is None or unit is None or term.is_over(begins):
        return None
    minutes = int(row.get("price_minutes") or 0)
    if (unit == Unit.VISIT.value) != bool(minutes):
        return None
    return PriceSaid(Unit(unit), minutes, int(pence), begins)


def _unsaid(row: Mapping[str, Any], term: Term) -> Iterator[str]:
    """What this row leaves open beside what no register says."""
    if term.starts_on is None:
        yield "starts_on"
    if term.ends_before is None and not _without_end(row, term):
        yield "ends_before"
    if _value(row, term) is None:
        yield "value"
    for fact, names in (
        ("kind", ("kind",)), ("notice", NOTICES), ("provider", ("supplier_name",)),
        ("payment_terms", ("payment_days", "in_advance")),
    ):  # fmt: skip
        if all(row.get(name) is None for name in names):
            yield fact
    # None is said to be allowed only where the register counts none.
    if row.get("extensions_allowed") != 0 and row.get("extension_months") != 0:
        yield "extensions"


def sure_match(candidates: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The one provider of the same number and a like name; None where there are two, or none."""
    sure = [each for each in candidates if each["sure"]]
    return sure[0] if len(sure) == 1 else None
