"""Tries a variation against the law of its day, with everything that was changed before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from carewright.contract.api import Regime
from carewright.vary.rules.cumulative import Earlier, SoFar
from carewright_engine.rules import facts as law
from carewright_engine.rules.modification_facts import ChangeFacts
from carewright_engine.rules.modification_grounds import GroundRow, every_ground
from carewright_engine.rules.modification_words import QUESTIONS
from carewright_engine.rules.modifications import Modification, modification
from carewright_engine.rules.obligations import Obligation, obligations
from carewright_engine.rules.reading import holds_on
from carewright_engine.values.bank_holidays import Nation

#: Told by what the variation changes, so that nobody is asked.
_TOLD: Final = frozenset({"supplier_changes"})
_OF_AN_ASSIGNMENT: Final = frozenset({"succession", "successor_qualifies"})
#: Both Scottish regimes measure care by the threshold of social services, whatever it is called.
_SCOTTISH: Final = frozenset({Regime.SCOT_HIGHER, Regime.SCOT_REGULATED})
_COPY: Final = "pa2023.change_copy"

Answers = Mapping[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A variation as the tests see it, and the agreement as it stands before it."""

    on: date
    regime: Regime
    nation: Nation | None
    change_pence: int
    ends_before: date | None  # the new end, where it moves
    changes_provider: bool
    answers: Answers
    sums: SoFar
    earlier: tuple[Earlier, ...]  # others that stand or are asked for
    starts_on: date | None  # None where nobody knows it
    ended_before: date | None
    award_ends_before: date | None  # before any variation moved it
    longest_ends_before: date | None  # with every option to extend, as at award


def tested(tried: Tried) -> Modification:
    """Every ground of the regime, with what is left on it and the notice that follows."""
    return modification(facts_of(tried))


def facts_of(tried: Tried) -> ChangeFacts:
    """What the engine is told; an answer that nobody gave stays unknown."""
    sums, answers = tried.sums, dict(tried.answers)
    answers["supplier_changes"] = tried.changes_provider
    if not tried.changes_provider:
        answers |= dict.fromkeys(_OF_AN_ASSIGNMENT, False)
    if tried.regime in _SCOTTISH:
        answers.setdefault("light_touch", True)
    return ChangeFacts(
        on=tried.on, regime=law.Regime(tried.regime.value), nation=tried.nation,
        value_pence=sums.value_pence, original_pence=sums.original_pence,
        term_days=_days(tried.starts_on, tried.longest_ends_before),
        change_pence=tried.change_pence,
        term_change_days=_term_change(tried),
        small_so_far_pence=sums.small_pence, own_decisions_so_far_pence=sums.own_decision_pence,
        **answers,
    )  # fmt: skip


def _term_change(tried: Tried) -> int | None:
    """Against the end at award, so that a longer term in parts is as long as in one."""
    return _days(tried.award_ends_before, tried.ends_before) if tried.ends_before else 0


def _days(start: date | None, end: date | None) -> int | None:
    return None if start is None or end is None else (end - start).days


def questions(
    regime: Regime, nation: Nation | None, on: date, *, assignment: bool
) -> tuple[tuple[str, str], ...]:
    """What has to be known of a change under the regime: each fact with its question."""
    named = chain.from_iterable((*row.must, *row.must_not) for row in _grounds(regime, nation, on))
    asked = dict.fromkeys(("light_touch", *named))
    if regime in _SCOTTISH:
        asked.pop("light_touch")
    if regime is Regime.PSR2023:
        asked["own_decision"] = None
    left_out = _TOLD if assignment else _TOLD | _OF_AN_ASSIGNMENT
    return tuple((name, QUESTIONS[name].question) for name in asked if name not in left_out)


def _grounds(regime: Regime, nation: Nation | None, on: date) -> Iterable[GroundRow]:
    for row in chain.from_iterable(every_ground().values()):
        here = nation is None or nation in row.jurisdiction.nations
        if law.Regime(regime.value) in row.regimes and here and holds_on(row, on):
            yield row


def notices_owed(
    tried: Tried, found: Modification, *, kind: str, entered_on: date | None
) -> tuple[Obligation, ...]:
    """The notices that follow the change, each with its day where the law names one."""
    if not found.notice.needed:
        return ()
    facts = law.ContractFacts(
        regime=law.Regime(tried.regime.value), nation=tried.nation, kind=law.Kind(kind),
        light_touch=tried.answers.get("light_touch"), value_pence=tried.sums.value_pence,
        entered_on=entered_on, starts_on=tried.starts_on, ends_before=tried.ended_before,
        change_planned_on=tried.on, change_made_on=tried.on, change_needs_notice=True,
    )  # fmt: skip
    wanted = {found.notice.rule, _COPY}
    return tuple(each for each in obligations(facts, tried.on) if each.rule in wanted)
