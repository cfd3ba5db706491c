"""The style sheets: words can be read in the light and in the dark, charts look as drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import carewright.ui
from carewright.ui import charts
from carewright.ui.colours import contrast

STYLE = (Path(carewright.ui.__file__).parent / "static/ui/carewright.css").read_text("utf-8")
LIGHT, DARK = "light", "dark"

WORDS = [
    ("--cw-ink", "--cw-paper"),
    ("--cw-ink", "--cw-tint"),
    ("--cw-quiet", "--cw-paper"),
    ("--cw-quiet", "--cw-tint"),
    ("--cw-link", "--cw-paper"),
    ("--cw-link", "--cw-tint"),
    ("--cw-on-brand", "--cw-brand"),
    ("--cw-on-focus", "--cw-focus"),
    *((f"--cw-{state}", f"--cw-{state}-tint") for state in ("late", "soon", "good", "wait")),
    *((f"--cw-{state}", "--cw-paper") for state in ("late", "soon", "good", "wait")),
    *(("--cw-ink", f"--cw-{state}-tint") for state in ("late", "soon", "good", "wait")),
]


def tokens(mode: str) -> dict[str, str]:
    pattern = re.compile(r"(--cw-[a-z-]+):\s*(#[0-9a-f]{3,6})")
    found = dict(pattern.findall(STYLE[: STYLE.index("/* 2 Base")]))
    if mode == DARK:
        dark = STYLE[STYLE.index("(prefers-color-scheme: dark)") :]
        found |= dict(pattern.findall(dark[: dark.index("@media (forced-colors")]))
    return {name: colour if len(colour) == 7 else _long(colour) for name, colour in found.items()}


def _long(colour: str) -> str:
    return "#" + "".join(digit * 2 for digit in colour[1:])


@pytest.mark.parametrize("mode", [LIGHT, DARK])
@pytest.mark.parametrize(("words", "ground"), WORDS)
def test_words_stand_out_from_their_ground(mode: str, words: str, ground: str) -> None:
    colours = tokens(mode)
    assert contrast(colours[words], colours[ground]) >= 4.5


@pytest.mark.parametrize("mode", [LIGHT, DARK])
def test_edges_that_mean_something_stand_out_from_the_paper(mode: str) -> None:
    colours = tokens(mode)
    for edge in ("--cw-edge", "--cw-council", "--cw-ink"):
        assert contrast(colours[edge], colours["--cw-paper"]) >= 3


def test_white_words_on_a_button_can_be_read() -> None:
    for mode in (LIGHT, DARK):
        assert contrast("#ffffff", tokens(mode)["--cw-button"]) >= 4.5


def test_the_style_for_charts_is_the_engines_own() -> None:
    assert charts.STYLESHEET.read_text(encoding="utf-8") == charts.content(), (
        "run: python -m carewright.ui.charts"
    )
