"""Values held against each other, and ceilings that several awards share counted once.

The value of a framework is the most that all its call-offs together may come to. Publishers write
it on each award: one notice gave the same five million to each of 62 suppliers. Such values are
never added up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carewright_engine.open_contracting.findings import Finding, Kind, Release, incoherent
from carewright_engine.open_contracting.parts import amount, each, is_framework, part

ROUNDING: float = 0.01  # of the unit of the currency: sums of published amounts may differ by it


@dataclass(frozen=True, slots=True)
class Worth:
    """What the awards of a release come to, in one currency."""

    currency: str
    amount: float
    is_ceiling: bool  # the most that may be spent by all together, not what will be


def worth_of_awards(release: Release) -> Worth | None:
    """Awards added up, a shared ceiling counted once; nothing where currencies are mixed."""
    values = [amount(award.get("value")) for _, award in each(release, "awards")]
    known = [value for value in values if value is not None]
    if not known or len({currency for currency, _ in known}) != 1:
        return None
    amounts = [number for _, number in known]
    ceiling = is_framework(release)
    return Worth(known[0][0], max(amounts) if ceiling else sum(amounts), ceiling)


def values_hold_together(release: Release) -> Iterator[Finding]:
    """No value is below nought, contracts stay within their award, ceilings are pointed out."""
    yield from _no_value_below_nought(release)
    yield from _contracts_within_their_awards(release)
    yield from _shared_ceilings(release)
    yield from _bidders_counted(release)


def _no_value_below_nought(release: Release) -> Iterator[Finding]:
    tender = part(release, "tender")
    valued = [("tender", tender), *each(tender, "lots", "tender")]
    for at, one in [*valued, *each(release, "awards"), *each(release, "contracts")]:
        value = amount(one.get("value"))
        if value is not None and value[1] < 0:
            yield incoherent(f"{at}/value/amount", "The amount is below nought.")


def _contracts_within_their_awards(release: Release) -> Iterator[Finding]:
    if "contracts" not in release or is_framework(release):
        return
    awarded = {str(one.get("id")): amount(one.get("value")) for _, one in each(release, "awards")}
    contracted: dict[str, float] = {}
    for at, contract in each(release, "contracts"):
        value, award = amount(contract.get("value")), awarded.get(str(contract.get("awardID")))
        if value is None or award is None:
            continue
        if value[0] != award[0]:
            yield incoherent(at, f"The contract is in {value[0]}, its award in {award[0]}.")
            continue
        name = str(contract["awardID"])
        contracted[name] = contracted.get(name, 0) + value[1]
        if contracted[name] > award[1] + ROUNDING:
            words = f"Contracts come to {contracted[name]:,.2f} of an award of {award[1]:,.2f}."
            yield incoherent(at, words)


def _shared_ceilings(release: Release) -> Iterator[Finding]:
    awards = release.get("awards")
    if not isinstance(awards, list) or len(awards) < 2:
        return
    values = [amount(award.get("value")) for _, award in each(release, "awards")]
    known = [value for value in values if value is not None]
    if len(known) > 1 and (is_framework(release) or len(set(known)) == 1):
        most = max(number for _, number in known)
        words = f"{len(known)} awards have values of up to {most:,.2f}: ceilings are not added up."
        yield Finding(Kind.NOTE, "awards", words)


def _bidders_counted(release: Release) -> Iterator[Finding]:
    tender = part(release, "tender")
    said, listed = tender.get("numberOfTenderers"), tender.get("tenderers")
    if isinstance(said, int) and isinstance(listed, list) and listed and said < len(listed):
        words = f"{said} tenderers are counted and {len(listed)} are listed."
        yield incoherent("tender/numberOfTenderers", words)
