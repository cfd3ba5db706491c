"""Lists of imports, of their rows and of their suppliers, declared once."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.contract.api import BatchState, RowReading, RowState
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import State, Tag

import_address = addresses("contract:import")
row_address = addresses("contract:import_row")
supplier_address = addresses("contract:import_supplier")
_COLOURS: Final[dict[RowState, State]] = {
    RowState.ASKED: "soon", RowState.READY: "wait", RowState.PLACED: "good",
    RowState.PUT_ASIDE: "none",
}  # fmt: skip
_TAGS: Final = {state.value: Tag(state.label, colour) for state, colour in _COLOURS.items()}
_BATCH_TAGS: Final = {
    BatchState.OPEN.value: Tag(BatchState.OPEN.label, "wait"),
    BatchState.UNDONE.value: Tag(BatchState.UNDONE.label, "none"),
}

IMPORTS: Final = Listing(
    name="imports",
    caption=_("Registers that were imported"),
    columns=(
        ListColumn("file", _("File"), value="file_name", sort="file_name",
                   link=lambda e: import_address(e.pk)),
        ListColumn("read", _("Rows"), "number", value="rows_read"),
        ListColumn("doubtful", _("Doubtful"), "number", value="rows_doubtful"),
        ListColumn("refused", _("Refused"), "number", value="rows_refused"),
        ListColumn("by", _("Begun by"), value="begun_by_name"),
        ListColumn("at", _("Begun"), "datetime", value="begun_at", sort="begun_at"),
        ListColumn("state", _("State"), "tag", value=lambda e: _BATCH_TAGS[e.state]),
    ),
    filters=(ListFilter("q", _("File"), fields=("file_name",)),),
    sort="-at",
    nothing=_("No register has been imported yet."),
    counted=lambda how_many: count_of(how_many, "%(n)s register", "%(n)s registers"),
)  # fmt: skip


def _became(each: Any) -> str:
    """The agreement that was made of it, or why none was."""
    again = now_in_words("It may stand twice") if each.repeats else ""
    return str(each.agreement) if each.agreement else each.reason or each.doubt or again


ROWS: Final = Listing(
    name="rows-of-the-register",
    caption=_("Rows of the register"),
    columns=(
        ListColumn("row", _("Row"), value=str, sort="source_row",
                   link=lambda e: row_address(e.pk)),
        ListColumn("title", _("Title"), sort="title"),
        ListColumn("supplier", _("Supplier"),
                   value=lambda e: e.supplier.name if e.supplier else _("Not in the file")),
        ListColumn("reading", _("Read as"), value=lambda e: RowReading(e.reading).label),
        ListColumn("became", _("What became of it"), value=_became),
        ListColumn("state", _("State"), "tag", value=lambda e: _TAGS[e.state]),
    ),
    filters=(
        ListFilter(
            "state", _("State"), "select", choices=tuple((s.value, s.label) for s in RowState)
        ),
        ListFilter(
            "reading", _("Read as"), "select",
            choices=tuple((each.value, each.label) for each in RowReading),
        ),
        ListFilter("q", _("Contract or supplier"), fields=("title", "supplier__name")),
    ),
    sort="row",
    nothing=_("The register holds no rows."),
    counted=lambda how_many: count_of(how_many, "%(n)s row", "%(n)s rows"),
)  # fmt: skip

_OPEN: Final = (("yes", _("To be matched")), ("no", _("Settled")))

SUPPLIERS: Final = Listing(
    name="suppliers-of-the-register",
    caption=_("Suppliers of the register"),
    columns=(
        ListColumn("name", _("In the file"), sort="name",
                   link=lambda e: supplier_address(e.pk)),
        ListColumn("numbers", _("Numbers"), value=lambda e: ", ".join(e.numbers), under="name"),
        ListColumn("rows", _("Rows"), "number", value="how_many", sort="how_many"),
        ListColumn("provider", _("Taken for"),
                   value=lambda e: _("Not said yet") if e.is_open else e.provider_name),
        ListColumn("number", _("Number in a register"), value="provider_number", under="provider"),
        ListColumn("by", _("Said by"),
                   value=lambda e: e.decided_by_name or _("Nobody was asked")),
    ),
    filters=(
        ListFilter(
            "open", _("Which"), "select", choices=_OPEN,
            narrow=lambda rows, value: rows.filter(is_open=value == "yes"),
        ),
        ListFilter("q", _("Supplier or provider"), fields=("name", "provider_name")),
    ),
    sort="name",
    nothing=_("The register names no supplier."),
    counted=lambda how_many: count_of(how_many, "%(n)s supplier", "%(n)s suppliers"),
)  # fmt: skip
