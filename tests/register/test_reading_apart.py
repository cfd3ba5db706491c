"""The process that reads a file has limits, knows no secret, and takes nobody with it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from carewright.register import reading_apart
from carewright.register.reading_apart import Refusal, read_apart
from tests.factories import register as files


def run(script: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads with a reader that does as the script says."""
    command = [sys.executable, "-c", script, str(folder)]
    monkeypatch.setattr(reading_apart, "_command", lambda *_: command)
    read_apart(folder / "any.csv", folder / "out", kind="", hints={}, news=lambda: None)


def test_a_file_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    summary = read_apart(
        files.datastore(tmp_path), tmp_path / "out", kind="", hints={}, news=lambda: None
    )
    assert (summary.kind, summary.rows_kept) == ("care_inspectorate", 1)
    assert (tmp_path / "out" / "service.parquet").exists()
    assert (tmp_path / "out" / "published.parquet").exists()


def test_a_reader_that_eats_memory_is_stopped_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_apart, "MOST_MEMORY", 100_000_000)
    eat = "eaten = []\nwhile True: eaten.append(bytearray(2_000_000))"
    with pytest.raises(Refusal, match=r"of memory to read\. Split it"):
        run(eat, tmp_path, monkeypatch)


def test_a_reader_that_takes_too_long_is_stopped_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_apart, "MOST_SECONDS", 0.5)
    began = time.monotonic()
    with pytest.raises(Refusal, match=r"Split it, for example by year"):
        run("import time; time.sleep(600)", tmp_path, monkeypatch)
    assert time.monotonic() - began < 10


def test_a_reader_that_fills_the_disk_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_apart, "MOST_MEMORY", 100_000_000)
    fill = "import sys, time; time.sleep(1)\nout = open(sys.argv[1] + '/big', 'wb')\n"
    with pytest.raises(Refusal, match="the reader stopped"):
        run(fill + "while True: out.write(bytes(1_000_000))", tmp_path, monkeypatch)
    assert (tmp_path / "big").stat().st_size <= 100_000_000


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("import os; os.kill(os.getpid(), 9)", "code -9"),
        ("raise MemoryError('no more')", "MemoryError: no more"),
        ("import sys; sys.stderr.write('x' * 5_000_000); sys.exit(1)", "x" * 200),
    ],
)
def test_a_reader_that_dies_leaves_a_sentence(
    script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refusal) as refused:
        run(script, tmp_path, monkeypatch)
    assert said in str(refused.value)
    assert str(refused.value).endswith("save it as CSV (UTF-8).")


def test_the_reader_knows_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREWRIGHT_SECRET", "hidden" * 8)
    monkeypatch.setenv("DATABASE_URL", "postgresql://owner:hidden@/x")
    tell = "import os, sys; open(sys.argv[1] + '/known', 'w').write(str(dict(os.environ)))"
    with pytest.raises(FileNotFoundError):  # it read nothing, so there is no summary
        run(tell, tmp_path, monkeypatch)
    known = (tmp_path / "known").read_text()
    assert "hidden" not in known
    assert os.environ["PATH"] in known


def test_whoever_stops_the_work_stops_the_reader_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_apart, "SECONDS_BETWEEN_NEWS", 0.1)
    started: list[int] = []
    popen = reading_apart.subprocess.Popen

    def remember(*given: object, **more: object) -> object:
        process = popen(*given, **more)  # type: ignore[call-overload]
        started.append(process.pid)
        return process

    class Stopped(Exception):
        pass

    def stop() -> None:
        raise Stopped

    monkeypatch.setattr(reading_apart.subprocess, "Popen", remember)
    sleep = [sys.executable, "-c", "import time; time.sleep(600)"]
    monkeypatch.setattr(reading_apart, "_command", lambda *_: sleep)
    with pytest.raises(Stopped):
        read_apart(tmp_path / "any.csv", tmp_path / "out", kind="", hints={}, news=stop)
    assert not Path(f"/proc/{started[0]}").exists()
