"""The page of law names every row of the reference data, its source and the test that holds it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from carewright.config.docs.law_page import law_page
from tests.docs.pages import DOCS, REPOSITORY, page

TABLES = sorted((REPOSITORY / "reference_data").glob("*.csv"))


@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.name)
def test_every_row_of_the_reference_data_is_on_the_page_of_law_with_its_test(file: Path) -> None:
    lines = law_page().splitlines()
    for row in csv.DictReader(file.read_text().splitlines()):
        assert any(f"`{row['id']}`" in line and "`test_" in line for line in lines), row["id"]


def told_by(name: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the example of a page on methods prints."""
    example = next(b.text for b in page(DOCS / "methods" / name).blocks if b.language == "python")
    exec(compile(example, name, "exec"), {})  # noqa: S102 - our own page
    return capsys.readouterr().out.splitlines()


def test_the_example_of_the_page_on_obligations_runs(capsys: pytest.CaptureFixture[str]) -> None:
    told = told_by("obligations.md", capsys)
    assert "agreement.notice | by the end of 1 April 2028 | contract manager" in told
    assert any("needs how the provider was chosen" in line for line in told)


def test_the_example_of_the_page_on_changes_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert told_by("changes.md", capsys) == [
        "True | The authority decided on it, and its decisions together stay small | 19999999 | "
        "the notice of the modification, within 30 days"
    ]
