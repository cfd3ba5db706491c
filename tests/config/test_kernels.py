"""Where compiled kernels are kept, and that a start leaves them ready."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from carewright.config import kernels


def test_a_package_of_another_account_keeps_its_kernels_in_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", "")
    monkeypatch.delenv("NUMBA_CACHE_DIR")  # so that it is put back as it was
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    kernels.keep_in(tmp_path)
    assert os.environ["NUMBA_CACHE_DIR"] == str(tmp_path)


def test_our_own_package_keeps_them_beside_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", "")
    monkeypatch.delenv("NUMBA_CACHE_DIR")  # so that it is put back as it was
    kernels.keep_in(tmp_path)
    assert "NUMBA_CACHE_DIR" not in os.environ


def test_a_start_leaves_the_kernels_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    with kernels.made_ready():
        pass
    assert list(tmp_path.rglob("*.nbc"))
