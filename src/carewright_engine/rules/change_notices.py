"""Which notice follows a change, and which changes are spared one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from carewright_engine.rules.facts import Regime
from carewright_engine.rules.measuring import measure, percent, share_of, within
from carewright_engine.rules.modification_facts import ChangeFacts
from carewright_engine.rules.modification_grounds import Limit, NoticeWhen
from carewright_engine.rules.modification_words import QUESTIONS
from carewright_engine.rules.words import FACTS, REGIMES, listed
from carewright_engine.values.bank_holidays import Nation


@dataclass(frozen=True, slots=True)
class ChangeNotice:
    """Whether a notice follows, in words; `rule` is the rule of obligation that finds its day."""

    needed: bool | None  # None: not known
    words: str
    rule: str = ""


def notice_after(when: NoticeWhen, facts: ChangeFacts) -> ChangeNotice:
    """The notice that follows a change on a ground with such a notice."""
    return _NOTICES[when](facts)


def together(facts: ChangeFacts) -> ChangeFacts:
    """The change and the other with which it could have been made, as one."""
    pence, days = facts.change_pence, facts.term_change_days
    return replace(
        facts,
        change_pence=None if pence is None else pence + facts.joined_pence,
        term_change_days=None if days is None else days + facts.joined_term_days,
        joined_pence=0,
        joined_term_days=0,
    )


def _none(facts: ChangeFacts) -> ChangeNotice:
    law = REGIMES[facts.regime] if facts.regime else "the law"
    return ChangeNotice(False, f"{law} asks for no notice of such a change")


def _before(facts: ChangeFacts) -> ChangeNotice:
    if facts.light_touch:
        return ChangeNotice(False, "no change notice is asked of a light touch contract")
    unknown = [
        words
        for fact, words in (
            (facts.light_touch, QUESTIONS["light_touch"].question),
            (facts.nation, FACTS["nation"]),
        )
        if fact is None
    ]
    if unknown:
        return _unknown(unknown)
    if facts.nation is Nation.NORTHERN_IRELAND:
        return ChangeNotice(False, "no change notice is asked of a council in Northern Ireland")
    return ChangeNotice(True, "the contract change notice (UK10), before the change", "pa2023.uk10")


def _before_unless_small(facts: ChangeFacts) -> ChangeNotice:
    """Spared is a change of value or term of which each is within its share: s.75(2)."""
    if facts.light_touch:
        return _before(facts)
    both = together(facts)
    numbers = (both.change_pence, both.value_pence, both.term_change_days, both.term_days)
    if None in numbers:
        needs = [words for words, n in zip(_SHARES, numbers, strict=True) if n is None]
        return _unknown(needs)
    change, value, days, term = (number or 0 for number in numbers)
    kind = "small_works" if facts.works else "small"
    most = percent(f"pa2023.change.{kind}", facts.on), percent("pa2023.change.term", facts.on)
    moved = share_of(abs(change), value), share_of(abs(days), term)
    spared = within(abs(change), value, most[0]) and within(abs(days), term, most[1])
    if spared and (change or days):
        told = f"the value changes by {moved[0]}% and the term by {moved[1]}%"
        return ChangeNotice(
            False, f"no notice follows: {told}, of {most[0]}% and {most[1]}% at most"
        )
    return _before(facts)


def _after(facts: ChangeFacts) -> ChangeNotice:
    if facts.regime is Regime.PSR2023:
        return ChangeNotice(
            True, "the notice of the modification, within 30 days", "psr2023.change"
        )
    rule = "scot_higher.change" if facts.regime is Regime.SCOT_HIGHER else "pcr2015.change"
    return ChangeNotice(True, "the notice of the modification; the law names no day", rule)


def _after_if_large(facts: ChangeFacts) -> ChangeNotice:
    """Notified are changes by the authority's decision that come to the amount: reg 13(4)."""
    if facts.own_decision is False:
        return ChangeNotice(
            False, "no notice follows: the authority's own decision did not bring it about"
        )
    measured = measure(Limit.OWN_DECISION, facts)
    so_far = (facts.own_decisions_so_far_pence or 0) + (facts.change_pence or 0)
    if facts.own_decision is None or measured.kept is None:
        asked = () if facts.own_decision else (QUESTIONS["own_decision"].question,)
        needs = [*asked, *measured.needs]
        return _unknown(needs)
    amount = percent("psr2023.own_decision", facts.on) * 100
    if so_far < amount:
        return ChangeNotice(False, f"no notice follows: {measured.words}")
    return _after(facts)


def _unknown(needs: Sequence[str]) -> ChangeNotice:
    return ChangeNotice(None, f"whether one follows cannot be worked out: needs {listed(needs)}")


_SHARES: Final = (
    "by how much the value changes", "the value as it is estimated now",
    "by how many days the term changes", "the longest term that the award provided for",
)  # fmt: skip
_NOTICES: Final = {
    NoticeWhen.NONE: _none,
    NoticeWhen.BEFORE: _before,
    NoticeWhen.BEFORE_UNLESS_SMALL: _before_unless_small,
    NoticeWhen.AFTER: _after,
    NoticeWhen.AFTER_IF_LARGE: _after_if_large,
}
