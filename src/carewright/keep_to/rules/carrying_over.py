"""What becomes of what is owed when facts or law have changed: nothing that was done is touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from carewright.keep_to.rules.life_of_a_duty import OPEN, SETTLED, ChangeKind, DutyState
from carewright_engine.rules.obligation_rules import Event
from carewright_engine.rules.obligations import Obligation
from carewright_engine.rules.words import FACTS
from carewright_engine.values.working_days import ONE_DAY

#: Which one it is: the rule, and its first, second or third time under the agreement.
Key = tuple[str, int]

#: Days that are made from several facts, as a person says them.
_DAYS: Final = {
    Event.AWARD_QUARTER: "the end of the quarter of the award",
    Event.ANNIVERSARY: "the day of the year on which it was entered into",
    Event.VISIT: "the part of the year that the visit belongs in",
    Event.PAYMENT_QUARTER: "the end of the quarter of the payment",
    Event.INVOICE: "the day on which the invoice came",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule says of one thing that is owed."""

    words: str
    who: str
    evidence: str
    basis: str
    sense: str
    counts_from: str
    event_on: date | None
    last_day: date | None
    due_at: datetime | None
    when: str
    because: str
    source: str
    verified: bool

    @classmethod
    def of(cls, owed: Obligation) -> Said:
        """As the engine has it."""
        return cls(
            words=owed.words, who=owed.who, evidence=owed.evidence, basis=owed.basis.value,
            sense=owed.sense.value, counts_from=owed.counts_from.value, event_on=owed.event_on,
            last_day=owed.last_day, due_at=owed.due, when=owed.when, because=owed.because,
            source=owed.source, verified=owed.verified,
        )  # fmt: skip

    @property
    def day(self) -> date | None:
        """The day that tells whether it lies in the past; None while there is none."""
        return self.last_day or self.event_on


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is owed as it stands."""

    id: UUID
    key: Key
    said: Said
    state: DutyState
    settled_on: date | None = None


@dataclass(frozen=True, slots=True)
class New:
    """Something that nobody has been asked for yet."""

    key: Key
    said: Said
    state: DutyState


@dataclass(frozen=True, slots=True)
class Change:
    """Something that stands and now reads otherwise, or is not asked for any more."""

    id: UUID
    said: Said
    state: DutyState
    kind: ChangeKind
    why: str
    day_before: date | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a recomputing writes: nothing, where nothing has changed."""

    new: tuple[New, ...] = ()
    changes: tuple[Change, ...] = ()


def counted(owed: Iterable[Obligation], over_on: date | None) -> dict[Key, Said]:
    """What is owed, each by its rule and its number in the order of its days.

    What counts from a day after the agreement was over does not come about.
    """
    seen: Counter[str] = Counter()
    found: dict[Key, Said] = {}
    for each in sorted(owed, key=lambda each: (each.event_on or date.max, each.rule)):
        if over_on and each.event_on and (each.event_on - over_on).days > 1:
            continue
        seen[each.rule] += 1
        found[each.rule, seen[each.rule]] = Said.of(each)
    return found


def plan(kept: Sequence[Kept], wanted: Mapping[Key, Said], *, kept_since: date) -> Plan:
    """What to write so that what stands says what the rules say.

    A thing that was settled stands for the duty for as long as the event it counts from is the
    same or had happened by then. When the event has moved beyond that day, the duty comes again:
    notice given for one end of an agreement is no notice for another.
    """
    settled = {each.key: each for each in sorted(_settled(kept), key=_by_event)}
    unsettled = {each.key: each for each in kept if each.state not in SETTLED}
    asked = {
        key: said
        for key, said in wanted.items()
        if key not in settled or not _stands_for(settled[key], said)
    }
    new = tuple(
        New(key, said, open_state(said, kept_since))
        for key, said in asked.items()
        if key not in unsettled
    )
    changes = (_change(each, asked.get(each.key), kept_since) for each in unsettled.values())
    return Plan(new, tuple(each for each in changes if each is not None))


def _settled(kept: Iterable[Kept]) -> Iterator[Kept]:
    return (each for each in kept if each.state in SETTLED)


def _by_event(each: Kept) -> tuple[date, date]:
    return each.settled_on or date.min, each.said.event_on or date.min


def _stands_for(settled: Kept, said: Said) -> bool:
    if said.event_on is None or said.event_on == settled.said.event_on:
        return True
    return settled.settled_on is not None and said.event_on <= settled.settled_on


def open_state(said: Said, kept_since: date) -> DutyState:
    """Where something stands of which nobody has said anything: its day may lie too far back."""
    past = said.day is not None and said.day < kept_since
    return DutyState.EARLIER if past else DutyState.DUE


def _change(each: Kept, said: Said | None, kept_since: date) -> Change | None:
    if said is None:
        if each.state not in OPEN:
            return None
        why = "Nothing in the facts or the law asks for it any more"
        gone = (DutyState.REPLACED, ChangeKind.REPLACED, why, each.said.last_day)
        return Change(each.id, each.said, *gone)
    state = open_state(said, kept_since)
    if (said, state) == (each.said, each.state):
        return None
    kind, why = _why(each, said)
    return Change(each.id, said, state, kind, why, each.said.last_day)


def _why(each: Kept, said: Said) -> tuple[ChangeKind, str]:
    """What happened, and the fact or the rule that made it happen."""
    before, after = each.said.event_on, said.event_on
    if each.state not in OPEN:
        return ChangeKind.RETURNED, "The facts ask for it again"
    if before != after:
        name = _DAYS.get(Event(said.counts_from), FACTS.get(said.counts_from, said.counts_from))
        days = (_said(said.counts_from, day) for day in (before, after))
        return ChangeKind.MOVED, f"It counts from {name}: {' became '.join(days)}"
    if each.said.last_day != said.last_day:
        return ChangeKind.MOVED, "The rule, a time limit or the notice agreed is another now"
    return ChangeKind.REWORDED, "The rule, or what is known of the agreement, reads otherwise"


def _said(counts_from: str, day: date | None) -> str:
    """The day as people say it: an end is the last day covered, and kept as the one after it."""
    if day is None:
        return "a day that was not known"
    if counts_from.endswith("ends_before"):
        day -= ONE_DAY
    return f"{day.day} {day:%B %Y}"
