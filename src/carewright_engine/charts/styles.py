"""How the classes in charts look: on a page, in the dark, in forced colours, in print, and alone.

A page has one strict style sheet and no style attributes, so the SVG holds classes only. A saved
file has no page around it, so `standalone` puts the same rules inside with plain colours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from carewright_engine.charts.palette import DARK, LIGHT, RIMMED, TONES, on_tone, rim_on, word_on

FACE: Final = '"Atkinson Hyperlegible Next",Arial,"Liberation Sans",Helvetica,sans-serif'

_WIDTHS: Final = (480, 680, 1000)

_SHAPES: Final = """\
.cw-chart text{font:400 14px %(face)s;font-variant-numeric:tabular-nums;fill:%(ink)s}
.cw-chart .quiet{fill:%(quiet)s}
.cw-chart .strong{font-weight:700}
.cw-chart .halo{paint-order:stroke;stroke:%(paper)s;stroke-width:4px;stroke-linejoin:round}
.cw-chart .grid{stroke:%(grid)s;stroke-width:1;fill:none}
.cw-chart .axis{stroke:%(axis)s;stroke-width:1;fill:none}
.cw-chart .leader{stroke:%(axis)s;stroke-width:1;fill:none}
.cw-chart .break{stroke:%(axis)s;stroke-width:1.25;stroke-dasharray:2 3;fill:none}
.cw-chart .ref{stroke:%(ink)s;stroke-width:1.25;stroke-dasharray:4 3;fill:none}
.cw-chart .middle{stroke:%(ink)s;stroke-width:2.5;fill:none}
.cw-chart .whisker{stroke:%(axis)s;stroke-width:1.5;fill:none}
.cw-chart .muted{fill:%(muted)s}
.cw-chart .track{fill:%(track)s}
.cw-chart .land{fill:%(land)s;stroke:%(coast)s;stroke-width:1;stroke-linejoin:round}
.cw-chart .hollow{fill:%(paper)s;stroke:%(edge)s;stroke-width:1.4}
.cw-chart .unknown{fill:%(paper)s;stroke:%(edge)s;stroke-width:1.25;stroke-dasharray:4 3}
.cw-chart .outer{fill:%(seq-1)s;fill-opacity:.62}
.cw-chart .inner{fill:%(seq-2)s;fill-opacity:.62}
.cw-chart .rim{stroke:%(paper)s;stroke-width:1}
.cw-chart .grade-0{fill:%(grade-0)s;stroke:%(edge)s;stroke-width:1.2}
.cw-chart .border{stroke:%(coast)s;stroke-width:.75;stroke-linejoin:round}
.cw-chart .line{fill:none;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}
.cw-chart .thin{stroke-width:1.5}
.cw-chart .dashes{stroke-dasharray:6 4;stroke-linecap:butt}
.cw-chart .line-muted{stroke:%(axis)s}
.cw-chart .picked{fill:none;stroke:%(ink)s;stroke-width:2;stroke-linejoin:round}
"""


def chart_css() -> str:
    """The style sheet for pages. It follows the page's `color-scheme`: a light page stays light."""
    return "\n".join(
        (
            f":root{{{_variables(LIGHT)}}}",
            f"@supports (color:light-dark(#fff,#000)){{:root{{{_variables(LIGHT, DARK)}}}}}",
            _rules(lambda token, _: f"var({_variable(token)})"),
            ".cw-chart{display:block;max-width:100%;height:auto;background:var(--chart-paper)}",
            _swap_by_width(),
            _forced_colours(),
            f"@media print{{:root{{{_variables(LIGHT)}}}"
            ".cw-chart{break-inside:avoid;print-color-adjust:exact}}",
            "",
        )
    )


def standalone(svg: str) -> str:
    """The same picture as a file of its own: rules inside, plain colours, white paper under it."""
    inside = f"<style>{_rules(lambda _, colour: colour)}</style>{_PAPER}"
    head, mark, rest = svg.partition("</desc>")
    return f"{head}{mark}{inside}{rest}" if mark else svg


_PAPER: Final = '<rect x="0" y="0" width="100%" height="100%" fill="#ffffff"/>'


