"""Numbers that a law or an authority's guidance sets, each dated and with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from carewright_engine.provision.answers import shown
from carewright_engine.values.period import Period


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number from outside: what it decides, where and when it holds, and if anyone checked it."""

    key: str
    words: str
    value: float
    method: str
    source: str
    jurisdiction: str
    starts_on: date
    ends_before: date | None = None  # first day it no longer holds; None while it does
    unit: str = ""
    verified: bool = False  # True once a person has read it in its source

    @property
    def shown(self) -> str:
        """The number as a person reads it: '2,000', '10%'."""
        return shown(self.value, self.unit)

    def has_ended(self, on: date) -> bool:
        """Whether something else had taken its place by the day."""
        return Period(self.starts_on, self.ends_before).has_ended(on)


_MERGERS: Final = (
    "Competition Commission and Office of Fair Trading, Merger Assessment Guidelines, September "
    "2010, from memory; the guidelines of 18 March 2021 set no threshold in their place"
)
_OVERSIGHT: Final = (
    "Care and Support (Market Oversight Criteria) Regulations 2015 (SI 2015/314), residential care"
)
_THIRD_LIMB: Final = f"{_OVERSIGHT}, third limb from memory"
_REPLACED: Final = date(2021, 3, 18)
_IN_FORCE: Final = date(2015, 4, 1)


def _hhi(key: str, words: str, value: float) -> Threshold:
    starts_on = date(2010, 9, 1)
    return Threshold(key, words, value, "hhi", _MERGERS, "United Kingdom", starts_on, _REPLACED)


def _oversight(
    key: str, words: str, value: float, source: str = _OVERSIGHT, unit: str = ""
) -> Threshold:
    method, where = "market_oversight", "England"
    return Threshold(key, words, value, method, source, where, _IN_FORCE, unit=unit)


_ALL: Final = (
    _hhi("hhi.low", "HHI below which a market is low", 1_000),
    _hhi("hhi.concentrated", "HHI below which a market is concentrated", 2_000),
    _oversight("oversight.large", "Beds of a large operator", 2_000),
    _oversight("oversight.wide", "Beds of an operator in many places", 1_000),
    _oversight("oversight.authorities", "Authorities that count as many", 16),
    _oversight(
        "oversight.share",
        "Share of an authority's beds that counts as concentrated",
        0.10,
        _THIRD_LIMB,
        "share",
    ),
    _oversight("oversight.concentrated", "Authorities with such a share", 3, _THIRD_LIMB),
)

THRESHOLDS: Final = {threshold.key: threshold for threshold in _ALL}
