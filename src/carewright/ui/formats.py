"""How figures, money, dates and times are written for readers: 1,250, £22.05, 3 June 2026, 12 noon.

What is not known is written as such and never as zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

from django.utils.dates import MONTHS
from django.utils.translation import get_language, gettext, ngettext

from carewright_engine.values.local_time import LONDON

MINUS: Final = "\N{MINUS SIGN}"
MOST_FIGURES: Final = 20  # before the point: beyond, a figure is written as a power of ten

Figure = int | float | Decimal


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days and hours in the words of one language, looked up once: a list writes hundreds."""

    months: tuple[str, ...]
    day_and_time: str
    noon: str
    midnight: str
    morning: str
    afternoon: str

    def day(self, day: date) -> str:
        """3 June 2026. A moment is first turned into the day that it falls on in London."""
        if isinstance(day, datetime):
            day = in_london(day)
        return f"{day.day} {self.months[day.month]} {day.year}"

    def moment(self, moment: datetime) -> str:
        """3 June 2026, 12 noon, in London."""
        local = in_london(moment)
        day = f"{local.day} {self.months[local.month]} {local.year}"
        return self.day_and_time % {"date": day, "time": self.hour(local)}

    def hour(self, moment: datetime) -> str:
        """9.10 am, 5 pm, 12 noon, 12 midnight."""
        if not moment.minute and moment.hour in (0, 12):
            return self.noon if moment.hour else self.midnight
        clock = str(moment.hour % 12 or 12)
        if moment.minute:
            clock += f".{moment.minute:02d}"
        return (self.morning if moment.hour < 12 else self.afternoon) % {"clock": clock}


def calendar() -> Calendar:
    """Days and hours in the reader's language."""
    return _calendar(get_language())


@cache
def _calendar(_language: str | None) -> Calendar:
    return Calendar(
        months=("", *(str(MONTHS[month]) for month in range(1, 13))),
        day_and_time=gettext("%(date)s, %(time)s"),
        noon=gettext("12\u00a0noon"),  # no line ends within a time of day
        midnight=gettext("12\u00a0midnight"),
        morning=gettext("%(clock)s\u00a0am"),
        afternoon=gettext("%(clock)s\u00a0pm"),
    )


def not_known() -> str:
    """The words that stand where a figure is missing."""
    return gettext("Not known")


def written_date(day: date | None) -> str:
    """3 June 2026."""
    return not_known() if day is None else calendar().day(day)


def written_datetime(moment: datetime | None) -> str:
    """3 June 2026, 12 noon: a deadline always has its time of day, in London."""
    return not_known() if moment is None else calendar().moment(moment)


def written_time(moment: datetime | None) -> str:
    """12 noon, in London."""
    return not_known() if moment is None else calendar().hour(in_london(moment))


def number(value: Figure | None, places: int = 0) -> str:
    """1,250, or with places 1,250.5; halves are rounded up, as people expect."""
    if value is None or value != value:  # only a float that is not a number differs from itself
        return not_known()
    if isinstance(value, int) and not places:
        figure = f"{value:,}"
    else:
        exact = Decimal(str(value))
        if exact.adjusted() > MOST_FIGURES:
            return _with_true_minus(f"{exact:.2E}")
        figure = f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"
    return _with_true_minus(figure)


def percent(share: Figure | None, places: int = 1) -> str:
    """A share of one as parts in a hundred: 0.963 is 96.3%."""
    if share is None or share != share:
        return not_known()
    return f"{number(Decimal(str(share)) * 100, places)}%"


def pounds(pence: int | None, *, whole: bool = False) -> str:
    """£412.30 from 41,230 pence; `whole` gives £412 where pence would only distract."""
    if pence is None:
        return not_known()
    amount, rest = divmod(abs(pence), 100)
    if whole:
        amount += rest >= 50
        figure = f"£{amount:,}"
    else:
        figure = f"£{amount:,}.{rest:02d}"
    nothing = not amount and (whole or not rest)
    return f"{MINUS}{figure}" if pence < 0 and not nothing else figure


def count_of(how_many: int, singular: str, plural: str) -> str:
    """A count and its noun, agreeing: `count_of(3, "%(n)s home", "%(n)s homes")` is 3 homes."""
    return ngettext(singular, plural, how_many) % {"n": number(how_many)}


def in_london(moment: datetime) -> datetime:
    """The same moment as the clocks in London show it."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone, so nobody can say which hour is meant")
    return moment.astimezone(LONDON)


def _with_true_minus(figure: str) -> str:
    if not figure.startswith("-"):
        return figure
    rest = figure[1:]
    return f"{MINUS}{rest}" if rest.strip("0.,") else rest
