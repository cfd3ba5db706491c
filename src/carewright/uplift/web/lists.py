"""Rounds, and the lines of one, declared once."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.ui.formats import count_of, pounds
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import State, Tag
from carewright.uplift.api import RoundState
from carewright_engine.costing.uplift import Floor, Why

round_address = addresses("uplift:round")
agreement_address = addresses("contract:agreement")
STATES: Final[dict[RoundState, State]] = {
    RoundState.PROPOSED: "none", RoundState.PREVIEWED: "wait", RoundState.CHECKED: "wait",
    RoundState.APPROVED: "soon", RoundState.APPLIED: "good", RoundState.REVERSED: "none",
    RoundState.PAID: "good", RoundState.WITHDRAWN: "none",
}  # fmt: skip
_FLOORS: Final[dict[Floor, tuple[Any, State]]] = {
    Floor.ABOVE: (_("Above"), "good"), Floor.BELOW: (_("Below"), "late"),
    Floor.EXPLAINED: (_("Below, signed for"), "soon"),
    Floor.NOT_ASSESSED: (_("Not assessed"), "none"),
}  # fmt: skip


def floor_tag(code: str) -> Tag:
    """How a price stands to the least cost of care."""
    words, colour = _FLOORS[Floor(code)]
    return Tag(str(words), colour)


def _effect(each: Any) -> str:
    effect = each.effect_shown
    return now_in_words("Not previewed") if effect is None else pounds(effect, whole=True)


def why(codes: list[str]) -> str:
    """The first reason for which a line stays out."""
    return Why(codes[0]).words if codes else ""


ROUNDS: Final = Listing(
    name="uplift-rounds",
    caption=_("Uplift rounds"),
    columns=(
        ListColumn("reference", _("Round"), value=str, sort="number",
                   link=lambda e: round_address(e.pk)),
        ListColumn("reason", _("Why"), under="reference"),
        ListColumn("effective_on", _("From"), "date", sort="effective_on"),
        ListColumn("effect", _("Cost in a year"), value=_effect),
        ListColumn("by", _("Proposed by"), value="proposed_by_name"),
        ListColumn("state", _("State"), "tag",
                   value=lambda e: Tag(RoundState(e.state).label, STATES[RoundState(e.state)])),
    ),
    filters=(
        ListFilter("state", _("State"), "select",
                   choices=tuple((state.value, state.label) for state in RoundState)),
        ListFilter("q", _("Why"), fields=("reason",)),
    ),
    sort="-reference",
    nothing=_("No round has been proposed yet."),
    counted=lambda how_many: count_of(how_many, "%(n)s round", "%(n)s rounds"),
)  # fmt: skip

LINES: Final = Listing(
    name="uplift-lines",
    caption=_("Price lines of the round"),
    columns=(
        ListColumn("priced", _("What is priced"), sort="place",
                   link=lambda e: agreement_address(e.agreement_id)),
        ListColumn("reference", _("Agreement"), under="priced"),
        ListColumn("provider", _("Provider"), value="provider_name", sort="provider_name"),
        ListColumn("old", _("Now"), "pounds", value="old_pence", sort="old_pence"),
        ListColumn("new", _("New price"), "pounds", value="new_pence", sort="new_pence",
                   missing=_("Stays")),
        ListColumn("effect", _("Cost in a year"), "pounds", value="effect_pence",
                   sort="effect_pence"),
        ListColumn("owed", _("Owed for days delivered"), "pounds", value="owed_pence",
                   missing=_("Nothing")),
        ListColumn("floor", _("Floor check"), "tag", value=lambda e: floor_tag(e.floor)),
        ListColumn("left_out", _("Why it stays out"), value=lambda e: why(e.left_out)),
    ),
    filters=(
        ListFilter("q", _("Agreement, provider or service"),
                   fields=("reference", "provider_name", "priced")),
        ListFilter("floor", _("Floor check"), "select",
                   choices=tuple((each.value, told[0]) for each, told in _FLOORS.items())),
    ),
    sort="priced",
    nothing=_("The round has not been previewed yet."),
    counted=lambda how_many: count_of(how_many, "%(n)s line", "%(n)s lines"),
)  # fmt: skip
