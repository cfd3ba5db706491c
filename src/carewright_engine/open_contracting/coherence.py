"""Whether what a release says can all be so: dates, states, parties, references and values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from carewright_engine.open_contracting.findings import Finding, Release, incoherent
from carewright_engine.open_contracting.moments import is_later
from carewright_engine.open_contracting.money import values_hold_together
from carewright_engine.open_contracting.parties import parties_hold_together
from carewright_engine.open_contracting.parts import Part, each, ids, part, texts

Check = Callable[[Release], Iterator[Finding]]

ENDED_WITHOUT_AWARD: Final = frozenset({"cancelled", "unsuccessful", "withdrawn"})
NOT_AWARDED: Final = frozenset({"pending", "cancelled", "unsuccessful"})
NEEDS: Final = {
    "tender": "tender",
    "award": "awards",
    "contract": "contracts",
    "implementation": "contracts",
    "contractAmendment": "contracts",
    "contractTermination": "contracts",
}


def incoherences(release: Release) -> Iterator[Finding]:
    """Everything that cannot be so, and what must be understood before figures are used."""
    for check in CHECKS:
        yield from check(release)


def dates_are_in_order(release: Release) -> Iterator[Finding]:
    """Periods begin before they end, and one stage follows another."""
    tender = part(release, "tender")
    for name in ("tenderPeriod", "enquiryPeriod", "awardPeriod", "contractPeriod"):
        yield from _period(part(tender, name), f"tender/{name}")
    closes = part(tender, "tenderPeriod").get("endDate")
    yield from _not_after(
        part(tender, "enquiryPeriod").get("endDate"),
        closes,
        "tender/enquiryPeriod/endDate",
        "Questions close after bids do.",
    )
    for at, lot in each(tender, "lots", "tender"):
        yield from _period(part(lot, "contractPeriod"), f"{at}/contractPeriod")
    for at, award in each(release, "awards"):
        yield from _period(part(award, "contractPeriod"), f"{at}/contractPeriod")
        yield from _not_after(closes, award.get("date"), at, "It is awarded before bids close.")
    yield from _dates_of_contracts(release)


def _dates_of_contracts(release: Release) -> Iterator[Finding]:
    awards = {str(award.get("id")): award for _, award in each(release, "awards")}
    for at, contract in each(release, "contracts"):
        signed = contract.get("dateSigned")
        award = awards.get(str(contract.get("awardID")), {})
        standstill = part(award, "standstillPeriod").get("endDate")
        yield from _period(part(contract, "period"), f"{at}/period")
        yield from _not_after(award.get("date"), signed, at, "It is signed before it is awarded.")
        yield from _not_after(standstill, signed, at, "It is signed within the standstill.")
        yield from _not_after(signed, release.get("date"), at, "It is signed after this release.")


def _period(period: Part, at: str) -> Iterator[Finding]:
    start, end = period.get("startDate"), period.get("endDate")
    yield from _not_after(start, end, at, f"It ends ({end}) before it begins ({start}).")


def _not_after(first: Any, second: Any, at: str, words: str) -> Iterator[Finding]:
    if first is not None and second is not None and is_later(first, second):
        yield incoherent(at, words)


def states_are_coherent(release: Release) -> Iterator[Finding]:
    """A tender that ended without an award has none; a contract needs an award that stands."""
    status = part(release, "tender").get("status")
    awards = {str(award.get("id")): award.get("status") for _, award in each(release, "awards")}
    if status in ENDED_WITHOUT_AWARD and "active" in awards.values():
        yield incoherent("tender/status", f"The tender is {status}, and an award is active.")
    if status == "complete":
        for at, lot in each(part(release, "tender"), "lots", "tender"):
            if lot.get("status") == "active":
                yield incoherent(at, "The tender is complete, and this lot is active.")
    for at, contract in each(release, "contracts"):
        award = awards.get(str(contract.get("awardID")))
        if contract.get("status") in ("active", "terminated") and award in NOT_AWARDED:
            yield incoherent(at, f"The contract is {contract['status']}, its award is {award}.")


def tags_say_what_is_there(release: Release) -> Iterator[Finding]:
    """A release that is tagged as an award holds one."""
    tags = texts(release, "tag")
    if "compiled" in tags:
        return
    for tag in tags:
        needed = NEEDS.get(tag)
        # Find a Tender tags an award notice "award, contract" before there is a contract.
        if needed == "contracts" and "award" in tags:
            continue
        if needed and not release.get(needed):
            yield incoherent("tag", f"The release is tagged {tag} and has no {needed}.")


def references_exist(release: Release) -> Iterator[Finding]:
    """An id that is referred to is the id of something in the release."""
    tender = part(release, "tender")
    lots = ids(tender, "lots")
    if lots:
        yield from _to_lots(release, tender, lots)
    awards = ids(release, "awards")
    for at, contract in each(release, "contracts"):
        named = contract.get("awardID")
        if awards and named is not None and str(named) not in awards:
            yield incoherent(f"{at}/awardID", f"There is no award {named} in this release.")


def _to_lots(release: Release, tender: Part, lots: set[str]) -> Iterator[Finding]:
    relating = [
        *each(tender, "items", "tender"),
        *each(tender, "documents", "tender"),
        *each(release, "awards"),
        *each(part(release, "bids"), "details", "bids"),
    ]
    for at, one in relating:
        named = [*texts(one, "relatedLots"), *([one["relatedLot"]] if "relatedLot" in one else [])]
        for lot in named:
            if str(lot) not in lots:
                yield incoherent(at, f"There is no lot {lot} in this release.")


def ids_are_given_once(release: Release) -> Iterator[Finding]:
    """Two things of one list have not one id: they would be merged into one."""
    tender = part(release, "tender")
    lists = [
        (release, "parties", ""),
        (release, "awards", ""),
        (release, "contracts", ""),
        (tender, "lots", "tender"),
        (tender, "items", "tender"),
        (tender, "documents", "tender"),
    ]
    for found, name, at in lists:
        inside = found.get(name)
        if isinstance(inside, list) and len(inside) > 1:
            yield from _given_twice(found, name, at)


def _given_twice(found: Part, name: str, at: str) -> Iterator[Finding]:
    seen = set()
    for path, one in each(found, name, at):
        known = str(one.get("id"))
        if known in seen and one.get("id") is not None:
            yield incoherent(path, f"The id {known} is given twice in {name}.")
        seen.add(known)


CHECKS: Final[tuple[Check, ...]] = (
    dates_are_in_order,
    states_are_coherent,
    tags_say_what_is_there,
    references_exist,
    ids_are_given_once,
    parties_hold_together,
    values_hold_together,
)
