"""A date asked as day, month and year, and the sentences that help to put a wrong one right."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from carewright.ui.formats import written_date

Typed = tuple[str, str, str]
"""Day, month and year as somebody typed them."""

DAY, MONTH, YEAR = "day", "month", "year"

MISSING: Final = {
    (DAY,): _("The date must include a day"),
    (MONTH,): _("The date must include a month"),
    (YEAR,): _("The date must include a year"),
    (DAY, MONTH): _("The date must include a day and a month"),
    (DAY, YEAR): _("The date must include a day and a year"),
    (MONTH, YEAR): _("The date must include a month and a year"),
}


class DateInputs(forms.Widget):
    """Three short boxes; what was typed comes back as it was, right or wrong."""

    parts: ClassVar = (DAY, MONTH, YEAR)
    input_type = "text"

    def names(self, name: str) -> tuple[str, ...]:
        """The three names under which the parts are sent."""
        return tuple(f"{name}-{part}" for part in self.parts)

    def ids(self, stem: str) -> tuple[str, ...]:
        """The three ids, none of them the id of the box around them."""
        return tuple(f"{stem}-{part}" for part in self.parts)

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        """What was typed into each box."""
        day, month, year = (str(data.get(part) or "").strip() for part in self.names(name))
        return day, month, year

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether the question was not on the page at all."""
        return all(part not in data for part in self.names(name))

    def format_value(self, value: Any) -> Typed:
        """The three texts for a date, for what was typed, or for nothing yet."""
        if isinstance(value, date):
            return str(value.day), str(value.month), str(value.year)
        return value if isinstance(value, tuple) else ("", "", "")

    def id_for_label(self, id_: str | None) -> str:
        """A label beside the three boxes belongs to none of them: the legend names them all."""
        return ""


class DateField(forms.Field):
    """A day in the calendar, within limits where there are any."""

    widget = DateInputs

    def __init__(
        self, *, earliest: date | None = None, latest: date | None = None, **options: Any
    ) -> None:
        super().__init__(**options)
        self.earliest = earliest
        self.latest = latest

    def to_python(self, value: Any) -> date | None:
        """The date meant, or the sentence that says which part to put right."""
        if value is None or isinstance(value, date):
            return value
        typed: Typed = value
        if not any(typed):
            return None
        if missing := tuple(p for p, t in zip(DateInputs.parts, typed, strict=True) if not t):
            raise _wrong(str(MISSING[missing]), *missing)
        return _real_date(typed)

    def validate(self, value: Any) -> None:
        """Refuses a date outside the limits, and none at all where one is needed."""
        super().validate(value)
        if value is None:
            return
        if self.earliest and value < self.earliest:
            limit = {"date": written_date(self.earliest)}
            raise _wrong(gettext("The date must be on or after %(date)s") % limit)
        if self.latest and value > self.latest:
            limit = {"date": written_date(self.latest)}
            raise _wrong(gettext("The date must be on or before %(date)s") % limit)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether what was typed means another day than the one first shown."""
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


def read_month(typed: str) -> int | None:
    """The month meant by a figure or by its name, whole or shortened."""
    if typed.isascii() and typed.isdigit():
        return int(typed) if 1 <= int(typed[:4]) <= 12 and len(typed) <= 2 else None
    names = {str(name).casefold(): number for number, name in MONTHS.items()}
    names |= {str(name).casefold(): number for number, name in MONTHS_3.items()}
    return names.get(typed.casefold().rstrip("."))


def _real_date(typed: Typed) -> date:
    day_typed, month_typed, year_typed = typed
    month = read_month(month_typed)
    if month is None:
        words = gettext("The month must be a number from 1 to 12, or a name like June")
        raise _wrong(words, MONTH)
    if not (_is_figure(year_typed) and len(year_typed) == 4 and int(year_typed) > 0):
        raise _wrong(gettext("The year must have 4 numbers, like 2026"), YEAR)
    year = int(year_typed)
    days = monthrange(year, month)[1]
    if not (_is_figure(day_typed) and len(day_typed) <= 2 and 1 <= int(day_typed) <= days):
        raise _wrong(_no_such_day(year, month, days), DAY)
    return date(year, month, int(day_typed))


def _no_such_day(year: int, month: int, days: int) -> str:
    words = {"month": MONTHS[month], "year": year, "days": days}
    return (
        ngettext(
            "%(month)s %(year)s has %(days)d day. The day must be a number from 1 to %(days)d",
            "%(month)s %(year)s has %(days)d days. The day must be a number from 1 to %(days)d",
            days,
        )
        % words
    )


def _is_figure(typed: str) -> bool:
    return typed.isascii() and typed.isdigit()


def _wrong(sentence: str, *parts: str) -> ValidationError:
    """An error that knows which boxes it speaks of. A % in it would be read as a place holder."""
    return ValidationError(
        sentence.replace("%", "%%"), code="invalid", params={"parts": parts or DateInputs.parts}
    )
