"""What was reported of capacity: the list, and one report in words."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from carewright.register import api as register
from carewright.ui.formats import count_of, number, written_date, written_datetime
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import Fact, Tag

report_address = addresses("register:capacity_report")

STATES: Final = {
    "there": (_("There now"), "good"),
    "planned": (_("Planned"), "soon"),
    "due": (_("Planned, its day has come"), "wait"),
    "taken_back": (_("Taken back"), "none"),
}


def _state(report: Any) -> Tag:
    words, look = STATES[report.state]
    return Tag(str(words), look)  # type: ignore[arg-type]


def amount_in_words(report: Any) -> str:
    """1,250 hours a week; 12.5 hours a week; 40 places."""
    places = 0 if report.amount == int(report.amount) else 1
    return f"{number(report.amount, places)} {register.MEASURES_IN_WORDS[report.measure]}"


def what(report: Any) -> str:
    """Elmshire: 40 places from 1 April 2027."""
    since = written_date(report.since)
    said = {"area": report.area_name, "amount": amount_in_words(report), "day": since}
    return gettext("%(area)s: %(amount)s from %(day)s") % said


@lru_cache(maxsize=64)
def capacity_listing(areas: tuple[tuple[str, str], ...]) -> Listing:
    """Reports of the organisation; areas are those that were reported for."""
    return Listing(
        name="capacity",
        caption=_("Capacity reported"),
        columns=(
            ListColumn(
                "what", _("What"), value=what, sort="area_name",
                link=lambda report: report_address(report.pk),
            ),
            ListColumn(
                "provider_name", _("Provider"), under="what",
                value=lambda report: report.provider_name or str(_("The whole area")),
            ),
            ListColumn(
                "support", _("Support"), sort="support",
                value=lambda report: register.SUPPORTS[report.support],
            ),
            ListColumn("since", _("From"), kind="date", sort="since"),
            ListColumn("state", _("State"), kind="tag", value=_state, sort="state"),
            ListColumn("said_by", _("Who says so"), sort="said_by"),
            ListColumn("source", _("Where from"), under="said_by"),
        ),
        filters=(
            ListFilter(
                "q", _("Provider, who says so or source"),
                fields=("provider_name", "said_by", "source"),
            ),
            ListFilter("area", _("Area"), "select", fields=("area_code",), choices=areas),
            ListFilter(
                "support", _("Support"), "select", choices=tuple(register.SUPPORTS.items())
            ),
            ListFilter(
                "state", _("State"), "select",
                choices=tuple((code, words) for code, (words, _look) in STATES.items()),
            ),
        ),
        sort="-since",
        counted=lambda how_many: count_of(how_many, "%(n)s report", "%(n)s reports"),
    )  # fmt: skip


def capacity_facts(report: register.CapacityReport) -> tuple[Fact, ...]:
    """One report, point by point."""
    when = written_datetime(report.reported_at)
    facts = (
        Fact(gettext("Provider"), report.provider_name or gettext("The whole area")),
        Fact(gettext("Support"), register.SUPPORTS[report.support]),
        Fact(gettext("How much"), amount_in_words(report)),
        Fact(gettext("From"), written_date(report.since)),
        Fact(gettext("Who says so"), report.said_by, beneath=report.source),
        Fact(gettext("Reported by"), report.reported_by, beneath=when),
    )
    if report.taken_back_at is None:
        return facts
    by = f"{report.taken_back_by}, {written_datetime(report.taken_back_at)}"
    return (*facts, Fact(gettext("Taken back"), report.taken_back_reason, beneath=by))
