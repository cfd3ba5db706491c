"""The register of agreements, declared once."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.contract.api import AgreementState, Kind, Term
from carewright.ui.formats import count_of, written_date
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import State, Tag

agreement_address = addresses("contract:agreement")
STATES: Final[dict[AgreementState, State]] = {
    AgreementState.DRAFT: "none", AgreementState.APPROVED: "wait", AgreementState.SIGNED: "wait",
    AgreementState.LIVE: "good", AgreementState.ENDING: "soon", AgreementState.ENDED: "none",
    AgreementState.TERMINATED: "none", AgreementState.ABANDONED: "none",
}  # fmt: skip
#: Made once: a list writes fifty of them, and a download a hundred thousand.
_TAGS: Final = {state.value: Tag(state.label, colour) for state, colour in STATES.items()}
_KINDS: Final = {kind.value: kind.label for kind in Kind}


def _last_day(each: Any) -> str:
    """As words, since an agreement without an end is not one whose end nobody knows."""
    last = Term(each.starts_on, each.ends_before).last_day
    return written_date(last) if last else now_in_words("No end")


AGREEMENTS: Final = Listing(
    name="agreements",
    caption=_("Agreements"),
    columns=(
        ListColumn("title", _("Agreement"), sort="title", link=lambda e: agreement_address(e.pk)),
        ListColumn("reference", _("Reference"), value=str, sort="number", under="title"),
        ListColumn("kind", _("Kind"), value=lambda e: _KINDS[e.kind], under="title"),
        ListColumn("provider", _("Provider"), value="provider_name", sort="provider_name"),
        ListColumn("value", _("Value over the term"), "pounds", value="value_pence",
                   sort="value_pence"),
        ListColumn("starts", _("From"), "date", value="starts_on"),
        ListColumn("ends", _("Last day"), value=_last_day, sort="ends_before"),
        ListColumn("state", _("State"), "tag", value=lambda e: _TAGS[e.state]),
    ),
    filters=(
        ListFilter(
            "state", _("State"), "select",
            choices=tuple((state.value, state.label) for state in AgreementState),
        ),
        ListFilter(
            "kind", _("Kind"), "select", choices=tuple((kind.value, kind.label) for kind in Kind)
        ),
        ListFilter("q", _("Agreement or provider"), fields=("title", "provider_name")),
        ListFilter("until", _("Ends by"), "until", fields=("ends_before",)),
    ),
    sort="title",
    nothing=_("No agreement has been written down yet."),
    counted=lambda how_many: count_of(how_many, "%(n)s agreement", "%(n)s agreements"),
)  # fmt: skip


#: Imported agreements of which nobody has said what they are.
KINDLESS: Final = Listing(
    name="without-a-kind",
    caption=_("Agreements whose kind nobody has said"),
    columns=(
        ListColumn("title", _("Agreement"), sort="title", link=lambda e: agreement_address(e.pk)),
        ListColumn("reference", _("Reference"), value=str, sort="number", under="title"),
        ListColumn("provider", _("Provider"), value="provider_name", sort="provider_name"),
        ListColumn("kind", _("Taken for"), value=lambda e: _KINDS[e.kind]),
        ListColumn("value", _("Value over the term"), "pounds", value="value_pence",
                   sort="value_pence"),
    ),
    filters=(
        ListFilter("q", _("Words of the title"), fields=("title",)),
        ListFilter("provider", _("Provider"), fields=("provider_name",)),
    ),
    sort="title",
    nothing=_("Of every agreement somebody has said what kind it is."),
    counted=lambda how_many: count_of(how_many, "%(n)s agreement", "%(n)s agreements"),
)  # fmt: skip
