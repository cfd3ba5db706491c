"""The first command says what is missing instead of failing somewhere deep."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from carewright.config import bootstrap
from carewright.config.commands.start import only_one_here, require_free_port


def test_a_machine_without_venv_is_told_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="apt-get install python3-venv"):
        bootstrap.require_python()


def test_a_full_disk_is_said_before_anything_is_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "none")
    monkeypatch.setattr(bootstrap, "SPACE_NEEDED", 10**18)
    with pytest.raises(SystemExit, match="Free some space"):
        bootstrap.require_python()


def test_a_changed_lock_asks_for_a_new_installation(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("a==1")
    before = bootstrap.fingerprint(lock)
    lock.write_text("a==2")
    assert bootstrap.fingerprint(lock) != before


def test_a_port_in_use_is_a_sentence_with_the_way_out() -> None:
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match=f"CAREWRIGHT_PORT={port + 1}"):
            require_free_port("127.0.0.1", port)


def test_a_second_start_from_the_same_folder_is_refused(tmp_path: Path) -> None:
    with only_one_here(tmp_path), pytest.raises(SystemExit, match="already running"):
        only_one_here(tmp_path)


def test_the_engines_commands_never_load_django() -> None:
    seen = subprocess.run(
        [sys.executable, "-c",
         "import sys, carewright.config.cli as c; print('django' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert seen.stdout.strip() == "False"
