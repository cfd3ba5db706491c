"""The briefings that stand, declared once."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import Tag

briefing_address = addresses("keep_to:briefing")


def _read(each: Any) -> Tag:
    return Tag(now_in_words("Read"), "good") if each.is_read else Tag(now_in_words("Not read"))


BRIEFINGS: Final = Listing(
    name="briefings",
    caption=_("Briefings for teams"),
    columns=(
        ListColumn("agreement", _("Agreement"), value=lambda e: e.agreement.title,
                   sort="agreement__title", link=lambda e: briefing_address(e.agreement_id)),
        ListColumn("reference", _("Reference"), value=lambda e: str(e.agreement),
                   under="agreement"),
        ListColumn("provider", _("Provider"), value="agreement__provider_name",
                   sort="agreement__provider_name"),
        ListColumn("number", _("Version"), "number", sort="number"),
        ListColumn("written", _("Written"), "datetime", value="written_at", sort="written_at"),
        ListColumn("read", _("By you"), "tag", value=_read),
    ),
    filters=(
        ListFilter("q", _("Agreement or provider"),
                   fields=("agreement__title", "agreement__provider_name", "buys")),
    ),
    sort="agreement",
    nothing=_("No briefing has been written yet. Open an agreement's obligations to write one."),
    counted=lambda how_many: count_of(how_many, "%(n)s briefing", "%(n)s briefings"),
)  # fmt: skip
