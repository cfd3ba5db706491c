"""Returns of costs as their pages print them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from carewright.cost import api as cost
from carewright.cost.web.words import first_upper
from carewright.register import api as register
from carewright.ui.formats import count_of, number, pounds, written_date, written_datetime
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import Fact, Figure, Grid, GridCell, GridColumn, Identity, Tag
from carewright_engine.charts import Caption, Picture, Step, Unit, waterfall
from carewright_engine.costing.care_homes import HomeCosts
from carewright_engine.costing.spread import Spread
from carewright_engine.costing.what_is_in import Element, Held

return_address = addresses("cost:return")
_TAGS: Final = {
    "": Tag("To be checked", "wait"), "accepted": Tag("Accepted", "good"),
    "refused": Tag("Refused", "late"),
}  # fmt: skip
LARGE: Final = 1_000_000  # pence: from here on a picture shows whole pounds
_HELD: Final = {Held.IN: "In", Held.OUT: "Out", Held.NOT_STATED: "Not stated"}

RETURNS: Final = Listing(
    name="returns-of-costs",
    caption=_lazy("Returns of costs"),
    columns=(
        ListColumn("who", _lazy("Who returned it"), sort="who",
                   link=lambda e: return_address(e.pk)),
        ListColumn("kind", _lazy("What it is"), value=lambda e: cost.ReturnKind(e.kind).label,
                   under="who"),
        ListColumn("service", _lazy("Service"), sort="service"),
        ListColumn("starts_on", _lazy("From"), "date", sort="starts_on"),
        ListColumn("last_day", _lazy("Last day"), "date",
                   value=lambda e: e.ends_before - timedelta(days=1)),
        ListColumn("recorded_by", _lazy("Recorded by"), value="recorded_by_name"),
        ListColumn("state", _lazy("Check"), "tag", value=lambda e: _TAGS[e.outcome]),
    ),
    filters=(
        ListFilter("kind", _lazy("What it is"), "select",
                   choices=tuple((each.value, each.label) for each in cost.ReturnKind)),
        ListFilter("q", _lazy("Who, or which service"), fields=("who", "service")),
    ),
    sort="-starts_on",
    nothing=_lazy("No return has been recorded yet."),
    counted=lambda how_many: count_of(how_many, "%(n)s return", "%(n)s returns"),
)  # fmt: skip


def return_page(found: cost.Returned) -> dict[str, Any]:
    """One return: its lines, whether they add up, what it holds, who stands behind it."""
    return {
        "title": f"{found.who}: {found.service}", "caption": found.kind.label,
        "about": _about(found), "facts": _facts(found),
        "wrong": first_upper(found.does_not_add_up),
        "figure": Figure.of(_picture(found)), "lines": _lines(found), "holds": _holds(found),
        "found": found, "recorded": _recorded(found), "checked": _checked(found),
    }  # fmt: skip


def _about(found: cost.Returned) -> Identity:
    last = written_date(found.ends_before - timedelta(days=1))
    period = _("%(first)s to %(last)s") % {"first": written_date(found.starts_on), "last": last}
    state = _TAGS[found.outcome.value if found.outcome else ""]
    return Identity(found.who, (found.service, period), state)


def _facts(found: cost.Returned) -> tuple[Fact, ...]:
    facts = [Fact(_("Sum of the lines"), pounds(found.computed))]
    if found.stated_total_pence is not None:
        facts.append(Fact(_("Total as it was given"), pounds(found.stated_total_pence)))
    if found.units:
        facts.append(Fact(_("Units"), number(found.units), found.unit))
    if found.a_unit is not None:
        facts.append(Fact(_("Cost of one %s") % found.unit, pounds(found.a_unit)))
    return tuple(facts)


def _picture(found: cost.Returned) -> Picture:
    steps = [Step(line.words, line.pence / 100, tone="seq-4") for line in found.lines]
    steps.append(Step(_("Sum"), found.computed / 100, "level"))
    if found.stated_total_pence is not None:
        steps.append(Step(_("As given"), found.stated_total_pence / 100, "beside"))
    caption = Caption("lines", _("From the first line to the sum"))
    return waterfall(
        caption, steps, unit=Unit("£", places=0 if found.computed >= LARGE else 2), lying=True,
        rows_are=_("Line"), figures_are="£", wide=680,
    )  # fmt: skip


def _lines(found: cost.Returned) -> Grid:
    each = [pounds(line.pence) for line in found.lines]
    units = found.units
    a_unit = [
        pounds(cost.share_of(line.pence, units)) if units else _("no units were given")
        for line in found.lines
    ]
    return Grid(
        caption=_("Lines as they were returned"),
        columns=(GridColumn(_("Line")), GridColumn(_("Amount"), figures=True),
                 GridColumn(_("For one unit"), figures=True)),
        rows=tuple(zip((line.words for line in found.lines), each, a_unit, strict=True)),
        total=(_("Sum"), pounds(found.computed), pounds(found.a_unit) if units else ""),
        tight=True,
    )  # fmt: skip


def _holds(found: cost.Returned) -> Grid | None:
    if not found.holds:
        return None
    return Grid(
        caption=_("What is in these costs and what is not"),
        columns=(GridColumn(_("What")), GridColumn(_("In or out"))),
        rows=tuple(
            (first_upper(each.words), _HELD[found.holds.get(each, Held.NOT_STATED)])
            for each in Element
        ),
        tight=True,
    )  # fmt: skip


def _recorded(found: cost.Returned) -> str:
    return _("Recorded by %(who)s on behalf of %(whom)s, %(when)s. %(source)s") % {
        "who": found.recorded_by, "whom": found.who, "when": written_datetime(found.recorded_at),
        "source": found.source,
    }  # fmt: skip


def _checked(found: cost.Returned) -> str:
    if found.checked_at is None:
        return _("Nobody has checked it yet, so it is used nowhere.")
    return _("Checked by %(who)s, %(when)s. %(says)s") % {
        "who": found.checked_by, "when": written_datetime(found.checked_at), "says": found.says,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class TypeOfCare:
    """One type of care on the page of care homes."""

    id: str
    caption: str
    heading: str
    grid: Grid
    methods: tuple[str, ...]


def homes_page(found: tuple[HomeCosts, ...]) -> dict[str, Any]:
    """Care homes' costs by type of care: each line's quartiles, and both totals."""
    return {"types": tuple(_of_type(place, each) for place, each in enumerate(found, start=1))}


def _of_type(place: int, costs: HomeCosts) -> TypeOfCare:
    median, summed = costs.operating.median, costs.sum_of_line_medians
    held_back = _("Too few homes returned it: only their number is shown")
    says = _("The middle home costs %(median)s a week; the lines’ medians add up to %(summed)s") % {
        "median": pounds(median), "summed": pounds(summed),
    }  # fmt: skip
    return TypeOfCare(
        f"type-{place}", costs.type_of_care.capitalize(), held_back if median is None else says,
        _homes_grid(costs), tuple(costs.methods),
    )  # fmt: skip


def _homes_grid(costs: HomeCosts) -> Grid:
    headings = (_("Homes"), _("Lower quartile"), _("Median"), _("Upper quartile"))
    lines: list[tuple[Any, ...]] = [
        (GridCell(each.line.key.capitalize(), beneath=each.line.group.words), *_spread(each.spread))
        for each in costs.lines
    ]
    groups = [
        (_("%s, all lines") % group.words, *_spread(spread)) for group, spread in costs.groups
    ]
    return Grid(
        caption=_("%s care, by line") % costs.type_of_care.capitalize(),
        columns=(GridColumn(_("Line")), *(GridColumn(each, figures=True) for each in headings)),
        rows=(*lines, *groups),
        total=(_("Operating costs of each home"), *_spread(costs.operating)),
        stacked=True,
    )  # fmt: skip


def _spread(spread: Spread) -> tuple[str, ...]:
    if spread.is_held_back:
        held = _("held back")
        return (number(spread.returns), held, held, held)
    left = _(", %s left out") % len(spread.left_out) if spread.left_out else ""
    return (
        number(spread.returns) + left, pounds(spread.lower), pounds(spread.median),
        pounds(spread.upper),
    )  # fmt: skip


def own_costs_page(
    found: tuple[cost.OwnCost, ...], beside: tuple[cost.OwnBeside, ...]
) -> dict[str, Any]:
    """Own costs as the register will have them, and own services beside what is bought."""
    rows = tuple(
        (each.kind, register.CARE_GROUPS.get(each.care_group, _("Adults")),
         _("In-house") if each.provision == "in_house" else _("Bought"), each.unit,
         written_date(each.year.starts_on), pounds(each.pence), each.rests_on)
        for each in found
    )  # fmt: skip
    headings = (_("Care"), _("For whom"), _("Who provides it"), _("Unit"), _("Year from"))
    grid = Grid(
        caption=_("Own costs and prices"),
        columns=(*(GridColumn(each) for each in headings), GridColumn(_("One unit"), figures=True),
                 GridColumn(_("Rests on"))),
        rows=rows, stacked=True,
    )  # fmt: skip
    return {
        "grid_of_costs": grid if rows else None,
        "beside": tuple(_beside(each) for each in beside),
    }


@dataclass(frozen=True, slots=True)
class InHouseBeside:
    """A service of one's own beside what is bought, as the page prints it."""

    heading: str
    verdict: str
    difference: str  # empty where the two cannot be compared
    spread: str
    reasons: tuple[str, ...]


def _beside(each: cost.OwnBeside) -> InHouseBeside:
    compared = each.comparison
    own, bought, difference = compared.one, compared.other, compared.difference
    heading = _("%(service)s by the %(unit)s: %(own)s in-house, %(bought)s bought") % {
        "service": own.service, "unit": own.unit, "own": pounds(own.pence),
        "bought": pounds(bought.pence),
    }  # fmt: skip
    return InHouseBeside(
        heading, compared.verdict.words, "" if difference is None else pounds(difference),
        _quartiles(each.prices), (*compared.refusals, *compared.cautions),
    )  # fmt: skip


def _quartiles(prices: Spread) -> str:
    if prices.is_held_back:
        return _("Bought: too few prices for quartiles")
    return _("Bought, %(n)s prices: %(low)s, %(middle)s, %(high)s (quartiles)") % {
        "n": prices.returns, "low": pounds(prices.lower), "middle": pounds(prices.median),
        "high": pounds(prices.upper),
    }  # fmt: skip
