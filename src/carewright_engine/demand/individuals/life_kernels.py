"""The innermost loops of the full model: one person, one year, all decisions.

Each person is a column of small numbers, one row a characteristic. Nobody is removed, so a
person's place is who they are; those who died or moved away have a setting of their own.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np
from numba import njit, types
from numpy.typing import NDArray

from carewright_engine.demand.compiled import kernel
from carewright_engine.demand.hashing import dice, high, low

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]
U8 = NDArray[np.uint8]
U64 = NDArray[np.uint64]

# Rows of the people.
SEX, AGE, NEED, ALONE, CARER, SETTING, SINCE = range(7)
ROWS: Final = 7
# Settings beyond those of the living.
HOME, CARE_AT_HOME, CARE_HOME, DIED, MOVED_AWAY = range(5)
# At home without support, by why.
RULES_NOT_MET, NOT_TAKEN = 5, 6
# Salts: four of this year, three for life.
LEAVES, HOUSEHOLD, STRAIN, BEGINNING, PLACE, SUPPORT, PREVENTION = range(7)
# Events counted within a year.
EVENTS: Final = (
    "died",
    "moved away",
    "carer stopped",
    "carer's household parted",
    "need rose as a carer stopped",
    "carer began",
    "prevention began",
    "moved to a care home",
)
NONE = 0
#: People who are moved on, then settled: their rows stay in a core's nearest cache meanwhile.
BLOCK: Final = 2048
#: Quantiles of hours among people alike.
RANKS: Final = 64


class Chances(NamedTuple):
    """The model as tables."""

    death: F64  # [sex, age, need]
    leaving: F64
    better: F64
    worse: F64
    care_home: F64  # [age, need, alone]
    minutes: F64  # [age, need] minutes a week
    alone: F64  # [sex, age]
    becomes_alone: F64
    finds_company: F64
    supported: F64  # [need, (meets the rules, takes support)]
    need_rises: F64  # [need]
    reached: F64  # [age, need] chance of prevention, this year
    slowed: F64  # [years since prevention began] what a rise of need is multiplied by
    cared_for: F64  # [need, alone]
    begins: F64  # [need, alone]
    with_person: F64  # [need]
    hours: F64  # [need, lives, hours band] cumulative
    stops: F64  # [carer]
    strain_changes: F64  # [carer]
    strained: F64  # [hours band] share at the start
    relief: F64  # [carer]
    spread: F64  # [rank] hours of somebody over the mean of those alike


class Tallies(NamedTuple):
    """What is counted at a year's end, and the events within it."""

    people: I64  # [sex, age, need, setting]
    alone: I64  # [need, alone] of those at home
    carers: I64  # [need, carer]
    minutes: I64  # [age, need] minutes a week of support at home
    unmet: I64  # [need, (rules not met, support not taken)] at home without support
    events: I64  # [event]


def _tables(of: type, number: Any, ways: tuple[int, ...]) -> Any:
    """How numba names these tables: so many axes each, rows one after the other."""
    kinds = [types.Array(number, axes, "C") for axes in ways]
    return types.NamedTuple(kinds, of)  # type: ignore[no-untyped-call]


_SIGNATURE: Final[Any] = (
    types.uint8[:, ::1],
    types.int64[::1],
    types.int64[::1],
    types.uint64[::1],
    types.int64,
    types.int64,
    types.uint64[::1],
    _tables(
        Chances, types.float64, (3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 1, 2, 1, 2, 2, 1, 3, 1, 1, 1, 1, 1)
    ),
    _tables(Tallies, types.int64, (4, 2, 2, 2, 2, 1)),
)


@njit(nogil=True)
def _share(throw: np.uint32) -> float:
    """A throw as a number from 0 up to but not including 1, without rounding."""
    return np.float64(throw) / 2147483648.0


@njit(nogil=True)
def _left(throws: np.uint64, death: float, leaving: float) -> int:
    """Dead, moved away, or 0 for somebody who stays."""
    throw = _share(low(throws))
    if throw < death:
        return DIED
    return MOVED_AWAY if throw < death + leaving else 0


@njit(nogil=True)
def _alone(throws: np.uint64, alone: int, becomes_alone: float, finds_company: float) -> int:
    """Living alone after a year: households part and form."""
    throw = _share(low(throws))
    if alone == 1:
        return 0 if throw < finds_company else 1
    return 1 if throw < becomes_alone else 0


@njit(nogil=True)
def _need(throws: np.uint64, need: int, better: float, worse: float) -> int:
    """Need after a year, whatever becomes of the carer."""
    change = _share(high(throws))
    if change < better:
        return need - 1
    return need + 1 if change >= 1.0 - worse else need


@njit(nogil=True)
def _elsewhere(throws: np.uint64, alone: int, lives_with: float) -> int:
    """Whether a carer who begins lives elsewhere."""
    return 1 if alone == 1 or _share(low(throws)) >= lives_with else 0


