"""What may be asked of a forecast: how many years, which rise of prices, whose need, by what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from carewright.cost import api as cost
from carewright.cost.web.words import rise, year_named
from carewright.foresee import api as foresee
from carewright.platform import api as platform
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses

MOST_OFFERED: Final = 50
USUAL_YEARS: Final = 5
YEARS: Final = (2, 3, 4, 6, 7, 8, 9, 10)
USUAL_RISE: Final = Decimal("0.03")
RISES: Final = tuple(
    Decimal(each).scaleb(-3) for each in (0, 10, 15, 20, 25, 35, 40, 50, 60, 80, 100)
)
BY: Final = {by.value: by for by in cost.By}
agreement_address = addresses("contract:agreement")
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One forecast that was asked for."""

    years: int
    inflation: Decimal
    projection_id: UUID | None
    summed_by: cost.By


def projections_offered(*, seen_by: platform.Officer) -> Choices:
    """Answered projections that the officer may see, the latest first."""
    answered = foresee.projections(seen_by=seen_by).filter(answered_at__isnull=False)
    rows = (foresee.projection_row(each) for each in answered[:MOST_OFFERED])
    return tuple((str(row.id), f"{row.called} ({row.reference})") for row in rows)


def question_of(query: Mapping[str, str]) -> Question:
    """What the address asks; an answer that is not among the choices is the usual one.

    A projection is named by its id, and one that the officer may not see is not found.
    """
    return Question(
        years=_among(query.get("years"), {str(each): each for each in YEARS}, USUAL_YEARS),
        inflation=_among(query.get("prices"), {str(each): each for each in RISES}, USUAL_RISE),
        projection_id=_named(str(query.get("projection") or "")),
        summed_by=_among(query.get("by"), BY, cost.By.AGREEMENT),
    )


def _named(chosen: str) -> UUID | None:
    try:
        return UUID(chosen)
    except ValueError:
        return None


def _among(typed: str | None, choices: Mapping[str, Any], usual: Any) -> Any:
    return choices.get(typed or "", usual)


def forecast_list(question: Question, years: tuple[int, ...], offered: Choices) -> Listing:
    """The lines of a forecast with a column for each of its years."""
    by = question.summed_by
    return Listing(
        name=f"forecast-by-{by.value}",
        caption=_("Committed and forecast spend"),
        columns=(
            ListColumn("name", by.label, sort="name", link=_link_of(by)),
            *_beneath(by),
            ListColumn("committed", _("Committed"), "pounds", whole=True,
                       value=lambda e: e.whole.committed, sort="whole.committed"),
            *(_year(place, year) for place, year in enumerate(years)),
            ListColumn("forecast", _("Forecast, all years"), "pounds", whole=True,
                       value=lambda e: e.whole.forecast, sort="whole.forecast"),
        ),
        filters=_filters(offered),
        sort="-forecast",
        nothing=_("No agreement with a value is signed or running."),
        counted=lambda how_many: count_of(how_many, "%(n)s line", "%(n)s lines"),
    )  # fmt: skip


def _link_of(by: cost.By) -> Any:
    return (lambda e: agreement_address(e.agreement_id)) if by is cost.By.AGREEMENT else None


def _beneath(by: cost.By) -> tuple[ListColumn, ...]:
    if by is not cost.By.AGREEMENT:
        return (ListColumn("agreements", _("Agreements"), "number", sort="agreements"),)
    extended = _("Extended since its value was agreed: its days are more, its value the same")
    return (
        ListColumn("about", _("Reference and provider"), value="beneath", under="name"),
        ListColumn("extended", _("To check"), value=lambda e: extended if e.is_extended else "",
                   under="name"),
    )  # fmt: skip


def _year(place: int, year: int) -> ListColumn:
    return ListColumn(
        f"in-{year}",
        year_named(year),
        "pounds",
        whole=True,
        value=lambda e: e.years[place].forecast,
    )


def _filters(offered: Choices) -> tuple[ListFilter, ...]:
    def asked(name: str, label: Any, choices: Choices, usual: Any) -> ListFilter:
        return ListFilter(
            name, label, "select", choices=choices, everything=usual,
            narrow=lambda rows, value: rows,
        )  # fmt: skip

    years = tuple((str(each), str(each)) for each in YEARS)
    rises = tuple((str(each), rise(each)) for each in RISES)
    by = tuple((each.value, each.label) for each in cost.By if each is not cost.By.AGREEMENT)
    return (
        asked("years", _("Years"), years, str(USUAL_YEARS)),
        asked("prices", _("Prices rise a year"), rises, rise(USUAL_RISE)),
        asked("projection", _("Need grows as in"), offered, _("No projection: need as now")),
        asked("by", _("Added up by"), by, cost.By.AGREEMENT.label),
        ListFilter("q", _("Agreement, provider or name"), fields=("name", "beneath")),
    )
