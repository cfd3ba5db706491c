"""A round worked out from the lines of agreements: what the engine is given, and a digest of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from itertools import compress
from typing import Final
from uuid import UUID

from carewright.contract.api import PricedLine, Unit
from carewright.uplift.rules.round_rule import FloorInputs, RoundRule
from carewright.uplift.rules.words import Counted
from carewright_engine.costing.price_lines import Basis, PriceLine
from carewright_engine.costing.uplift import Floor, Preview, UpliftRule, part_of, uplifted
from carewright_engine.values.money import Pence, rounded_ratio
from carewright_engine.values.period import Period

PLACES: Final = 3  # of a yearly quantity: thousandths of an hour
NONE: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """The lines as they were read, by their ids, and what the round would do to them."""

    read: Mapping[str, PricedLine]
    preview: Preview
    digest: str
    effective_on: date
    rule: UpliftRule


def worked_out(
    lines: Sequence[PricedLine], rule: RoundRule, effective_on: date, *, signed: Mapping[str, int]
) -> WorkedOut:
    """The whole round, from the lines as they stand.

    `signed` is the lowest price, in pence, for which a director signed that it may stand below its
    floor; a lower one than that needs a reason of its own.
    """
    stands = [_stands(each, effective_on) for each in lines]
    standing = Counter(each.agreement_id for each in compress(lines, stands))
    costing = [
        _costed(each, rule, standing[each.agreement_id] if so else 0)
        for each, so in zip(lines, stands, strict=True)
    ]
    engine_rule = rule.for_engine(effective_on, explained=_reasons(signed))
    preview = uplifted(costing, engine_rule)
    lower = {
        new.line.id
        for new in preview.lines
        if new.floor is Floor.EXPLAINED and new.price < signed[new.line.id]
    }
    if lower:
        kept = {key: pence for key, pence in signed.items() if key not in lower}
        engine_rule = rule.for_engine(effective_on, explained=_reasons(kept))
        preview = uplifted(costing, engine_rule)
    read = {str(each.id): each for each in lines}
    return WorkedOut(read, preview, digest_of(lines), effective_on, engine_rule)


def without_placements(done: WorkedOut) -> WorkedOut | None:
    """The same round without any price of one person's placement; None where it has none."""
    read = {key: each for key, each in done.read.items() if not each.is_for_one_person}
    if len(read) == len(done.read):
        return None
    return replace(done, read=read, preview=part_of(done.preview, done.rule, read.keys()))


def _reasons(signed: Mapping[str, int]) -> dict[str, str]:
    return dict.fromkeys(signed, "Signed by a director")


def digest_of(lines: Iterable[PricedLine]) -> str:
    """Of every price that was read, in the order of ids: another price is another digest."""
    told = sorted(f"{e.id} {e.pence} {e.starts_on} {e.line_ends_before}" for e in lines)
    return sha256("\n".join(told).encode()).hexdigest()


def counted(line: PricedLine) -> Counted:
    """Whether anybody can say how much of it is bought in a year.

    A value of nought says it no more than none does, nor does a price of nought.
    """
    known = line.annual_pence and line.pence
    return Counted.SHARE_OF_VALUE if known else Counted.NOT_KNOWN


def _stands(line: PricedLine, effective_on: date) -> bool:
    """Whether it is paid until the new price begins."""
    ends = line.ends_before
    return line.starts_on < effective_on and (ends is None or ends > effective_on)


def _costed(line: PricedLine, rule: RoundRule, sharing: int) -> PriceLine:
    apart = rule.set_apart.get(line.agreement)
    return PriceLine(
        id=str(line.id), agreement=line.agreement, provider=line.provider_key,
        service=line.priced.service, unit=line.priced.unit, price=Pence(line.pence),
        quantity_a_year=quantity(line.annual_pence, line.pence, sharing),
        period=_period(line.starts_on, line.ends_before), formula=rule.formula_of(line.priced.unit),
        basis=apart.basis if apart else Basis.OPEN, negotiated_on=line.starts_on,
        floor=_floor(rule.floor, line.priced.unit, line.priced.minutes),
    )  # fmt: skip


def quantity(annual_pence: int | None, pence: int, sharing: int) -> Decimal:
    """Units in a year, when an agreement's yearly value is shared evenly over its lines.

    Lines of one agreement that follow one formula rise alike, so how the value is shared hardly
    moves what the agreement costs more. Nought where nothing is known.
    """
    if not annual_pence or not pence or not sharing:
        return NONE
    return Decimal(rounded_ratio(annual_pence * 10**PLACES, pence * sharing)).scaleb(-PLACES)


@lru_cache(maxsize=4096)
def _period(starts_on: date, ends_before: date | None) -> Period:
    """To its end, unless that comes before the price ever began: an agreement was cut short."""
    ended = ends_before is not None and ends_before <= starts_on
    return Period(starts_on, None if ended else ends_before)


@lru_cache(maxsize=256)
def _floor(floor: FloorInputs | None, unit: Unit, minutes: int) -> Pence | None:
    return None if floor is None else floor.of(unit, minutes)


def changed_since(
    before: Mapping[UUID, tuple[int, date, date | None]], now: Iterable[PricedLine]
) -> list[UUID]:
    """The lines that are another price by now, are gone, or are new."""
    after = {each.id: (each.pence, each.starts_on, each.line_ends_before) for each in now}
    return [key for key in {**before, **after} if before.get(key) != after.get(key)]