@njit(nogil=True)
def _begun(throws: np.uint64, elsewhere: int, first: float, second: float, third: float) -> int:
    """The kind of a carer who begins, not strained yet, by cumulative shares of hours bands."""
    throw = _share(high(throws))
    band = int(throw >= first) + int(throw >= second) + int(throw >= third)
    return 1 + 8 * elsewhere + 2 * band


@njit(nogil=True)
def _with_strain(throws: np.uint64, carer: int, changes: float) -> int:
    """The same carer, strained or not; odd numbers are not."""
    if _share(low(throws)) >= changes:
        return carer
    return carer + 1 if carer % 2 == 1 else carer - 1


@njit(nogil=True)
def _since(number: np.uint64, salted: np.uint64, since: int, reached: float, last: int) -> int:
    """Years since prevention began, this one included; 0 for somebody without."""
    if since > 0:
        return min(since + 1, last)
    return 1 if reached > 0.0 and _share(low(dice(number, salted))) < reached else 0


@njit(nogil=True)
def _home(number: np.uint64, salted: np.uint64, meets: float, takes: float) -> int:
    """Supported at home, or why not."""
    throws = dice(number, salted)
    if _share(high(throws)) >= meets:
        return RULES_NOT_MET
    return CARE_AT_HOME if _share(low(throws)) < takes else NOT_TAKEN


@njit(nogil=True)
def _placed(
    number: np.uint64,
    ranks: np.uint64,
    salted: np.uint64,
    before: int,
    need: int,
    care_home: float,
    meets: float,
    takes: float,
) -> int:
    """Where somebody lives at the year's end; nobody comes back from a care home."""
    if before == CARE_HOME:
        return CARE_HOME
    if need == NONE:
        return HOME
    if _share(low(ranks)) < care_home:
        return CARE_HOME
    return _home(number, salted, meets, takes)


@njit(nogil=True)
def _minutes(mean: float, over_mean: float, relief: float) -> int:
    """Minutes a week of somebody supported at home, to the nearest."""
    return int(mean * over_mean * (1.0 - relief) + 0.5)


# Tables are named once for a block of people and handed to no helper for one person: counting
# who holds them would cost more than a year.


