"""The public register in the Open Contracting Data Standard 1.1: awards and contracts alone.

Every field comes from the public view; what nobody knows is left out and never sent empty.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final
from uuid import UUID

from carewright.contract.rules.words import Kind, Regime
from carewright.platform.api import Blocker
from carewright_engine.values.local_time import LONDON

#: As the Open Contracting Partnership gives it to a publisher who has registered.
PREFIX: Final = r"ocds-[a-z0-9]{6}"
VERSION: Final = "1.1"
_OF_A_REGISTER: Final = re.compile(r"(GB-[A-Z]+)-(\S+)")
_LAST_SECOND: Final = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes, and the prefix by which its contracting processes are told from others'."""

    ocid_prefix: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicEntry:
    """One agreement as the public view shows it; days are last days, money whole pence."""

    id: UUID
    reference: str
    title: str
    kind: Kind
    regime: Regime | None  # None: nobody has said it of this very contract
    provider: str
    provider_number: str
    awarded_on: date | None
    value_pence: int | None
    starts_on: date | None
    ends_on: date | None
    extended_to: date | None  # with every option
    review_on: date | None


def blockers_to_prefix(prefix: str) -> list[Blocker]:
    """Why a prefix cannot be one."""
    if re.fullmatch(PREFIX, prefix):
        return []
    says = (
        "A prefix is ocds- and six small letters or figures, like ocds-a1b2c3, as the Open "
        "Contracting Partnership gave it to you"
    )
    return [Blocker("ocid_prefix", says)]


def package_in_parts(
    entries: Iterable[PublicEntry], publisher: Publisher, *, uri: str, at: datetime
) -> Iterator[str]:
    """A release package as the parts of its JSON, so that none is held whole."""
    head = {
        "uri": uri, "version": VERSION, "publishedDate": at.isoformat(timespec="seconds"),
        "publisher": {"name": publisher.name},
    }  # fmt: skip
    yield _written(head)[:-1] + ',"releases":['
    for place, entry in enumerate(entries):
        yield ("," if place else "") + _written(release(entry, publisher, at=at))
    yield "]}"


def release(entry: PublicEntry, publisher: Publisher, *, at: datetime) -> dict[str, Any]:
    """What is public of one agreement on a day; the same on one day has the same id."""
    found = {
        "ocid": f"{publisher.ocid_prefix}-{entry.id}",
        "date": _moment(at.astimezone(LONDON).date(), time.min), "language": "en",
        "tag": ["award", "contract"], "initiationType": "tender",
        "parties": [_buyer(publisher) | {"roles": ["buyer"]}, *_suppliers(entry)],
        "buyer": _buyer(publisher), "awards": [_award(entry)], "contracts": [_contract(entry)],
    }  # fmt: skip
    return {"id": hashlib.sha256(_written(found).encode()).hexdigest()[:32], **found}


def _award(entry: PublicEntry) -> dict[str, Any]:
    named = [{"id": each["id"], "name": each["name"]} for each in _suppliers(entry)]
    return _known({
        "id": entry.reference, "title": entry.title, "value": _amount(entry),
        "date": entry.awarded_on and _moment(entry.awarded_on, time.min), "suppliers": named,
    })  # fmt: skip


def _contract(entry: PublicEntry) -> dict[str, Any]:
    return _known({
        "id": entry.reference, "awardID": entry.reference, "title": entry.title,
        "description": _description(entry),
        "period": _period(entry), "value": _amount(entry), "milestones": _review(entry),
    })  # fmt: skip


def _description(entry: PublicEntry) -> str:
    under = f". Bought under: {entry.regime.label}" if entry.regime else ""
    return f"{entry.kind.label}{under}"


def _period(entry: PublicEntry) -> dict[str, str]:
    days = (
        ("startDate", entry.starts_on, time.min), ("endDate", entry.ends_on, _LAST_SECOND),
        ("maxExtentDate", entry.extended_to, _LAST_SECOND),
    )  # fmt: skip
    return {name: _moment(day, at) for name, day, at in days if day}


def _review(entry: PublicEntry) -> list[dict[str, str]]:
    if entry.review_on is None:
        return []
    due = _moment(entry.review_on, _LAST_SECOND)
    return [{"id": "review", "title": "Review", "type": "assessment", "dueDate": due}]


def _amount(entry: PublicEntry) -> dict[str, Any]:
    """Pounds, as the standard wants them; up to ninety billion a number of JSON holds the pence."""
    if entry.value_pence is None:
        return {}
    pounds, pence = divmod(entry.value_pence, 100)
    return {"amount": entry.value_pence / 100 if pence else pounds, "currency": "GBP"}


def _buyer(publisher: Publisher) -> dict[str, Any]:
    return {"id": publisher.slug, "name": publisher.name}


def _suppliers(entry: PublicEntry) -> list[dict[str, Any]]:
    """Who gives the care; without a number nobody says that two of one name are one body."""
    if not entry.provider:
        return []
    number = entry.provider_number
    known = _OF_A_REGISTER.fullmatch(number)
    identifier = {"scheme": known[1], "id": known[2]} if known else {}
    return [_known({
        "id": number or f"supplier-of-{entry.reference}", "name": entry.provider,
        "identifier": identifier, "roles": ["supplier"],
    })]  # fmt: skip


def _known(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", {}, [])}


def _moment(day: date, at: time) -> str:
    return datetime.combine(day, at, tzinfo=LONDON).isoformat()


def _written(found: Mapping[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
