"""Values that people put right before an analysis was asked for, in the rows behind a figure."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from carewright.analyse import api as analyse
from carewright.platform import api as platform
from carewright.register import api as register
from carewright.ui.rows import Grid, GridCell, GridColumn
from carewright_engine.provision.answers import RowsBehind


def values_put_right(
    behind: RowsBehind, run: analyse.Run, *, seen_by: platform.Officer
) -> Grid | None:
    """The corrections that the figure rests on; None where it rests on the files alone.

    Without them nobody could get from the published rows to the figure.
    """
    stood = register.corrections(seen_by=seen_by, at=run.asked_at)
    rows = tuple(row for each in stood for row in _row(each, behind, seen_by))
    if not rows:
        return None
    columns = ("Service", "Value", "As published", "Put right to", "How it is known", "By")
    return Grid(
        caption="Values put right in these rows",
        columns=tuple(GridColumn(words) for words in columns),
        rows=rows,
        stacked=True,
    )


def _row(
    correction: register.Correction, behind: RowsBehind, seen_by: platform.Officer
) -> Iterator[tuple[str | GridCell, ...]]:
    for reading in register.readings_of(correction.service_id, seen_by=seen_by):
        same_day = reading.as_at == correction.as_at
        if same_day and reading.source_row in set(behind.rows(reading.sha256)):
            name = str(reading.values["name"] or correction.service_id)
            yield (
                GridCell(name, link=reverse("register:service", args=[correction.service_id])),
                register.CORRECTABLE[correction.column],
                correction.old_value or "Not known",
                correction.new_value or "Not known",
                correction.reason,
                correction.by,
            )
            return
