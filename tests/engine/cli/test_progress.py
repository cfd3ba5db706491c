"""Somebody who looks at a terminal sees a bar; a log gets a line a step."""

from __future__ import annotations

import io
import sys

import pytest

from carewright_engine.cli.progress import Bar, Told, shown_progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_log_gets_a_line_a_step(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress() as progress:
        progress.reading("register.csv", 1, 2)
        progress.analysing("Care at home", 3, 10)
    assert type(progress) is Told
    assert capsys.readouterr().err.splitlines() == [
        "read 1 of 2: register.csv",
        "worked out 3 of 10: Care at home",
    ]


def test_a_terminal_shows_a_bar_that_goes_when_the_work_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with shown_progress() as progress:
        progress.reading("register.csv", 1, 2)
        progress.analysing("Care at home", 3, 10)
    assert isinstance(progress, Bar)
    assert "Worked out Care at home" in terminal.getvalue()
