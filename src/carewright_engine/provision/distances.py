"""Distances as straight lines over the ground, and what people can reach within them."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

EARTH_RADIUS_KM: Final = 6371.0088  # mean radius, International Union of Geodesy and Geophysics
# Zones taken at a time, so that a whole nation's distances stay within a few megabytes.
ROWS_AT_A_TIME: Final = 512
DECAYS: Final = ("gaussian", "linear", "even")


def distances_km(
    from_latitude: Numbers, from_longitude: Numbers, to_latitude: Numbers, to_longitude: Numbers
) -> Numbers:
    """Kilometres from each first point (rows) to each second point (columns)."""
    north, east = np.radians(from_latitude)[:, None], np.radians(from_longitude)[:, None]
    to_north, to_east = np.radians(to_latitude)[None, :], np.radians(to_longitude)[None, :]
    across = np.sin((to_east - east) / 2) ** 2 * (np.cos(north) * np.cos(to_north))
    chord = np.sin((to_north - north) / 2) ** 2 + across
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0))))


def nearest_km(distances: Numbers, among: npt.NDArray[np.bool_]) -> Numbers:
    """Distance of each row's nearest column among those chosen; infinite when none is."""
    if not among.any():
        return np.full(distances.shape[0], np.inf)
    return np.asarray(distances[:, among].min(axis=1))


def share_within(distance: Numbers, people: Numbers, limit_km: float) -> float:
    """Share of people whose distance is at most the limit."""
    return float(people[distance <= limit_km].sum() / people.sum())


def half_within_km(distance: Numbers, people: Numbers) -> float:
    """The distance within which half of the people have what they look for."""
    order = np.argsort(distance, kind="stable")
    reached = np.cumsum(people[order])
    return float(distance[order][np.searchsorted(reached, people.sum() / 2)])


def decayed(distance: Numbers, decay: str, bandwidth_km: float, catchment_km: float) -> Numbers:
    """The weight of a journey: 1 at the door, less with distance, 0 beyond the catchment."""
    if decay not in DECAYS:
        raise ValueError(f"decay is {' or '.join(DECAYS)}, not {decay!r}")
    if bandwidth_km <= 0 or catchment_km <= 0:
        raise ValueError("bandwidth and catchment are kilometres above 0")
    weight = np.ones_like(distance)
    if decay == "gaussian":
        weight = np.exp(-(distance**2) / (2 * bandwidth_km**2))
    elif decay == "linear":
        weight = np.clip(1 - distance / bandwidth_km, 0.0, None)
    return np.where(distance <= catchment_km, weight, 0.0)


def supply_per_person(supply: Numbers, around: Numbers) -> Numbers:
    """Step one: each service's places for each (weighted) person around it.

    A service that nobody lives near has nobody to share it, and counts for nobody.
    """
    return np.divide(supply, around, out=np.zeros_like(supply), where=around > 0)


def catchment_access(ratios: Numbers, weights: Numbers) -> Numbers:
    """Step two: what the people of each zone can reach, over all services around them."""
    return np.asarray(weights @ ratios)
