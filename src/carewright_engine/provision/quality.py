"""Quality: the lowest grade of each service, how old it is, and what the regulator acted on."""

from __future__ import annotations

import polars as pl

from carewright_engine.provision.answers import (
    Figure,
    Finding,
    Grid,
    NotAssessed,
    Section,
)
from carewright_engine.provision.counting import RUN_BY, RUN_BY_NAMES
from carewright_engine.provision.figures import (
    Dimension,
    figure,
    gaps,
    middle,
    not_known,
    total,
)
from carewright_engine.provision.groundwork import NO_LIST, Scope
from carewright_engine.provision.quality_tables import (
    GOOD,
    lowest_grades_table,
    questions_table,
    trend_table,
)
from carewright_engine.provision.ratings import rating_figures, rating_heading
from carewright_engine.provision.words import counted, share_of

DAYS_A_MONTH = 30.4375
# Registers whose publisher leaves a count blank where there was none in the year.
BLANK_IS_NONE = ("care_inspectorate",)
NO_GRADES = NotAssessed(
    "Grades",
    "no grade stands in the given lists",
    "The regulator's list with grades, or its next edition",
)

NO_BEST_GRADES = NotAssessed(
    "How far apart the grades of a service lie",
    "the given lists state no highest grade",
    "The regulator's list with the grade of each question",
)


def quality(scope: Scope) -> Dimension:
    """How good services are by the regulator's word, and how old that word is."""
    rows = _with_age(scope.services)
    rated = rating_figures(rows, scope.many)
    grades = [] if rated and rows["min_grade"].is_null().all() else _grades(rows, scope)
    figures = (*grades, *rated, *_ages(rows, scope), *_acted_on(rows, scope))
    trend = trend_table(scope)
    section = Section(
        "quality",
        _heading(rows, scope),
        figures,
        _findings(rows, scope, trend),
        (lowest_grades_table(rows, scope), trend, questions_table(scope)),
    )
    ungraded = rows.filter(pl.col("min_grade").is_null() & pl.col("rating").is_null())
    open_questions = []
    if ungraded.height and ungraded.height < rows.height:
        open_questions.append(
            NotAssessed(
                f"Quality of {counted(ungraded.height, scope.one, scope.many)} with no grade",
                "no grade in the file",
                "The next edition of the list, or the regulator's site",
            )
        )
    return section, gaps(figures, open_questions)


def _with_age(rows: pl.DataFrame) -> pl.DataFrame:
    age = (pl.col("as_at") - pl.col("graded_on")).dt.total_days() / DAYS_A_MONTH
    return rows.with_columns(
        age_in_months=pl.when(
            pl.col("min_grade").is_not_null() | pl.col("rating").is_not_null()
        ).then(age),
        spread=pl.col("max_grade") - pl.col("min_grade"),
    )


def _grades(rows: pl.DataFrame, scope: Scope) -> list[Figure]:
    graded = rows.filter(pl.col("min_grade").is_not_null())
    good = graded.filter(pl.col("min_grade") >= GOOD)
    ungraded = rows.filter(pl.col("min_grade").is_null())
    if graded.height == 0:
        return [not_known("quality.good", scope.many, "lowest_grade", NO_GRADES)]
    many, method = scope.many, "lowest_grade"
    found = [
        figure("quality.graded", graded.height, many, "with a grade", method, graded),
        figure("quality.good", good.height, many, "graded 4 or better throughout", method, good),
        figure(
            "quality.good_share",
            good.height / graded.height,
            "share",
            f"of graded {many} are good or better on every question",
            method,
            graded,
        ),
        figure("quality.ungraded", ungraded.height, many, "with no grade", method, ungraded),
        _spread(graded),
    ]
    return found + _good_by_run_by(graded, scope)


def _spread(graded: pl.DataFrame) -> Figure:
    """How far apart a service's grades lie, of those that state their best as well."""
    stated = graded.filter(pl.col("spread").is_not_null())
    method = "grade_spread"
    apart = middle(stated, "spread")
    if apart is None:
        return not_known("quality.spread", "grades", method, NO_BEST_GRADES, decimals=1)
    words = "between the best and the weakest question of the middle service"
    return figure("quality.spread", apart, "grades", words, method, stated, decimals=1)


