"""The outline that an area's map is drawn over, from whatever boundaries were imported."""

from __future__ import annotations

import json
from typing import Any

from carewright.analyse import api as analyse
from carewright.platform.api import Officer
from carewright.register import api as register
from carewright_engine.provision.areas import LOCALITIES, AreaRef


def outline_of(area: AreaRef, *, seen_by: Officer) -> dict[str, Any] | None:
    """Its own boundary; else those of the councils, or the data zones, that it is made of."""
    parts = area.councils
    if area.kind in LOCALITIES:
        parts = analyse.areas(seen_by=seen_by).zones_of(area)
    for codes in ((area.code,), parts):
        found = register.outlines_of(codes, seen_by=seen_by) if codes else []
        if found:
            geometries = [json.loads(outline) for outline in found]
            return {"type": "GeometryCollection", "geometries": geometries}
    return None
