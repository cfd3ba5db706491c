"""The few shapes that charts are made of, written as SVG with classes and never with colours."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from carewright_engine.charts.text import plain

Anchor = Literal["start", "middle", "end"]
Run = tuple[str, str]
"""Words and the class that says how they look: ("46%", "strong")."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn at one width; the marks are SVG elements in the order of painting."""

    width: float
    height: float
    marks: tuple[str, ...]


def written(drawing: Drawing, *, name: str, form: str, title: str, description: str) -> str:
    """The whole SVG, named and described for those who do not see it."""
    stem = f"{identifier(name)}-{form}-{number(drawing.width)}"
    wide, high = number(drawing.width), number(drawing.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="cw-chart {form} w{wide}"'
        f' viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="img"'
        f' focusable="false" aria-labelledby="{stem}-title {stem}-desc">'
        f'<title id="{stem}-title">{escaped(title)}</title>'
        f'<desc id="{stem}-desc">{escaped(description)}</desc>'
        f"{''.join(drawing.marks)}</svg>"
    )


def identifier(name: str) -> str:
    """The name as an id; where letters had to go, a digest keeps two names apart."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if slug == name and slug[:1].isalpha():
        return slug
    return f"figure-{slug[:40]}-{hashlib.sha256(repr(name).encode()).hexdigest()[:8]}"


def escaped(text: object) -> str:
    return escape(plain(text), {'"': "&quot;"})


def number(value: float) -> str:
    """One decimal is finer than any screen, and keeps the file small."""
    figure = f"{value:.1f}"
    figure = figure.removesuffix(".0")
    return "0" if figure == "-0" else figure


def words(x: float, y: float, text: str, look: str = "", anchor: Anchor = "start") -> str:
    """One line of words on its baseline."""
    if not plain(text):
        return ""
    return f"<text{_place(x, y)}{_look(look)}{_anchored(anchor)}>{escaped(text)}</text>"


def phrase(x: float, y: float, runs: Sequence[Run], anchor: Anchor = "start") -> str:
    """One line of words in more than one weight or tone, a space between the parts."""
    parts = (f"<tspan{_look(look)}>{escaped(text)}</tspan>" for text, look in runs if plain(text))
    inside = " ".join(parts)
    return f"<text{_place(x, y)}{_anchored(anchor)}>{inside}</text>" if inside else ""


def paragraph(
    x: float, y: float, lines: Iterable[str], look: str = "", anchor: Anchor = "start"
) -> tuple[str, ...]:
    """Lines of words under one another, the first on the given baseline."""
    return tuple(words(x, y + 18 * index, line, look, anchor) for index, line in enumerate(lines))


def rect(x: float, y: float, wide: float, high: float, look: str) -> str:
    size = f' width="{number(max(wide, 0))}" height="{number(max(high, 0))}"'
    return f"<rect{_place(x, y)}{size}{_look(look)}/>"


def circle(x: float, y: float, radius: float, look: str) -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{_look(look)}/>'


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    ends = f' x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    return f"<line{ends}{_look(look)}/>"


def diamond(x: float, y: float, reach: float, look: str) -> str:
    corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return path([corners], look, closed=True)


def path(rings: Iterable[Sequence[Point]], look: str, *, closed: bool = False) -> str:
    """Lines through the points; closed, each is an area (a hole is an area within another)."""
    drawn = (_ring(ring, closed) for ring in rings if len(ring) > 1)
    route = " ".join(drawn)
    return f'<path d="{route}"{_look(look)}/>' if route else ""


def _ring(points: Sequence[Point], closed: bool) -> str:
    steps = " ".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{steps}Z" if closed else f"M{steps}"


def _place(x: float, y: float) -> str:
    return f' x="{number(x)}" y="{number(y)}"'


def _look(look: str) -> str:
    return f" class={quoteattr(look)}" if look else ""


def _anchored(anchor: Anchor) -> str:
    return "" if anchor == "start" else f' text-anchor="{anchor}"'
