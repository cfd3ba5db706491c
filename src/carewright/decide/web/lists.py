"""The register of decisions, declared once."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from carewright.decide import api as decide
from carewright.decide.api import DecidedAct, Outcome, RequestState
from carewright.ui.formats import count_of, written_datetime
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import Tag


def _who(request: Any) -> str:
    """Whoever approved or declined, in the order of the steps."""
    said = sorted(request.said.all(), key=lambda each: each.decided_at)
    names = [e.committee or e.name for e in said if e.outcome != Outcome.RETURN.value]
    return ", then ".join(names) or str(_("Nobody yet"))


def _ended(request: Any) -> str:
    return written_datetime(request.ended_at) if request.ended_at else str(_("Not yet"))


def _power(request: Any) -> str:
    line = request.line
    cited = f", {line.cited}" if line.cited else ""
    return f"Version {line.scheme.version}, row {line.number}{cited}"


def _state(request: Any) -> Tag:
    back = getattr(request, "reconsideration", None)
    return decide.stands_as(
        RequestState(request.state), acted_first=hasattr(request, "urgent_use"),
        goes_again=back is not None and back.decided_at is None,
    )  # fmt: skip


REGISTER = Listing(
    name="decisions",
    caption=_("Register of decisions"),
    columns=(
        ListColumn(
            "title",
            _("Decision"),
            sort="title",
            value=lambda r: f"{decide.reference(r)} {r.title}",
            link=lambda request: reverse("decide:request", args=[request.pk]),
        ),
        ListColumn("owner", _("Asked in"), value=lambda r: r.organisation.name, under="title"),
        ListColumn("act", _("Kind"), value=lambda r: DecidedAct(r.act).label, under="title"),
        ListColumn("annual_pence", _("Value a year"), kind="pounds", sort="annual_pence"),
        ListColumn("people_affected", _("People affected"), kind="number", sort="people_affected"),
        ListColumn("who", _("Decided by"), value=_who),
        ListColumn("power", _("Under which power"), value=_power, under="who"),
        ListColumn("requester_name", _("Asked by"), sort="requester_name"),
        ListColumn(
            "asked_at", _("Asked"), kind="datetime", sort="asked_at", under="requester_name"
        ),
        ListColumn("ended_at", _("Decided"), value=_ended, sort="ended_at"),
        ListColumn("state", _("State"), kind="tag", value=_state),
    ),
    filters=(
        ListFilter("q", _("Decision or who asked"), fields=("title", "requester_name")),
        ListFilter(
            "act", _("Kind"), "select", choices=tuple((a.value, a.label) for a in DecidedAct)
        ),
        ListFilter(
            "state", _("State"), "select", choices=tuple((s.value, s.label) for s in RequestState)
        ),
        ListFilter("from", _("Asked from"), "from", fields=("asked_at__date",)),
        ListFilter("until", _("Asked until"), "until", fields=("asked_at__date",)),
    ),
    sort="-asked_at",
    counted=lambda how_many: count_of(how_many, "%(n)s decision", "%(n)s decisions"),
)
