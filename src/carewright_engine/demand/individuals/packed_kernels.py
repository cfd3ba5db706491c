"""The innermost loops of the five-state model: one hash, four look-ups, one sum for a year.

A person is one number of 16 bits, `(sex * ages + age) * 5 + need`; the two numbers after the last
living state are for those who died and those who moved away, and lead to themselves. Nobody is
removed, so a person's place in the array is who they are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.compiled import kernel
from carewright_engine.demand.hashing import dice, high, low

U16 = NDArray[np.uint16]
U32 = NDArray[np.uint32]
I32 = NDArray[np.int32]
I64 = NDArray[np.int64]
U64 = NDArray[np.uint64]

#: Counts are spread over so many tables, so that one person need not wait for the last.
LANES = 4


@kernel(
    "void(uint16[::1], int64[::1], int64[::1], uint64[::1], int64, int64, uint64,"
    " uint32[::1], uint32[::1], uint32[::1], uint32[::1], int32[::1], int32[:, ::1])"
)
def live_a_year(
    people: U16,
    starts: I64,
    stops: I64,
    firsts: U64,
    piece: int,
    last_piece: int,
    salted: np.uint64,
    gone: U32,
    died: U32,
    steady: U32,
    worse: U32,
    aged: I32,
    counts: I32,
) -> None:
    """Move the people of some pieces on by a year, and count where they are then.

    Piece `p` is `people[starts[p]:stops[p]]`, numbered from `firsts[p]`. `gone`, `died`, `steady`
    and `worse` hold thresholds by state, `aged` the state a year older and one level milder.
    """
    dead = np.int32(gone.size - 2)
    for place in range(piece, last_piece):
        mine = people[starts[place] : stops[place]]
        first = firsts[place]
        for i in range(mine.size):
            state = np.int32(mine[i])
            bits = dice(first + np.uint64(i), salted)
            leave, change = low(bits), high(bits)
            stays = (
                aged[state] + np.int32(change >= steady[state]) + np.int32(change >= worse[state])
            )
            leaves = dead + np.int32(leave >= died[state])
            mine[i] = np.uint16(stays if leave >= gone[state] else leaves)
        whole = mine.size - mine.size % 4
        for i in range(0, whole, 4):
            counts[0, mine[i]] += 1
            counts[1, mine[i + 1]] += 1
            counts[2, mine[i + 2]] += 1
            counts[3, mine[i + 3]] += 1
        for i in range(whole, mine.size):
            counts[0, mine[i]] += 1


@kernel(
    "void(uint16[::1], int64[::1], int64[::1], uint64[::1], int64, int64, uint64,"
    " uint32[::1], uint32[::1], int32[:, ::1])"
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
    counts: I32,
) -> None:
    """Throw for each living person where they live, and count by state and setting."""
    dead = counts.shape[0] - 2
    for place in range(piece, last_piece):
        mine = people[starts[place] : stops[place]]
        first = firsts[place]
        for i in range(mine.size):
            state = mine[i]
            if state >= dead:
                continue
            throw = low(dice(first + np.uint64(i), salted))
            setting = np.int32(throw >= from_care_at_home[state]) + np.int32(
                throw >= from_care_home[state]
            )
            counts[state, setting] += 1
