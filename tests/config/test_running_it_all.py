"""One command starts everything; Ctrl-C ends everything; a killed database comes back."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import Running

pytestmark = pytest.mark.xdist_group("journeys")


@pytest.fixture
def live_one() -> Iterator[Running]:
    """An installation of one's own, without practice data, which starts in seconds."""
    running = Running(mode="live", secret="s" * 40, https="false")
    try:
        yield running
    finally:
        running.stop()


def child_of(parent: int, module: str) -> int:
    """The process that runs the module for the parent."""
    for entry in Path("/proc").glob("[0-9]*/stat"):
        stat = entry.read_text().rpartition(")")[2].split()
        said = entry.with_name("cmdline").read_bytes().decode(errors="replace")
        if int(stat[1]) == parent and module in said:
            return int(entry.parent.name)
    raise AssertionError(f"no {module} runs")


@pytest.mark.slow
def test_it_starts_with_practice_sign_ins_and_survives_a_killed_database(
    carewright: Running,
) -> None:
    assert carewright.answers("/practice/"), carewright.said()

    postmaster = carewright.home / "postgres" / "postmaster.pid"
    os.kill(int(postmaster.read_text().split()[0]), signal.SIGKILL)
    carewright.wait_until_said("The database stopped by itself")
    carewright.wait_until(wanted=True)


@pytest.mark.slow
def test_a_live_installation_has_no_practice_sign_ins_and_ctrl_c_stops_everything(
    live_one: Running,
) -> None:
    live_one.wait_until_said("Carewright is ready")
    assert "/practice/" not in live_one.said()
    assert not live_one.answers("/practice/")
    postmaster = live_one.home / "postgres" / "postmaster.pid"
    assert postmaster.exists()

    live_one.process.send_signal(signal.SIGINT)
    assert live_one.process.wait(timeout=60) == 0, live_one.said()
    assert not postmaster.exists()
    assert not live_one.answers()
