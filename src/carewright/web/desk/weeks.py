"""The next twelve weeks: a block for each dated duty, by the week in which it falls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from carewright.ui.exports.sheets import Sheet
from carewright.web.desk.duties import Duty
from carewright_engine.charts.blocks import Pile, blocks
from carewright_engine.charts.picture import Caption, Picture

WEEKS: Final = 12
#: As many in one week as make a week worth a warning, when it is also the heaviest.
MANY: Final = 5


def weeks_ahead(duties: Iterable[Duty], now: datetime) -> list[tuple[date, int]]:
    """Each of the next twelve Mondays with the number of duties due in its week."""
    first = _monday(localtime(now).date())
    counted = Counter(_monday(localtime(d.due).date()) for d in duties if d.due and d.due >= now)
    mondays = (first + timedelta(weeks=n) for n in range(WEEKS))
    return [(monday, counted[monday]) for monday in mondays]


def drawn(weeks: list[tuple[date, int]]) -> Picture:
    """The weeks as columns of blocks."""
    most = max(count for _monday_, count in weeks)
    heaviest = [monday for monday, count in weeks if count == most]
    alone = heaviest[0] if len(heaviest) == 1 and most >= MANY else None
    caption = Caption(
        name="weeks",
        title=_("The next 12 weeks"),
        how_to_read=_("One block is one dated duty, by week beginning."),
    )
    return blocks(
        caption,
        [
            Pile(f"{monday:%-d %b}", count, _peak(count) if monday == alone else "")
            for monday, count in weeks
        ],
        rows_are=_("Week beginning"),
        figures_are=_("Duties"),
    )


def sheet(weeks: list[tuple[date, int]]) -> Sheet:
    """The weeks as a table to take away."""
    return Sheet(
        name=_("The next 12 weeks"),
        headings=(_("Week beginning"), _("Duties")),
        kinds=("date", "number"),
        rows=iter(weeks),
    )


def _peak(count: int) -> str:
    return _("%(count)s together") % {"count": count}


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
