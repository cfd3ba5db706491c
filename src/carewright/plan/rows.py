"""Sourcing decisions as the pages and other stages see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from carewright.decide.api import RequestState
from carewright.govern.api import Assessment, Nation, wanted
from carewright.plan.rules.deciding import Judged
from carewright.plan.rules.law import Limit, value_pence
from carewright.plan.rules.life import DecisionState, Standing, is_open, standing_of
from carewright.plan.rules.people import Count
from carewright.plan.rules.words import Criterion, EvidenceKind, Option, Step
from carewright.platform.api import Blocker


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends, as it was cited; its link leads to what is known of it now."""

    id: UUID
    cited_id: UUID | None
    reference: str
    title: str
    provider: str
    last_day: date | None
    people: Count

    @property
    def link(self) -> str:
        """Where the agreement stands; empty where none of ours was cited."""
        return f"/contract/{self.cited_id}/" if self.cited_id else ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer rests on: what it said when it was cited, and where it stands."""

    id: UUID
    step: Step
    kind: EvidenceKind
    title: str
    said: str
    digest: str
    link: str
    added_by: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Source:
    """Something of this service that can be cited as evidence."""

    kind: EvidenceKind
    id: UUID
    title: str
    digest: str
    link: str

    @property
    def code(self) -> str:
        """By which a form names it."""
        return f"{self.kind.value}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionWeighed:
    """One option with what was said of it; a criterion that is not there is not assessed."""

    option: Option
    ruled_out: str
    people_moving: Count
    people_words: str
    annual_pence: int | None
    judged: Mapping[Criterion, Judged]
    is_assessed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One version of a sourcing decision with everything that stands in it."""

    id: UUID
    organisation_id: UUID
    organisation: str
    partnership_id: UUID | None  # with which partnership it is shared
    number: int
    version: int
    reference: str  # S-0003, from the second version on S-0003 version 2
    replaces_id: UUID | None
    state: DecisionState
    asked: RequestState | None  # what became of the approval that was asked for last
    nation: Nation
    title: str
    services: tuple[str, ...]
    areas: str
    care_groups: tuple[str, ...]
    starts_on: date | None
    term_months: int | None
    annual_pence: int | None
    people_supported: Count
    is_new: bool | None
    needs: str
    views: str
    alternatives: str
    rules_allow: bool | None
    ground: str
    ground_words: str
    ground_source: str
    ground_verified: bool
    ground_why: str
    chosen: Option | None
    answer: str
    look_again_on: date | None
    look_again_task_id: UUID | None
    written_by_account: UUID
    written_by: str
    written_at: datetime
    changed_at: datetime
    request_id: UUID | None
    without: tuple[str, ...]
    without_reason: str
    approved_by: str
    decided_at: datetime | None
    ended_at: datetime | None
    ended_by: str
    ended_why: str
    aside_asked_by_account: UUID | None
    aside_asked_by: str
    aside_why: str
    endings: tuple[Ending, ...]
    evidence: tuple[Evidence, ...]
    options: tuple[OptionWeighed, ...]
    advice: tuple[Assessment, ...]

    def standing(self, on: date) -> Standing:
        """Where it stands on a day."""
        return standing_of(self.state, self.asked, self.look_again_on, on)

    @property
    def open_to_change(self) -> bool:
        """Whether its authors still work on it."""
        return is_open(self.state, self.asked)

    @property
    def stands(self) -> bool:
        """Whether it was approved and still counts."""
        gone = self.asked is RequestState.SET_ASIDE
        return self.state is DecisionState.DECIDED and not gone

    @property
    def says_compete(self) -> bool:
        """Whether it counts, and its answer is to compete."""
        return self.stands and self.chosen is Option.RETENDER

    @property
    def value_pence(self) -> int | None:
        """What the whole term comes to."""
        return value_pence(self.annual_pence, self.term_months)

    def evidence_for(self, step: Step) -> tuple[Evidence, ...]:
        """What was linked to one of the questions."""
        return tuple(each for each in self.evidence if each.step is step)

    def weighed(self, option: Option) -> OptionWeighed:
        """One of the options, of each of which there is a row, assessed or not."""
        return next(each for each in self.options if each.option is option)

    def publication_waits_for(self, on: date) -> tuple[str, ...]:
        """What is wanted and not published, unless it is not needed or somebody signed why not."""
        out = {each.code for each in self.advice if each.published or each.not_needed}
        found = (each for each in wanted(self.nation, on=on) if each.code not in out)
        return tuple(each.name for each in found if each.name not in self.without)


@dataclass(frozen=True, slots=True)
class Line:
    """A decision in a list; `shared_by` names the partner whose it is, empty for one's own."""

    id: UUID
    shared_by: str
    number: int
    version: int
    reference: str
    title: str
    services: tuple[str, ...]
    chosen: Option | None
    standing: Standing
    starts_on: date | None
    look_again_on: date | None
    written_by: str


@dataclass(frozen=True, slots=True)
class Open:
    """What a paper still needs on a day."""

    unanswered: tuple[Blocker, ...]
    missing: tuple[str, ...]  # may go on without, where somebody signs why
    limits: tuple[Limit, ...]  # of the law, with the value beside them

    def of(self, step: Step) -> tuple[str, ...]:
        """What one step still asks."""
        return tuple(each.says for each in self.unanswered if each.field == step.value)
