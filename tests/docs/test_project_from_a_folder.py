"""The page that projects from a folder works when its commands are typed, one after the other."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, REPOSITORY, page
from tests.engine.cli.commands import carewright

GUIDE = DOCS / "howto" / "project-from-a-folder.md"
#: Fewer futures than by default: what is tried is that each command works.
QUICKLY = ("--draws", "60")


def typed() -> list[list[str]]:
    blocks = [block.text for block in page(GUIDE).blocks if block.language == "sh"]
    lines = [line for text in blocks for line in text.splitlines()]
    return [shlex.split(line.removeprefix("./run ")) for line in lines]


def test_its_commands_work_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").symlink_to(REPOSITORY / "docs")
    monkeypatch.chdir(tmp_path)
    first, *others = typed()
    assert carewright(*first).exit_code == 0
    for words in others:
        said = carewright(*words, *QUICKLY)
        assert said.exit_code == 0, said.err
        assert "there are 95 chances in 100" in said.out.lower()
    for report in ("elmshire", "telecare", "homes/scotland"):
        assert (tmp_path / report / "report.html").exists()
    assert "reablement" in (tmp_path / "telecare" / "report.html").read_text()


def test_practice_files_go_beside_no_others(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("a,b\n1,2\n")
    said = carewright("practice-files", tmp_path)
    assert said.exit_code == 1
    assert "is not empty" in said.err
    assert [each.name for each in tmp_path.iterdir()] == ["mine.csv"]
