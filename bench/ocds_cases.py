"""The cases of the open contracting benchmark, each run in a process of its own."""

from __future__ import annotations

import argparse
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from bench.harness import CACHE, Answer, report_run
from bench.ocds_releases import process, written
from carewright_engine.open_contracting.keeping import KEPT

OURS_COMPILE: Final = "compile: ours"
PEER_COMPILE: Final = "compile: ocdsmerge"
OURS_WHOLE: Final = "read, check, compile, write: ours"
PEER_WHOLE: Final = "read, check: libcoveocds"
STANDARD: Final = CACHE / "ocds-standard.zip"
PUBLISHED: Final = "2025-08-01T00:00:00Z"


def compile_ours(processes: int) -> None:
    """Every process compiled from releases that are already read."""
    from carewright_engine.open_contracting.compiling import collector_paused, compiled

    given = [process(number) for number in range(processes)]
    found: list[dict[str, Any]] = []

    def work() -> None:
        with collector_paused():
            found.extend(compiled(releases) for releases in given)

    _report(work, found, 4 * processes)


def compile_peer(processes: int) -> None:
    """The same with the standard's reference implementation, its rules read beforehand."""
    import ocdsmerge

    merger = ocdsmerge.Merger(json.loads(KEPT.read_text()))
    given = [process(number) for number in range(processes)]
    found: list[dict[str, Any]] = []

    def work() -> None:
        found.extend(merger.create_compiled_release(releases) for releases in given)

    _report(work, found, 4 * processes)


def whole_ours(processes: int) -> None:
    """Files read, every release checked, every process compiled, the record package written."""
    from carewright_engine.open_contracting.checking import checked
    from carewright_engine.open_contracting.compiling import collector_paused
    from carewright_engine.open_contracting.findings import Kind
    from carewright_engine.open_contracting.kept_schema import standard, strict
    from carewright_engine.open_contracting.merge_rules import kept_rules
    from carewright_engine.open_contracting.reading import read_package
    from carewright_engine.open_contracting.writing import record_package

    files = written(processes)
    kept_rules(), standard(), strict()

    def work() -> Answer:
        breaches = 0
        for file in files:
            with collector_paused():
                package = read_package(file)
                found = [one for release in package.releases for one in checked(release).found]
                breaches += sum(one.kind == Kind.SCHEMA for one in found)
                out = record_package(
                    package.releases,
                    uri="https://example.org/records.json",
                    publisher=package.about["publisher"],
                    published=PUBLISHED,
                )
                if not out:
                    raise AssertionError("nothing was written")
        return {"releases": 4 * processes, "breaches": breaches}

    report_run(work)


def whole_peer(processes: int) -> None:
    """The reviewer's library of the same community, with all its checks; it compiles nothing."""
    import libcoveocds.api
    from libcoveocds.config import LibCoveOCDSConfig

    config = LibCoveOCDSConfig()
    address = f"file://{standard_zip()}"
    config.config.update(standard_zip=address, context="api", additional_checks="all")
    files = written(processes)

    def work() -> Answer:
        breaches = 0
        for file in files:
            said = libcoveocds.api.ocds_json_output(
                json_data=json.loads(file), lib_cove_ocds_config=config, record_pkg=False
            )
            breaches += len(said["validation_errors"])
        return {"releases": 4 * processes, "breaches": breaches}

    report_run(work)


def standard_zip(to: Path = STANDARD) -> Path:
    """The kept schema in the layout in which the peer looks for the standard."""
    release = json.loads(KEPT.read_text())
    package = {
        "id": release["id"].replace("release-schema", "release-package-schema"),
        "$schema": release["$schema"],
        "type": "object",
        "required": ["uri", "publisher", "publishedDate", "releases", "version"],
        "properties": {
            "uri": {"type": "string", "format": "uri"},
            "version": {"type": "string"},
            "publishedDate": {"type": "string", "format": "date-time"},
            "publisher": {"type": "object"},
            "releases": {"type": "array", "minItems": 1, "items": {"$ref": release["id"]}},
        },
    }
    to.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(to, "w") as archive:
        archive.writestr("standard/", "")
        archive.writestr("standard/schema/release-schema.json", json.dumps(release))
        archive.writestr("standard/schema/release-package-schema.json", json.dumps(package))
        versioned = json.dumps({"$schema": release["$schema"], "type": "object"})
        archive.writestr("standard/schema/versioned-release-validation-schema.json", versioned)
        for name, codes in _codelists(release).items():
            lines = "\n".join(["Code,Title", *(f"{code},{code}" for code in sorted(codes))])
            archive.writestr(f"standard/schema/codelists/{name}", lines + "\n")
    return to


def _codelists(schema: Any) -> dict[str, set[str]]:
    """The closed codelists, by their names, from the schema's own enumerations."""
    found: dict[str, set[str]] = {}
    if isinstance(schema, dict):
        codes = schema.get("enum") or schema.get("items", {})
        codes = codes.get("enum", []) if isinstance(codes, dict) else codes
        if isinstance(schema.get("codelist"), str):
            found[schema["codelist"]] = {code for code in codes if code is not None}
    inside: Iterable[Any] = schema.values() if isinstance(schema, dict) else schema
    for one in inside:
        if isinstance(one, dict | list):
            for name, codes in _codelists(one).items():
                found.setdefault(name, set()).update(codes)
    return found


def _report(work: Callable[[], None], found: list[dict[str, Any]], releases: int) -> None:
    """Time the work; what it found is digested afterwards, outside the time."""
    answer: dict[str, Any] = {}

    def timed() -> Answer:
        work()
        return answer

    def digested() -> dict[str, float]:
        text = json.dumps(found, sort_keys=True, ensure_ascii=False)
        answer.update(releases=releases, digest=hashlib.sha256(text.encode()).hexdigest()[:16])
        return {}

    report_run(timed, digested)


CASES: Final = {
    OURS_COMPILE: compile_ours,
    PEER_COMPILE: compile_peer,
    OURS_WHOLE: whole_ours,
    PEER_WHOLE: whole_peer,
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("case", choices=list(CASES))
    parser.add_argument("--processes", type=int, required=True)
    asked = parser.parse_args()
    CASES[asked.case](asked.processes)
