"""The suppliers of a register, and the known providers that each of them may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from carewright.contract import models
from carewright.contract.rules.importing import provider_number
from carewright.contract.rules.words import Side
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.tables.suppliers import Candidate, KnownSuppliers, Supplier

NUMBERS: Final = ("company_number", "charity_number")
#: Stands before the name of a provider of ours that has no number in any register.
BY_NAME: Final = "name:"

Key = tuple[str, tuple[str, ...]]
"""A supplier as a file tells it from others: its name in small letters, and its numbers."""


@dataclass(frozen=True, slots=True)
class Named:
    """A supplier of the file."""

    name: str
    numbers: tuple[str, ...]
    postcode: str
    own_number: str  # as `provider_number` writes it; empty where the file gives none


def key_of(row: Mapping[str, Any]) -> Key | None:
    """Which supplier a row names; None where it names nobody."""
    name = str(row.get("supplier_name") or "").strip()[:300]
    return (name.lower(), _numbers(row)) if name else None


def named_in(rows: Iterable[Mapping[str, Any]]) -> dict[Key, Named]:
    """Every supplier of the rows once."""
    found: dict[Key, Named] = {}
    for row in rows:
        key = key_of(row)
        if key is not None and key not in found:
            name = str(row["supplier_name"]).strip()[:300]
            postcode = str(row.get("supplier_postcode") or "")[:10]
            found[key] = Named(name, key[1], postcode, provider_number(row))
    return found


def known_to(officer: platform.Officer) -> KnownSuppliers:
    """The providers of imported registers, and those of the organisation's own agreements."""
    listed = {number: name for number, name in register.known_providers(seen_by=officer)}
    ours = dict(_of_own_agreements(officer))
    return KnownSuppliers(
        Supplier(number, name, _bare(number)) for number, name in {**ours, **listed}.items()
    )


def candidates_of(supplier: Named, known: KnownSuppliers) -> list[dict[str, Any]]:
    """Whom it may be, surest first, as the question keeps them."""
    asked = Supplier("", supplier.name, frozenset(supplier.numbers), supplier.postcode or None)
    return [_kept(each) for each in known.candidates(asked)]


def _kept(each: Candidate) -> dict[str, Any]:
    return {
        "id": each.id, "name": each.name, "reasons": list(each.reasons),
        "caution": each.caution, "sure": each.score == 1.0 and not each.caution,
    }  # fmt: skip


def _numbers(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(str(row[name]) for name in NUMBERS if row.get(name)))


def _of_own_agreements(officer: platform.Officer) -> Iterator[tuple[str, str]]:
    own = models.Party.objects.for_organisation(officer.organisation.id)
    named = own.filter(side=Side.PROVIDER.value).values_list("number", "name").distinct()
    for number, name in named.order_by("number", "name"):
        yield number or f"{BY_NAME}{name}", name


def _bare(number: str) -> frozenset[str]:
    """The number without the scheme that stands before it: GB-COH-00172081 is 00172081."""
    return frozenset({number.rpartition("-")[2]}) if number.startswith("GB-") else frozenset()
