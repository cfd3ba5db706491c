"""The lists of papers, declared once."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from carewright.govern.api import PaperState
from carewright.govern.web.words import ACTS
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import State, Tag

COLOURS: Final[dict[PaperState, State]] = {
    PaperState.DRAFT: "none", PaperState.SENT: "wait", PaperState.DECIDED: "good",
    PaperState.RETURNED: "soon", PaperState.WITHDRAWN: "none",
}  # fmt: skip


def state_tag(state: PaperState) -> Tag:
    """Where a paper stands, in words and a colour that repeats them."""
    return Tag(state.label, COLOURS[state])


def _of_act(papers: Any, wanted: str) -> Any:
    return [each for each in papers if each.act == wanted]


def _in_state(papers: Any, wanted: str) -> Any:
    return [each for each in papers if each.state == wanted]


PAPERS: Final = Listing(
    name="papers",
    caption=_("Decision papers"),
    columns=(
        ListColumn(
            "title", _("Paper"), sort="title",
            link=lambda paper: reverse("govern:paper", args=[paper.id]),
        ),
        ListColumn("reference", _("Reference"), sort="reference", under="title"),
        ListColumn("act", _("Decision"), sort="act", value=lambda paper: ACTS.get(paper.act, "")),
        ListColumn("annual_value_pence", _("In a year"), kind="pounds", sort="annual_value_pence"),
        ListColumn("people_affected", _("People"), kind="number", sort="people_affected"),
        ListColumn("begun_by", _("Author"), sort="begun_by"),
        ListColumn("changed_at", _("Last changed"), kind="datetime", sort="changed_at"),
        ListColumn("state", _("State"), kind="tag", value=lambda paper: state_tag(paper.state)),
    ),
    filters=(
        ListFilter("q", _("Title or reference"), fields=("title", "reference")),
        ListFilter(
            "state", _("State"), "select", narrow=_in_state,
            choices=tuple((each.value, each.label) for each in PaperState),
        ),
        ListFilter("act", _("Decision"), "select", choices=tuple(ACTS.items()), narrow=_of_act),
    ),
    sort="-reference",
    counted=lambda how_many: count_of(how_many, "%(n)s paper", "%(n)s papers"),
)  # fmt: skip
