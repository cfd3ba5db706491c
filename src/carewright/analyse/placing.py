"""Tells the council of services whose file only names it, from the look-ups beside it."""

from __future__ import annotations

from dataclasses import replace

from carewright_engine.provision.inputs import Inputs
from carewright_engine.tables.naming import named_areas, placed_in_areas

NAMED = ("activity", "unit_cost", "capacity")


def placed(inputs: Inputs) -> Inputs:
    """The same facts, with councils and areas that a reader knew only by name told by code."""
    areas = inputs.frame("area")
    frames = dict(inputs.frames)
    if inputs.has("service"):
        membership = inputs.frame("membership")
        frames["service"] = placed_in_areas(inputs.frame("service"), areas, membership)
    for name in NAMED:
        if inputs.has(name) and "area_name" in inputs.frame(name).columns:
            frames[name] = named_areas(inputs.frame(name), areas)
    return replace(inputs, frames=frames)
