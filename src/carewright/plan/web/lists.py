"""The list of sourcing decisions, declared once."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.plan.api import Option, Standing
from carewright.plan.web.words import services_in_words
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import State, Tag

_ADDRESS: Final = addresses("plan:decision")
COLOURS: Final[dict[Standing, State]] = {
    Standing.DRAFT: "wait", Standing.ASKED: "wait", Standing.RETURNED: "soon",
    Standing.DECLINED: "late", Standing.APPROVED: "soon", Standing.DECIDED: "good",
    Standing.LOOK_AGAIN: "late", Standing.WITHDRAWN: "none", Standing.REPLACED: "none",
    Standing.SET_ASIDE: "none",
}  # fmt: skip


def tag_of(standing: Standing) -> Tag:
    """Where it stands, with its colour."""
    return Tag(standing.label, COLOURS[standing])


def _chosen(each: Any) -> str:
    return each.chosen.label if each.chosen else now_in_words("Not chosen yet")


DECISIONS: Final = Listing(
    name="sourcing-decisions",
    caption=_("Sourcing decisions"),
    columns=(
        ListColumn("title", _("What it is about"), sort="title", link=lambda e: _ADDRESS(e.id)),
        ListColumn("reference", _("Reference"), under="title"),
        ListColumn("shared_by", _("Shared by"), under="title"),
        ListColumn("services", _("Services"), value=lambda e: services_in_words(e.services)),
        ListColumn("chosen", _("Answer"), value=_chosen),
        ListColumn("starts_on", _("From"), "date", sort="starts_on"),
        ListColumn("look_again_on", _("Look again on"), "date", sort="look_again_on"),
        ListColumn("written_by", _("Written by")),
        ListColumn("standing", _("State"), "tag", value=lambda e: tag_of(e.standing)),
    ),
    filters=(
        ListFilter(
            "state", _("State"), "select",
            choices=tuple((each.value, each.label) for each in Standing),
            narrow=lambda rows, value: [each for each in rows if each.standing.value == value],
        ),
        ListFilter(
            "answer", _("Answer"), "select",
            choices=tuple((each.value, each.label) for each in Option),
            narrow=lambda rows, value: [each for each in rows if each.chosen == value],
        ),
        ListFilter("q", _("What, or reference"), fields=("title", "reference")),
    ),
    nothing=_("No sourcing decision has been written yet."),
    counted=lambda how_many: count_of(how_many, "%(n)s decision", "%(n)s decisions"),
)  # fmt: skip
