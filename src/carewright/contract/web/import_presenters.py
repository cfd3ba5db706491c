"""Imports as their pages print them."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.contract.api import BatchState, RowState
from carewright.contract.web.import_lists import import_address, row_address, supplier_address
from carewright.contract.web.lists import agreement_address
from carewright.contract.web.places import import_crumbs
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.register import api as register
from carewright.register.api import DatasetState
from carewright.ui.formats import count_of, number, written_date, written_datetime
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Link
from carewright_engine.tables.kinds import KINDS
from carewright_engine.tables.readers.contract_register.fields import COLUMNS_OF, FIELDS

MOST_WAITING: Final = 20
MOST_DOUBTS: Final = 50
USABLE: Final = (DatasetState.READ, DatasetState.IMPORTED)


def waiting(officer: platform.Officer) -> tuple[Link, ...]:
    """Registers of contracts that were given, and of which nothing was made yet."""
    begun = set(contract.imports(seen_by=officer).values_list("sha256", flat=True))
    states = [DatasetState.UPLOADED.value, DatasetState.UNREADABLE.value,
              *(each.value for each in USABLE)]  # fmt: skip
    given = register.datasets(seen_by=officer).filter(kind=contract.KIND_OF_FILE, state__in=states)
    return tuple(
        Link(
            f"{each.file_name}, {written_datetime(each.uploaded_at)}",
            reverse("contract:import_file", args=[each.pk]),
        )
        for each in given.exclude(sha256__in=begun)[:MOST_WAITING]
    )


def file_page(found: register.Dataset, officer: platform.Officer) -> dict[str, Any]:
    """What was found in a register, and what can be done with it."""
    readable = found.state in USABLE
    standing = contract.import_of_file(found.sha256, seen_by=officer)
    doubtful = register.rows_read(found.id, "doubtful", seen_by=officer) if readable else None
    return {
        "title": found.file_name, "caption": _("Register of contracts"),
        "crumbs": import_crumbs(), "file": found, "readable": readable,
        "standing": import_address(standing) if standing else "",
        "may_begin": readable and not standing and found.rows_kept,
        "may_map": found.headers and found.state is not DatasetState.IMPORTED,
        "finding": _("%(kept)s of %(read)s rows can be used") % {
            "kept": number(found.rows_kept), "read": number(found.rows_read),
        },
        "columns": _columns(found) if readable else None,
        "doubts": _doubts(doubtful) if doubtful is not None and doubtful.height else None,
    }  # fmt: skip


def _columns(found: register.Dataset) -> Grid:
    words = {field.meaning: field.words for field in KINDS[found.kind].fields}
    taken = {header: words.get(meaning, meaning) for meaning, header in found.matched.items()}
    apart = _("Kept with the row, and not read")
    return Grid(
        caption=_("Which column was taken for what"),
        columns=(GridColumn(_("Column of the file")), GridColumn(_("Taken for"))),
        rows=tuple((header, taken.get(header, apart)) for header in found.headers),
        caption_hidden=True, tight=True,
    )  # fmt: skip


def _doubts(doubtful: Any) -> Grid:
    columns = (_("Row"), _("Column"), _("What stands there"), _("Why"), _("What mends it"))
    some = doubtful.select("source_row", "column", "value", "reason", "mend").head(MOST_DOUBTS)
    return Grid(
        caption=_("Rows in doubt"), columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(tuple("" if v is None else str(v) for v in row) for row in some.iter_rows()),
        how_to_read=_("The first %s; a person looks at each before it is placed.") % MOST_DOUBTS,
        stacked=True,
    )  # fmt: skip


def batch_page(found: contract.Batch, officer: platform.Officer) -> dict[str, Any]:
    """One import: its counts, its questions, and what can be done now."""
    counts = found.counts
    may = platform.may(officer, Act.IMPORT_AGREEMENTS) and found.state is BatchState.OPEN
    rows = contract.imported_rows(found.id, seen_by=officer)
    open_still = [RowState.ASKED.value, RowState.READY.value]
    return {
        "title": found.file_name, "caption": _("Import of a register"),
        "crumbs": import_crumbs(), "batch": found, "counts": counts, "may": may,
        "finding": _finding(found), "read_counts": _read(found), "row_counts": _stand(found),
        "facts": _facts(found), "absent": _absent(found),
        "next_supplier": _address(
            supplier_address, contract.next_supplier(found.id, seen_by=officer)
        ),
        "next_row": _address(row_address, contract.next_row(found.id, seen_by=officer)),
        "kindless": contract.without_a_kind(seen_by=officer)
        .filter(imported_row__batch_id=found.id).count() if counts.placed else 0,
        "no_care": rows.filter(state__in=open_still, care="").count() if may else 0,
        "sure": contract.sure_suppliers(found.id, seen_by=officer) if may else (),
    }  # fmt: skip


def _address(address: Any, found: Any) -> str:
    return address(found) if found else ""


def _finding(found: contract.Batch) -> str:
    counts = found.counts
    if found.state is BatchState.UNDONE:
        return _("The import was taken back: %s") % found.undone_reason
    if counts.questions:
        return count_of(
            counts.questions, "%(n)s question is left for a person",
            "%(n)s questions are left for a person",
        )  # fmt: skip
    if counts.to_place:
        return _("Nothing is left to ask")
    return count_of(
        counts.placed, "%(n)s agreement was made of it", "%(n)s agreements were made of it"
    )


def _read(found: contract.Batch) -> Grid:
    """How the rows were read, adding up to all of them."""
    counts = found.counts
    return _adding_up(
        _("How the rows were read"), counts.read,
        ((_("Kept"), counts.kept), (_("Kept in doubt"), counts.doubtful),
         (_("Refused: no contract"), counts.refused)),
    )  # fmt: skip


def _stand(found: contract.Batch) -> Grid:
    """Where the rows stand now, adding up to all of them."""
    counts = found.counts
    return _adding_up(
        _("Where the rows stand"), counts.read,
        ((_("Agreements were made of them"), counts.placed),
         (_("Ready to be placed"), counts.to_place),
         (_("Wait until somebody says who their supplier is"), counts.waiting),
         (_("Somebody has to look at them"), counts.asked),
         (_("Put aside, with a reason"), counts.put_aside)),
    )  # fmt: skip


def _adding_up(caption: str, total: int, lines: tuple[tuple[str, int], ...]) -> Grid:
    return Grid(
        caption=caption, columns=(GridColumn(_("Rows")), GridColumn(_("How many"), figures=True)),
        rows=tuple((name, number(how_many)) for name, how_many in lines),
        total=(_("All rows of the file"), number(total)), tight=True,
    )  # fmt: skip


def _facts(found: contract.Batch) -> tuple[Fact, ...]:
    return (
        Fact(_("Begun by"), found.begun_by, beneath=written_datetime(found.begun_at)),
        Fact(_("True on"), written_date(found.read_on)),
        Fact(_("Kind, where the file does not say"), found.kind.label),
        Fact(_("Bought under, as was said"), found.regime.label),
    )


def _absent(found: contract.Batch) -> list[str]:
    """What the file has no column for."""
    gone = set(found.absent)
    return [each.words for each in FIELDS if gone.issuperset(columns_of(each.meaning))]


def columns_of(meaning: str) -> tuple[str, ...]:
    """What a field of the file fills in the table of contracts."""
    return COLUMNS_OF.get(meaning, (meaning,))


def supplier_page(found: contract.SupplierToMatch, batch: contract.Batch) -> dict[str, Any]:
    """The question whom a supplier is."""
    facts = (
        Fact(_("In the file"), found.name),
        Fact(_("Numbers in the file"), ", ".join(found.numbers) or _("None")),
        Fact(_("Postcode"), found.postcode or _("None")),
        Fact(_("Rows"), number(found.rows)),
        Fact(_("Taken for"), found.answer or _("Not said yet"), beneath=found.decided_by),
    )
    return {
        "title": _("Who is %s?") % found.name, "caption": batch.file_name,
        "crumbs": import_crumbs(batch), "facts": facts, "asked": batch.counts.suppliers_asked,
        "cancel": import_address(batch.id), "button": _("Save and go on"),
        "open": batch.state is BatchState.OPEN,
    }  # fmt: skip


def row_page(found: contract.RowToSettle, batch: contract.Batch) -> dict[str, Any]:
    """One row in the file's own words, and why somebody has to look at it."""
    return {
        "title": _("Row %(row)s: %(title)s") % {
            "row": found.source_row, "title": found.title or _("without a title"),
        },
        "caption": batch.file_name, "crumbs": import_crumbs(batch), "row": found,
        "repeats": _repeats(found), "words": _words(found), "asked": batch.counts.asked,
        "cancel": import_address(batch.id), "button": _("Save and go on"),
        "agreement": agreement_address(found.agreement_id) if found.agreement_id else "",
        "open": batch.state is BatchState.OPEN and found.state is not RowState.PLACED,
    }  # fmt: skip


def _repeats(found: contract.RowToSettle) -> Grid | None:
    if not found.repeats:
        return None
    return Grid(
        caption=_("What it may repeat"),
        columns=(GridColumn(_("Contract")), GridColumn(_("Why"))),
        rows=tuple(
            (GridCell(words, link=agreement_address(agreement) if agreement else ""), why)
            for words, agreement, why in found.repeats
        ),
        stacked=True,
    )  # fmt: skip


def _words(found: contract.RowToSettle) -> Grid:
    return Grid(
        caption=_("As it stands in the file"),
        columns=(GridColumn(_("Column")), GridColumn(_("Words"))),
        rows=tuple(found.found.items()), stacked=True, tight=True,
    )  # fmt: skip
