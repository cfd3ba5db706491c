"""Gradings by inspection become dated grades; files of another use are kept and said to be."""

from __future__ import annotations

import csv
import gzip
from datetime import date
from pathlib import Path

import pytest

from carewright_engine.tables.kinds import kind_of, read_published
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import UnreadableFile
from carewright_engine.tables.schemas import GRADE

HEADER = "CSNumber,ServiceName,Publication_of_Latest_Grading,KQ_Setting,Quality_of_Staffing\n"


def written(folder: Path, *rows: str) -> Path:
    path = folder / "gradings.csv"
    path.write_text(HEADER + "".join(row + "\n" for row in rows))
    return path


def test_each_graded_question_is_dated_by_its_publication(tmp_path: Path) -> None:
    reading = read_published(written(tmp_path, "CS2003000001,Rowan Court,2017-12-08,4,5"))
    assert reading.kind == "care_inspectorate_gradings"
    grades = reading.tables["grade"]
    assert grades.schema == GRADE.schema
    assert grades.select("as_at", "scheme", "question", "grade").rows() == [
        (date(2017, 12, 8), "key_question", "setting", 4),
        (date(2017, 12, 8), "theme", "staff", 5),
    ]


def test_a_grading_without_a_day_is_refused_and_a_strange_grade_left_out(tmp_path: Path) -> None:
    reading = read_published(
        written(
            tmp_path,
            "CS2003000001,Rowan Court,2017-12-08,9,5",
            "CS2003000002,Elder Court,,4,5",
            "CS2003000003,Alder Court,2018-12-08,4,5",
        )
    )
    assert (reading.rows_kept, reading.rows_refused, reading.rows_doubtful) == (2, 1, 1)
    assert reading.refused["column"].to_list() == ["Publication_of_Latest_Grading"]
    assert reading.doubtful.row(0)[:3] == (2, "KQ_Setting", "9")


def test_swapped_columns_are_noticed(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="service numbers"):
        read_published(written(tmp_path, "2017-12-08,Rowan Court,CS2003000001,4,5"))


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("name", "kind", "rows"),
    [
        ("adult_service_spells_2017_2022", "care_inspectorate_spells", 5370),
        ("adult_service_changelog_2017_2022", "care_inspectorate_changes", 63054),
    ],
)
def test_files_for_other_studies_are_recognised_and_say_so(
    real_data: Path, name: str, kind: str, rows: int
) -> None:
    reading = read_published(real_data / "care_inspectorate" / f"{name}.csv.gz")
    assert (reading.kind, reading.rows_kept, dict(reading.tables)) == (kind, rows, {})
    assert "no figure of this version uses it" in reading.notes[0]


@pytest.mark.realdata
def test_every_filled_grade_of_the_real_series_is_kept(real_data: Path) -> None:
    path = real_data / "care_inspectorate" / "inspection_grade_series_to_2022.csv.gz"
    assert kind_of(open_published(path)).name == "care_inspectorate_gradings"
    reading = read_published(path)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as published:
        rows = list(csv.DictReader(published))
    asked = [name for name in rows[0] if name.startswith(("KQ_", "Quality_"))]
    filled = sum(bool(row[name]) for row in rows for name in asked)
    assert (reading.rows_kept, reading.tables["grade"].height) == (36256, filled)
    assert reading.as_at == date(2022, 12, 30)
