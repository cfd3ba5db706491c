"""Whether what a release says can all be so: dates, states, parties, references and values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from carewright_engine.open_contracting.findings import Finding, Release, incoherent
from carewright_engine.open_contracting.moments import is_later
from carewright_engine.open_contracting.money import values_hold_together
from carewright_engine.open_contracting.parties import parties_hold_together
from carewright_engine.open_contracting.parts import Part, each, ids, part, texts

Check = Callable[[Release], Iterator[Finding]]

ENDED_WITHOUT_AWARD: Final = frozenset({"cancelled", "unsuccessful", "withdrawn"})
NOT_AWARDED: Final = frozenset({"pending", "cancelled", "unsuccessful"})
TENDER_PERIODS: Final = ("tenderPeriod", "enquiryPeriod", "awardPeriod", "contractPeriod")
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
    closes = part(tender, "tenderPeriod").get("endDate")
    for at, period in _periods(release, tender):
        if _is_after(period.get("startDate"), period.get("endDate")):
            words = f"It ends ({period['endDate']}) before it begins ({period['startDate']})."
            yield incoherent(at, words)
    if _is_after(part(tender, "enquiryPeriod").get("endDate"), closes):
        yield incoherent("tender/enquiryPeriod/endDate", "Questions close after bids do.")
    for at, award in each(release, "awards"):
        if _is_after(closes, award.get("date")):
            yield incoherent(at, "It is awarded before bids close.")
    yield from _signatures(release)


def _periods(release: Release, tender: Part) -> Iterator[tuple[str, Part]]:
    """Every period that has a beginning and an end, with where it is."""
    for name in TENDER_PERIODS:
        if name in tender:
            yield f"tender/{name}", part(tender, name)
    for found, name, at, inside in (
        (tender, "lots", "tender", "contractPeriod"),
        (release, "awards", "", "contractPeriod"),
        (release, "contracts", "", "period"),
    ):
        for where, one in each(found, name, at):
            if inside in one:
                yield f"{where}/{inside}", part(one, inside)


def _signatures(release: Release) -> Iterator[Finding]:
    """A contract is signed after its award and its standstill, and before it is published."""
    if "contracts" not in release:
        return
    awards = {str(award.get("id")): award for _, award in each(release, "awards")}
    for at, contract in each(release, "contracts"):
        signed = contract.get("dateSigned")
        award = awards.get(str(contract.get("awardID")), {})
        if _is_after(award.get("date"), signed):
            yield incoherent(at, "It is signed before it is awarded.")
        if _is_after(part(award, "standstillPeriod").get("endDate"), signed):
            yield incoherent(at, "It is signed within the standstill.")
        if _is_after(signed, release.get("date")):
            yield incoherent(at, "It is signed after this release.")


def _is_after(first: Any, second: Any) -> bool:
    return first is not None and second is not None and is_later(first, second)


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
        named = each(found, name, at)
        if len({one.get("id") for _, one in named}) < len(named):
            yield from _given_twice(named, name)


def _given_twice(named: Sequence[tuple[str, Part]], name: str) -> Iterator[Finding]:
    seen = set()
    for at, one in named:
        known = one.get("id")
        if known in seen and known is not None:
            yield incoherent(at, f"The id {known} is given twice in {name}.")
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
