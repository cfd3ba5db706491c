"""Practice capacity: what Elmshire can provide now, and what is planned. All of it invented."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Final

from django.utils.timezone import localdate

from carewright.platform import api as platform
from carewright.register import api as register

#: Support, how much, the provider if not the whole area, how many years ahead (0: there already),
#: who says so and where from.
REPORTED: Final = (
    (
        "care_at_home", "6840", "", 0, "Home care manager, Elmshire Council",
        "Hours of all providers in the council's return of last quarter (practice).",
    ),
    (
        "care_home", "712", "", 0, "Contract manager, Elmshire Council",
        "Registered places for adults, less rooms out of use, by the homes' own count (practice).",
    ),
    (
        "care_at_home", "7190", "", 1, "Chief officer, Alder and Elm partnership",
        "The directed growth of the council's own team, agreed with the budget (practice).",
    ),
    (
        "care_home", "748", "", 2, "Capital programme manager, Elmshire Council",
        "A home of 36 places with planning consent and a contractor appointed (practice).",
    ),
)  # fmt: skip


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Reports it once, as the practice commissioner would."""
    elmshire = platform.organisation("elmshire")
    officer_id = platform.officer_with("commissioner@elmshire.example", organisation_id=elmshire.id)
    if officer_id is None:
        return
    today = localdate(at)
    commissioner = platform.officer(officer_id, on=today)
    with platform.acting_for(elmshire.id):
        if register.capacity_reports(seen_by=commissioner, on=today).exists():
            return
        for support, amount, provider, years, said_by, source in REPORTED:
            register.report_capacity(
                area_kind="council", area_code=elmshire.area_code or "", area_name="Elmshire",
                support=support, amount=Decimal(amount), provider_name=provider,
                since=date(today.year + years, 4 if years else 1, 1), said_by=said_by,
                source=source, by=commissioner, at=at,
            )  # fmt: skip
