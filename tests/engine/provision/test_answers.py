"""An answer keeps its numbers, says what stands behind them, and is the same bytes again."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.provision.answers import (
    AreaProvision,
    Figure,
    FileRows,
    Finding,
    Grid,
    GridColumn,
    NotAssessed,
    RowsBehind,
    Section,
)
from carewright_engine.provision.questions import AreaRef, Question, SourceRef


def answer() -> AreaProvision:
    rows = RowsBehind((FileRows("aa", ((2, 4, 1),)),))
    figure = Figure("capacity.places", 0.1 + 0.2, "places", "places", "places", rows)
    grid = Grid("g", "A table", (GridColumn("name", "its name"),), (("Elm",), (None,)), "places")
    return AreaProvision(
        question=Question(
            AreaRef("council", "S12000047", "Fife", ("S12000047",)), date(2022, 3, 31)
        ),
        title="Care provision in Fife",
        sections=(Section("capacity", "Words", (figure,), (Finding("So it is."),), (grid,)),),
        grids=(grid,),
        not_assessed=(NotAssessed("Price", "no price", "a price list"),),
        sources=(SourceRef("aa", "file.csv", "kind", "someone", "OGL", date(2022, 3, 31)),),
        engine_version="0",
    )


def test_an_answer_survives_being_written_and_read() -> None:
    assert AreaProvision.from_json(answer().to_json()) == answer()


def test_two_runs_give_the_same_bytes() -> None:
    assert answer().to_json() == answer().to_json()
    assert answer().figure("capacity.places").value == 0.3


def test_bytes_of_another_form_are_refused() -> None:
    with pytest.raises(ValueError, match="not an analysis"):
        AreaProvision.from_json(b'{"format":"other"}')


def test_rows_that_follow_each_other_are_one_run() -> None:
    frame = pl.DataFrame({"dataset": ["b", "a", "a", "a", "a"], "source_row": [7, 9, 2, 3, 3]})
    behind = RowsBehind.of(frame)
    assert behind.files == (FileRows("a", ((2, 3, 1), (9, 9, 1))), FileRows("b", ((7, 7, 1),)))
    assert behind.count == 4
    assert list(behind.rows("a")) == [2, 3, 9]


def test_every_third_row_is_one_run() -> None:
    frame = pl.DataFrame({"dataset": ["a"] * 4, "source_row": [2, 5, 8, 11]})
    assert RowsBehind.of(frame).files == (FileRows("a", ((2, 11, 3),)),)


@settings(deadline=None)
@given(st.sets(st.integers(2, 60)))
def test_no_row_is_lost_or_invented(rows: set[int]) -> None:
    frame = pl.DataFrame({"dataset": ["a"] * len(rows), "source_row": list(rows)})
    behind = RowsBehind.of(frame.cast({"source_row": pl.Int64}))
    assert list(behind.rows("a")) == sorted(rows)
    assert behind.count == len(rows)


def test_a_figure_that_is_not_known_must_say_why() -> None:
    with pytest.raises(ValueError, match="does not say why"):
        Figure("cost", None, "pence", "a week", "unit_cost")


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "words"),
    [(2950, "places", 0, "2,950"), (0.457, "share", 0, "46%"), (85.25, "per 1,000", 1, "85.3")],
)
def test_a_figure_is_shown_as_people_read_it(
    value: float, unit: str, decimals: int, words: str
) -> None:
    assert Figure("x", value, unit, "", "places", decimals=decimals).shown == words
