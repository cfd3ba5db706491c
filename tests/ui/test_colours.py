"""A council may choose its colours, but not so that somebody cannot read."""

from __future__ import annotations

import pytest

from carewright.ui.colours import Colours, stylesheet, weaknesses


def test_dark_colours_make_a_style_sheet_of_their_own() -> None:
    style = stylesheet(Colours(brand="#4b0d53", council="#53420d"))
    assert "--cw-brand:#4b0d53" in style
    assert "--cw-council:#53420d" in style


def test_a_pale_header_is_refused_with_the_reason() -> None:
    assert weaknesses(Colours(brand="#ffd700")) == [
        "White words could not be read on the header. Choose a darker colour"
    ]


def test_what_is_no_colour_cannot_slip_into_the_style_sheet() -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        stylesheet(Colours(brand="red}body{display:none"))


def test_a_mark_too_dark_for_the_dark_gives_way_there() -> None:
    dark = stylesheet(Colours(council="#0d1a53")).splitlines()[1]
    assert "#0d1a53" not in dark
