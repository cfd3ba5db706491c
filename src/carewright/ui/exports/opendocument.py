"""Lists as OpenDocument spreadsheets, the open format that public bodies are asked to offer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from carewright.ui.exports.sheets import Sheet, Typed
from carewright.ui.lists.declared import Kind

STYLED: Final[frozenset[Kind]] = frozenset({"date", "datetime", "pounds", "percent"})
ODS_TYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'office:version="1.3"'
)
_STYLES: Final = (
    '<number:date-style style:name="day"><number:day/><number:text> </number:text>'
    '<number:month number:textual="true" number:style="long"/><number:text> </number:text>'
    '<number:year number:style="long"/></number:date-style>'
    '<number:date-style style:name="moment"><number:day/><number:text> </number:text>'
    '<number:month number:textual="true" number:style="long"/><number:text> </number:text>'
    '<number:year number:style="long"/><number:text> </number:text>'
    '<number:hours number:style="long"/><number:text>:</number:text>'
    '<number:minutes number:style="long"/></number:date-style>'
    '<number:number-style style:name="money"><number:number number:decimal-places="2" '
    'number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/>'
    "</number:number-style>"
    '<number:percentage-style style:name="share"><number:number number:decimal-places="1" '
    'number:min-decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text>'
    "</number:percentage-style>"
    '<style:style style:name="heading" style:family="table-cell">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="date" style:family="table-cell" style:data-style-name="day"/>'
    '<style:style style:name="datetime" style:family="table-cell" style:data-style-name="moment"/>'
    '<style:style style:name="pounds" style:family="table-cell" style:data-style-name="money"/>'
    '<style:style style:name="percent" style:family="table-cell" style:data-style-name="share"/>'
)


def write_ods(sheet: Sheet, file: IO[bytes]) -> None:
    """One sheet in the open format, written row by row; the library for it keeps all in memory."""
    write_ods_book([sheet], file)


def write_ods_book(sheets: Iterable[Sheet], file: IO[bytes]) -> None:
    """Sheets after one another in one file of the open format."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        # The kind of document comes first and uncompressed, so that it can be read off the bytes.
        archive.writestr(_member("mimetype", ZIP_STORED), ODS_TYPE)
        archive.writestr(_member("META-INF/manifest.xml"), _manifest())
        with archive.open(_member("content.xml"), "w", force_zip64=True) as content:
            for part in _ods_content(sheets):
                content.write(part.encode())


def _member(name: str, compression: int = ZIP_DEFLATED) -> ZipInfo:
    """A file within the archive with a fixed time, so that equal lists give equal bytes."""
    member = ZipInfo(name)
    member.compress_type = compression
    return member


def _manifest() -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )


def _ods_content(sheets: Iterable[Sheet]) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}>'
    yield f"<office:automatic-styles>{_STYLES}</office:automatic-styles>"
    yield "<office:body><office:spreadsheet>"
    for sheet in sheets:
        yield from _ods_table(sheet)
    yield "</office:spreadsheet></office:body></office:document-content>"


def _ods_table(sheet: Sheet) -> Iterator[str]:
    yield f'<table:table table:name="{_attribute(sheet.short_name)}">'
    yield f'<table:table-column table:number-columns-repeated="{len(sheet.headings)}"/>'
    headings = "".join(_ods_text(heading, "heading") for heading in sheet.headings)
    yield f"<table:table-header-rows>{_ods_row(headings)}</table:table-header-rows>"
    for row in sheet.counted_rows():
        yield _ods_row("".join(map(_ods_cell, row, sheet.kinds)))
    yield "</table:table>"


def _ods_row(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def _ods_cell(value: Typed, kind: Kind) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        return _ods_text(value)
    style = f' table:style-name="{kind}"' if kind in STYLED else ""
    if isinstance(value, date):
        day = value.replace(tzinfo=None) if isinstance(value, datetime) else value
        typed = f'office:value-type="date" office:date-value="{day.isoformat()}"'
    else:
        exact = f"{value:f}" if isinstance(value, Decimal) else str(value)
        named = "percentage" if kind == "percent" else "float"
        typed = f'office:value-type="{named}" office:value="{exact}"'
    return f"<table:table-cell{style} {typed}/>"


def _ods_text(text: str, style: str = "") -> str:
    look = f' table:style-name="{style}"' if style else ""
    lines = "".join(f"<text:p>{_ods_line(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell{look} office:value-type="string">{lines}</table:table-cell>'


def _ods_line(line: str) -> str:
    """Runs of spaces and tabs would otherwise shrink to one space."""
    escaped = _attribute(line).replace("\t", "<text:tab/>")
    return re.sub(r"  +|^ ", lambda run: f'<text:s text:c="{len(run[0])}"/>', escaped)


def _attribute(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\r", "&#13;")
