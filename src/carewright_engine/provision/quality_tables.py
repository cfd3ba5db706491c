"""Tables of quality: lowest grades, grades over time, and question by question."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.provision.answers import Grid, GridColumn, RowsBehind
from carewright_engine.provision.counting import RUN_BY
from carewright_engine.provision.figures import share, total
from carewright_engine.provision.groundwork import Scope
from carewright_engine.provision.type_of_care import RUN_BY_COLUMNS

GRADE_NAMES: Final = {
    6: "Excellent",
    5: "Very good",
    4: "Good",
    3: "Adequate",
    2: "Weak",
    1: "Unsatisfactory",
}
GOOD: Final = 4


def lowest_grades_table(rows: pl.DataFrame, scope: Scope) -> Grid:
    """Services by their lowest grade, the best first, and by who runs them."""
    grades = GRADE_NAMES if scope.has_list else {}
    parts = [
        (f"{grade} {name}", rows.filter(pl.col("min_grade") == grade))
        for grade, name in grades.items()
    ]
    for rating in rows["rating"].drop_nulls().unique().sort():
        parts.append((rating, rows.filter(pl.col("rating") == rating)))
    ungraded = pl.col("min_grade").is_null() & pl.col("rating").is_null()
    if scope.has_list:
        parts.append(("Not graded", rows.filter(ungraded)))
    return Grid(
        "lowest_grades",
        f"Lowest grade of each {scope.one}",
        (
            GridColumn("grade", "lowest grade over all questions"),
            *RUN_BY_COLUMNS,
            GridColumn("all", "all services", "services"),
            GridColumn("places", "registered places", "places"),
        ),
        tuple(
            (
                name,
                *(part.filter(pl.col("run_by") == key).height for key in RUN_BY),
                part.height,
                total(part, "places"),
            )
            for name, part in parts
        ),
        "lowest_grade",
        RowsBehind.of(rows),
        tuple(RowsBehind.of(part) for _, part in parts),
    )


def trend_table(scope: Scope) -> Grid:
    """Graded 4 or better in every list that was given."""
    rows = scope.earlier.filter(pl.col("min_grade").is_not_null())
    parts = [(day, rows.filter(pl.col("as_at") == day)) for day in rows["as_at"].unique().sort()]
    counts = [(day, part.height, int((part["min_grade"] >= GOOD).sum())) for day, part in parts]
    return Grid(
        "grade_trend",
        "Graded 4 or better over time",
        (
            GridColumn("as_at", "day of the list"),
            GridColumn("graded", "services with a grade", scope.many),
            GridColumn("good", "lowest grade 4 or better", scope.many),
            GridColumn("share", "share of graded services", "share"),
        ),
        tuple((day.isoformat(), all_, good, share(good, all_)) for day, all_, good in counts),
        "grade_trend",
        RowsBehind.of(rows),
        tuple(RowsBehind.of(part) for _, part in parts),
    )


def questions_table(scope: Scope) -> Grid:
    """How many services have each grade on each question of the latest lists."""
    here = scope.services.select("service_id", "as_at")
    grades = scope.ground.inputs.frame("grade").join(here, on=["service_id", "as_at"], how="semi")
    counted = (
        grades.group_by("scheme", "question")
        .agg(*((pl.col("grade") == g).sum().alias(f"grade_{g}") for g in range(1, 7)))
        .sort("scheme", "question")
    )
    return Grid(
        "grades_by_question",
        "Grades by question",
        (
            GridColumn("scheme", "theme (to 2018), key question (since) or both joined"),
            GridColumn("question", "what was graded"),
            *(GridColumn(f"grade_{g}", f"graded {g}", "services") for g in range(1, 7)),
        ),
        tuple(counted.iter_rows()),
        "lowest_grade",
        RowsBehind.of(grades),
    )
