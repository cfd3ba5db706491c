"""Whether every organisation that a release refers to is among its parties, in that role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from carewright_engine.open_contracting.findings import Finding, Kind, Release, incoherent
from carewright_engine.open_contracting.parts import each, part, texts

Reference = tuple[str, dict[str, Any], str]  # where, the reference, the role that it needs


def parties_hold_together(release: Release) -> Iterator[Finding]:
    """Each reference has its party, with its role and its name; each party has a role."""
    known = {str(one.get("id")): one for _, one in each(release, "parties")}
    for at, reference, role in references(release):
        party = known.get(str(reference.get("id")))
        if party is None:
            yield incoherent(at, f"{_named(reference)} is not among the parties.")
        elif role not in texts(party, "roles"):
            yield incoherent(at, f"{_named(reference)} does not have the role {role}.")
        elif reference.get("name", party.get("name")) != party.get("name"):
            words = f"{_named(reference)} is called {party.get('name')} among the parties."
            yield Finding(Kind.NOTE, at, words)
    for at, party in each(release, "parties"):
        if not party.get("roles"):
            yield incoherent(at, f"{_named(party)} has no role in this process.")


def references(release: Release) -> Iterator[Reference]:
    """Every reference to an organisation whose role the standard fixes."""
    tender = part(release, "tender")
    for at, found, role in (
        ("buyer", release.get("buyer"), "buyer"),
        ("tender/procuringEntity", tender.get("procuringEntity"), "procuringEntity"),
    ):
        if isinstance(found, dict):
            yield at, found, role
    for at, tenderer in each(tender, "tenderers", "tender"):
        yield at, tenderer, "tenderer"
    for at, award in each(release, "awards"):
        for where, supplier in each(award, "suppliers", at):
            yield where, supplier, "supplier"
    for at, bid in each(part(release, "bids"), "details", "bids"):
        for where, tenderer in each(bid, "tenderers", at):
            yield where, tenderer, "tenderer"


def _named(found: dict[str, Any]) -> str:
    return str(found.get("name") or found.get("id") or "An organisation without id")
