"""The pictures of an answer, over whatever boundaries were imported; kept for a while."""

from __future__ import annotations

import json
from collections import OrderedDict
from typing import Final

from carewright.analyse import api as analyse
from carewright.platform.api import Officer
from carewright.register import api as register
from carewright_engine.provision.areas import LOCALITIES, AreaRef
from carewright_engine.reports.area_pictures import AreaPicture, pictures_of

#: Pictures of so many answers are kept; the same answer and outline give the same pictures.
MOST_KEPT: Final = 32

Pictures = tuple[AreaPicture, ...]


def pictures_in(read: analyse.AnsweredRun, *, seen_by: Officer) -> Pictures:
    """The pictures of an analysis."""
    outlines = outlines_of(read.provision.question.area, seen_by=seen_by)
    key = (read.run.answer_sha256, hash(outlines))
    if key not in _KEPT:
        geometries = [json.loads(outline) for outline in outlines]
        whole = {"type": "GeometryCollection", "geometries": geometries} if outlines else None
        _KEPT[key] = pictures_of(read.provision, boundary=whole)
        while len(_KEPT) > MOST_KEPT:
            _KEPT.popitem(last=False)
    return _KEPT[key]


def outlines_of(area: AreaRef, *, seen_by: Officer) -> tuple[str, ...]:
    """Its own boundary; else those of the councils, or the data zones, that it is made of."""
    own = register.outlines_of((area.code,), seen_by=seen_by)
    if own:
        return tuple(own)
    parts = area.councils
    if area.kind in LOCALITIES:
        parts = analyse.areas(seen_by=seen_by).zones_of(area)
    return tuple(register.outlines_of(parts, seen_by=seen_by)) if parts else ()


_KEPT: OrderedDict[tuple[str, int], Pictures] = OrderedDict()
