"""The pictures of an agreement: its days, and its prices as steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Final

from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.contract.api import OptionState, Price
from carewright.ui.formats import count_of, pounds, written_date
from carewright_engine.charts import Caption, DayMark, Picture, Stretch, TermRow, terms
from carewright_engine.costing.pictures import PricedFrom, prices_as_steps
from carewright_engine.values.money import Pence

MOST_LINES: Final = 6  # more in one picture and nobody tells one from another
OPEN_END: Final = timedelta(days=365)
#: Of the height of a picture: a step that is lower looks like none.
SEEN: Final = Fraction(1, 50)
LEAST_SAID: Final = 0.1  # per cent


def dates_picture(found: contract.Agreement, today: date) -> Picture:
    """The term, what may follow it, and by when somebody gives notice or decides."""
    rows = [TermRow(_("Term"), (_term(found, today),))]
    if options := _options(found):
        rows.append(TermRow(_("Extensions"), options))
    if marks := (*_decisions(found, today), *_notices(found, today)):
        rows.append(TermRow(_("Decisions and notice"), marks=marks))
    caption = Caption(
        "dates", _("Term, extensions and notice"),
        how_to_read=_("Filled: fixed. Hollow: an option. Dashed line: today, %s.")
        % written_date(today),
    )  # fmt: skip
    return terms(caption, rows, today=today)


def prices_picture(found: contract.Agreement, today: date) -> Picture | None:
    """Each thing that is priced as a line of steps; None where there are none, or too many."""
    lines = lines_of(found)
    if not lines or len(lines) > MOST_LINES:
        return None
    priced = {
        name: [
            PricedFrom(each.term.since, Pence(each.pence), each.term.ends_before) for each in prices
        ]
        for name, prices in lines.items()
    }
    return prices_as_steps(priced, today, name="prices", title=_("Price lines"))


def lines_of(found: contract.Agreement) -> Mapping[str, list[Price]]:
    """The prices of each thing in the order of time, named as shortly as tells them apart."""
    several = len({each.priced.service for each in found.prices}) > 1
    grouped: dict[str, list[Price]] = {}
    for each in found.prices:
        name = each.priced.label if several else each.priced.short_label
        grouped.setdefault(name, []).append(each)
    return grouped


def prices_finding(found: contract.Agreement, today: date) -> str:
    """What the price lines come to, in a heading; a change of a penny is one."""
    if not found.prices:
        return _("No price has been agreed")
    changed = [prices for prices in lines_of(found).values() if _has_changed(prices)]
    if not changed:
        return _("No price has changed since it was agreed")
    rises = sorted(rise for prices in changed if (rise := _rise(prices)) is not None)
    if not rises:
        return _("Prices were agreed where there was none to pay at first")
    low, high = _in_words(rises[0]), _in_words(rises[-1])
    if low == high:
        return _("Prices changed by %s since the first day") % high
    return _("Prices changed by %(low)s to %(high)s since the first day") % {
        "low": low, "high": high,
    }  # fmt: skip


def small_steps(found: contract.Agreement) -> tuple[str, ...]:
    """Changes that are lines too flat to be seen, because other prices are so much larger."""
    lines = lines_of(found)
    pence = [each.pence for each in found.prices]
    seen_from = (max(pence) - min(pence)) * SEEN if pence else 0
    return tuple(
        _("%(what)s: %(before)s to %(after)s, from %(day)s") % {
            "what": name, "before": pounds(before.pence), "after": pounds(after.pence),
            "day": written_date(after.term.since),
        }
        for name, prices in lines.items()
        for before, after in pairwise(prices)
        if 0 < abs(after.pence - before.pence) < seen_from
    )  # fmt: skip


def _has_changed(prices: list[Price]) -> bool:
    return len({each.pence for each in prices}) > 1


def _rise(prices: list[Price]) -> Fraction | None:
    """The change from the first price to the last, as a share of the first; None from nothing."""
    first, last = prices[0].pence, prices[-1].pence
    return Fraction(last - first, first) if first else None


def _in_words(rise: Fraction) -> str:
    """3%, 0.5% or, of a penny on a large price, less than 0.1%."""
    per_cent = float(rise * 100)
    if rise and abs(per_cent) < LEAST_SAID:
        return _("less than %s%%") % LEAST_SAID
    return f"{per_cent:.1f}".removesuffix(".0") + "%"


def dates_finding(found: contract.Agreement, today: date) -> str:
    """What the dates come to, in a heading."""
    due = found.facts.decide_extension_by
    last = found.term.last_day
    if found.over_on:
        return _("It is over since %s") % written_date(found.over_on)
    if due and today > due:
        return _("The extension should have been decided by %s") % written_date(due)
    if last is None:
        return _("It has no end")
    if today > last:
        return _("The term ended on %s") % written_date(last)
    days = (last - today).days
    return count_of(days, "%(n)s day is left of the term", "%(n)s days are left of the term")


def _term(found: contract.Agreement, today: date) -> Stretch:
    last = found.term.last_day
    says = _("to %s") % written_date(last) if last else _("without an end")
    shown = last or max(today, found.term.since) + OPEN_END
    begins = found.term.starts_on or min(today, shown) - OPEN_END
    return Stretch(begins, shown, says)


def _options(found: contract.Agreement) -> tuple[Stretch, ...]:
    """Those that are still open, each from where the one before it ends."""
    stretches = []
    begins = found.term.ends_before
    for each in found.extensions:
        if each.state is OptionState.OPEN and begins and each.ends_before > begins:
            last = each.ends_before - timedelta(days=1)
            words = _("option %s") % each.number
            stretches.append(Stretch(begins, last, words, is_option=True))
            begins = each.ends_before
    return tuple(stretches)


def _decisions(found: contract.Agreement, today: date) -> tuple[DayMark, ...]:
    return tuple(
        DayMark(
            each.decide_by, _("Decide by %s") % written_date(each.decide_by),
            is_late=today > each.decide_by,
        )
        for each in found.extensions
        if each.state is OptionState.OPEN
    )  # fmt: skip


def _notices(found: contract.Agreement, today: date) -> tuple[DayMark, ...]:
    """The last day on which notice still ends it with the term."""
    last, days = found.term.last_day, found.wording.own_notice_days
    if last is None or days is None:
        return ()
    on = last - timedelta(days=days)
    return (DayMark(on, _("Notice by %s") % written_date(on)),)
