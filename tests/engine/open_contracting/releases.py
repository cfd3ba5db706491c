"""Releases to check and to compile: one valid process, and random ones."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

COUNCIL = {"id": "GB-LAE-ELM", "name": "Elmshire Council"}
PROVIDER = {"id": "GB-COH-01234567", "name": "Brook Care Ltd"}
OCID = "ocds-abc123-elm-1"

_PARTIES = [
    {**COUNCIL, "roles": ["buyer", "procuringEntity"]},
    {**PROVIDER, "roles": ["tenderer", "supplier"]},
]


def release(tag: str, day: int, **parts: Any) -> dict[str, Any]:
    """A release of the one process, made on a day of April 2026."""
    return {
        "ocid": OCID,
        "id": f"{OCID}-{tag}-{day}",
        "date": f"2026-04-{day:02}T09:00:00Z",
        "tag": [tag],
        "initiationType": "tender",
        "parties": deepcopy(_PARTIES),
        "buyer": dict(COUNCIL),
        "language": "en",
        **deepcopy(parts),
    }


TENDER = {
    "id": "t1",
    "title": "Care at home in Elmshire",
    "status": "active",
    "procurementMethod": "open",
    "mainProcurementCategory": "services",
    "tenderPeriod": {"startDate": "2026-04-01T09:00:00Z", "endDate": "2026-04-10T12:00:00Z"},
    "lots": [
        {"id": "north", "title": "North", "value": {"amount": 5000000, "currency": "GBP"}},
        {"id": "south", "title": "South", "value": {"amount": 4000000, "currency": "GBP"}},
    ],
    "items": [{"id": "1", "description": "Hours of care at home", "relatedLot": "north"}],
}
AWARD = {
    "id": "a1",
    "title": "Care at home, north",
    "status": "active",
    "date": "2026-04-15T09:00:00Z",
    "value": {"amount": 4800000, "currency": "GBP"},
    "suppliers": [dict(PROVIDER)],
    "relatedLots": ["north"],
}
CONTRACT = {
    "id": "c1",
    "awardID": "a1",
    "status": "active",
    "dateSigned": "2026-04-28T09:00:00Z",
    "value": {"amount": 4800000, "currency": "GBP"},
    "period": {"startDate": "2026-05-01T00:00:00Z", "endDate": "2030-04-30T23:59:59Z"},
}


def tendered() -> dict[str, Any]:
    """The notice that asks for bids."""
    return release("tender", 1, tender=TENDER)


def awarded() -> dict[str, Any]:
    """The notice that says who has won."""
    return release("award", 15, tender={**TENDER, "status": "complete"}, awards=[AWARD])


def contracted() -> dict[str, Any]:
    """The notice that the contract has been signed."""
    return release("contract", 29, awards=[AWARD], contracts=[CONTRACT])


_texts = st.sampled_from(["a", "b", "c"])
_values = st.one_of(st.none(), _texts, st.integers(0, 3), st.booleans())
_ids = st.sampled_from(["1", "2", "3"])


def _objects(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def _listed(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[list[Any]]:
    return st.lists(_objects({"id": st.one_of(_ids, st.none()), **fields}), max_size=3)


_whole = st.one_of(st.none(), st.lists(_texts, max_size=2))
_classifications = st.lists(_objects({"scheme": _texts, "id": _ids}), max_size=2)
_value = _objects({"amount": st.one_of(st.none(), st.integers(0, 3)), "currency": _texts})
_items = _listed({"description": _values, "additionalClassifications": _classifications})
_unheard_of = _objects({"x": _values, "list": _whole, "members": _listed({"y": _values})})
_tender = _objects(
    {
        "title": _values,
        "value": st.one_of(st.none(), _value),
        "items": st.one_of(st.none(), _items),
        "lots": _listed({"title": _values, "value": _value, "unheardOf": _unheard_of}),
        "submissionMethod": _whole,
        "unheardOf": _unheard_of,
    }
)
_awards = _listed(
    {"title": _values, "suppliers": _listed({"name": _values}), "items": _items, "value": _value}
)

#: Releases of one process that agree in the shape of each field, as the schema makes them.
random_releases = st.lists(
    _objects(
        {
            "tag": _whole,
            "language": _values,
            "parties": _listed({"name": _values, "roles": _whole, "address": _unheard_of}),
            "tender": st.one_of(st.none(), _tender),
            "awards": st.one_of(st.none(), _awards),
            "unheardOf": _unheard_of,
        }
    ),
    min_size=1,
    max_size=4,
).map(
    lambda found: [
        {**one, "ocid": OCID, "id": str(place), "date": f"2026-04-{place + 1:02}T09:00:00Z"}
        for place, one in enumerate(found)
    ]
)
