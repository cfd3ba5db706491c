"""Practice capacity: what the three councils can provide now, and what is planned. All invented.

The numbers are chosen beside what the practice files come to, so that a gap opens in some years
and areas and not in others. Middle estimates of need: Elmshire 17,300 hours of home care a week in
2026 and 18,200 in 2031, Oakshire 11,600 and 12,200, Strathalder 8,100 and 8,300; places in care
homes 910 and 990, 590 and 650, 470 and 500. Hours begin 3 to 6% above what is needed. Places are
what the practice register of 2022 has for adults (1,049, 533 and 466) less one room in twenty, with
what opened since. So home care falls short in Elmshire from 2031, in Oakshire from 2029 and in
Strathalder not within 20 years; care homes from 2032, 2029 and 2031.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from carewright.config.casting import persona
from carewright.platform import api as platform
from carewright.register import api as register
from carewright.ui.formats import in_london

#: The lead of the partnership keeps what its partners reported; each council keeps its own.
LEAD: Final = "elmshire"


@dataclass(frozen=True, slots=True)
class Told:
    """How much a council can provide, from how many years ahead on (0: it is there already)."""

    council: str
    support: str
    amount: str
    ahead: int
    said_by: str
    source: str


TOLD: Final = (
    Told("elmshire", "care_at_home", "17900", 0, "Home care manager",
         "Hours that staff of all providers can work, by the return of last quarter (practice)."),
    Told("elmshire", "care_at_home", "18500", 2, "Chief officer",
         "600 hours more of the council's own team, agreed with the budget (practice)."),
    Told("elmshire", "care_at_home", "18050", 4, "Contract manager",
         "A provider has given notice that it leaves the town, with 450 hours (practice)."),
    Told("elmshire", "care_home", "996", 0, "Contract manager",
         "Registered places for adults less rooms out of use, by the homes' count (practice)."),
    Told("elmshire", "care_home", "1056", 2, "Capital programme manager",
         "A home of 60 places opens; it has consent and a contractor (practice)."),
    Told("elmshire", "care_home", "1016", 4, "Contract manager",
         "A home of 40 places closes when its lease ends (practice)."),
    Told("oakshire", "care_at_home", "11900", 0, "Commissioning manager",
         "Hours of the council's team and of seven providers, counted in one week (practice)."),
    Told("oakshire", "care_at_home", "11500", 3, "Contracts officer",
         "A provider closes its branch on the coast, with 400 hours (practice)."),
    Told("oakshire", "care_home", "606", 0, "Commissioning manager",
         "Registered places less rooms out of use, with two homes opened since 2022 (practice)."),
    Told("oakshire", "care_home", "616", 1, "Commissioning manager",
         "Rooms out of use are mended and open again (practice)."),
    Told("oakshire", "care_home", "706", 4, "Capital programme manager",
         "A home of 90 places opens; consent is given, the money is not certain (practice)."),
    Told("strathalder", "care_at_home", "8600", 0, "Home care manager",
         "Hours that staff can work, the island of Sorra included (practice)."),
    Told("strathalder", "care_at_home", "9100", 3, "Home care manager",
         "Twenty care workers more, whom the college trains from next year (practice)."),
    Told("strathalder", "care_home", "490", 0, "Commissioning manager",
         "Registered places less rooms out of use, with 47 opened since 2022 (practice)."),
)  # fmt: skip


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Lets the commissioners report it once."""
    del by  # officers report, never whoever runs the machine
    for slug in dict.fromkeys(each.council for each in TOLD):
        _report(slug, [each for each in TOLD if slug in (LEAD, each.council)], at)


def _report(slug: str, told: Iterable[Told], at: datetime) -> None:
    """What one organisation was told, unless it has any reports."""
    commissioner, today = persona("commissioner", slug, at), in_london(at).date()
    councils = {each.slug: each for each in platform.organisations()}
    with platform.acting_for(commissioner.organisation.id):
        if register.capacity_reports(seen_by=commissioner, on=today).exists():
            return
        for each in told:
            council = councils[each.council]
            name = council.name.removesuffix(" Council")
            register.report_capacity(
                area_kind="council", area_code=council.area_code or "", area_name=name,
                support=each.support, amount=Decimal(each.amount), provider_name="",
                since=date(today.year + each.ahead, 4 if each.ahead else 1, 1),
                said_by=f"{each.said_by}, {council.name}", source=each.source,
                by=commissioner, at=at,
            )  # fmt: skip
