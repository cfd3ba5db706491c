"""Other people's style, script and letters are kept as they came, but for what we may not use."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from carewright.ui import vendor

FOLDERS = (vendor.PAGES, vendor.TESTS)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parts[-3])
def test_every_vendored_file_still_has_its_recorded_digest(folder: Path) -> None:
    recorded = tomllib.loads((folder / vendor.LEDGER).read_text(encoding="utf-8"))
    digests = {
        name: is_ for package in recorded.values() for name, is_ in package["sha256"].items()
    }
    assert digests == {name: vendor.digest(folder / name) for name in digests}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parts[-3])
def test_the_ledger_names_what_the_refresh_would_fetch(folder: Path) -> None:
    assert (folder / vendor.LEDGER).read_text(encoding="utf-8") == vendor.ledger(folder)


def test_nothing_lies_among_the_vendored_files_that_the_ledger_leaves_out() -> None:
    recorded = tomllib.loads((vendor.PAGES / vendor.LEDGER).read_text(encoding="utf-8"))
    named = {name for package in recorded.values() for name in package["sha256"]}
    licence_written_by_hand = "govuk-frontend-LICENCE.txt"
    there = {path.name for path in vendor.PAGES.iterdir()}
    assert there == named | {vendor.LEDGER, licence_written_by_hand}


def test_the_restricted_letters_and_the_crest_are_gone() -> None:
    style = (vendor.PAGES / "govuk-frontend.css").read_text(encoding="utf-8")
    for gone in ("GDS Transport", "@font-face", "crest.svg", "/assets/", "sourceMappingURL"):
        assert gone not in style
    assert style.count("var(--cw-font") == 58


def test_stripping_takes_the_letters_out_of_a_style_that_has_them() -> None:
    style = "a{font-family:GDS Transport,arial,sans-serif}@font-face{src:url(/assets/x)}b{c:d}"
    assert (
        vendor.without_restricted_parts(style) == f"a{{font-family:{vendor.OUR_LETTERS}}}b{{c:d}}\n"
    )
