"""Our compiler and the reference find equal releases in the benchmark; the figures say so."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from bench.harness import Answer, Figures
from bench.ocds_releases import process

from bench import ocds_benchmark, ocds_cases
from carewright_engine.open_contracting.checking import checked


def test_both_compilers_give_equal_releases(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[Answer] = []

    def kept(work: Any, also: Any) -> None:
        answers.append(work())
        also()

    monkeypatch.setattr(ocds_cases, "report_run", kept)
    ocds_cases.compile_ours(10)
    ocds_cases.compile_peer(10)
    assert answers[0] == answers[1]
    assert answers[0]["releases"] == 40


def test_the_whole_way_counts_the_breaches_that_the_releases_were_made_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers: list[Answer] = []
    monkeypatch.setattr(ocds_cases, "report_run", lambda work: answers.append(work()))
    ocds_cases.whole_ours(76)
    assert answers == [{"releases": 304, "breaches": 2 + 2}]


def test_the_releases_are_sound_but_for_those_breaches() -> None:
    assert [one.found for one in map(checked, process(7)) if not one.may_be_published] == []


def test_the_peer_is_given_the_kept_schema_and_its_codelists(tmp_path: Path) -> None:
    with zipfile.ZipFile(ocds_cases.standard_zip(tmp_path / "s.zip")) as archive:
        assert archive.namelist()[0] == "standard/"
        codes = archive.read("standard/schema/codelists/tenderStatus.csv").decode()
        release = json.loads(archive.read("standard/schema/release-schema.json"))
    assert "cancelled,cancelled" in codes
    assert release["id"].endswith("1__1__5/release-schema.json")


def test_the_figures_name_the_ratio_and_its_goal() -> None:
    each = Figures(0.5, 0.4, 0.5, 90.0, 3, {}).as_json() | {"releases": 2000}
    printed = ocds_benchmark.printed(
        {
            "answer": {"digest": "abc", "breaches": 3},
            "cases": {"compile: ours": each},
            "ratios": {"compile": 4.4},
            "skipped": "",
            "machine": {"cores": 2},
        }
    )
    assert "compile: 4.4 times the peer's releases a second (goal: 4)" in printed
    assert "Every compiled release is equal (abc); 3 breaches of the schema are found." in printed
    assert "4,000" in printed
