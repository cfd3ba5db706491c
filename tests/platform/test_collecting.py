"""The search for garbage is put off while many rows are made, and comes back whatever happens."""

from __future__ import annotations

import gc

import pytest

from carewright.platform import api as platform


def test_it_is_put_off_within_and_comes_back() -> None:
    with platform.without_collecting():
        assert not gc.isenabled()
        with platform.without_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_comes_back_when_the_work_fails() -> None:
    with pytest.raises(ValueError, match="no such price"), platform.without_collecting():
        raise ValueError("no such price")
    assert gc.isenabled()
