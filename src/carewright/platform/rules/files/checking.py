"""Whether a file is taken in, decided from its name, its first bytes and its directory."""

from __future__ import annotations

from typing import IO, Final

from carewright.platform.rules.files.kinds import MEGABYTE, FileKind, Refused
from carewright.platform.rules.files.names import check_name
from carewright.platform.rules.files.office import check_office, check_open_document
from carewright.platform.rules.files.pdfs import check_pdf
from carewright.platform.rules.files.pictures import check_jpeg, check_png
from carewright.platform.rules.files.texts import check_table, check_text

LARGEST: Final = 50 * MEGABYTE


def refusal_of(name: str, file: IO[bytes], size: int) -> str:
    """Why the file is not taken in; empty for one that is. The file is left at its beginning."""
    try:
        _check_size(size)
        _check_content(check_name(name), file, size)
    except Refused as reason:
        return str(reason)
    finally:
        file.seek(0)
    return ""


def _check_size(size: int) -> None:
    if not size:
        raise Refused("The file is empty. Save it again.")
    if size > LARGEST:
        raise Refused(
            f"The file is larger than {LARGEST // MEGABYTE} MB. Split it or make it smaller."
        )


def _check_content(kind: FileKind, file: IO[bytes], size: int) -> None:
    match kind.form:
        case "pdf":
            check_pdf(file, size)
        case "office":
            check_office(file, size, kind)
        case "open_document":
            check_open_document(file, size, kind)
        case "png":
            check_png(file, size)
        case "jpeg":
            check_jpeg(file, size)
        case "text":
            check_text(file)
        case "table":
            check_table(file)
