"""Examples in the docs work as they stand."""

from __future__ import annotations

import doctest
import re
import types
from datetime import date
from pathlib import Path

import pytest

from carewright_engine.tables.kinds import KINDS
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import Hints, Kind, UnreadableFile
from tests.docs.pages import DOCS, page

ADD_A_KIND = DOCS / "howto" / "add-a-kind-of-file.md"
WEEKS = "Council code,Week ending,Residents\nS12000047,29/03/2026,2100\nS12000033,2026-03-29,*\n"


@pytest.fixture
def kind() -> Kind:
    written = next(b.text for b in page(ADD_A_KIND).blocks if b.language == "python")
    module = types.ModuleType("weekly_residents")
    exec(compile(written, str(ADD_A_KIND), "exec"), module.__dict__)  # noqa: S102 - our own page
    return module.KIND


def test_the_kind_that_the_docs_write_reads_its_file(kind: Kind, tmp_path: Path) -> None:
    file = tmp_path / "weeks.csv"
    file.write_text(WEEKS)
    reading = kind.read(open_published(file), Hints())
    rows = reading.tables["capacity"].select("area_code", "on", "value", "flag").rows()
    assert rows == [
        ("S12000047", date(2026, 3, 29), 2100.0, None),
        ("S12000033", date(2026, 3, 29), None, "suppressed"),
    ]


def test_it_lists_a_row_given_twice_and_names_a_missing_column(kind: Kind, tmp_path: Path) -> None:
    file = tmp_path / "weeks.csv"
    file.write_text(WEEKS + "S12000047,29/03/2026,2101\n")
    assert kind.read(open_published(file), Hints()).refused["source_row"].to_list() == [4]
    file.write_text("Council code,Week ending\nS12000047,29/03/2026\n")
    with pytest.raises(UnreadableFile, match="no column holds residents"):
        kind.read(open_published(file), Hints())


def test_it_is_taken_for_no_other_kind(kind: Kind) -> None:
    headers = ("Council code", "Week ending", "Residents")
    scores = {other.name: other.recognises(headers, "weeks.csv") for other in KINDS.values()}
    assert max(scores.values()) < kind.recognises(headers, "weeks.csv") - 0.05, scores


def test_the_two_roles_of_the_operators_page_are_those_that_the_migrations_expect() -> None:
    from carewright.config.database import WEB_ROLE

    start = page(DOCS / "howto" / "start.md")
    statements = next(block.text for block in start.blocks if block.language == "sql")
    assert re.search(rf"CREATE ROLE {WEB_ROLE} NOLOGIN;", statements)
    assert re.search(rf"GRANT {WEB_ROLE} TO carewright_owner, carewright_app;", statements)


@pytest.mark.parametrize(
    ("name", "least"), [("methods/costing.md", 15), ("reference/price-formulas.md", 14)]
)
def test_the_worked_examples_come_out_as_they_are_written(name: str, least: int) -> None:
    written = DOCS / name
    examples = doctest.DocTestParser().get_doctest(
        written.read_text(), {}, written.name, str(written), 0
    )
    assert len(examples.examples) > least
    assert doctest.DocTestRunner(verbose=False).run(examples).failed == 0
