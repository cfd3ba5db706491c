"""Grants as their pages print them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from carewright.keep_to.api import Application, ApplicationState, Checked, Standing
from carewright.keep_to.web.words import checked
from carewright.ui.formats import count_of, pounds, written_date, written_datetime
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, State, Tag

application_address = addresses("keep_to:application")
STATES: Final[dict[ApplicationState, State]] = {
    ApplicationState.RECEIVED: "wait", ApplicationState.AGREED: "good",
    ApplicationState.DECLINED: "none",
}  # fmt: skip
STANDINGS: Final[dict[Standing, State]] = {
    Standing.MET: "good", Standing.EXCEPTION: "soon", Standing.NOT_ASSESSED: "none",
}  # fmt: skip


def _state(value: str) -> Tag:
    state = ApplicationState(value)
    return Tag(state.label, STATES[state])


APPLICATIONS: Final = Listing(
    name="grant-applications",
    caption=lazy("Grants asked for"),
    columns=(
        ListColumn("applicant", lazy("Who asks"), sort="applicant",
                   link=lambda e: application_address(e.pk)),
        ListColumn("purpose", lazy("What for"), under="applicant"),
        ListColumn("received_on", lazy("Came on"), "date", sort="received_on"),
        ListColumn("asked", lazy("Asked for"), "pounds", value="asked_pence",
                   sort="asked_pence"),
        ListColumn("full_cost", lazy("Full cost"), "pounds", value="full_cost_pence",
                   sort="full_cost_pence"),
        ListColumn("state", lazy("State"), "tag", value=lambda e: _state(e.state)),
    ),
    filters=(
        ListFilter("q", lazy("Who asks, or what for"), fields=("applicant", "purpose")),
        ListFilter("state", lazy("State"), "select",
                   choices=tuple((each.value, each.label) for each in ApplicationState)),
    ),
    sort="-received_on",
    nothing=lazy("No grant has been asked for yet."),
    counted=lambda how_many: count_of(how_many, "%(n)s application", "%(n)s applications"),
)  # fmt: skip


def facts_of(found: Application) -> tuple[Fact, ...]:
    """What one looks for first."""
    asked = found.asked
    decided = written_date(found.decided_on) if found.decided_on else _("Not yet")
    return (
        Fact(_("Came on"), written_date(asked.received_on)),
        Fact(_("Asked for"), pounds(asked.asked_pence)),
        Fact(_("Full cost of the work"), pounds(asked.full_cost_pence),
             _("%s of it overheads") % pounds(asked.overhead_pence)),
        Fact(_("Decided"), decided, found.decided_by),
    )  # fmt: skip


def full_cost(found: Application) -> str:
    """Whether the money asked for meets what the work costs."""
    gap = found.asked.not_met_pence
    if gap:
        return _("%s of the full cost has to come from elsewhere") % pounds(gap)
    return _("The money asked for meets the full cost")


def finding(found: Sequence[Checked]) -> str:
    """How many undertakings are met, as a heading."""
    if not found:
        return _("Nothing is undertaken for an agreement of this kind")
    met = sum(each.standing is Standing.MET for each in found)
    exceptions = sum(each.standing is Standing.EXCEPTION for each in found)
    words = {"met": met, "all": len(found), "n": exceptions}
    if exceptions:
        return _("%(met)s of %(all)s are met, with %(n)s on record as an exception") % words
    return _("%(met)s of %(all)s are met") % words


def undertakings_grid(found: Sequence[Checked]) -> Grid:
    """Each undertaking with how the grant stands to it, who said so, and the source."""
    columns = (_("Undertaking"), _("Stands"), _("Why, or what is on record"), _("Source"))
    return Grid(
        caption=_("What was undertaken, in proportion to value and risk"),
        columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(
            (
                GridCell(each.words, beneath=each.why),
                GridCell(beneath=_who(each), tag=_standing(each.standing)),
                GridCell(each.reason or _told(each), beneath=each.on_record),
                checked(each.source, each.verified),
            )
            for each in found
        ),
        stacked=True,
    )  # fmt: skip


def _standing(standing: Standing) -> Tag:
    return Tag(standing.label, STANDINGS[standing])


def _who(each: Checked) -> str:
    return f"{each.by}, {written_datetime(each.at)}" if each.at else ""


def _told(each: Checked) -> str:
    return "" if each.told is None else _("%s given") % f"{each.told.normalize():f}"
