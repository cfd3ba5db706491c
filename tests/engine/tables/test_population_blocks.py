"""Yearly tables with a block for each sex become population by band, councils only."""

from __future__ import annotations

from pathlib import Path

import pytest

from carewright_engine.tables.reading import UnreadableFile
from tests.engine.tables.statistics_files import kind_name, read, write

BANDS = [f"{age} - {age + 4}" for age in range(0, 90, 5)]
HEADER = ",".join(["Area", "All Ages", "", *BANDS, "90+"])


def _row(name: str, each: str = '"1,000"') -> str:
    return ",".join([name, '"19,000"', "", *[each] * 19])


def _file(folder: Path, *rows: str) -> Path:
    title = '"Table 3: Estimated population by sex, mid-2012"'
    return write(folder, "pop_mid2012_by_council.csv", title, "", HEADER, *rows)


def test_each_block_has_the_sex_of_its_heading_and_the_first_is_everyone(tmp_path: Path) -> None:
    path = _file(
        tmp_path, _row("Fife"), "Table 3 (continued)", "Males", HEADER, _row("Fife", "400")
    )
    assert kind_name(path) == "population_blocks"
    rows = read(path).tables["population_band"]
    oldest = rows.filter(age_from=90).select("area_code", "sex", "age_to", "people").rows()
    assert oldest == [("S12000047", "all", None, 1000.0), ("S12000047", "male", None, 400.0)]
    assert rows.height == 2 * 19


def test_health_boards_of_the_same_name_are_left_out(tmp_path: Path) -> None:
    rows = (_row("Highland", "7"), "NHS Board areas", _row("Highland", "9"))
    reading = read(_file(tmp_path, *rows, "Females", _row("Highland", "4")))
    found = reading.tables["population_band"].select("sex", "people").unique().sort("people")
    assert found.rows() == [("female", 4.0), ("all", 7.0)]


def test_an_unknown_name_and_a_missing_number_are_refused_with_what_to_do(tmp_path: Path) -> None:
    reading = read(_file(tmp_path, _row("Fife"), _row("Atlantis"), _row("Moray", "x")))
    assert reading.rows_refused == 2
    assert {"Atlantis", "x"} <= set(reading.refused["value"])


def test_a_table_without_any_figures_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="names no area with figures"):
        read(_file(tmp_path, "Council areas"))
