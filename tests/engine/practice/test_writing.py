"""The same seed gives the same bytes; the files are as publishers give them."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
from pathlib import Path

import pytest

from carewright_engine.tables.practice import practice_region, write_practice
from carewright_engine.tables.practice.region import _drawn, register_file


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("practice")
    write_practice(where)
    return where


def digests(folder: Path, paths: tuple[Path, ...]) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
    }


def test_the_same_seed_writes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first = digests(folder, tuple(path for path in folder.rglob("*") if path.is_file()))
    _drawn.cache_clear()
    assert digests(tmp_path, write_practice(tmp_path)) == first


def test_another_seed_gives_another_region() -> None:
    one, other = practice_region(), practice_region(1)
    name = register_file(2022)
    assert not one.frames[name].equals(other.frames[name])
    assert one.outlines != other.outlines


def test_packed_files_carry_no_time(folder: Path) -> None:
    packed = sorted(folder.rglob("*.gz"))
    assert packed
    for path in packed:
        assert path.read_bytes()[4:8] == b"\0\0\0\0", path.name


@pytest.mark.parametrize(
    ("year", "encoding"), [(2016, "cp1252"), (2019, "utf-8"), (2022, "utf-8-sig")]
)
def test_registers_differ_in_encoding(folder: Path, year: int, encoding: str) -> None:
    content = gzip.decompress((folder / register_file(year)).read_bytes())
    apostrophe = "’".encode(encoding.removesuffix("-sig"))
    assert apostrophe in content
    assert content.startswith(b"\xef\xbb\xbf") is (year == 2022)
    if year == 2016:
        with pytest.raises(UnicodeDecodeError):
            content.decode("utf-8")


@pytest.mark.parametrize(
    ("year", "pattern"),
    [(2016, r"\d\d/\d\d/\d{4}"), (2019, r"\d{5}"), (2022, r"\d\d-[A-Z][a-z]{2}-\d\d")],
)
def test_registration_days_are_spelled_in_three_ways(year: int, pattern: str) -> None:
    days = practice_region().frames[register_file(year)]["DateReg"]
    assert days.str.contains(f"^{pattern}$").all()


def test_every_row_has_as_many_cells_as_the_header(folder: Path) -> None:
    for path in folder.rglob("*.csv*"):
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("latin-1")
        lengths = {len(row) for row in csv.reader(io.StringIO(text))}
        assert len(lengths) == 1, path.name
