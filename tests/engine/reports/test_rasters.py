"""Charts for word processors: the same bytes whoever draws them, and drawn whatever happens."""

from __future__ import annotations

import sys

import pytest

from carewright_engine.reports.rasters import WORTH_A_SECOND, as_png

MANY = [
    f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="{20 + place}">'
    '<rect width="30" height="10" fill="#14506b"/></svg>'
    for place in range(WORTH_A_SECOND + 1)
]


def test_many_charts_come_back_in_their_order_as_if_drawn_one_by_one() -> None:
    assert as_png(MANY) == [as_png([svg])[0] for svg in MANY]


def test_charts_are_drawn_where_no_second_process_can_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one_by_one = [as_png([svg])[0] for svg in MANY]
    monkeypatch.setattr(sys, "executable", "/bin/true")
    assert as_png(MANY) == one_by_one
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert as_png(MANY) == one_by_one


def test_a_chart_is_a_png_half_as_large_again_as_it_was_drawn() -> None:
    (picture,) = as_png(MANY[:1])
    assert picture.startswith(b"\x89PNG")
    assert (int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")) == (
        90,
        30,
    )
