"""`carewright releases` checks a file and compiles it, and says what it did."""

from __future__ import annotations

import json
from pathlib import Path

from tests.engine.cli.commands import carewright
from tests.engine.open_contracting.releases import awarded, contracted, tendered


def package(folder: Path, *releases: object) -> Path:
    file = folder / "releases.json"
    file.write_text(json.dumps({"publisher": {"name": "Elmshire"}, "releases": releases}))
    return file


def test_a_sound_file_is_fit_to_be_published(tmp_path: Path) -> None:
    found = carewright("releases", "check", package(tmp_path, tendered(), awarded()))
    assert found.exit_code == 0
    assert found.out == "2 releases read, 2 fit to be published as they are. Found: nothing.\n"


def test_what_is_found_is_said_release_by_release(tmp_path: Path) -> None:
    odd = awarded() | {"title": None}
    found = carewright("releases", "check", package(tmp_path, tendered(), odd))
    assert found.exit_code == 1
    assert f"{odd['id']}:\n  odd at title: The value is null" in found.out
    assert "2 releases read, 1 fit to be published as they are. Found: 1 odd." in found.out


def test_releases_are_compiled_into_a_record_package(tmp_path: Path) -> None:
    file, out = package(tmp_path, contracted(), tendered(), awarded()), tmp_path / "records.json"
    said = carewright(
        "releases", "compile", file, "--out", out, "--published", "2026-05-01T00:00:00Z"
    )
    assert said.out == f"3 releases of 1 processes. Written to {out}\n"
    records = json.loads(out.read_text())
    assert records["publisher"] == {"name": "Elmshire"}
    assert [one["id"] for one in records["records"][0]["releases"]] == [
        tendered()["id"],
        awarded()["id"],
        contracted()["id"],
    ]
    assert records["records"][0]["compiledRelease"]["tag"] == ["compiled"]


def test_a_file_that_cannot_be_read_or_compiled_says_why(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    assert "broken.json: The file is not JSON" in carewright("releases", "check", broken).err
    undated = package(tmp_path, tendered(), awarded() | {"date": None})
    said = carewright(
        "releases",
        "compile",
        undated,
        "--out",
        tmp_path / "o",
        "--published",
        "2026-05-01T00:00:00Z",
    )
    assert (said.exit_code, "no date that can be read" in said.err) == (1, True)
