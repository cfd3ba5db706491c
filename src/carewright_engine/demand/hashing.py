"""A person's own dice: a hash of who, in which year, for which decision.

Nothing is drawn in sequence, so neither the order of people nor the number of threads can change
an answer, and a lever that spares one person a decision leaves everybody else's dice alone.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

import numpy as np
from numba import njit

#: Odd, near 2^64 divided by the golden ratio (Steele, Lea and Flood 2014, SplitMix).
STRIDE: Final = np.uint64(0x9E3779B97F4A7C15)
#: A probability in [0, 1] is compared as a whole number in [0, 2^31], exact at both ends.
ONE: Final = 1 << 31


def salt(seed: int, year: int, decision: str) -> np.uint64:
    """What sets one decision in one year apart from all others."""
    words = f"{seed}\x1f{year}\x1f{decision}".encode()
    return np.uint64(int.from_bytes(blake2b(words, digest_size=8).digest(), "little"))


@njit(nogil=True, inline="always")
def dice(person: np.uint64, salted: np.uint64) -> np.uint64:
    """64 random bits of a person for one salt: two independent throws, low and high half.

    The person's number by a stride, then a finaliser of two multiplications as in SplitMix64.
    """
    bits = person * STRIDE + salted
    bits = (bits ^ (bits >> np.uint64(32))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(29))) * np.uint64(0x94D049BB133111EB)
    return bits ^ (bits >> np.uint64(32))


@njit(nogil=True, inline="always")
def low(bits: np.uint64) -> np.uint32:
    """The first throw, from 0 up to but not including 2^31."""
    return np.uint32(bits & np.uint64(0x7FFFFFFF))


@njit(nogil=True, inline="always")
def high(bits: np.uint64) -> np.uint32:
    """The second throw, from 0 up to but not including 2^31."""
    return np.uint32(bits >> np.uint64(33))
