"""Reads a drawing back as a browser would: where each line of words stands, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from carewright_engine.charts.text import width

SVG = "{http://www.w3.org/2000/svg}"
_BOLD = {"strong", *(f"word-{place}" for place in range(1, 7))}


@dataclass(frozen=True)
class Printed:
    """A line of words and the room it takes."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Printed) -> bool:
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.5
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.5
        )

    def lies_on(self, page: Printed) -> bool:
        across = page.left <= self.left and self.right <= page.right
        return across and page.top <= self.top and self.bottom <= page.bottom


def root(svg: str) -> Element:
    return fromstring(svg)


def printed(svg: str) -> list[Printed]:
    return [_printed(element) for element in root(svg).iter(f"{SVG}text")]


def said(svg: str) -> str:
    """All words in the drawing, one line of words to a line."""
    return "\n".join(line.text for line in printed(svg))


def shapes(svg: str, tag: str, look: str) -> list[Element]:
    """Elements of a kind that carry a class."""
    found = root(svg).iter(f"{SVG}{tag}")
    return [element for element in found if look in element.get("class", "").split()]


def meetings(svg: str) -> list[tuple[str, str]]:
    """Pairs of words printed over one another."""
    lines = printed(svg)
    return [(one.text, other.text) for one, other in combinations(lines, 2) if one.meets(other)]


def cut_off(svg: str) -> list[str]:
    """Words that reach over the edge of the drawing."""
    _, _, wide, high = map(float, root(svg).get("viewBox", "").split())
    page = Printed("", -0.5, -0.5, wide + 0.5, high + 0.5)
    return [line.text for line in printed(svg) if not line.lies_on(page)]


def _printed(element: Element) -> Printed:
    runs = list(_runs(element))
    text = " ".join(text for text, _ in runs)
    wide = sum(width(text, bold=bold) for text, bold in runs) + width(" ") * (len(runs) - 1)
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[element.get("text-anchor", "start")]
    # Capitals of the face are 0.67 em high; the longest tails reach 0.22 em down.
    return Printed(text, left, y - 9.4, left + wide, y + 3.1)


def _runs(element: Element) -> Iterator[tuple[str, bool]]:
    looks = element.get("class", "").split()
    if element.text and element.text.strip():
        yield element.text, not _BOLD.isdisjoint(looks)
    for part in element:
        yield part.text or "", not _BOLD.isdisjoint(part.get("class", "").split())
