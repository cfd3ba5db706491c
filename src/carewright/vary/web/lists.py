"""The list of all changes and the register of exemptions, declared once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import State, Tag
from carewright.vary.api import ExemptionStanding, ExitState, VariationState, standing_of

KINDS: Final = {"variation": _("Variation"), "exit": _("End"), "exemption": _("Exemption")}
_ADDRESS: Final = {kind: addresses(f"vary:{kind}") for kind in KINDS}
#: By the code of a state: the same code is the same to a reader, whatever it is a state of.
COLOURS: Final[dict[str, State]] = {
    "draft": "none", "approved": "wait", "signed": "wait", "applied": "good",
    "withdrawn": "none", "set_aside": "none", "planned": "wait", "confirmed": "soon",
    "ended": "none", "granted": "good", "lapsed": "late",
}  # fmt: skip


def tag_of(state: VariationState | ExitState | ExemptionStanding) -> Tag:
    """The state with its colour."""
    return Tag(state.label, COLOURS[state.value])


CHANGES: Final = Listing(
    name="changes",
    caption=_("Changes of agreements"),
    columns=(
        ListColumn("reference", _("Change"), link=lambda e: _ADDRESS[e.kind](e.id),
                   sort="reference"),
        ListColumn("title", _("Why"), under="reference"),
        ListColumn("kind", _("Kind"), value=lambda e: str(KINDS[e.kind])),
        ListColumn("agreement", _("Agreement"), sort="agreement"),
        ListColumn("next", _("What comes next"), value=lambda e: e.next or now_in_words("Nothing")),
        ListColumn("day", _("Counts from, or ends on"), "date", sort="day"),
        ListColumn("state", _("State"), "tag", value=lambda e: tag_of(e.state)),
    ),
    filters=(
        ListFilter(
            "kind", _("Kind"), "select", choices=tuple(KINDS.items()),
            narrow=lambda rows, kind: [each for each in rows if each.kind == kind],
        ),
        ListFilter(
            "open", _("Still to do"), "select",
            choices=(("yes", _("To do")), ("no", _("Done or withdrawn"))),
            narrow=lambda rows, value: [e for e in rows if e.is_open == (value == "yes")],
        ),
        ListFilter("q", _("Agreement or reason"), fields=("agreement", "title", "reference")),
    ),
    nothing=_("Nothing is being changed."),
    counted=lambda how_many: count_of(how_many, "%(n)s change", "%(n)s changes"),
)  # fmt: skip


def _last_day(each: Any) -> Any:
    return each.ends_before - timedelta(days=1)


def _standing(each: Any) -> ExemptionStanding:
    return standing_of(each.state, lapsed=each.has_lapsed)


EXEMPTIONS: Final = Listing(
    name="exemptions",
    caption=_("Register of exemptions from competition"),
    columns=(
        ListColumn("title", _("What is bought"), sort="title",
                   link=lambda e: reverse("vary:exemption", args=[e.id])),
        ListColumn("reference", _("Reference"), under="title"),
        ListColumn("scope", _("Reach"), value=lambda e: e.scope.label),
        ListColumn("ground", _("Ground"), value="ground_words", under="title"),
        ListColumn("source", _("Where it is written"), value="ground_source", under="title"),
        ListColumn("verified", _("Law read by a person"), under="title",
                   value=lambda e: now_in_words("Verified") if e.ground_verified
                   else now_in_words("Not verified")),
        ListColumn("value", _("Value"), "pounds", whole=True, value="value_pence",
                   sort="value_pence"),
        ListColumn("used", _("Used"), "pounds", whole=True, value="used_pence", sort="used_pence"),
        ListColumn("starts_on", _("From"), "date", sort="starts_on"),
        ListColumn("last_day", _("Last day"), "date", value=_last_day, sort="ends_before"),
        ListColumn("told_on", _("Providers told on"), "date", missing=_("Not yet")),
        ListColumn("relied_on_by", _("Relied on by"),
                   value=lambda e: ", ".join(each.reference for each in e.reliances)
                   or now_in_words("No agreement")),
        ListColumn("state", _("State"), "tag", value=lambda e: tag_of(_standing(e))),
    ),
    filters=(
        ListFilter(
            "state", _("State"), "select",
            choices=tuple((each.value, each.label) for each in ExemptionStanding),
            narrow=lambda rows, value: [each for each in rows if _standing(each).value == value],
        ),
        ListFilter("q", _("What, or reference"), fields=("title", "reference")),
    ),
    nothing=_("No exemption has been entered yet."),
    counted=lambda how_many: count_of(how_many, "%(n)s exemption", "%(n)s exemptions"),
)  # fmt: skip
