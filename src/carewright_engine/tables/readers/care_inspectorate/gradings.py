"""The graded questions of each service, and whether they agree with the file's lowest grade."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.readers.care_inspectorate.fields import GRADED
from carewright_engine.tables.schemas import GRADE

# Early learning is graded on "care, play and learning" where adults' care is on wellbeing.
SAME_QUESTION: Final = {"key_question:play_and_learning": "key_question:wellbeing"}
QUESTIONS: Final = tuple(field.meaning for field in GRADED)
ASKED: Final = tuple(q for q in QUESTIONS if not q.startswith("combined:"))


def grade_of(column: str) -> pl.Expr:
    """A grade from 1 to 6, also written 4.0; anything else is no grade."""
    found = pl.col(column).str.strip_suffix(".0").cast(pl.Int64, strict=False)
    return pl.when(found.is_between(1, 6)).then(found)


def lowest_asked() -> pl.Expr:
    """The lowest grade of the questions and themes themselves, not of the file's own join."""
    return pl.min_horizontal(grade_of(question) for question in ASKED)


def questions_contradict_lowest() -> pl.Expr:
    """Whether a question is graded other than the file's lowest grade allows.

    In 2022 that is so for 107 of 3,932 care homes, support and housing support services:
    themes graded before 2019 stand beside newer key questions and were lower.
    """
    return (lowest_asked() != grade_of("min_grade")).fill_null(False)


def grades(rows: pl.DataFrame) -> pl.DataFrame:
    """One row a service and graded question; `rows` hold dataset, as_at and source_row too."""
    answers: dict[str, list[pl.Expr]] = {}
    for question in QUESTIONS:
        answers.setdefault(SAME_QUESTION.get(question, question), []).append(grade_of(question))
    found = [
        rows.select(
            "service_id",
            "as_at",
            scheme=pl.lit(question.partition(":")[0]),
            question=pl.lit(question.partition(":")[2]),
            grade=pl.coalesce(graded),
            dataset="dataset",
            source_row="source_row",
        ).filter(pl.col("grade").is_not_null())
        for question, graded in sorted(answers.items())
    ]
    return GRADE.conform(pl.concat(found).sort("source_row", maintain_order=True))
