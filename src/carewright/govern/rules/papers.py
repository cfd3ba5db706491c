"""What a decision paper must say before anybody is asked to decide on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from carewright.govern.rules.consulting import ALWAYS_ASKED, Consulted
from carewright.govern.rules.life_of_a_paper import OPEN_TO_CHANGE, PaperState
from carewright.platform.api import Blocker


class Section(StrEnum):
    """A part of the paper that is filled in and saved by itself."""

    PROPOSAL = "proposal"
    MONEY = "money"
    PEOPLE = "people"
    OPTIONS = "options"
    POLICY = "policy"
    OFFICERS = "officers"
    CONSULTEES = "consultees"
    BACKGROUND = "background"
    ASSESSMENTS = "assessments"
    NEXT = "next"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return LABELS[self]


LABELS: Final = {
    Section.PROPOSAL: "What is proposed and recommended",
    Section.MONEY: "Value, term and framework",
    Section.PEOPLE: "People affected",
    Section.OPTIONS: "Options considered",
    Section.POLICY: "Budget and policy test",
    Section.OFFICERS: "Officers consulted",
    Section.CONSULTEES: "Members, bodies, people and carers consulted",
    Section.BACKGROUND: "Background papers",
    Section.ASSESSMENTS: "Assessments and advice",
    Section.NEXT: "Final decision and next steps",
}
#: What each section asks, in the names of the table's columns.
FIELDS: Final[Mapping[Section, tuple[str, ...]]] = {
    Section.PROPOSAL: ("title", "act", "summary", "proposal", "recommendation", "contact"),
    Section.MONEY: ("annual_value_pence", "term_months", "in_framework"),
    Section.PEOPLE: ("people_affected", "how_affected"),
    Section.OPTIONS: ("options",),
    Section.POLICY: ("contrary", "provision"),
    Section.OFFICERS: (),
    Section.CONSULTEES: (),
    Section.BACKGROUND: (),
    Section.ASSESSMENTS: (),
    Section.NEXT: ("final_decision", "next_steps"),
}


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What the rules ask of a paper; None and empty words mean that nobody has said yet."""

    state: PaperState
    title: str
    summary: str
    proposal: str
    recommendation: str
    contact: str
    annual_value_pence: int | None
    term_months: int | None
    in_framework: bool | None
    people_affected: int | None
    how_affected: str
    options: str
    contrary: bool | None
    provision: str
    final_decision: bool | None
    next_steps: str
    consulted: frozenset[Consulted]
    missing: tuple[str, ...]  # names of assessments and advice that are neither there nor excused


#: A missing answer, its section, and the sentence that asks for it.
ASKED: Final = (
    ("title", Section.PROPOSAL, "Give the paper a title"),
    ("summary", Section.PROPOSAL, "Sum the paper up in a few lines"),
    ("proposal", Section.PROPOSAL, "Say what is proposed"),
    ("recommendation", Section.PROPOSAL, "Say what is recommended, in the words to be resolved"),
    ("contact", Section.PROPOSAL, "Say whom a reader can ask"),
    ("annual_value_pence", Section.MONEY, "Say what it costs in a year; £0 is an answer"),
    ("term_months", Section.MONEY, "Say for how many months"),
    ("in_framework", Section.MONEY, "Say whether it is in or out of a framework"),
    ("people_affected", Section.PEOPLE, "Say how many people are affected; 0 is an answer"),
    ("how_affected", Section.PEOPLE, "Say how people and carers are affected"),
    ("options", Section.OPTIONS, "Say which options were considered"),
    ("contrary", Section.POLICY, "Say whether it would be contrary to budget and policy"),
    ("final_decision", Section.NEXT, "Say whether this is the final decision"),
    ("next_steps", Section.NEXT, "Say what would happen next, by whom and when"),
)  # fmt: skip


def unanswered(facts: PaperFacts) -> list[Blocker]:
    """What the paper does not say yet, in the order of its sections."""
    found = [
        Blocker(section.value, says)
        for name, section, says in ASKED
        if getattr(facts, name) in (None, "")
    ]
    if facts.contrary and not facts.provision:
        found.append(Blocker(Section.POLICY.value, "Name the plan or provision it departs from"))
    return found + list(_not_consulted(facts))


def _not_consulted(facts: PaperFacts) -> Iterator[Blocker]:
    for each in ALWAYS_ASKED:
        if each not in facts.consulted:
            yield Blocker(
                Section.OFFICERS.value,
                f"Consult {each.label.lower()}, and write down what was said",
            )


def blockers_to_change(state: PaperState) -> list[Blocker]:
    """Why the paper's words stand as they are."""
    if state in OPEN_TO_CHANGE:
        return []
    return [Blocker("state", f"The paper is {state.label.lower()}, so it is not changed any more")]


def blockers_to_ask_anew(*, own: bool) -> list[Blocker]:
    """Why a partner leaves alone what the approval was asked for."""
    if own:
        return []
    return [Blocker("", "Approval was asked for with these; whoever asked for it changes them")]


def blockers_to_give(*, own: bool, file: bool) -> list[Blocker]:
    """Why a partner's file does not go into a paper: its owner could not open it."""
    if own or not file:
        return []
    return [Blocker("file", "Give a link, or send the file to whoever owns the paper")]


def blockers_to_send(facts: PaperFacts, *, reason: str) -> list[Blocker]:
    """Why the paper cannot go to those who decide; what is missing may go with a signed reason."""
    if stands := blockers_to_change(facts.state):
        return stands
    found = unanswered(facts)
    if facts.missing and not reason.strip():
        names = ", ".join(facts.missing)
        found.append(
            Blocker("reason", f"Attach what is missing, or sign why it goes on without: {names}")
        )
    return found


def blockers_to_withdraw(state: PaperState, *, reason: str) -> list[Blocker]:
    """Why the paper cannot be taken back."""
    if state in {PaperState.DECIDED, PaperState.WITHDRAWN}:
        return [Blocker("state", f"The paper is {state.label.lower()}")]
    if not reason.strip():
        return [Blocker("reason", "Say why the paper is withdrawn")]
    return []