def _rules(colour: Callable[[str, str], str]) -> str:
    """Every rule, each colour written by the given hand: as a variable or as it is."""
    tokens = {token: colour(token, plain) for token, plain in LIGHT.items()}
    lines = [_SHAPES % {**tokens, "face": FACE}]
    for tone in TONES:
        if tone not in ("muted", "hollow", "grade-0"):
            lines.append(f".cw-chart .{tone}{{fill:{tokens[tone]}}}")
            lines.append(f".cw-chart .line-{tone}{{stroke:{tokens[tone]}}}")
        lines.append(_words_on(tone, colour))
    for place in range(1, 7):
        lines.append(f".cw-chart .word-{place}{{fill:{tokens[f'word-{place}']};font-weight:700}}")
    return "\n".join(lines)


def _words_on(tone: str, colour: Callable[[str, str], str]) -> str:
    fill = colour(on_tone(tone), word_on(tone, LIGHT))
    rim = rim_on(tone, LIGHT)
    edge = colour(f"rim-{tone}", rim) if rim else ""
    stroke = f";paint-order:stroke;stroke:{edge};stroke-width:3px;stroke-linejoin:round"
    return f".cw-chart .{on_tone(tone)}{{fill:{fill}{stroke if rim else ''}}}"


def _variables(palette: Mapping[str, str], dark: Mapping[str, str] | None = None) -> str:
    """The palette as variables; with a dark one, each says both and the page chooses."""
    colours = _full(palette)
    if dark is not None:
        other = _full(dark)
        colours = {token: f"light-dark({one},{other[token]})" for token, one in colours.items()}
    return ";".join(f"{_variable(token)}:{colour}" for token, colour in colours.items())


def _variable(token: str) -> str:
    """Categories, sequence and grades are tokens of the whole product; the rest are the charts'."""
    return f"--{token}" if token.startswith(("cat-", "seq-", "grade-")) else f"--chart-{token}"


def _full(palette: Mapping[str, str]) -> dict[str, str]:
    """The palette with the colours of words that stand on its tones."""
    on = {on_tone(tone): word_on(tone, palette) for tone in TONES}
    rims = {f"rim-{tone}": rim_on(tone, palette) or palette[tone] for tone in RIMMED}
    return {**palette, **on, **rims}


def _swap_by_width() -> str:
    """The narrow drawing takes over where the wide one would have to shrink."""
    swap = ".cw-chart.narrow{display:none}"
    figure = "figure.chart,.cw-figure{container-type:inline-size}"
    small_screen = _swapped("@media(max-width:520px)", "")
    steps = (
        _swapped(f"@container(max-width:{width * 0.97:.0f}px)", f".w{width}") for width in _WIDTHS
    )
    return "\n".join((swap, figure, small_screen, *steps))


def _swapped(when: str, size: str) -> str:
    wide = f".cw-chart.wide{size}"
    return f"{when}{{{wide}{{display:none}}{wide}+.cw-chart.narrow{{display:block}}}}"


def _forced_colours() -> str:
    """Words and lines in the reader's own colours; areas keep theirs, each with an edge."""
    system = (
        "--chart-ink:CanvasText;--chart-quiet:CanvasText;--chart-paper:Canvas;"
        "--chart-axis:CanvasText;--chart-edge:CanvasText;--chart-coast:CanvasText;"
        "--chart-grid:GrayText;--chart-land:Canvas;--chart-track:Canvas"
    )
    edges = (
        ".cw-chart rect:not(.unknown,.track),.cw-chart circle,.cw-chart path:not(.line)"
        "{stroke:CanvasText}"
    )
    words = "".join(f".cw-chart .word-{place}{{fill:CanvasText}}" for place in range(1, 7))
    return (
        f"@media(forced-colors:active){{:root{{{_variables(LIGHT)};{system}}}"
        f".cw-chart{{forced-color-adjust:none}}{edges}{words}}}\n"
        "@media(forced-colors:active) and (prefers-color-scheme:dark)"
        f"{{:root{{{_variables(DARK)};{system}}}}}"
    )
