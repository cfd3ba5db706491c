"""Releases to measure with: home care frameworks from planning to contract, made from numbers.

Four releases a process, in packages of a thousand, with a known number of breaches of the schema:
one process in 50 has a release without its initiation type, and one in 75 an amount as text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

PACKAGE: Final = 1_000
STAGES: Final = ("planning", "tender", "award", "contract")
DAYS: Final = ("2025-01-10", "2025-03-03", "2025-06-02", "2025-07-14")
CLOSES: Final = "2025-04-30T12:00:00Z"


def packages(processes: int) -> Iterator[dict[str, Any]]:
    """Every release, in packages as a publisher gives them."""
    held: list[dict[str, Any]] = []
    for number in range(processes):
        held += process(number)
        if len(held) >= PACKAGE:
            yield _package(held[:PACKAGE])
            held = held[PACKAGE:]
    if held:
        yield _package(held)


def written(processes: int) -> list[bytes]:
    """The packages as files hold them."""
    return [json.dumps(one, ensure_ascii=False).encode() for one in packages(processes)]


def _package(releases: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "uri": "https://example.org/releases.json",
        "version": "1.1",
        "publishedDate": "2025-08-01T00:00:00Z",
        "publisher": {"name": "Elmshire Council"},
        "releases": releases,
    }


def process(number: int) -> list[dict[str, Any]]:
    """The four releases of one process."""
    return [_release(number, stage) for stage in range(len(STAGES))]


def _release(number: int, stage: int) -> dict[str, Any]:
    ocid = f"ocds-abc123-{number:06}"
    release = {
        "ocid": ocid,
        "id": f"{ocid}-{stage}",
        "date": f"{DAYS[stage]}T09:00:00Z",
        "tag": [STAGES[stage]],
        "initiationType": "tender",
        "language": "en",
        "parties": _parties(number, stage),
        "buyer": {"id": f"GB-LAE-{number % 150}", "name": f"Council {number % 150}"},
    }
    if stage == 0:
        release["planning"] = _planning(number)
    else:
        release["tender"] = _tender(number, stage)
    if stage >= 2:
        release["awards"] = [_award(number, lot) for lot in range(3)]
    if stage == 3:
        release["contracts"] = [_contract(number, lot) for lot in range(3)]
    if stage == 1 and number % 50 == 0:
        del release["initiationType"]
    if stage == 2 and number % 75 == 0:
        release["awards"][0]["value"]["amount"] = "300000"
    return release


def _parties(number: int, stage: int) -> list[dict[str, Any]]:
    council = number % 150
    buyer = {
        "id": f"GB-LAE-{council}",
        "name": f"Council {council}",
        "identifier": {"scheme": "GB-LAE", "id": str(council), "legalName": f"Council {council}"},
        "address": {
            "streetAddress": "1 High Street",
            "locality": "Town",
            "postalCode": "ZZ1 2ZZ",
            "countryName": "United Kingdom",
        },
        "contactPoint": {"name": "Procurement", "email": "procurement@example.org"},
        "roles": ["buyer", "procuringEntity"],
    }
    return [buyer, *(_provider(number, lot) for lot in range(3) if stage >= 2)]


def _provider(number: int, lot: int) -> dict[str, Any]:
    company = f"{(number * 7 + lot) % 3000:08}"
    return {
        "id": f"GB-COH-{company}",
        "name": f"Provider {company}",
        "identifier": {"scheme": "GB-COH", "id": company},
        "roles": ["supplier", "tenderer"],
    }


def _planning(number: int) -> dict[str, Any]:
    return {
        "rationale": "Home care framework",
        "budget": {"description": "Adults", "amount": _money(1_000_000 + number)},
        "documents": [_document("planning", number)],
    }


def _tender(number: int, stage: int) -> dict[str, Any]:
    return {
        "id": f"t{number}",
        "title": f"Home care {number}",
        "description": "Care and support at home for people who need it, in three zones. " * 2,
        "status": "active" if stage == 1 else "complete",
        "procurementMethod": "open",
        "mainProcurementCategory": "services",
        "value": _money(900_000 + number),
        "tenderPeriod": {"startDate": f"{DAYS[1]}T09:00:00Z", "endDate": CLOSES},
        "lots": [{"id": f"lot{lot}", "title": f"Zone {lot}"} for lot in range(3)],
        "items": [_item(item) for item in range(5)],
        "documents": [_document(f"d{one}", number) for one in range(1 + stage)],
    }


def _item(item: int) -> dict[str, Any]:
    return {
        "id": str(item),
        "description": "Hours of care at home",
        "classification": {"scheme": "CPV", "id": "85312000", "description": "Social work"},
        "quantity": 100,
        "unit": {"name": "hours", "value": {"amount": 24.5, "currency": "GBP"}},
        "relatedLot": f"lot{item % 3}",
    }


def _document(name: str, number: int) -> dict[str, Any]:
    return {
        "id": name,
        "documentType": "tenderNotice",
        "title": "Notice",
        "url": f"https://example.org/{number}/{name}",
        "datePublished": f"{DAYS[0]}T09:00:00Z",
        "format": "text/html",
        "language": "en",
    }


def _award(number: int, lot: int) -> dict[str, Any]:
    supplier = _provider(number, lot)
    return {
        "id": f"a{lot}",
        "title": f"Zone {lot}",
        "status": "active",
        "date": f"{DAYS[2]}T09:00:00Z",
        "value": _money(300_000 + lot),
        "suppliers": [{"id": supplier["id"], "name": supplier["name"]}],
        "relatedLots": [f"lot{lot}"],
    }


def _contract(number: int, lot: int) -> dict[str, Any]:
    return {
        "id": f"c{lot}",
        "awardID": f"a{lot}",
        "title": f"Zone {lot}",
        "status": "active",
        "period": {"startDate": "2025-08-01T00:00:00Z", "endDate": "2029-07-31T23:59:59Z"},
        "value": _money(300_000 + lot),
        "dateSigned": f"{DAYS[3]}T08:00:00Z",
    }


def _money(amount: float) -> dict[str, Any]:
    return {"amount": amount, "currency": "GBP"}
