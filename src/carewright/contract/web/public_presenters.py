"""What the public view leaves out and by which law, as its page prints it."""

from __future__ import annotations

from datetime import date
from typing import Any

from carewright.contract import api as contract
from carewright.contract.web.lists import agreement_address
from carewright.platform import api as platform
from carewright.ui.dated import with_flag
from carewright.ui.formats import count_of
from carewright.ui.rows import Link


def public_page(officer: platform.Officer, today: date) -> dict[str, Any]:
    """From which value on contracts are published, and which are held back until more is known."""
    held = contract.withheld(seen_by=officer, on=today)
    above = contract.published_above(on=today)
    return {
        "published_above": with_flag(above) if above else "",
        "held_back": _held_back(held),
        "kind_not_known": tuple(Link(text, agreement_address(pk)) for pk, text in held.first),
        "more_not_known": held.kind_not_known - len(held.first),
    }


def _held_back(held: contract.Withheld) -> tuple[str, ...]:
    """Why agreements of such a value are not public; those that are named come last."""
    says = []
    if held.about_one_person:
        says.append(count_of(
            held.about_one_person,
            "%(n)s agreement is not here, as it supports one person alone.",
            "%(n)s agreements are not here, as each supports one person alone.",
        ))  # fmt: skip
    if held.kind_not_known:
        says.append(count_of(
            held.kind_not_known,
            "%(n)s agreement is not here: nobody has said of which kind it is, so it may be one "
            "person’s placement.",
            "%(n)s agreements are not here: nobody has said of which kind they are, so each may "
            "be one person’s placement.",
        ))  # fmt: skip
    return tuple(says)