def _good_by_run_by(graded: pl.DataFrame, scope: Scope) -> list[Figure]:
    found = []
    for key in RUN_BY:
        part = graded.filter(pl.col("run_by") == key)
        if part.height == 0:
            continue
        good = part.filter(pl.col("min_grade") >= GOOD)
        words = f"of {part.height} graded {scope.many}, {RUN_BY_NAMES[key].lower()}"
        found.append(
            figure(f"quality.good.{key}", good.height, scope.many, words, "lowest_grade", part)
        )
    return found


def _ages(rows: pl.DataFrame, scope: Scope) -> list[Figure]:
    dated = rows.filter(pl.col("age_in_months").is_not_null())
    if dated.height == 0:
        gap = NotAssessed(
            "How old the grades are",
            "the list gives no day of grading",
            "An edition of the list with the day of the latest grading",
        )
        return [not_known("quality.median_age", "months", "grade_age", gap)]
    years = scope.ground.parameters.stale_after_years
    stale = dated.filter(pl.col("age_in_months") > years * 12)
    return [
        figure(
            "quality.stale",
            stale.height,
            scope.many,
            f"of {dated.height} grades are more than {years:g} years old",
            "grade_age",
            stale,
        ),
        figure(
            "quality.median_age",
            middle(dated, "age_in_months"),
            "months",
            "since the middle service was graded",
            "grade_age",
            dated,
            decimals=1,
        ),
    ]


def _acted_on(rows: pl.DataFrame, scope: Scope) -> list[Figure]:
    """Complaints upheld and enforcement notices of one year, of those that state a number."""
    years = ", ".join(rows["complaints_year"].drop_nulls().unique().sort())
    found = []
    for name, column, method, words in (
        ("complaints", "complaints_upheld", "complaints", "complaints upheld or partly upheld"),
        ("enforcements", "enforcements", "enforcement", "enforcement notices"),
    ):
        stated = rows.filter(pl.col(column).is_not_null())
        year = f", {years}" if years else ""
        said = f"{words}{year}, {_of_which_services(stated, rows, scope)}"
        if stated.height:
            found.append(
                figure(f"quality.{name}", total(stated, column), words, said, method, stated)
            )
            continue
        gap = NotAssessed(
            words.capitalize(),
            "blank or not applicable in the file for every service",
            "The regulator's site",
        )
        gap = gap if scope.has_list else NO_LIST
        found.append(not_known(f"quality.{name}", words, method, gap))
    return found


def _of_which_services(stated: pl.DataFrame, rows: pl.DataFrame, scope: Scope) -> str:
    """'in the 16 of 71 homes that state any; the regulator leaves a blank where there was none'.

    No comma stands in these words: they follow the last one of the figure's.
    """
    if stated.height == rows.height:
        return f"across {counted(rows.height, scope.one, scope.many)}"
    counts = f"in the {stated.height} of {rows.height} {scope.many} that state any"
    silent = rows.join(stated, on=["service_id", "as_at"], how="anti")
    if silent["register"].is_in(BLANK_IS_NONE).all():
        return f"{counts}; the regulator leaves a blank where there was none"
    return f"{counts}; of the others it is not known"


def _heading(rows: pl.DataFrame, scope: Scope) -> str:
    graded = rows["min_grade"].drop_nulls()
    if graded.len() == 0:
        return rating_heading(rows, scope.many) or "Quality cannot be shown: no grades are given"
    good = int((graded >= GOOD).sum())
    words = share_of(good / graded.len(), scope.one, scope.many)
    return f"{words} good or better on every question"


def _findings(rows: pl.DataFrame, scope: Scope, trend: Grid) -> tuple[Finding, ...]:
    found = []
    dated = rows["age_in_months"].drop_nulls()
    half = middle(rows, "age_in_months")
    if half is not None:
        years = scope.ground.parameters.stale_after_years
        stale = int((dated > years * 12).sum())
        words = (
            f"{stale} of {dated.len()} grades are more than {years:g} years old; "
            f"half are older than {int(half)} months. "
            f"If inspectors went first to {scope.many} that worried them, a change is partly "
            "about who was visited."
        )
        found.append(Finding(words, ("quality.stale", "quality.median_age"), caution=True))
    if len(trend.rows) > 1:
        latest, before = trend.records()[-1], trend.records()[-2]
        found.append(
            Finding(
                f"{latest['good']} of {latest['graded']} graded {scope.many} are good or better "
                f"on every question; it was {before['good']} of {before['graded']} on "
                f"{before['as_at']}.",
                ("quality.good",),
            )
        )
    return tuple(found)
