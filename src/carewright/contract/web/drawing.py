"""The pictures of an agreement: its days, and its prices as steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.contract.api import OptionState, Price
from carewright.ui.formats import count_of, written_date
from carewright_engine.charts import Caption, DayMark, Picture, Stretch, TermRow, terms
from carewright_engine.costing.pictures import PricedFrom, prices_as_steps
from carewright_engine.values.money import Pence

MOST_LINES: Final = 6  # more in one picture and nobody tells one from another
OPEN_END: Final = timedelta(days=365)


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
    """What the price lines come to, in a heading."""
    if not found.prices:
        return _("No price has been agreed")
    risen = [rise for prices in lines_of(found).values() if (rise := _rise(prices))]
    if not risen:
        return _("No price has changed since it was agreed")
    words = {"low": min(risen), "high": max(risen)}
    if words["low"] == words["high"]:
        return _("Prices changed by %(high)s%% since the first day") % words
    return _("Prices changed by %(low)s%% to %(high)s%% since the first day") % words


def _rise(prices: list[Price]) -> int:
    """The change from the first price to the last in whole per cent."""
    first, last = prices[0].pence, prices[-1].pence
    return round((last - first) * 100 / first) if first and len(prices) > 1 else 0


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
