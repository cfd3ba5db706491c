"""The months ahead as a picture: where work gathers."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from carewright.keep_to.api import Months
from carewright.ui.formats import calendar, count_of
from carewright_engine.charts import Caption, Column, Picture, columns
from carewright_engine.charts.blocks import PEAK
from carewright_engine.values.months import months_later

AHEAD: Final = 12


def months_picture(months: Months, today: date) -> Picture:
    """What is late, and what falls due in each of the next twelve months."""
    counted = dict(months.ahead)
    first = today.replace(day=1)
    days = [months_later(first, n) for n in range(AHEAD)]
    names = calendar().months
    ahead = [Column(f"{names[day.month][:3]} {day:%y}", counted.get(day, 0)) for day in days]
    late = [Column(_("Late"), months.late, PEAK)] if months.late else []
    caption = Caption(
        "months", _("What falls due, by month"),
        how_to_read=_("Each column counts the duties whose last day is in the month."),
    )  # fmt: skip
    return columns(
        caption, [*late, *ahead], rows_are=_("Month"), figures_are=_("Duties"), wide=1000
    )


def finding(months: Months) -> str:
    """What the picture comes to, as a heading says it."""
    if months.late:
        return count_of(months.late, "%(n)s duty is late", "%(n)s duties are late")
    return _("Nothing is late")
