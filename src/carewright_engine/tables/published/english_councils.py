"""England's councils as financial returns name them: numbered, shouted, or mangled by a tool."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote

import polars as pl

NUMBERED: Final = re.compile(r"^\d{3}\s*-?\s*(?=[A-Za-z])")
SMALL: Final = frozenset({"and", "of", "on", "upon", "with", "the", "in"})
REGIONS: Final = {
    "north east": "E12000001",
    "north west": "E12000002",
    "yorkshire and humber": "E12000003",
    "yorkshire and the humber": "E12000003",
    "east midlands": "E12000004",
    "west midlands": "E12000005",
    "east": "E12000006",
    "east of england": "E12000006",
    "eastern": "E12000006",
    "london": "E12000007",
    "south east": "E12000008",
    "south west": "E12000009",
}
FEWEST_COUNCILS: Final = 5  # that a table by council must have to be taken for one
ENGLAND: Final = "E92000001"
NO_CODES: Final = (
    "The returns give councils by name and by the returns' own number, not by area code, so "
    "councils carry no code here; regions and England do."
)


def council_name(written: str) -> str:
    """'107-Newcastle%20upon%20Tyne' and '107 NEWCASTLE UPON TYNE' are one council."""
    plain = NUMBERED.sub("", unquote(written).strip())
    if " " not in plain and "." in plain:  # a tool put full stops for blanks
        plain = plain.replace(".", " ")
    plain = re.sub(r"\s+UA$", "", " ".join(plain.split()))
    return _spoken(plain) if plain.isupper() else plain


def _spoken(shouted: str) -> str:
    words = shouted.title().split()
    return " ".join(
        word.lower() if place and word.lower() in SMALL else word
        for place, word in enumerate(words)
    )


def area_of(name: str) -> tuple[str | None, str]:
    """The code and kind of a region or of England; a council has a kind but no code here."""
    plain = re.sub(r"^total\s+", "", name.lower())
    if plain == "england":
        return ENGLAND, "country"
    if plain in REGIONS:
        return REGIONS[plain], "region"
    return None, "council"


def is_area(header: str) -> bool:
    """A column named by a numbered council, a region or England."""
    return bool(NUMBERED.match(header)) or area_of(council_name(header))[0] is not None


def area_columns(headers: Sequence[str]) -> list[str]:
    """The columns of councils, regions and England."""
    return [header for header in headers if is_area(header)]


def with_council(long: pl.DataFrame) -> pl.DataFrame:
    """`area_name`, `area_code` and `area_kind` for the councils and regions of a return."""
    written = long["council"].unique(maintain_order=True).to_list()
    rows = [(each, council_name(each), *area_of(council_name(each))) for each in written]
    schema = {each: pl.String for each in ("council", "area_name", "area_code", "area_kind")}
    names = pl.DataFrame(rows, schema=schema, orient="row")
    return long.join(names, on="council", how="left", maintain_order="left")


def care_group(words: str) -> str:
    """The care group that a return's own words mean."""
    plain = words.lower()
    if re.search(r"65 (?:and over|to|and)|75 to|85 and|age 65", plain):
        return "older_people"
    for pattern, group in (
        (r"learning disab", "learning_disability"),
        (r"mental", "mental_health"),
        (r"physical|sensory", "physical_sensory"),
        (r"adults? and older|adult client groups", "adults"),
        (r"older p(?:eople|erson)", "older_people"),
    ):
        if re.search(pattern, plain):
            return group
    return "adults"
