"""The program in the docs checks a proof by itself, with nothing of ours."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64decode, b64encode
from pathlib import Path

import pytest

from carewright.attest import api as attest
from tests.docs.pages import DOCS, page
from tests.factories import attest as make
from tests.factories import platform as people

pytestmark = pytest.mark.django_db

GUIDE = DOCS / "howto" / "check-the-record.md"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "check_event.py"
    file.write_text(next(b.text for b in page(GUIDE).blocks if b.language == "python"))
    return file


@pytest.fixture
def proof() -> str:
    auditor = people.officer(people.Role.INTERNAL_AUDITOR)
    make.events(11, by=auditor)
    make.sealed(batch=3)
    return attest.proof_of(make.event_at(6), seen_by=auditor).text()


def run(program: Path, proof: str) -> subprocess.CompletedProcess[str]:
    file = program.with_name("event.tlog-proof")
    file.write_text(proof)
    command = [sys.executable, "-I", str(program), str(file), make.KEY.public.text]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_proof_holds(program: Path, proof: str) -> None:
    done = run(program, proof)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("PROVED: event 6 of 11\n")
    assert '"reason": "Review ' in done.stdout


def _changed_event(proof: str) -> str:
    extra = proof.splitlines()[1].removeprefix("extra ")
    told = b64decode(extra).replace(b"looked", b"liked")
    return proof.replace(extra, b64encode(told).decode())


def _changed_words(proof: str) -> str:
    extra = proof.splitlines()[1].removeprefix("extra ")
    told = b64decode(extra).replace(b"Review", b"Revue")
    return proof.replace(extra, b64encode(told).decode())


@pytest.mark.parametrize(
    "change",
    [
        _changed_event,
        _changed_words,
        lambda proof: proof.replace("index 6", "index 5"),
        lambda proof: proof.replace("index 6", "index 11"),
        lambda proof: proof.replace("\n11\n", "\n12\n"),
        lambda proof: proof.replace("\n\n", "\n" + proof.splitlines()[3] + "\n\n", 1),
        lambda proof: proof.replace("\n" + proof.splitlines()[3], "", 1),
        lambda proof: proof.replace("elmshire", "oakshire"),
        lambda proof: "something else",
    ],
)
def test_a_proof_that_was_changed_does_not_hold(program: Path, proof: str, change: object) -> None:
    changed = change(proof)  # type: ignore[operator]
    assert changed != proof
    assert run(program, changed).returncode != 0


def test_the_program_is_short() -> None:
    block = next(b.text for b in page(GUIDE).blocks if b.language == "python")
    assert len([line for line in block.splitlines() if line.strip()]) <= 75
