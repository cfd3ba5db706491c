"""Charts as pictures made of dots, for word processors that show no drawings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import resvg_py

ZOOM: Final = 1.5  # dots for one of the drawing's units: some 160 to the inch on paper


def as_png(svgs: Sequence[str]) -> list[bytes]:
    """Each drawing as a PNG on white."""
    return [
        bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=ZOOM, background="white")) for svg in svgs
    ]
