"""May this change be made without a new procurement, on which ground, and what notice follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from carewright_engine.rules.applying import NATIONS_OF
from carewright_engine.rules.change_notices import ChangeNotice, notice_after, together
from carewright_engine.rules.facts import Regime
from carewright_engine.rules.measuring import Measured, measure
from carewright_engine.rules.modification_facts import ChangeFacts
from carewright_engine.rules.modification_grounds import GroundRow, Limit, every_ground
from carewright_engine.rules.modification_words import QUESTIONS
from carewright_engine.rules.reading import held_on, holds_on
from carewright_engine.rules.words import FACTS, REGIMES


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground: whether it carries the change, with what speaks for it and against it."""

    id: str
    words: str
    applies: bool | None  # None: not known, and `needs` says what is missing
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    needs: tuple[str, ...]
    share: Decimal | None  # per cent that the change takes, of what the ground measures by
    left_pence: int | None  # what further changes on this ground may still add
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Modification:
    """The answer: whether, on which grounds, what is left after it, and which notice follows."""

    allowed: bool | None  # None: not known, and `needs` says what is missing
    grounds: tuple[Ground, ...]  # in the order in which they would be relied on
    notice: ChangeNotice
    needs: tuple[str, ...] = ()

    @property
    def ground(self) -> Ground | None:
        """The first ground that carries the change."""
        return next((each for each in self.grounds if each.applies), None)

    @property
    def left_pence(self) -> int | None:
        """What is left on the ground relied on; None where each change is measured for itself."""
        return self.ground.left_pence if self.ground else None


def modification(facts: ChangeFacts) -> Modification:
    """Every ground of the regime tried on the change; nothing that is not known is guessed."""
    if wanting := _not_placed(facts):
        words = f"cannot be worked out: needs {wanting}"
        return Modification(None, (), ChangeNotice(None, words), (wanting,))
    grounds = _with_last_resort(facts, [_tried(row, facts) for row in _rows(facts)])
    if _is_joined(facts):
        joined = tuple(_tried(row, together(facts)) for row in _rows(facts))
        if not _allowed(joined):
            grounds = tuple(_not_alone(each, joined) for each in grounds)
    allowed = _allowed(grounds)
    needs = () if allowed is not None else _all_needs(grounds)
    return Modification(allowed, grounds, _notice(facts, grounds), needs)


def _not_placed(facts: ChangeFacts) -> str:
    """What is wanting before any law can be looked at."""
    if facts.regime is None:
        return FACTS["regime"]
    if facts.regime is Regime.BELOW_THRESHOLD and facts.nation is None:
        return FACTS["nation"]
    if facts.nation and facts.nation not in NATIONS_OF[facts.regime]:
        law = REGIMES[facts.regime]
        return f"{FACTS['regime']}: {law} does not hold in {facts.nation.label}"
    return ""


def _notice(facts: ChangeFacts, grounds: tuple[Ground, ...]) -> ChangeNotice:
    ground = next((each for each in grounds if each.applies), None)
    if ground is not None:
        return notice_after(held_on(every_ground(), ground.id, facts.on).notice, facts)
    none = all(each.applies is False for each in grounds)
    return ChangeNotice(
        None, "no ground carries the change" if none else "first a ground has to carry the change"
    )


def _rows(facts: ChangeFacts) -> list[GroundRow]:
    rows = chain.from_iterable(every_ground().values())
    here = [row for row in rows if facts.regime in row.regimes and holds_on(row, facts.on)]
    return [r for r in here if facts.nation is None or facts.nation in r.jurisdiction.nations]


def _tried(row: GroundRow, facts: ChangeFacts) -> Ground:
    wanted = dict.fromkeys(row.must, True) | dict.fromkeys(row.must_not, False)
    known = {name: getattr(facts, name) for name in wanted}
    measured = [measure(limit, facts) for limit in Limit if limit in row.limits]
    fits = {name: so == wanted[name] for name, so in known.items() if so is not None}
    asked = [QUESTIONS[name].question for name, so in known.items() if so is None]
    needs = (*asked, *chain.from_iterable(each.needs for each in measured))
    answers = [*fits.values(), *(each.kept for each in measured), *([None] if asked else [])]
    applies = _all(answers)
    return Ground(
        id=row.id,
        words=row.words,
        applies=applies,
        reasons_for=_reasons(known, fits, measured, True),
        reasons_against=_reasons(known, fits, measured, False),
        needs=tuple(dict.fromkeys(needs)) if applies is None else (),
        share=next((each.share for each in measured if each.share is not None), None),
        left_pence=_least_left(measured),
        source=row.source,
        verified=row.verified,
    )


def _reasons(
    known: Mapping[str, bool], fits: Mapping[str, bool], measured: Iterable[Measured], side: bool
) -> tuple[str, ...]:
    """What speaks for a ground, or against it."""
    facts = (QUESTIONS[name].reason(known[name]) for name, fit in fits.items() if fit is side)
    return (*facts, *(each.words for each in measured if each.kept is side))


def _all(answers: Iterable[bool | None]) -> bool | None:
    known = list(answers)
    if False in known:
        return False
    return None if None in known else True


def _all_needs(grounds: Iterable[Ground]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(each.needs for each in grounds)))


def _least_left(measured: list[Measured]) -> int | None:
    left = [each.left_pence for each in measured if each.left_pence is not None]
    return min(left, default=None)


def _allowed(grounds: Iterable[Ground]) -> bool | None:
    answers = [each.applies for each in grounds]
    if True in answers:
        return True
    return None if None in answers else False


def _with_last_resort(facts: ChangeFacts, grounds: list[Ground]) -> tuple[Ground, ...]:
    """A ground of last resort gives way to any other that carries the change: s.74(4)(d)."""
    last = {row.id for row in _rows(facts) if row.last_resort}
    other = next((each for each in grounds if each.applies and each.id not in last), None)
    if other is None:
        return tuple(grounds)
    because = f"another ground carries it: {other.words}"
    return tuple(
        replace(each, applies=False, needs=(), reasons_against=(*each.reasons_against, because))
        if each.id in last else each
        for each in grounds
    )  # fmt: skip


def _is_joined(facts: ChangeFacts) -> bool:
    act = facts.regime in (Regime.PA2023, Regime.BELOW_THRESHOLD)
    return act and bool(facts.joined_pence or facts.joined_term_days)


def _not_alone(ground: Ground, joined: tuple[Ground, ...]) -> Ground:
    if ground.applies is False:
        return ground
    unknown = _allowed(joined) is None
    because = "made together with the other change, which was possible, it would not be permitted"
    return replace(
        ground,
        applies=None if unknown else False,
        needs=_all_needs(joined) if unknown else (),
        reasons_against=ground.reasons_against if unknown else (*ground.reasons_against, because),
    )