@njit(nogil=True)
def _join(people: U8, start: int, stop: int, first: np.uint64, salts: U64, of: Chances) -> None:
    """Give people of known sex, age and need a home and a carer."""
    alone_share, cared_for, hours, lives_with = of.alone, of.cared_for, of.hours, of.with_person
    strained = of.strained
    for i in range(start, stop):
        number = first + np.uint64(i - start)
        sex, age, need = int(people[SEX, i]), int(people[AGE, i]), int(people[NEED, i])
        throws = dice(number, salts[HOUSEHOLD])
        alone = 1 if _share(low(throws)) < alone_share[sex, age] else 0
        carer = 0
        if need > NONE and _share(high(throws)) < cared_for[need, alone]:
            begun = dice(number, salts[BEGINNING])
            other = _elsewhere(begun, alone, lives_with[need])
            first_band, second_band = hours[need, other, 0], hours[need, other, 1]
            carer = _begun(begun, other, first_band, second_band, hours[need, other, 2])
            strain = _share(low(dice(number, salts[STRAIN])))
            carer += 1 if strain < strained[(carer - 1) % 8 // 2] else 0
        people[ALONE, i], people[CARER, i], people[SETTING, i] = alone, carer, HOME


@njit(nogil=True)
def _live(  # noqa: C901 - one year in the order in which it is lived
    people: U8, start: int, stop: int, first: np.uint64, salts: U64, of: Chances, count: Tallies
) -> None:
    """Move people on by a year: leave, carer, household, need, age, prevention."""
    death, leaving, better, worse, slowed = of.death, of.leaving, of.better, of.worse, of.slowed
    becomes_alone, finds_company, need_rises = of.becomes_alone, of.finds_company, of.need_rises
    carer_stops, strain_changes, reached = of.stops, of.strain_changes, of.reached
    begins, cared_for, hours, lives_with = of.begins, of.cared_for, of.hours, of.with_person
    events, oldest, last_since = count.events, death.shape[1] - 1, slowed.size - 1
    for i in range(start, stop):
        before = int(people[SETTING, i])
        if before >= DIED:
            continue
        number = first + np.uint64(i - start)
        sex, age, need = int(people[SEX, i]), int(people[AGE, i]), int(people[NEED, i])
        leaves = dice(number, salts[LEAVES])
        left = _left(leaves, death[sex, age, need], leaving[sex, age, need])
        if left > 0:
            people[SETTING, i] = left
            events[left - DIED] += 1
            continue

        alone, had, since = int(people[ALONE, i]), int(people[CARER, i]), int(people[SINCE, i])
        throws, carer = dice(number, salts[HOUSEHOLD]), had
        if before != CARE_HOME:
            if had > 0 and _share(high(throws)) < carer_stops[had]:
                events[2] += 1
                carer = 0
            was_alone = alone
            alone = _alone(throws, alone, becomes_alone[sex, age], finds_company[sex, age])
            if alone > was_alone and 0 < carer <= 8:  # a carer who lived with the person
                events[3] += 1
                carer = 0
        stopped = had > 0 and carer == 0

        needed = need
        rises = worse[sex, age, need] * slowed[since]
        need = _need(leaves, need, better[sex, age, need], rises)
        strain = np.uint64(0)
        if had > 0:
            strain = dice(number, salts[STRAIN])
        if stopped and need == needed and _share(high(strain)) < need_rises[need]:
            events[4] += 1
            need += 1
        age = min(age + 1, oldest)

        if need == NONE:
            carer = 0
        elif carer > 0:
            carer = _with_strain(strain, carer, strain_changes[carer])
        elif before != CARE_HOME and not stopped:
            chance = begins[need, alone] if needed > NONE else cared_for[need, alone]
            if _share(high(throws)) < chance:
                events[5] += 1
                begun = dice(number, salts[BEGINNING])
                other = _elsewhere(begun, alone, lives_with[need])
                first_band, second_band = hours[need, other, 0], hours[need, other, 1]
                carer = _begun(begun, other, first_band, second_band, hours[need, other, 2])
        if before != CARE_HOME:
            began = since
            since = _since(number, salts[PREVENTION], since, reached[age, need], last_since)
            events[6] += 1 if since > began == 0 else 0
        people[AGE, i], people[NEED, i], people[ALONE, i] = age, need, alone
        people[CARER, i], people[SINCE, i] = carer, since


@njit(nogil=True)
def _settle(
    people: U8, start: int, stop: int, first: np.uint64, salts: U64, of: Chances, count: Tallies
) -> None:
    """Find where the people of a piece live at the year's end, and count all who are here.

    The rows of the piece say who they are by then, and where they lived at the year's beginning.
    """
    care_home, supported = of.care_home, of.supported
    minutes, relief, spread = of.minutes, of.relief, of.spread
    events, unmet, here, at_home = count.events, count.unmet, count.people, count.alone
    carers, supplied = count.carers, count.minutes
    for i in range(start, stop):
        before = int(people[SETTING, i])
        if before >= DIED:
            continue
        number = first + np.uint64(i - start)
        sex, age, need = int(people[SEX, i]), int(people[AGE, i]), int(people[NEED, i])
        alone, carer = int(people[ALONE, i]), int(people[CARER, i])
        ranks = np.uint64(0)
        if need > NONE:
            ranks = dice(number, salts[PLACE])
        setting = _placed(
            number,
            ranks,
            salts[SUPPORT],
            before,
            need,
            care_home[age, need, alone],
            supported[need, 0],
            supported[need, 1],
        )
        if setting > CARE_HOME:
            unmet[need, setting - RULES_NOT_MET] += 1
            setting = HOME
        if setting == CARE_HOME:
            alone, carer = 0, 0
            events[7] += 1 if before != CARE_HOME else 0
        else:
            at_home[need, alone] += 1
            carers[need, carer] += 1
        if setting == CARE_AT_HOME:
            rank = int(_share(high(ranks)) * RANKS)
            supplied[age, need] += _minutes(minutes[age, need], spread[rank], relief[carer])
        here[sex, age, need, setting] += 1
        people[ALONE, i], people[CARER, i], people[SETTING, i] = alone, carer, setting


@kernel(_SIGNATURE)
def join(
    people: U8,
    starts: I64,
    stops: I64,
    firsts: U64,
    piece: int,
    last_piece: int,
    salts: U64,
    of: Chances,
    count: Tallies,
) -> None:
    """Give people who come in a home, a carer and a setting, and count them."""
    for place in range(piece, last_piece):
        for start in range(starts[place], stops[place], BLOCK):
            stop = min(start + BLOCK, stops[place])
            first = firsts[place] + np.uint64(start - starts[place])
            _join(people, start, stop, first, salts, of)
            _settle(people, start, stop, first, salts, of, count)


@kernel(_SIGNATURE)
def live(
    people: U8,
    starts: I64,
    stops: I64,
    firsts: U64,
    piece: int,
    last_piece: int,
    salts: U64,
    of: Chances,
    count: Tallies,
) -> None:
    """Move people on by a year, find where they live at its end, and count them."""
    for place in range(piece, last_piece):
        for start in range(starts[place], stops[place], BLOCK):
            stop = min(start + BLOCK, stops[place])
            first = firsts[place] + np.uint64(start - starts[place])
            _live(people, start, stop, first, salts, of, count)
            _settle(people, start, stop, first, salts, of, count)
