"""What was reported of capacity, as small as it may be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from carewright.platform import api as platform
from carewright.register import api as register
from tests.factories import platform as make

SAID: dict[str, Any] = {
    "area_kind": "council", "area_code": "S12000047", "area_name": "Fife",
    "support": "care_home", "amount": Decimal(100), "since": date(2026, 1, 1),
    "said_by": "Contract manager", "source": "The return of the last quarter",
}  # fmt: skip


def reported(by: platform.Officer, **given: Any) -> UUID:
    """A report of 100 places that are there already, unless told otherwise."""
    return register.report_capacity(**{**SAID, "at": make.NOW, **given}, by=by)
