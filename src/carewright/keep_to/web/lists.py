"""What is to do and what was settled, declared once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.utils.timezone import localdate, now
from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.keep_to.api import DutyState, late_at
from carewright.keep_to.web.words import BASES, checked, how_near, standing
from carewright.ui.formats import calendar, count_of, written_date
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright_engine.rules.obligation_rules import Sense
from carewright_engine.values.months import months_later

obligation_address = addresses("keep_to:obligation")
MINE: Final = "mine"
OVERDUE: Final = "overdue"
NOBODY: Final = "nobody"
WITHOUT_DAY: Final = "none"
MONTHS_BACK: Final = 6
MONTHS_ON: Final = 18


def by_when(each: Any) -> str:
    """The last day, or why there is none."""
    return written_date(each.last_day) if each.last_day else str(each.when)


def _owner(each: Any) -> str:
    return each.owner.account.name if each.owner else now_in_words("Nobody")


def _near(each: Any) -> Any:
    return how_near(each.due_at, Sense(each.sense), now())


def _standing(each: Any) -> Any:
    return standing(DutyState(each.state), each.due_at, Sense(each.sense), now())


def _months() -> tuple[tuple[str, str], ...]:
    """From half a year back to as far ahead as is worked out, and what has no day."""
    first = localdate().replace(day=1)
    days = (months_later(first, n) for n in range(-MONTHS_BACK, MONTHS_ON + 1))
    names = calendar().months
    offered = [(f"{day:%Y-%m}", f"{names[day.month]} {day.year}") for day in days]
    return (*offered, (WITHOUT_DAY, now_in_words("Without a day")))


def _in_month(rows: Any, value: str) -> Any:
    if value == WITHOUT_DAY:
        return rows.filter(last_day=None)
    first = date.fromisoformat(f"{value}-01")
    return rows.filter(last_day__gte=first, last_day__lt=months_later(first, 1))


def _late(rows: Any, value: str) -> Any:
    late = late_at(now())
    return rows.filter(late) if value == OVERDUE else rows.exclude(late)


def _whose(rows: Any, value: str) -> Any:
    """Whoever asks, the view knows; here only what is nobody's."""
    return rows.filter(owner=None) if value == NOBODY else rows


_WHAT: Final = (
    ListColumn("words", _("What"), sort="words", link=lambda e: obligation_address(e.pk)),
    ListColumn("agreement", _("Agreement"), value=lambda e: f"{e.agreement} {e.agreement.title}",
               under="words"),
)  # fmt: skip
_RULE: Final = (
    ListColumn("basis", _("Rests on"), value=lambda e: str(BASES[e.basis])),
    ListColumn("source", _("Source"), value=lambda e: checked(e.source, e.verified),
               under="basis"),
)  # fmt: skip
_SEARCH: Final = ListFilter(
    "q", _("Agreement, provider, duty or owner"),
    fields=("words", "agreement__title", "agreement__provider_name", "owner__account__name"),
)  # fmt: skip


def _counted(singular: str, plural: str) -> Callable[[int], str]:
    return lambda how_many: count_of(how_many, singular, plural)


TO_DO: Final = Listing(
    name="obligations",
    caption=_("What agreements oblige to"),
    columns=(
        *_WHAT,
        ListColumn("due", _("By the end of"), value=by_when, sort="due_at"),
        ListColumn("owner", _("Owner"), value=_owner, sort="owner__account__name"),
        *_RULE,
        ListColumn("state", _("State"), "tag", value=_near),
    ),
    filters=(
        ListFilter("month", _("Month"), "select", choices=_months, narrow=_in_month),
        ListFilter(
            "whose", _("Owner"), "select", choices=((MINE, _("Me")), (NOBODY, _("Nobody"))),
            narrow=_whose,
        ),
        ListFilter(
            "basis", _("Kind"), "select",
            choices=tuple((basis.value, words) for basis, words in BASES.items()),
        ),
        ListFilter(
            "late", _("Late"), "select", narrow=_late,
            choices=((OVERDUE, _("Overdue")), ("ahead", _("Not yet"))),
        ),
        _SEARCH,
    ),
    sort="due",
    nothing=_("Nothing is to do under any agreement."),
    counted=_counted("%(n)s thing to do", "%(n)s things to do"),
)  # fmt: skip

SETTLED: Final = Listing(
    name="settled-obligations",
    caption=_("What became of what agreements obliged to"),
    columns=(
        *_WHAT,
        ListColumn("due", _("By the end of"), value=by_when, sort="last_day"),
        ListColumn("settled_on", _("Settled on"), "date", sort="settled_on"),
        ListColumn("settled_words", _("What shows it, or why not"), value="settled_words"),
        ListColumn("by", _("Who said so"), value="settled_by_name", under="settled_words"),
        ListColumn("state", _("State"), "tag", value=_standing),
    ),
    filters=(
        ListFilter(
            "state", _("State"), "select",
            choices=tuple(
                (state.value, state.label) for state in DutyState if state is not DutyState.DUE
            ),
        ),
        ListFilter("month", _("Month"), "select", choices=_months, narrow=_in_month),
        _SEARCH,
    ),
    sort="-settled_on",
    nothing=_("Nothing has been settled yet."),
    counted=_counted("%(n)s thing settled", "%(n)s things settled"),
)  # fmt: skip
