"""Colours can be read in the light and in the dark; a saved file needs no page around it."""

from __future__ import annotations

import re

import pytest
import resvg_py

from carewright_engine.charts import Picture, chart_css, standalone
from carewright_engine.charts.gallery import examples
from carewright_engine.charts.palette import DARK, LIGHT, TONES, contrast, rim_on, word_on

PALETTES = {"light": LIGHT, "dark": DARK}


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", PALETTES)
@pytest.mark.parametrize("tone", TONES)
def test_words_on_every_tone_can_be_read(mode: str, tone: str) -> None:
    palette = PALETTES[mode]
    ground = rim_on(tone, palette) or palette.get(tone) or palette["paper"]
    assert contrast(word_on(tone, palette), ground) >= 4.5


@pytest.mark.parametrize("mode", PALETTES)
@pytest.mark.parametrize("word", ["ink", "quiet", *(f"word-{place}" for place in range(1, 7))])
def test_words_on_paper_can_be_read(mode: str, word: str) -> None:
    palette = PALETTES[mode]
    assert contrast(palette[word], palette["paper"]) >= 4.5


@pytest.mark.parametrize("mode", PALETTES)
def test_categories_and_edges_stand_out_from_the_paper(mode: str) -> None:
    palette = PALETTES[mode]
    for token in (*(f"cat-{place}" for place in range(1, 7)), "edge", "axis"):
        assert contrast(palette[token], palette["paper"]) >= 3


@pytest.mark.parametrize("mode", PALETTES)
def test_the_sequence_runs_one_way_in_lightness(mode: str) -> None:
    palette = PALETTES[mode]
    steps = [contrast(palette[f"seq-{place}"], palette["paper"]) for place in range(1, 6)]
    assert steps == sorted(steps)


def test_both_palettes_name_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)


def test_every_variable_that_the_style_sheet_uses_is_given_a_value() -> None:
    css = chart_css()
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", css))
    given = set(re.findall(r"(--[a-z0-9-]+):", css))
    assert used - given == set()
    assert {"--cat-1", "--cat-6", "--seq-5", "--grade-1", "--grade-6"} <= given


def test_the_style_sheet_knows_dark_forced_colours_and_print() -> None:
    css = chart_css()
    for mode in ("light-dark(", "forced-colors:active", "@media print"):
        assert mode in css
    assert css.count("{") == css.count("}")


def test_words_are_14_pixels() -> None:
    assert "font:400 14px" in chart_css()
    assert not re.search(r"font-size", chart_css())


def test_a_style_sheet_asks_for_nothing_from_elsewhere() -> None:
    assert "url(" not in chart_css()
    assert "@import" not in chart_css()


@pytest.mark.parametrize("picture", examples(), ids=lambda picture: picture.name)
def test_a_saved_file_holds_plain_colours_and_can_be_rendered(picture: Picture) -> None:
    for svg in (picture.wide, picture.narrow):
        alone = standalone(svg)
        assert "var(" not in alone
        png = bytes(resvg_py.svg_to_bytes(svg_string=alone))
        assert png.startswith(b"\x89PNG")
        wide = int.from_bytes(png[16:20], "big")
        assert str(wide) in svg.split("viewBox")[1][:20]


def test_classes_give_colour_to_a_saved_file() -> None:
    picture = examples()[0]
    coloured = bytes(resvg_py.svg_to_bytes(svg_string=standalone(picture.wide)))
    bare = bytes(resvg_py.svg_to_bytes(svg_string=picture.wide))
    assert coloured != bare
