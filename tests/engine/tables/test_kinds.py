"""A file is recognised by its columns, or a sentence says what it might be."""

from __future__ import annotations

from pathlib import Path

import pytest

from carewright_engine.tables import kinds
from carewright_engine.tables.kinds import KINDS, kind_named, kind_of, read_published, recognise
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import UnreadableFile
from carewright_engine.tables.schemas import TABLES
from tests.engine.tables.datastore_files import datastore


def test_every_kind_is_documented_and_yields_canonical_tables() -> None:
    assert {"care_inspectorate", "cqc_directory", "council_list"} <= set(KINDS)
    for name, kind in KINDS.items():
        assert kind.name == name
        assert kind.title
        assert kind.publisher
        assert kind.licence
        assert set(kind.yields) <= set(TABLES)


def test_an_unknown_file_is_refused_with_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "cakes.csv"
    path.write_text("Cake,Flour\nSponge,2\n")
    with pytest.raises(UnreadableFile, match='its columns begin "Cake", "Flour"'):
        read_published(path)


def test_an_unknown_kind_is_refused_with_the_kinds_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="care_inspectorate"):
        kind_named("cakes")
    with pytest.raises(UnreadableFile, match='no kind of file "cakes"'):
        read_published(datastore(tmp_path), kind="cakes")


def test_a_file_told_to_be_another_kind_is_refused_by_that_kind(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="CQC care directory: no column holds"):
        read_published(datastore(tmp_path), kind="cqc_directory")


def test_two_kinds_that_fit_alike_are_both_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = KINDS["care_inspectorate"]
    twin = type(kind)(
        **{slot: getattr(kind, slot) for slot in kind.__slots__}
        | {"name": "care_inspectorate_twin"}
    )
    monkeypatch.setattr(kinds, "KINDS", {kind.name: kind, twin.name: twin})
    raw = open_published(datastore(tmp_path))
    assert [kind.name for kind, _ in recognise(raw)] == [kind.name, twin.name]
    with pytest.raises(UnreadableFile, match="care_inspectorate_twin"):
        kind_of(raw)
