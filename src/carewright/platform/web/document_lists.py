"""Lists of kept files."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from carewright.platform.api import DocumentKind, Retention
from carewright.platform.web.document_presenters import size_in_words
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses

PAGE = addresses("platform:document")
COLUMNS = (
    ListColumn("name", _("Document"), value="document__name", sort="document__name",
               link=lambda each: PAGE(each.document_id)),
    ListColumn("kind", _("What it is"), under="name", sort="document__kind",
               value=lambda each: DocumentKind(each.document.kind).label),
    ListColumn("number", _("Versions"), kind="number", sort="number"),
    ListColumn("uploaded_by_name", _("Newest given by"), sort="uploaded_by_name"),
    ListColumn("uploaded_at", _("Newest given"), kind="datetime", sort="uploaded_at"),
    ListColumn("size", _("Size"), value=lambda each: size_in_words(each.size), sort="size"),
    ListColumn("retention", _("Retention"),
               value=lambda each: Retention(each.document.retention_class).label),
    ListColumn("state", _("State"), value=lambda each: _state(each)),
)  # fmt: skip
FILTERS = (
    ListFilter("q", _("Name"), fields=("document__name", "name")),
    ListFilter("state", _("State"), kind="select", choices=(
        ("held", _("Held")), ("kept", _("Kept")), ("disposed", _("Disposed of")),
    ), narrow=lambda rows, value: _in_state(rows, value)),
    ListFilter("kind", _("What it is"), kind="select", fields=("document__kind",),
               choices=tuple((each.value, each.label) for each in DocumentKind)),
    ListFilter("since", _("Given since"), kind="from", fields=("uploaded_at__date",)),
)  # fmt: skip
DOCUMENTS = Listing(
    name="documents", caption=_("Documents"), columns=COLUMNS, filters=FILTERS, sort="-uploaded_at"
)
RUN_OUT = Listing(
    name="proposed-for-disposal", caption=_("Documents whose retention has run out"),
    columns=COLUMNS[:-1], filters=FILTERS[:1], sort="uploaded_at",
    nothing=_("No retention has run out."),
)  # fmt: skip


def _state(each: Any) -> str:
    if each.document.disposed_at:
        return str(_("Disposed of"))
    return str(_("Held")) if each.document.held_at else str(_("Kept"))


def _in_state(rows: Any, value: str) -> Any:
    if value == "disposed":
        return rows.filter(document__disposed_at__isnull=False)
    return rows.filter(document__disposed_at=None, document__held_at__isnull=value != "held")
