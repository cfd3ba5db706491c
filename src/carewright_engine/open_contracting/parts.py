"""The parts of a release that checks look at: lists of objects, with where each one is."""

from __future__ import annotations

from typing import Any

from carewright_engine.open_contracting.findings import Release

Part = dict[str, Any]


def part(found: Part, name: str) -> Part:
    """An object within another; empty where there is none or it is something else."""
    inside = found.get(name)
    return inside if isinstance(inside, dict) else {}


def each(found: Part, name: str, at: str = "") -> list[tuple[str, Part]]:
    """The objects of a list, each with its path."""
    inside = found.get(name)
    if not inside or not isinstance(inside, list):
        return []
    start = f"{at}/{name}/" if at else f"{name}/"
    return [(f"{start}{place}", one) for place, one in enumerate(inside) if type(one) is dict]


def ids(found: Part, name: str) -> set[str]:
    """The ids within a list, as text."""
    return {str(one["id"]) for _, one in each(found, name) if one.get("id") is not None}


def texts(found: Part, name: str) -> list[str]:
    """A list of texts; empty where there is none."""
    inside = found.get(name)
    return [one for one in inside if isinstance(one, str)] if isinstance(inside, list) else []


def amount(value: Any) -> tuple[str, float] | None:
    """Currency and amount of a value object, where both can be compared."""
    if not isinstance(value, dict):
        return None
    number = value.get("amount")
    if isinstance(number, bool) or not isinstance(number, int | float):
        return None
    return str(value.get("currency", "")), number


def is_framework(release: Release) -> bool:
    """Whether the values of the release are ceilings that call-offs share."""
    techniques = part(part(release, "tender"), "techniques")
    return bool(
        techniques.get("hasFrameworkAgreement") or techniques.get("hasDynamicPurchasingSystem")
    )
