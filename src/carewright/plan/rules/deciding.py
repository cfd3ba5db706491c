"""What a sourcing decision must say before anybody is asked to approve it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from carewright.plan.rules.law import Limit
from carewright.plan.rules.words import QUESTIONS, Criterion, Leaning, Option, Step
from carewright.platform.api import Blocker

#: What each step keeps, in the names of the table's columns; the others are lists of entries.
FIELDS: Final[Mapping[Step, tuple[str, ...]]] = {
    Step.ABOUT: (
        "title", "services", "areas", "care_groups", "starts_on", "term_months", "annual_pence",
        "people_supported",
    ),
    Step.ENDS: ("is_new",),
    Step.NEEDS: ("needs", "views"),
    Step.ALTERNATIVES: ("alternatives",),
    Step.RULES: ("rules_allow", "ground", "ground_why"),
    Step.RENEWAL: (),
    Step.OPTIONS: (),
    Step.ADVICE: (),
    Step.ANSWER: ("chosen", "answer", "look_again_on"),
}  # fmt: skip
#: Scotland's ground for care counts below the higher limit only.
SECTION_12: Final = "scot_regulated.exempt.care"


@dataclass(frozen=True, slots=True)
class Judged:
    """One option held against one criterion; empty words and no leaning are no judgement."""

    leaning: Leaning | None
    benefits: str
    risks: str

    @property
    def says_something(self) -> bool:
        """Whether anybody has answered."""
        return bool(self.leaning or self.benefits or self.risks)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionFacts:
    """What has been said of one option; nothing said is not assessed."""

    ruled_out: str = ""  # why, where it is not open
    people_moving: int | None = None
    judged: Mapping[Criterion, Judged] = field(default_factory=dict)

    @property
    def open_criteria(self) -> tuple[Criterion, ...]:
        """What nobody has held it against yet."""
        return tuple(
            each
            for each in Criterion
            if each not in self.judged or not self.judged[each].says_something
        )

    @property
    def is_assessed(self) -> bool:
        """Whether it is ruled out with a reason, or held against everything with its effect."""
        whole = not self.open_criteria and self.people_moving is not None
        return bool(self.ruled_out) or whole


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """What the rules ask of a paper; None and empty words mean that nobody has said yet."""

    title: str
    services: Collection[str]
    areas: str
    care_groups: Collection[str]
    starts_on: date | None
    term_months: int | None
    annual_pence: int | None
    people_supported: int | None
    is_new: bool | None  # nothing ends with which one could go on
    endings: int
    needs: str
    views: str
    alternatives: str
    rules_allow: bool | None
    ground: str
    ground_why: str
    ground_is_known: bool
    limits: tuple[Limit, ...]
    options: Mapping[Option, OptionFacts]
    evidenced: frozenset[Step]  # the questions with something linked
    missing_advice: tuple[str, ...]  # names
    chosen: Option | None
    answer: str
    look_again_on: date | None

    @property
    def options_to_weigh(self) -> tuple[Option, ...]:
        """Every option that makes sense: what goes on with nothing is none."""
        return tuple(each for each in Option if not (self.is_new and each.goes_on_with_what_ends))


#: A missing answer, its step, and the sentence that asks for it.
ASKED: Final = (
    ("title", Step.ABOUT, "Say what the decision is about"),
    ("services", Step.ABOUT, "Choose at least one kind of service"),
    ("areas", Step.ABOUT, "Say for which areas"),
    ("care_groups", Step.ABOUT, "Choose at least one care group"),
    ("starts_on", Step.ABOUT, "Say from which day what is decided would count"),
    ("term_months", Step.ABOUT, "Say for how many months"),
    ("annual_pence", Step.ABOUT, "Say what it costs in a year; £0 is an answer"),
    ("people_supported", Step.ABOUT, "Say how many people are supported today; 0 is an answer"),
    ("is_new", Step.ENDS, "Say whether something ends, or this is new"),
    ("needs", Step.NEEDS, "Say what people need"),
    ("views", Step.NEEDS, "Say what people and carers themselves say"),
    ("alternatives", Step.ALTERNATIVES, "Say which alternatives there are, in-house among them"),
    ("rules_allow", Step.RULES, "Say whether the rules allow no competition"),
    ("ground_why", Step.RULES, "Say why the rules do or do not allow it"),
    ("chosen", Step.ANSWER, "Choose the option that is recommended"),
    ("answer", Step.ANSWER, "Say why, in the words to be approved"),
    ("look_again_on", Step.ANSWER, "Say when somebody looks at it again"),
)


def unanswered(facts: DecisionFacts, *, on: date) -> list[Blocker]:
    """What the paper does not say yet, in the order of its steps."""
    plain = [
        Blocker(step.value, says)
        for name, step, says in ASKED
        if getattr(facts, name) in (None, "") or getattr(facts, name) in ((), [])
    ]
    found = [*plain, *_of_what_ends(facts), *_of_the_rules(facts), *_of_renewal(facts)]
    found += _of_the_answer(facts, on)
    return sorted(found, key=lambda each: list(Step).index(Step(each.field)))


def missing(facts: DecisionFacts) -> tuple[str, ...]:
    """What should be there and is not: it goes on only where somebody signs why."""
    bare = [each for each in QUESTIONS if each not in facts.evidenced and _is_asked(each, facts)]
    left = [
        each
        for each in facts.options_to_weigh
        if not facts.options.get(each, OptionFacts()).is_assessed
    ]
    return (
        *facts.missing_advice,
        *(f"Evidence for: {each.label}" for each in bare),
        *(f"Option not assessed: {each.label}" for each in left),
    )


def blockers_to_ask(facts: DecisionFacts, *, reason: str, on: date) -> list[Blocker]:
    """Why nobody can be asked to approve it yet."""
    found = unanswered(facts, on=on)
    if (left := missing(facts)) and not reason.strip():
        says = f"Add what is missing, or sign why it goes on without: {'; '.join(left)}"
        found.append(Blocker("reason", says))
    return found


def _is_asked(step: Step, facts: DecisionFacts) -> bool:
    return not (step is Step.RENEWAL and facts.is_new)


def _of_what_ends(facts: DecisionFacts) -> Iterator[Blocker]:
    if facts.is_new is False and not facts.endings:
        yield Blocker(Step.ENDS.value, "Name what ends, or say that this is new")
    if facts.is_new and facts.endings:
        yield Blocker(Step.ENDS.value, "Something is named that ends, so this is not new")


def _of_the_rules(facts: DecisionFacts) -> Iterator[Blocker]:
    if facts.rules_allow and not facts.ground_is_known:
        yield Blocker(Step.RULES.value, "Choose the ground that counts on the first day")
    if facts.rules_allow and facts.ground == SECTION_12 and facts.limits[-1].is_reached:
        limit = facts.limits[-1].row
        shown = f" of {limit.shown}" if limit else ""
        yield Blocker(
            Step.RULES.value,
            f"Section 12 counts below the higher limit{shown}, and the value over the term is not",
        )


def _of_renewal(facts: DecisionFacts) -> Iterator[Blocker]:
    """Where something ends, going on with it is weighed for everybody whom it touches."""
    renewal = facts.options.get(Option.RENEW, OptionFacts())
    if facts.is_new is False and renewal.open_criteria:
        names = ", ".join(each.label for each in renewal.open_criteria)
        yield Blocker(Step.RENEWAL.value, f"Weigh renewal for: {names}")


def _of_the_answer(facts: DecisionFacts, on: date) -> Iterator[Blocker]:
    chosen, where = facts.chosen, Step.ANSWER.value
    if chosen is None:
        return
    said = facts.options.get(chosen, OptionFacts())
    if chosen not in facts.options_to_weigh:
        yield Blocker(where, f"Nothing ends, so this cannot be chosen: {chosen.label}")
    elif said.ruled_out:
        yield Blocker(where, f"This option is ruled out: {chosen.label}")
    elif not said.is_assessed:
        yield Blocker(where, f"Hold the chosen option against every criterion: {chosen.label}")
    if chosen is Option.RENEW and facts.rules_allow is False:
        yield Blocker(where, "The rules do not allow it: compete, or show the ground")
    if facts.look_again_on is not None and facts.look_again_on <= on:
        yield Blocker(where, "Somebody looks again on a day to come")
