"""One valid minimal object of the cost stage each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from carewright.cost import api as cost
from carewright.cost.api import CostLine, ReturnKind, Said
from carewright.platform import api as platform
from tests.factories import platform as make


def said(**given: Any) -> Said:
    """A provider's open book of home care for a year."""
    wanted: dict[str, Any] = {
        "kind": ReturnKind.OPEN_BOOK, "who": "Strathallow", "service": "Home care",
        "starts_on": date(2025, 4, 1), "ends_before": date(2026, 4, 1),
        "lines": (CostLine("Pay", 100_000), CostLine("Travel", 20_000)), "source": "By email",
    }  # fmt: skip
    return Said(**{**wanted, **given})


def recorded(by: platform.Officer, **given: Any) -> UUID:
    """A return that nobody has checked."""
    return cost.record_return(said=said(**given), by=by, at=make.NOW)


def accepted(by: platform.Officer, checker: platform.Officer, **given: Any) -> UUID:
    """A return that a second person accepted."""
    return_id = recorded(by, **given)
    cost.check_return(
        return_id=return_id, outcome=cost.Outcome.ACCEPTED, says="", by=checker, at=make.NOW
    )
    return return_id


def home(name: str, care: int, food: int, **given: Any) -> dict[str, Any]:
    """What a full home returned, in pounds a resident's week."""
    return {
        "kind": ReturnKind.CARE_HOME, "who": name, "service": "Care homes",
        "type_of_care": "nursing", "unit": "week", "units": Decimal(1000),
        "bed_weeks": Decimal(1000),
        "lines": (CostLine("Care staff", care * 100_000), CostLine("Food", food * 100_000)),
        **given,
    }  # fmt: skip


def held_by(by: platform.Officer, word: str) -> dict[str, str]:
    """A return whose words name its organisation."""
    return {"return_id": str(recorded(by, who=f"{word} Care", source=f"{word} sent it"))}
