"""Where postcodes lie: single ones from the ONS Postcode Directory, or sectors and districts."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.area_codes import area_code
from carewright_engine.tables.issues import refuse_nonsense, rows_where
from carewright_engine.tables.matching import match_columns, normal, require
from carewright_engine.tables.published.coordinates import LATITUDE, LONGITUDE, with_place
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading

COUNCIL: Final = Field(
    "council_code",
    (
        r"(?:os)?laua",
        r"(?:lad|ltla|utla|la|ca|council|council_?area|local_?authority)\d{0,4}_?(?:code|cd)",
        r"council_?area|local_?authority|ca(?:\d{4})?",
    ),
    "council codes",
)
OUTWARD: Final = r"[A-Z]{1,2}\d[A-Z\d]?|NPT"  # NPT: Newport before it was divided
TITLE: Final = "places of postcodes"


def _kind(name: str, precision: str, patterns: tuple[str, ...], form: str, example: str) -> Kind:
    """Single postcodes, sectors and districts differ only in what is written for each."""
    postcode = Field(
        "postcode", patterns, f"{precision} postcodes such as {example}", required=True
    )
    fields = (postcode, COUNCIL, LATITUDE, LONGITUDE)

    def recognises(headers: tuple[str, ...], file_name: str) -> float:
        matching = match_columns(headers, fields, Hints())
        plain = {normal(header) for header in headers}
        a_directory = "council_code" in matching.matched and not plain & {"name", "address"}
        return 0.9 if a_directory and not matching.missing else 0.0

    def read(raw: RawTable, hints: Hints) -> Reading:
        return _read(raw, hints, kind, precision, form, example)

    kind = Kind(
        name=name,
        title=f"Places of postcodes ({precision})",
        publisher="Office for National Statistics (ONS Postcode Directory)",
        licence="Open Government Licence v3.0",
        fields=fields,
        yields=("postcode",),
        recognises=recognises,
        read=read,
    )
    return kind


def _read(
    raw: RawTable, hints: Hints, kind: Kind, precision: str, form: str, example: str
) -> Reading:
    matching = match_columns(raw.headers, kind.fields, hints)
    require(matching, TITLE)
    header = matching.matched["postcode"]
    written = pl.col(header).str.to_uppercase().str.replace_all(r"\s", "")
    sound = written.str.contains(form)
    refuse_nonsense(raw.rows, header, sound, f"postcodes ({precision}) such as {example}")
    rows = raw.rows.with_columns(postcode=written.str.replace(form, "${1} ${2}").str.strip_chars())
    no_postcode = rows_where(
        rows,
        ~sound.fill_null(False),
        column=header,
        reason=f"this is not a postcode ({precision})",
        mend=f"Give it as {example}.",
    )
    rows, no_place = with_place(rows, matching.matched["latitude"], matching.matched["longitude"])
    council = matching.header("council_code")
    rows = rows.with_columns(
        council_code=area_code(council) if council else pl.lit(None, pl.String),
        precision=pl.lit(precision),
    )
    refused = [no_postcode, no_place]
    kept = without(rows, refused)
    refused.append(repeated(kept, ("postcode",), "postcode"))
    kept = without(kept, refused)
    frame = kept.select(
        "postcode", "precision", "council_code", "latitude", "longitude", "source_row"
    )
    return reading_of(kind.name, raw, matching, {"postcode": frame}, refused=refused)


KINDS: Final = (
    _kind(
        "postcodes",
        "unit",
        (r"pcds", r"post_?code", r"pcd\d?"),
        rf"^({OUTWARD})(\d[A-Z]{{2}})$",
        "KY1 1XT",
    ),
    _kind(
        "postcode_sectors",
        "sector",
        (r"(?:post_?code_?|pcd_?)?sector",),
        rf"^({OUTWARD})(\d)$",
        "KY1 1",
    ),
    _kind(
        "postcode_districts",
        "district",
        (r"outward(?:_?code)?", r"(?:post_?code_?|pcd_?)?district"),
        rf"^({OUTWARD})()$",
        "KY1",
    ),
)
