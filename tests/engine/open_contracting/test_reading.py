"""Release packages are read as publishers give them, and written back as they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from carewright_engine.open_contracting.checking import all_checked
from carewright_engine.open_contracting.findings import Kind
from carewright_engine.open_contracting.looking import breaches
from carewright_engine.open_contracting.reading import UnreadablePackage, read_package
from carewright_engine.open_contracting.writing import release_package
from tests.engine.open_contracting.releases import awarded, tendered

ENDLESS = '"1e9999" is not of types "null", "integer"'


@pytest.mark.realdata
def test_24_of_24_real_releases_are_read_checked_and_written_back(real_data: Path) -> None:
    read = 0
    for file in sorted((real_data / "ocds").glob("*.json")):
        package = read_package(file.read_bytes())
        read += len(package.releases)
        assert json.loads(release_package(package)) == json.loads(file.read_text())
        assert len(all_checked(package.releases)) == len(package.releases)
    assert read == 24


@pytest.mark.realdata
def test_what_the_schema_does_not_allow_in_real_releases_is_what_is_known(real_data: Path) -> None:
    found: dict[str, list[tuple[int, str, str]]] = {}
    for file in sorted((real_data / "ocds").glob("*.json")):
        for place, release in enumerate(read_package(file.read_bytes()).releases):
            for one in breaches(release):
                found.setdefault(file.stem, []).append((place, one.at, one.words))
    assert found == {
        "fts-pa2023-one-per-notice-type": [
            (13, "tender/techniques/frameworkAgreement/period/durationInDays", ENDLESS),
            (13, "tender/tenderPeriod/durationInDays", ENDLESS),
        ],
        "public-contracts-scotland": [
            (place, "", '"id" is a required property') for place in range(4)
        ],
    }


@pytest.mark.parametrize(
    "content",
    [
        {"uri": "https://example.org", "unheardOf": 1, "releases": [tendered(), awarded()]},
        {"records": [{"ocid": "o", "releases": [tendered(), awarded()]}]},
        [tendered(), awarded()],
    ],
    ids=["release package", "record package", "list"],
)
def test_releases_are_found_in_every_kind_of_file(content: object) -> None:
    package = read_package(json.dumps(content).encode())
    assert package.releases == (tendered(), awarded())


def test_one_release_is_a_file_as_well_and_a_byte_order_mark_is_passed_over() -> None:
    assert read_package(b"\xef\xbb\xbf" + json.dumps(tendered()).encode()).releases == (tendered(),)


def test_what_is_not_known_is_kept() -> None:
    release = tendered() | {"unheardOf": {"deep": [1, {"x": None}]}}
    package = read_package(json.dumps({"releases": [release], "also": 1}).encode())
    assert package.releases == (release,)
    assert json.loads(release_package(package)) == {"also": 1, "releases": [release]}
    kinds = {(one.kind, one.at) for one in all_checked(package.releases)[0].found}
    assert (Kind.UNKNOWN, "unheardOf") in kinds


def test_a_number_too_large_for_any_computer_is_kept_as_the_text_that_it_was() -> None:
    package = read_package(b'{"ocid": "o", "amount": 1e9999, "other": 1e300}')
    assert package.releases == ({"ocid": "o", "amount": "1e9999", "other": 1e300},)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"{", "not JSON"),
        (b"1", "one value"),
        (b"{}", "neither releases"),
        (b'{"releases": 1}', "not a list"),
        (b'{"releases": [1]}', "Release 1 is not an object"),
        (b'{"records": [{"ocid": "o"}]}', "only link"),
        (b'{"records": 1}', "not a list of objects"),
        (b'{"ocid": NaN}', "NaN for a number"),
        (b"[" * 100_000, "nested more deeply"),
    ],
)
def test_a_file_without_releases_says_why(content: bytes, why: str) -> None:
    with pytest.raises(UnreadablePackage, match=why):
        read_package(content)
