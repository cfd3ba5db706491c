"""The kept schema is what its ledger says, and strict means stricter."""

from __future__ import annotations

import csv
import json

import pytest
from hypothesis import given, settings

from carewright_engine.open_contracting.keeping import (
    FOLDER,
    KEPT,
    SOURCES,
    UK_FIELDS,
    digest,
    merged,
    written,
)
from carewright_engine.open_contracting.kept_schema import release_schema, resolved, standard
from carewright_engine.open_contracting.looking import breaches, is_plain, oddities
from tests.engine.open_contracting.releases import random_releases, tendered

LEDGER = json.loads(SOURCES.read_text())


def test_every_kept_file_is_the_one_that_the_ledger_names() -> None:
    named = [LEDGER["kept"], *(one for one in LEDGER["sources"] if "archive" not in one)]
    assert {one["file"]: one["file_sha256"] for one in named} == {
        file.name: digest(file) for file in (KEPT, UK_FIELDS)
    }
    assert {file.name for file in FOLDER.iterdir()} == {KEPT.name, UK_FIELDS.name, SOURCES.name}


def test_every_source_names_its_licence() -> None:
    assert all(one["licence"] for one in LEDGER["sources"])
    assert all(one["archive_sha256"] for one in LEDGER["sources"] if "archive" in one)


def test_every_reference_of_the_schema_leads_somewhere() -> None:
    schema = release_schema()
    for one in [schema, *schema["definitions"].values()]:
        for field in one.get("properties", {}).values():
            assert resolved(field) is not None
            assert resolved(field.get("items", {})) is not None


def test_every_field_of_our_table_is_in_the_schema() -> None:
    defined = release_schema()["definitions"]
    with UK_FIELDS.open(newline="") as lines:
        for row in csv.DictReader(lines):
            first, *rest = row["where"].split(".")
            place = defined[first]
            for name in rest:
                place = resolved(place["properties"][name])
            assert row["field"] in place["properties"], row


def test_merging_takes_the_chosen_extensions_and_leaves_words_and_others_behind() -> None:
    chosen = "https://standard.open-contracting.org/profiles/eu/master/en/release-schema.json"
    core = {
        "id": "old",
        "title": "Words",
        "properties": {"title": {"type": "string", "title": "A title"}},
        "definitions": {"Value": {"properties": {"amount": {"type": "number"}}}},
    }
    extended = {
        "properties": {
            "title": {"type": "string"},
            "ours": {"$ref": "#/definitions/New", "extension": chosen},
            "lost": {"$ref": "#/definitions/Other", "extension": chosen},
            "theirs": {"type": "string", "extension": "https://example.org"},
        },
        "definitions": {
            "Value": {"properties": {"net": {"type": "number", "extension": chosen}}},
            "New": {"properties": {"a": {"type": "string", "extension": chosen}}},
        },
    }
    rows = [{"where": "New.deep", "field": "b", "holds": "one of x|y"}]
    found = merged(core, extended, rows)
    assert "title" not in found
    assert set(found["properties"]) == {"title", "ours"}
    assert set(found["definitions"]["Value"]["properties"]) == {"amount", "net"}
    deep = found["definitions"]["New"]["properties"]["deep"]
    assert deep["properties"] == {"b": {"type": ["string", "null"], "enum": ["x", "y", None]}}
    assert json.loads(written(found)) == found


@settings(max_examples=50, deadline=None)
@given(random_releases)
def test_what_the_strict_schema_passes_has_nothing_to_be_said_about(releases: list) -> None:
    for release in [tendered(), *releases]:
        assert not is_plain(release) or not [*breaches(release), *oddities(release)]
        assert standard().is_valid(release) == (not list(standard().iter_errors(release)))


@pytest.mark.parametrize("kind", ["null", "empty"])
def test_the_schema_of_the_standard_lets_a_publisher_say_nothing_and_ours_does_not(
    kind: str,
) -> None:
    release = tendered()
    release["tender"]["description"] = None if kind == "null" else ""
    assert standard().is_valid(release)
    assert not is_plain(release)
