"""`carewright scores recompute` gives the whole result again, or says where the file is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from carewright_engine.evaluation.as_rows import Records, UnreadableScores, records_of
from carewright_engine.evaluation.files import as_csv, as_json, read_scores
from carewright_engine.evaluation.scoring import results
from tests.engine.cli.commands import carewright
from tests.engine.evaluation.exercises import exercise, method


def plain() -> Records:
    found = exercise({"Birch": (2500, 4, 2), "Alder": (2000, 3, 3), "Low": (2000, 4, 0)})
    return records_of(found, results(found))


@pytest.mark.parametrize("write", [as_json, as_csv])
def test_the_whole_result_comes_out_again(write: object, tmp_path: Path) -> None:
    file = tmp_path / "scores"
    file.write_text(write(plain()))  # type: ignore[operator]
    said = carewright("scores", "recompute", file)
    assert said.exit_code == 0, said.err
    assert said.out.splitlines() == [
        "Care at home",
        "",
        "North: 2 ranked, 1 out",
        "    1  Alder Care: 85.00 at £20.00; a place",
        "    2  Birch Care: 83.00 at £25.00; a place",
        "  out  Low Care: Care workers: 0.00 is below the least that was asked, 1.",
        "  The weight of quality is 60%: raised to 66.67%, bid Birch draws level.",
        "  The weight of price is 40%: lowered to 33.33%, bid Birch draws level.",
        "",
        "The published result is what the method gives.",
    ]


def test_a_result_that_was_published_otherwise_is_named(tmp_path: Path) -> None:
    records = plain()
    records["standing"][0]["total"] = "86.00"
    file = tmp_path / "scores.json"
    file.write_text(as_json(records))
    said = carewright("scores", "recompute", file)
    assert said.exit_code == 1
    assert "Published and not found: lot north, bid Alder, rank 1, 86.00 points." in said.err
    assert "Found and not published: lot north, bid Alder, rank 1, 85.00 points." in said.err


def test_ties_and_what_settled_them_are_said(tmp_path: Path) -> None:
    by_price = method("100", tie_break=("price",))
    tied = {"Ash": (2100, 3, 3), "Elm": (2000, 3, 3), "Oak": (2000, 3, 3)}
    file = tmp_path / "scores.json"
    file.write_text(as_json(records_of(exercise(tied, by_price))))
    out = carewright("scores", "recompute", file).out
    assert "  1  Elm Care: 75.00 at £20.00; equal total settled by price; tied with Oak;" in out
    assert "  3  Ash Care: 75.00 at £21.00; equal total settled by price; a place" in out


def test_cells_that_a_spreadsheet_would_run_are_inert_and_come_back_as_they_were() -> None:
    records = plain()
    records["agreed"][0]["reason"] = "=HYPERLINK(1)"
    text = as_csv(records)
    assert ",'=HYPERLINK(1)" in text
    assert read_scores(text.encode()).exercise.agreed[0].reason == "=HYPERLINK(1)"


BROKEN = [
    ("exercise", [], "needs one record of the section exercise"),
    ("unheard", [], "no section called unheard"),
    ("bid", 1, "The section bid is not a list"),
    ("bid", [{"id": "1"}], "bid 1 does not have the fields"),
    ("guide", [{"score": "1", "words": "Good"}], "do not count up from nought"),
]


@pytest.mark.parametrize(("section", "value", "why"), BROKEN)
def test_a_file_that_is_no_exercise_says_why(section: str, value: object, why: str) -> None:
    with pytest.raises(UnreadableScores, match=why):
        read_scores(as_json({**plain(), section: value}).encode())  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("section", "field", "value", "why"),
    [
        ("bid", "price", "20.5", "bid 1: price cannot be '20.5'"),
        ("criterion", "weight", "NaN", "criterion 1: weight cannot be 'NaN'"),
        ("criterion", "is_price", "maybe", "is_price cannot be 'maybe'"),
        ("criterion", "part_of", "nowhere", "part of nowhere"),
        ("criterion", "part_of", "quality", "part of quality, which leads nowhere"),
    ],
)
def test_a_cell_that_cannot_be_is_named(section: str, field: str, value: str, why: str) -> None:
    records = plain()
    records[section][0][field] = value
    with pytest.raises(UnreadableScores, match=why):
        read_scores(as_json(records).encode())


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff", "not UTF-8"),
        (b"{", "not JSON"),
        (b"a,b\n1,2\n", "no column called section"),
        (b"section,id\nunheard,1\n", "Line 2 is of no section"),
    ],
)
def test_a_file_of_another_sort_says_why(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableScores, match=why):
        read_scores(content)


def test_a_file_with_a_gap_says_what_is_missing(tmp_path: Path) -> None:
    records = plain()
    records["agreed"].pop()
    file = tmp_path / "scores.json"
    file.write_text(as_json(records))
    assert "No score is agreed" in carewright("scores", "recompute", file).err
