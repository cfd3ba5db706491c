"""One service over time as its page prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.urls import reverse

from carewright.register import api as register
from carewright.ui.formats import written_date
from carewright.ui.rows import Grid, GridCell, GridColumn, Link

SHOWN: Final = {
    "kind": "Kind", "care_group": "Care group", "sector": "Sector",
    "public_class": "Proposed as publicly run", "provider_name": "Provider",
    "status": "Status", "counting": "Counted", "town": "Town", "postcode": "Postcode",
    "council_name": "Council", "places": "Places", "beds": "Beds",
    "staff_wte": "Staff, whole-time equivalents", "min_grade": "Lowest grade",
    "graded_on": "Graded on",
}  # fmt: skip


def crumbs_to(service_id: str, name: object) -> tuple[Link, ...]:
    """The way back to the list of services and to one of them."""
    return (
        Link("Services", reverse("register:services")),
        Link(str(name), reverse("register:service", args=[service_id])),
    )


def service_page(
    readings: list[register.Reading], mended: list[register.Correction], *, may_correct: bool
) -> dict[str, Any]:
    """What the page of one service prints, the latest file first."""
    latest = readings[0]
    return {
        "title": latest.values["name"] or latest.service_id,
        "caption": f"{latest.register}, number {latest.service_id}",
        "crumbs": (Link("Services", reverse("register:services")),),
        "grid": _grid(readings, mended),
        "days": [reading.as_at for reading in readings],
        "readings": readings,
        "mended": mended,
        "may_correct": may_correct,
    }


def _grid(readings: list[register.Reading], mended: list[register.Correction]) -> Grid:
    return Grid(
        caption="As each file shows it",
        columns=(
            GridColumn("What"), *(GridColumn(written_date(r.as_at)) for r in readings)
        ),
        rows=tuple(_rows(readings, mended)),
    )  # fmt: skip


def _rows(
    readings: list[register.Reading], mended: list[register.Correction]
) -> Iterator[tuple[str | GridCell, ...]]:
    right = {(c.as_at, c.column): c for c in mended}
    for column, words in SHOWN.items():
        yield (words, *(_cell(r, column, right.get((r.as_at, column))) for r in readings))
    yield (
        "Row of the file",
        *(
            GridCell(
                f"row {r.source_row}",
                link=f"{reverse('register:rows', args=[r.sha256])}?rows={r.source_row}",
            )
            for r in readings
        ),
    )


def _cell(
    reading: register.Reading, column: str, correction: register.Correction | None
) -> str | GridCell:
    said = _said(reading.values[column])
    if correction is None:
        return said
    beneath = f"published: {said}; put right by {correction.by}: {correction.reason}"
    return GridCell(correction.new_value or "Not known", beneath=beneath)


def _said(value: object) -> str:
    if value is None or value == "":
        return "Not known"
    text = str(value)
    return text.replace("_", " ") if text.islower() else text
