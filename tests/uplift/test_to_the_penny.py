"""What a round works out equals, to the penny, a slow reference that shares no code with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from random import Random
from uuid import UUID

from hypothesis import given as draws
from hypothesis import settings
from hypothesis import strategies as some

from carewright.contract import models as contract_models
from carewright.contract.api import DayKind, Kind, PricedLine, Unit
from carewright.contract.rules.facts import Priced
from carewright.uplift import api as uplift
from carewright.uplift import models
from carewright.uplift.api import RoundRule
from carewright.uplift.rules.working_out import worked_out
from tests.factories import uplift as given
from tests.factories.uplift import EVERY_UNIT, FROM, LATER, People

WAGES = some.decimals(min_value=0, max_value="0.3", places=4)
WEIGHTS = some.decimals(min_value=0, max_value="0.8", places=2)


@dataclass(frozen=True)
class Slow:
    """One line as the reference works it out; None where it does not rise. Pence."""

    price: int | None
    effect: int


def slowly(lines: list[PricedLine], wage: Decimal, weight: Decimal) -> dict[UUID, Slow]:
    """One line at a time, by long division of decimals: no engine, no ratios, no caches."""
    with localcontext() as context:
        context.prec = 60
        factor = 1 + weight * wage + Decimal("0.2") * Decimal("0.03")
        return {line.id: _slow(line, lines, factor) for line in lines}


def _slow(line: PricedLine, lines: list[PricedLine], factor: Decimal) -> Slow:
    if line.priced.unit is Unit.ONE_OFF or not stands(line):
        return Slow(None, 0)
    price = int((line.pence * factor).quantize(Decimal(1), ROUND_HALF_UP))
    sharing = sum(each.agreement_id == line.agreement_id and stands(each) for each in lines)
    value = line.annual_pence or 0
    if not line.pence:
        return Slow(price, 0)
    units = (Decimal(value) / (line.pence * sharing)).quantize(Decimal("0.001"), ROUND_HALF_UP)
    more = ((price - line.pence) * units).quantize(Decimal(1), ROUND_HALF_UP)
    return Slow(price, int(more))


def stands(line: PricedLine) -> bool:
    ends = [day for day in (line.line_ends_before, line.agreement_ends_before) if day]
    # A price that was agreed in the last three months stays as it is, so the draws avoid it.
    return line.starts_on < FROM and (not ends or min(ends) > FROM)


@some.composite
def read(draw: some.DrawFn) -> list[PricedLine]:
    """Price lines of a few agreements, as a round reads them."""
    agreements = draw(some.lists(some.tuples(
        some.one_of(some.none(), some.integers(0, 90_000_000_00)),
        some.sampled_from([None, date(2026, 6, 1), date(2027, 4, 1)]),
    ), min_size=1, max_size=4))  # fmt: skip
    lines = []
    for place, (value, ends) in enumerate(agreements):
        for unit, pence, starts, until in draw(some.lists(some.tuples(
            some.sampled_from(list(Unit)), some.integers(0, 500_000),
            some.sampled_from([date(2024, 4, 1), date(2026, 7, 1), date(2026, 9, 1)]),
            some.sampled_from([None, date(2026, 12, 1)]),
        ), max_size=5)):  # fmt: skip
            lines.append(PricedLine(
                UUID(int=len(lines)), UUID(int=place), f"C-{place}", Kind.BLOCK, f"P{place % 2}",
                "Provider", Priced("Care", unit, 0, DayKind.ANY, ""), pence, starts, until,
                ends, value, None,
            ))  # fmt: skip
    return lines


@settings(max_examples=60)
@draws(lines=read(), wage=WAGES, weight=WEIGHTS)
def test_every_price_and_effect_is_that_of_the_reference(
    lines: list[PricedLine], wage: Decimal, weight: Decimal
) -> None:
    kept = uplift.as_plain(RoundRule(formulas=(given.formula(str(wage), str(weight)),)))
    done = worked_out(lines, uplift.from_plain(kept), FROM, signed={})
    ours = {UUID(new.line.id): Slow(new.price, new.effect) for new in done.preview.lines}
    ours |= {UUID(out.line.id): Slow(None, 0) for out in done.preview.left_out}
    wanted = slowly(lines, wage, weight)
    assert ours == wanted
    assert done.preview.effect == sum(each.effect for each in wanted.values())


def test_what_is_applied_is_what_the_reference_says(people: People) -> None:
    chance = Random(2026)
    prices = [(chance.choice(EVERY_UNIT), chance.randrange(500, 90_000)) for _ in range(24)]
    given.many(people.proposer, prices)
    round_id = given.approved(people)
    uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
    opened = contract_models.PriceLine.objects.filter(starts_on=FROM)
    lines = models.UpliftLine.objects.filter(round_id=round_id)
    was = {each.new_line_id: each.old_pence for each in lines}
    exact = 1 + Fraction("0.7") * Fraction("0.0673") + Fraction("0.2") * Fraction("0.03")
    for each in opened:
        assert each.pence == int(was[each.pk] * exact + Fraction(1, 2))
    assert opened.count() == len(prices)
