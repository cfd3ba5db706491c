"""The engine's style for charts as a file that browsers can keep.

    python -m carewright.ui.charts

writes it anew after the engine's style has changed; a test compares the two.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from carewright_engine.charts.styles import chart_css

STYLESHEET: Final = Path(__file__).parent / "static" / "ui" / "charts.css"


def content() -> str:
    """The style sheet as it should be."""
    return f"/* Written by python -m carewright.ui.charts. */\n{chart_css()}"


if __name__ == "__main__":
    STYLESHEET.write_text(content(), encoding="utf-8")
