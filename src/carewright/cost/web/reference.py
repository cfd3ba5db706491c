"""Reference data as its page prints it: the list, the pictures, and totals that do not add up."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from carewright.cost import api as cost
from carewright.ui.dated import FLAGS, flag
from carewright.ui.formats import count_of, written_date
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import Figure, Grid, GridColumn
from carewright_engine.costing.pictures import prices_as_steps
from carewright_engine.rules.dated import Dated
from carewright_engine.rules.not_held import NotHeld
from carewright_engine.values.period import Period


def _last_day(row: Dated) -> str:
    last = Period(row.starts_on, row.ends_before).last_day
    return written_date(last) if last else _("No end is known")


VALUES: Final = Listing(
    name="reference-data",
    caption=_lazy("Dated values with their sources"),
    columns=(
        ListColumn("words", _lazy("Value"), sort="words"),
        ListColumn("group", _lazy("Kind"), value=lambda e: cost.GROUPS[e.group], under="words"),
        ListColumn("jurisdiction", _lazy("Holds in"), value=lambda e: e.row.jurisdiction.label,
                   under="words"),
        ListColumn("shown", _lazy("Amount"), value=lambda e: e.row.shown),
        ListColumn("starts_on", _lazy("From"), "date", sort="starts_on"),
        ListColumn("last_day", _lazy("Last day"), value=lambda e: _last_day(e.row)),
        ListColumn("source", _lazy("Source"), value=lambda e: e.row.source),
        ListColumn("flag", _lazy("Checked"), "tag", value=lambda e: flag(e.row)),
    ),
    filters=(
        ListFilter("group", _lazy("Kind"), "select", choices=tuple(cost.GROUPS.items())),
        ListFilter(
            "holds", _lazy("When"), "select", choices=(("now", _lazy("In force today")),),
            everything=_lazy("Any day"),
            narrow=lambda rows, value: [each for each in rows if each.holds],
        ),
        ListFilter(
            "checked", _lazy("Checked"), "select",
            choices=tuple((each.value, words) for each, (words, _colour) in FLAGS.items()),
            narrow=lambda rows, value: [e for e in rows if e.row.checked.value == value],
        ),
        ListFilter("q", _lazy("Words or source"), fields=("words", "row__source")),
    ),
    counted=lambda how_many: count_of(how_many, "%(n)s value", "%(n)s values"),
)  # fmt: skip


def reference_page(today: date) -> dict[str, Any]:
    """The pictures, the totals that do not add up, and the values that nobody has found."""
    return {
        "figures": [_figure(group, today) for group in cost.DRAWN], "totals": _totals(),
        "not_held": _not_held(today),
    }  # fmt: skip


def _not_held(today: date) -> Grid:
    """Days without a value, today's first, with the file in which a row would fill each."""
    found = cost.values_not_held(on=today)
    return Grid(
        caption=_("Values that no row holds"),
        columns=(
            GridColumn(_("Value")), GridColumn(_("Holds in")), GridColumn(_("Not held")),
            GridColumn(_("A row in this file fills it")),
        ),
        rows=tuple(
            (each.last.words, each.last.jurisdiction.label, _days(each), _file(each))
            for each in found
        ),
        stacked=True,
        flagged=frozenset(n for n, each in enumerate(found) if each.ends_before is None),
    )  # fmt: skip


def _file(gap: NotHeld) -> str:
    """The file's name with blanks, which wraps on a narrow screen as underscores do not."""
    return gap.file.removesuffix(".csv").replace("_", " ")


def _days(gap: NotHeld) -> str:
    first = written_date(gap.starts_on)
    last = Period(gap.starts_on, gap.ends_before).last_day
    if last is None:
        return _("Since %s, today included") % first
    return _("%(first)s to %(last)s") % {"first": first, "last": written_date(last)}


def _figure(group: str, today: date) -> Figure:
    """Values over time; the long words of each are told apart by what stands before the comma."""
    values = cost.values_over_time(group)
    short = {words.split(";")[0].split(", the ")[0]: held for words, held in values.items()}
    picture = prices_as_steps(short, today, name=group, title=cost.GROUPS[group])
    return Figure.of(picture, csv=f"?download=csv&group={group}")


def _totals() -> Grid:
    found = cost.totals_that_differ()
    return Grid(
        caption=_("Published totals that differ from the sum of their parts"),
        columns=(
            GridColumn(_("Total")), GridColumn(_("Day")), GridColumn(_("What is wrong")),
        ),
        rows=tuple((each.words, written_date(each.on), each.what_is_wrong) for each in found),
        stacked=True, flagged=frozenset(range(len(found))),
    )  # fmt: skip
