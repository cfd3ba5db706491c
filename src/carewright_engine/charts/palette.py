"""The colours of charts, in the light and in the dark, and which words can stand on which.

Categories are told apart by lightness as well as hue. Grades part from orange (weak) to blue
(good), so that all kinds of colour vision part them too; not graded is hollow.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LIGHT: Final[Mapping[str, str]] = {
    "ink": "#14252b",
    "quiet": "#4a5b62",
    "paper": "#ffffff",
    "grid": "#dfe6e8",
    "axis": "#7b8c92",
    "edge": "#5b6c72",
    "land": "#eef2f0",
    "coast": "#9fb0b3",
    "muted": "#b7c4c8",
    "track": "#edf1f2",
    "cat-1": "#0b5c74",
    "cat-2": "#c4611a",
    "cat-3": "#6a4a9c",
    "cat-4": "#3a8763",
    "cat-5": "#b2457a",
    "cat-6": "#736d61",
    "seq-1": "#e0edef",
    "seq-2": "#b0d2d7",
    "seq-3": "#77b0ba",
    "seq-4": "#337b8b",
    "seq-5": "#0b5c74",
    "grade-0": "#ffffff",
    "grade-1": "#8a2b06",
    "grade-2": "#c4611a",
    "grade-3": "#eaa867",
    "grade-4": "#94c1d4",
    "grade-5": "#3a82a8",
    "grade-6": "#0a4a6b",
    # The same hues for words on paper, 4.5 to 1 or better.
    "word-1": "#0b5c74",
    "word-2": "#a14a0b",
    "word-3": "#6a4a9c",
    "word-4": "#266b4b",
    "word-5": "#98346a",
    "word-6": "#5f5a4f",
}

DARK: Final[Mapping[str, str]] = {
    "ink": "#e8eef0",
    "quiet": "#aebcc1",
    "paper": "#11191d",
    "grid": "#2c393f",
    "axis": "#82939a",
    "edge": "#9fafb5",
    "land": "#1d292e",
    "coast": "#5d7179",
    "muted": "#5b6c73",
    "track": "#1d272c",
    "cat-1": "#4fb3cc",
    "cat-2": "#f0944a",
    "cat-3": "#b59fe3",
    "cat-4": "#5fbd92",
    "cat-5": "#e987b6",
    "cat-6": "#b3ac9d",
    "seq-1": "#1d363d",
    "seq-2": "#28535e",
    "seq-3": "#478c9b",
    "seq-4": "#68b1bf",
    "seq-5": "#b4e2ea",
    "grade-0": "#11191d",
    "grade-1": "#ffb48a",
    "grade-2": "#f0873c",
    "grade-3": "#b8733a",
    "grade-4": "#5a8ca5",
    "grade-5": "#58aeda",
    "grade-6": "#b5e0f8",
    "word-1": "#6cc5dc",
    "word-2": "#f5a566",
    "word-3": "#c3b1ea",
    "word-4": "#77cfa6",
    "word-5": "#f09dc5",
    "word-6": "#c4bdae",
}

TONES: Final = (
    *(f"cat-{place}" for place in range(1, 7)),
    *(f"seq-{place}" for place in range(1, 6)),
    *(f"grade-{place}" for place in range(7)),
    "muted",
    "hollow",
)

# Middling tones carry neither white nor ink well. Words on them get a rim of the deeper shade.
RIMMED: Final = {
    **{"cat-2": "word-2", "cat-4": "word-4", "grade-2": "word-2"},
    **{"grade-5": "grade-6"},
}
_TAKES_WHITE: Final = {
    *("cat-1", "cat-2", "cat-3", "cat-4", "cat-5", "cat-6"),
    *("seq-4", "seq-5", "grade-1", "grade-2", "grade-5", "grade-6"),
}
_DARK_TAKES_PALE: Final = {"seq-1", "seq-2", "grade-0", "muted", "hollow"}


def on_tone(tone: str) -> str:
    """The class of words that stand on an area of this tone."""
    return f"on-{tone}"


def word_tone(tone: str) -> str:
    """The class of words that speak for a mark of this tone: the same hue, dark enough to read."""
    return f"word-{tone[-1]}" if tone.startswith("cat-") else "strong"


def word_on(tone: str, palette: Mapping[str, str]) -> str:
    """The colour of words on an area of this tone."""
    if palette is DARK:
        return palette["ink"] if tone in _DARK_TAKES_PALE else "#0b1215"
    return "#ffffff" if tone in _TAKES_WHITE else palette["ink"]


def rim_on(tone: str, palette: Mapping[str, str]) -> str | None:
    """The colour of the rim around words on this tone, where they need one."""
    return palette[RIMMED[tone]] if palette is LIGHT and tone in RIMMED else None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 reckons it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
