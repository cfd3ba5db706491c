"""Releases compile to what the standard's own reference implementation makes of them."""

from __future__ import annotations

import copy
import json
import warnings
from pathlib import Path
from typing import Any

import ocdsmerge
import pytest
from hypothesis import given, settings

from carewright_engine.open_contracting.compiling import CannotCompile, compiled, records_of
from carewright_engine.open_contracting.keeping import KEPT
from carewright_engine.open_contracting.reading import read_package
from tests.engine.open_contracting.releases import (
    awarded,
    contracted,
    random_releases,
    release,
    tendered,
)

REFERENCE = ocdsmerge.Merger(json.loads(KEPT.read_text()))


def by_the_reference(releases: list[dict[str, Any]]) -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ocdsmerge.exceptions.DuplicateIdValueWarning)
        return REFERENCE.create_compiled_release(copy.deepcopy(releases))


@settings(max_examples=100, deadline=None)
@given(random_releases)
def test_random_releases_compile_as_by_the_reference(releases: list[dict[str, Any]]) -> None:
    given_before = copy.deepcopy(releases)
    assert compiled(releases) == by_the_reference(releases)
    assert releases == given_before


def test_a_process_compiles_to_how_it_stands_after_its_last_release() -> None:
    releases = [contracted(), tendered(), awarded()]
    found = compiled(releases)
    assert found == by_the_reference(releases)
    assert found["tag"] == ["compiled"]
    assert found["tender"]["status"] == "complete"
    assert found["contracts"][0]["awardID"] == found["awards"][0]["id"] == "a1"


@pytest.mark.realdata
def test_real_releases_compile_as_by_the_reference(real_data: Path) -> None:
    for file in sorted((real_data / "ocds").glob("*.json")):
        for record in records_of(read_package(file.read_bytes()).releases):
            assert record["compiledRelease"] == by_the_reference(record["releases"])


def test_releases_are_ordered_as_moments_where_the_clock_changes_between_them() -> None:
    summer = release("tender", 1, title="before") | {"date": "2026-10-25T01:30:00+01:00"}
    winter = release("tender", 1, title="after") | {"date": "2026-10-25T01:10:00+00:00"}
    assert compiled([winter, summer])["title"] == "after"


def test_a_value_is_taken_away_by_null_and_an_object_is_not() -> None:
    first = release("tender", 1, title="Care", tender={"id": "1", "title": "Care"})
    second = release("tenderUpdate", 2, title=None, tender=None)
    found = compiled([first, second])
    assert "title" not in found
    assert found["tender"] == {"id": "1", "title": "Care"}


def test_releases_that_are_not_one_process_are_refused() -> None:
    other = tendered() | {"ocid": "ocds-abc123-elm-2"}
    with pytest.raises(CannotCompile, match="more than one process"):
        compiled([tendered(), other])
    with pytest.raises(CannotCompile, match="no release"):
        compiled([])


def test_a_value_that_becomes_an_object_is_refused_as_by_the_reference() -> None:
    releases = [tendered() | {"title": "Care"}, awarded() | {"title": {"en": "Care"}}]
    with pytest.raises(CannotCompile, match="another shape for title"):
        compiled(releases)
    with pytest.raises(ocdsmerge.exceptions.InconsistentTypeError):
        by_the_reference(releases)


def test_releases_without_a_date_that_can_be_read_are_refused() -> None:
    with pytest.raises(CannotCompile, match="no date that can be read"):
        compiled([tendered(), awarded() | {"date": "soon"}])
