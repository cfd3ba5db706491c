"""Type: who runs the services, and which kinds stand beside them."""

from __future__ import annotations

from django.urls import reverse

from carewright.analyse.web.blocks import Prose, Row, Table, row
from carewright.analyse.web.reading import Reading, plain_grid
from carewright.analyse.web.wording import (
    capital,
    count,
    listed,
    plain_number,
    share,
    whole,
)
from carewright.ui import rows as ui
from carewright.ui.rows import GridColumn, Link
from carewright_engine.provision.answers import Value

#: The kind of file in which a council lists what no regulator registers.
OWN_LIST = "council_list"


def type_of_care(reading: Reading) -> tuple[Row, ...]:
    """Who runs the services, and whatever else the area has."""
    return (
        *row((_run_by(reading),), (_publicly_run(reading),)),
        *row(
            (reading.chart("services_by_kind"), _subtypes(reading)),
            (_unregistered(reading),),
        ),
    )


def _run_by(reading: Reading) -> Table | None:
    """Homes, places, typical size and staff by who runs them, all of them last."""
    records = reading.records("run_by")
    if not records or not count(records[-1]["services"]):
        return None
    # Where care comes to people, a few services state places, and those mean little.
    in_places = reading.kind is None or reading.in_places
    lines = [_line(record, in_places) for record in records]
    columns = [GridColumn("Run by"), GridColumn(capital(reading.many), figures=True)]
    if in_places:
        named = ("Places", "Share of places", "Median size")
        columns += [GridColumn(name, figures=True) for name in named]
    columns.append(GridColumn("Staff (whole-time equivalent)", figures=True))
    grid = ui.Grid(
        caption=f"{capital(reading.many)} by who runs them",
        columns=tuple(columns), rows=tuple(lines[:-1]), total=lines[-1], stacked=True,
    )  # fmt: skip
    return reading.tabled("run_by", grid, note=_note(reading, records))


def _line(record: dict[str, Value], in_places: bool) -> tuple[str, ...]:
    places = (
        whole(record["places"]),
        "100%" if record["share_of_places"] == 1 else share(record["share_of_places"], 1),
        plain_number(record["median_size"]),
    )
    middle = places if in_places else ()
    return (str(record["run_by"]), whole(record["services"]), *middle, whole(record["staff_wte"]))


def _note(reading: Reading, records: list[dict[str, Value]]) -> str:
    """What must be known to read the table: who states no staff, and which rows are doubtful."""
    every = reading.known("type.services")
    doubtful = every.doubtful if every else 0
    what = reading.one if doubtful == 1 else reading.many
    verb = "is" if doubtful == 1 else "are"
    doubt = f"{doubtful:,} {what} {verb} doubtful by the file and counted." if doubtful else ""
    return " ".join(filter(None, (_staff_note(records, reading.many), doubt)))


def _staff_note(records: list[dict[str, Value]], many: str) -> str:
    """'Staff are stated for 58 of 61 private homes and all others.'"""
    parts = records[:-1]
    short = [r for r in parts if count(r["staff_known"]) < count(r["services"])]
    if not short:
        return ""
    said = [f"{r['staff_known']} of {r['services']} {str(r['run_by']).lower()}" for r in short]
    others = " and all others" if len(short) < len(parts) else ""
    return f"Staff are stated for {listed(said)} {many}{others}; a combined pair counts once."


def _publicly_run(reading: Reading) -> Prose:
    """How many are publicly run by the file's word alone, and where a person confirms them."""
    proposed = reading.count("type.public_proposed")
    confirmed = reading.count("type.public_confirmed")
    said = f"{proposed or 'None'} proposed from the file, {confirmed or 'none'} confirmed yet."
    if confirmed and not proposed:
        said = f"{confirmed} confirmed by a person, none left to confirm."
    elif confirmed:
        said = f"{proposed} proposed from the file, {confirmed} confirmed by a person."
    return Prose(
        heading="Publicly run",
        words="Council, council-owned company or health board. The regulator’s file may call one "
        "private or leave it blank, so a person confirms each.",
        strong=said,
        links=(Link("Confirm who runs them", _who_runs(reading)),),
        source=reading.of_figure(reading.figure("type.public_proposed")),
    )


def _who_runs(reading: Reading) -> str:
    councils = reading.answer.question.area.councils
    if len(councils) == 1:
        return reverse("register:who_runs", args=[councils[0]])
    return reverse("register:who_runs_anywhere")


def _unregistered(reading: Reading) -> Prose:
    """What no regulator lists: the council's own list, or the way to give one."""
    about = (
        "Day clubs, telecare, equipment, advice and breaks for carers come from the council’s "
        "own list."
    )
    found = unregistered_by_kind(reading)
    if not found:
        return Prose(
            heading="Also here, not on any register",
            words=about,
            strong=f"No list has been imported for {reading.area}.",
            links=(Link("Import a list of unregistered services", reverse("register:upload")),),
        )
    total = sum(found.values())
    kinds = [f"{number} {kind[:1].lower() + kind[1:]}" for kind, number in found.items()]
    return Prose(
        heading="Also here, not on any register",
        words=about,
        strong=f"{total:,} {'service is' if total == 1 else 'services are'} on it here.",
        after=f"The chart counts them among the kinds that they are nearest to: {listed(kinds)}.",
        source=reading.of_table("services_by_kind", "services on no register"),
    )


def unregistered_by_kind(reading: Reading) -> dict[str, int]:
    """How many services of each kind stand on a council's own list alone."""
    own = [s.sha256 for s in reading.answer.sources if s.kind == OWN_LIST]
    table = reading.table("services_by_kind")
    if table is None or not own:
        return {}
    found = {
        str(line[0]): sum(1 for digest in own for _ in behind.rows(digest))
        for line, behind in zip(table.rows, table.behind, strict=True)
    }
    return {kind: number for kind, number in found.items() if number}


def _subtypes(reading: Reading) -> Table | None:
    table = reading.table("subtypes")
    if table is None:
        return None
    return reading.tabled(table.name, plain_grid(table), folded=True)
