"""The docs lead where they say, name what exists, and are what the code says of itself."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import get_commands
from typer.main import get_command

from carewright.config import cli
from carewright.config.commands.check import MODULES
from carewright.config.docs_check import generated_pages
from carewright.config.environment import INTERNAL, Environment
from tests.docs.pages import DOCS, PAGES, REPOSITORY, anchor_of, names_of_tests, page

COMMANDS = set(get_command(cli.app).commands)
every_page = pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(REPOSITORY)))


@every_page
def test_every_link_within_the_docs_leads_to_a_page_and_a_heading(path: Path) -> None:
    for link in page(path).links:
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), f"{link}: there is no such file"
        if anchor:
            assert anchor in page(target).anchors, f"{link}: there is no such heading"


@every_page
def test_no_page_has_two_headings_alike(path: Path) -> None:
    counts = Counter(anchor_of(heading) for heading in page(path).headings)
    assert [heading for heading, count in counts.items() if count > 1] == []


@every_page
def test_every_page_begins_with_its_title(path: Path) -> None:
    assert path.read_text().startswith("# ")
    assert sum(line.startswith("# ") for line in page(path).prose) == 1


def test_no_two_pages_have_one_title() -> None:
    counts = Counter(page(path).headings[0] for path in PAGES)
    assert [title for title, count in counts.items() if count > 1] == []


@every_page
def test_every_command_that_is_named_exists(path: Path) -> None:
    for line in page(path).commands():
        for run in re.finditer(r"(?:\./run|\bcarewright)\s+([a-z][a-z-]*)(?:\s+([a-z_]+))?", line):
            command, further = run.groups()
            assert command in COMMANDS, f"{line.strip()}: there is no command {command}"
            if command == "manage" and further:
                assert further in {*get_commands(), "help"}, line


@every_page
def test_every_option_of_our_commands_exists(path: Path) -> None:
    commands = get_command(cli.app).commands
    for line in page(path).commands():
        found = re.search(r"\./run (analyse|import|check)\b(.*)", line)
        if found:
            known = {o for p in commands[found[1]].params for o in (*p.opts, *p.secondary_opts)}
            assert set(re.findall(r"(?<!\S)--[a-z-]+", found[2])) <= known | {"--help"}, line


@every_page
def test_every_setting_that_is_named_exists(path: Path) -> None:
    fields = Environment.model_fields.items()
    known = {field.alias or f"CAREWRIGHT_{name.upper()}" for name, field in fields} | INTERNAL
    named = set(re.findall(r"\b(?:CAREWRIGHT_[A-Z_]+|DATABASE_[A-Z_]*URL)\b", path.read_text()))
    assert named <= known


@every_page
def test_every_test_that_is_named_exists(path: Path) -> None:
    named = set(re.findall(r"`(test_[a-z0-9_]+)`", path.read_text()))
    assert named <= names_of_tests()


@every_page
def test_every_file_of_the_repository_that_is_named_exists(path: Path) -> None:
    for line in page(path).prose:
        for name in re.findall(r"`((?:src|tests|docs|bench)/[\w./-]+)`", line):
            assert (REPOSITORY / name).exists(), name


def test_no_page_names_a_package_registry() -> None:
    # Put together here, so that this file does not name one either.
    hosts = [".".join(parts) for parts in (("pypi", "org"), ("npmjs", "org"), ("npmjs", "com"))]
    for path in PAGES:
        assert not any(host in path.read_text() for host in hosts), path


@pytest.mark.parametrize("path", generated_pages(), ids=lambda p: p.name)
def test_a_generated_page_is_what_the_code_says(path: Path) -> None:
    assert path.read_text() == generated_pages()[path](), "write it with: ./run check --write"


def test_the_check_that_people_run_looks_at_the_docs() -> None:
    assert dict(MODULES)["docs"] == ["carewright.config.docs_check"]


def test_every_decision_says_its_number_and_what_would_change_it() -> None:
    for path in sorted((DOCS / "adr").glob("*.md")):
        assert page(path).headings[0].startswith(f"{int(path.name[:4])}. "), path.name
        for part in ("**Context.**", "**Options.**", "**Decision.**", "**What would change our"):
            assert part in path.read_text(), f"{path.name} lacks {part}"


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Back up", "back-up"),
        ("`council_list`", "council_list"),
        ("Share of the market", "share-of-the-market"),
        ("A council's own list", "a-councils-own-list"),
    ],
)
def test_headings_have_the_anchors_that_readers_of_markdown_give_them(
    heading: str, anchor: str
) -> None:
    assert anchor_of(heading) == anchor
