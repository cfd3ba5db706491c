"""Small outlooks to pull levers on."""

from __future__ import annotations

from typing import Any

import numpy as np

from carewright_engine.demand.draws import stream
from carewright_engine.demand.scenarios.known import Kind, Known, Part

AREAS = ("S12000001", "S12000002")
YEARS = (2024, 2025, 2026, 2027, 2028)
BANDS = ("18-64", "65-74", "75-84", "85+")
EVIDENCE = {"source": "A trial", "says": "It helped some.", "quality": "practice"}


def part(middle: list[float], spread: float, seed: int, draws: int) -> Part:
    """A part by age band, alike in every area and year, uncertain by so much."""
    by_band = np.array(middle).reshape(1, 1, -1)
    dice = stream(seed, "part", str(middle)).normal(0, 1, size=(draws, 1, 1, 1))
    return Part(by_band[None] * np.exp(spread * dice), by_band)


def known(draws: int = 400, seed: int = 1) -> Known:
    """Two areas alike, five years, four bands, home care and care homes."""
    growth = np.linspace(1, 1.2, len(YEARS)).reshape(-1, 1, 1)
    people = part([50_000, 12_000, 8_000, 3_000], 0.02, seed, draws)
    shape = (draws, len(YEARS), len(AREAS), len(BANDS))
    population = Part(
        np.broadcast_to(people.drawn * growth, shape),
        np.broadcast_to(people.middle * growth, shape[1:]),
    )
    one = Part(np.ones((1, 1, 1, 1)), np.ones((1, 1, 1)))
    home_care = Kind(
        "hours a week",
        part([0.004, 0.018, 0.062, 0.18], 0.08, seed + 1, draws),
        part([23.5, 11.0, 9.0, 9.1], 0.05, seed + 2, draws),
        part([2400.0], 0.01, seed + 3, draws),
    )
    homes = Kind("places", part([0.001, 0.007, 0.031, 0.127], 0.06, seed + 4, draws), one, one)
    kinds = {"care_at_home": home_care, "care_home": homes}
    variants = {"high migration": np.full((len(YEARS), len(AREAS), len(BANDS)), 1.03)}
    return Known(AREAS, YEARS, BANDS, draws, population, kinds, variants)


def lever(word: str, **fields: Any) -> dict[str, Any]:
    """A lever in plain values, as a file or a form gives it."""
    common = {"name": f"Try {word}", "evidence": EVIDENCE, "from_year": 2025, "full_from": 2026}
    return {"lever": word, **common, **fields}
