"""Quality: the lowest grade of each service, how grades moved, and what was acted on."""

from __future__ import annotations

from typing import Final

from carewright.analyse.web.blocks import CallOut, Filling, Missing, Row, Table, row
from carewright.analyse.web.reading import Reading, facts
from carewright.analyse.web.wording import RUN_BY, capital, number, whole
from carewright.ui import rows as ui
from carewright_engine.provision.answers import Figure

#: Changes smaller than this share are not worth a warning of their own.
MOVED: Final = 0.05
QUESTIONS: Final = {
    "wellbeing": "How well people’s wellbeing is supported",
    "leadership": "How good leadership is",
    "staff": "How good the staff team is",
    "setting": "How good the setting is",
    "planning": "How well care is planned",
    "covid19": "Care during the pandemic",
    "information": "Quality of information",
}


def quality(reading: Reading) -> tuple[Row, ...]:
    """Grades now and over time, how old they are, complaints and enforcement."""
    graded = reading.known("quality.graded") or reading.known("quality.rated")
    if graded is None:
        return (
            *row((_no_grades(reading),), (_what_fills(reading),), layout="g2"),
            *row((facts(*_acted_on(reading)),)),
        )
    chart, trend = reading.chart("lowest_grades"), reading.chart("grade_trend")
    return (
        *row((chart, _by_question(reading)), (trend,)),
        *row((_care(reading),)),
        *row((facts(*_good_by_run_by(reading), *_ratings(reading), *_acted_on(reading)),)),
    )


def moved(reading: Reading) -> float | None:
    """By how much the share graded 4 or better rose (or fell) since the list before."""
    records = reading.records("grade_trend")
    shares = [number(record["share"]) for record in records[-2:]]
    if len(shares) < 2 or shares[0] is None or shares[1] is None:
        return None
    return shares[1] - shares[0]


def _care(reading: Reading) -> CallOut | None:
    by = moved(reading)
    heading = "Read the grades with care"
    if by is not None and abs(by) >= MOVED:
        heading = f"Read the {'rise' if by > 0 else 'fall'} with care"
    return reading.cautions("quality", heading)


def _good_by_run_by(reading: Reading) -> list[ui.Fact | None]:
    """'Private, graded 4 or better: 25 of 60'."""
    found = []
    for key, words in RUN_BY.items():
        figure = reading.known(f"quality.good.{key}")
        if figure is not None:
            # The figure's own words begin 'of 60 graded homes'.
            every, _, what = figure.words.removeprefix("of ").split(",")[0].partition(" ")
            said = f"{figure.shown} of {every}"
            found.append(reading.fact(figure, f"{words}, graded 4 or better", said, what))
    return found


def _ratings(reading: Reading) -> list[ui.Fact | None]:
    figure = reading.known("quality.rated_good")
    if figure is None:
        return []
    every, _, what = figure.words.removeprefix("of ").split(",")[0].partition(" ")
    said = f"{figure.shown} of {every}"
    return [reading.fact(figure, "Rated good or outstanding overall", said, what)]


def _acted_on(reading: Reading) -> list[ui.Fact | None]:
    return [
        _acted(reading, "quality.complaints", "Complaints upheld or partly upheld"),
        _acted(reading, "quality.enforcements", "Enforcement notices"),
    ]


def _acted(reading: Reading, figure_id: str, name: str) -> ui.Fact | None:
    """'Complaints upheld or partly upheld, 2021/22: 23 across 71 homes'."""
    figure = reading.figure(figure_id)
    if figure is None or figure.value is None:
        return reading.fact(figure, name)
    said = figure.words.removeprefix(figure.unit).strip(", ")
    year, _, across = said.rpartition(", ")
    return reading.fact(figure, f"{name}, {year}" if year else name, figure.shown, across)


def _by_question(reading: Reading) -> Table | None:
    """Grades question by question, themes of the older scheme and key questions joined."""
    table = reading.table("grades_by_question")
    if table is None:
        return None
    joined = [line for line in table.rows if line[0] == "combined"] or list(table.rows)
    grades = [f"Graded {grade}" for grade in range(1, 7)]
    grid = ui.Grid(
        caption=f"How many {reading.many} have each grade, question by question",
        columns=(
            ui.GridColumn("Question"),
            *(ui.GridColumn(name, figures=True) for name in grades),
        ),
        rows=tuple(
            (QUESTIONS.get(str(line[1]), capital(str(line[1]))), *map(whole, line[2:]))
            for line in joined
        ),
        tight=True,
    )
    return reading.tabled(table.name, grid, folded=True)


def _no_grades(reading: Reading) -> Missing:
    return reading.missing(_why(reading))


def _what_fills(reading: Reading) -> Filling | None:
    why = _why(reading)
    return reading.filling(why.what_would_fill_it) if why else None


def _why(reading: Reading) -> Figure | None:
    return reading.figure("quality.good") or reading.figure("quality.median_age")
