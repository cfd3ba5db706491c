"""The innermost loops of the five-state model: half a hash, one look-up and one comparison a year.

A person is one number of 16 bits, `(sex * cohorts + cohort) * 5 + need`. Ageing changes nothing in
it: which age a cohort has is the year's business. In most years nothing happens to most people,
who are read and not written. Two more numbers are for those who died and those who moved away.
Nobody is removed, so a person's place in the array is who they are.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numba import njit
from numpy.typing import NDArray

from carewright_engine.demand.compiled import kernel
from carewright_engine.demand.hashing import dice, high, low

U16 = NDArray[np.uint16]
U32 = NDArray[np.uint32]
I64 = NDArray[np.int64]
U64 = NDArray[np.uint64]

#: Throws are made for so many people at a time, in a loop of its own that processors run side by
#: side; they stay in a core's nearest cache. An even number.
BLOCK: Final = 2048


@njit(nogil=True, inline="always")
def _throw(first: np.uint64, salted: np.uint64, throws: U32) -> None:
    """A throw for each of the people numbered from `first`, an even number: two by two."""
    pair = first >> np.uint64(1)
    for place in range(throws.size // 2):
        bits = dice(pair + np.uint64(place), salted)
        throws[2 * place], throws[2 * place + 1] = low(bits), high(bits)


@kernel(
    "void(uint16[::1], int64[::1], int64[::1], uint64[::1], int64, int64, uint64,"
    " uint32[::1], uint32[:, ::1], int64[::1])"
)
def live_a_year(
    people: U16,
    starts: I64,
    stops: I64,
    firsts: U64,
    piece: int,
    last_piece: int,
    salted: np.uint64,
    happens: U32,
    which: U32,
    change: I64,
) -> None:
    """Move the people of some pieces on by a year, and add to `change` who changed state.

    Piece `p` is `people[starts[p]:stops[p]]`, numbered from `firsts[p]`. By state, `happens` is the
    threshold below which anything happens, and `which` those of dying, moving away and getting
    better; what is left is getting worse.
    """
    dead = np.int64(happens.size - 2)
    throws = np.empty(BLOCK, np.uint32)
    for place in range(piece, last_piece):
        for start in range(starts[place], stops[place], BLOCK):
            mine = people[start : min(start + BLOCK, stops[place])]
            _throw(firsts[place] + np.uint64(start - starts[place]), salted, throws)
            for i in range(mine.size):
                state, throw = np.int64(mine[i]), throws[i]
                if throw < happens[state]:
                    if throw < which[state, 0]:
                        then = dead
                    elif throw < which[state, 1]:
                        then = dead + 1
                    else:
                        then = state - 1 if throw < which[state, 2] else state + 1
                    change[state] -= 1
                    change[then] += 1
                    mine[i] = np.uint16(then)


@kernel(
    "void(uint16[::1], int64[::1], int64[::1], uint64[::1], int64, int64, uint64,"
    " uint32[::1], uint32[::1], int64[:, ::1])"
)
def settle(
    people: U16,
    starts: I64,
    stops: I64,
    firsts: U64,
    piece: int,
    last_piece: int,
    salted: np.uint64,
    from_care_at_home: U32,
    from_care_home: U32,
    counts: I64,
) -> None:
    """Throw for each person where they live, and count those with care by state and kind of care.

    The thresholds of those who are gone lie above every throw, so that they are never counted.
    """
    throws = np.empty(BLOCK, np.uint32)
    for place in range(piece, last_piece):
        for start in range(starts[place], stops[place], BLOCK):
            mine = people[start : min(start + BLOCK, stops[place])]
            _throw(firsts[place] + np.uint64(start - starts[place]), salted, throws)
            for i in range(mine.size):
                state, throw = mine[i], throws[i]
                if throw >= from_care_at_home[state]:
                    counts[state, np.int64(throw >= from_care_home[state])] += 1
