"""What a round comes to, in all and for each provider, as it is kept and shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any, Final

from carewright.contract.api import PricedLine
from carewright.uplift.rules.words import Counted
from carewright.uplift.rules.working_out import WorkedOut, counted
from carewright_engine.costing.uplift import Floor, ProviderEffect

BELOW: Final = frozenset({Floor.BELOW, Floor.EXPLAINED})


def figures_of(done: WorkedOut, today: date) -> dict[str, Any]:
    """The whole round in plain values; pence in a year, and for days delivered before today."""
    preview = done.preview
    every = [new.line for new in preview.lines] + [out.line for out in preview.left_out]
    of = [done.read[line.id] for line in every]
    return {
        "lines": len(preview.lines),
        "left_out": dict(Counter(out.reasons[0].value for out in preview.left_out)),
        "agreements": len({each.agreement_id for each in of}),
        "people": _people(of),
        "opening": preview.spend_now
        + sum(out.line.in_a_year(out.line.price) for out in preview.left_out),
        "spend_now": preview.spend_now,
        "effect": preview.effect,
        "agreed": preview.agreed,
        "by_driver": {each.driver.value: each.effect for each in preview.by_driver},
        "below": sum(new.floor is Floor.BELOW for new in preview.lines),
        "explained": sum(new.floor is Floor.EXPLAINED for new in preview.lines),
        "to_the_floor": sum(
            new.cost_of_the_floor for new in preview.lines if new.floor is Floor.BELOW
        ),
        "owed": preview.back_pay(today) if done.effective_on < today else None,
        "not_counted": sum(
            counted(done.read[new.line.id]) is Counted.NOT_KNOWN for new in preview.lines
        ),
    }


def placements_in(done: WorkedOut) -> dict[str, int]:
    """How many lines are one person's each and rise, of how many agreements; pence in a year."""
    theirs = [new for new in done.preview.lines if done.read[new.line.id].is_for_one_person]
    return {
        "lines": len(theirs),
        "agreements": len({done.read[new.line.id].agreement_id for new in theirs}),
        "effect": sum(new.effect for new in theirs),
    }


def of_provider(effect: ProviderEffect, done: WorkedOut) -> dict[str, Any]:
    """One provider's share of it, by the names of the table's columns."""
    main = effect.main
    every = [new.line for new in effect.lines] + [out.line for out in effect.left_out]
    of = [done.read[line.id] for line in every]
    return {
        "key": effect.provider, "name": of[0].provider, "lines": len(effect.lines),
        "left_out": len(effect.left_out), "people": _people(of),
        "main": done.read[main.line.id].priced.label if main else "",
        "main_old_pence": main and main.line.price, "main_new_pence": main and main.price,
        "spend_now_pence": effect.spend_now, "effect_pence": effect.effect,
        "below": sum(new.floor in BELOW for new in effect.lines),
        "explained": sum(new.floor is Floor.EXPLAINED for new in effect.lines),
        "shortfall_pence": max((new.shortfall for new in effect.lines), default=0),
        "figures": told_to(effect),
    }  # fmt: skip


def told_to(effect: ProviderEffect) -> str:
    """A digest of what a provider is told: its new prices, line by line, and from when."""
    told = sorted(f"{new.line.id} {new.price} {new.effective_on}" for new in effect.lines)
    return sha256("\n".join(told).encode()).hexdigest()


def _people(of: Iterable[PricedLine]) -> int | None:
    """Supported under these agreements; None where no agreement says how many."""
    told = {each.agreement_id: each.people for each in of if each.people is not None}
    return sum(told.values()) if told else None
