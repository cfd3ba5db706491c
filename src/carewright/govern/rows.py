"""Papers as others see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from carewright.decide.api import Approval, DecidedAct, Outcome, RequestState
from carewright.govern.rules.assessments import Wanted
from carewright.govern.rules.consulting import OFFICERS, Consulted
from carewright.govern.rules.directions import DirectionState, NoteKind, Replacing
from carewright.govern.rules.life_of_a_paper import OPEN_TO_CHANGE, PaperState
from carewright.govern.rules.meetings import BodyKind
from carewright.govern.rules.nations import Nation
from carewright.govern.rules.papers import PaperFacts
from carewright.govern.rules.scrutiny import SourceKind
from carewright.ui.rows import Tag
from carewright_engine.values.money import whole_pence


@dataclass(frozen=True, slots=True)
class Answer:
    """What an officer answered, and what the answer rests on."""

    id: UUID
    text: str
    source_kind: SourceKind
    source_title: str
    source: str
    document_id: UUID | None
    answered_by: str
    answered_at: datetime

    @property
    def source_in_words(self) -> str:
        """What it rests on; an answer that rests on nothing says so."""
        if self.source_kind is SourceKind.NONE:
            return "No source is given for this answer"
        named = self.source_title or self.source_kind.label
        return f"{named} ({self.source})" if self.source else named


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A member's question that nobody has answered yet."""

    paper_id: UUID
    reference: str
    text: str
    people_affected: int | None


@dataclass(frozen=True, slots=True)
class Question:
    """What a member asked, with every answer."""

    id: UUID
    text: str
    asked_by: str
    asked_from: str  # the partner whose member asked; empty: one of our own
    asked_at: datetime
    answers: tuple[Answer, ...]

    @property
    def asker(self) -> str:
        """Who asked, and from where if not from here."""
        return f"{self.asked_by}, {self.asked_from}" if self.asked_from else self.asked_by


@dataclass(frozen=True, slots=True)
class Scrutiny:
    """A look that members took at a paper before the decision, or at what was decided."""

    id: UUID
    reason: str
    called_by: str
    called_at: datetime
    recommendation: str
    ended_by: str
    ended_at: datetime | None
    after_decision: bool


@dataclass(frozen=True, slots=True)
class Minute:
    """A resolution as it was minuted."""

    id: UUID
    body: str
    met_on: date
    outcome: Outcome
    resolution: str
    reference: str
    document_id: UUID | None


@dataclass(frozen=True, slots=True)
class Proceedings:
    """What has happened to a paper before members: its meeting, scrutiny and minutes."""

    body: str = ""
    meets: str = ""
    scrutinies: tuple[Scrutiny, ...] = ()
    questions: tuple[Question, ...] = ()
    minutes: tuple[Minute, ...] = ()

    @property
    def attached(self) -> frozenset[UUID]:
        """The kept files on which answers rest, and the minutes themselves."""
        kept = [answer.document_id for each in self.questions for answer in each.answers]
        kept += [each.document_id for each in self.minutes]
        return frozenset(each for each in kept if each is not None)


@dataclass(frozen=True, slots=True)
class Body:
    """A body that decides together."""

    id: UUID
    name: str
    kind: BodyKind


@dataclass(frozen=True, slots=True)
class Meeting:
    """A day and hour at which a body meets."""

    id: UUID
    body: str
    kind: BodyKind
    starts_at: datetime
    place: str
    on_agenda: int
    moved_from: datetime | None = None
    moved_why: str = ""
    cancelled_at: datetime | None = None
    cancelled_by: str = ""
    cancelled_why: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A paper before a meeting; with the resolution once it is minuted."""

    id: UUID
    number: int
    paper_id: UUID
    reference: str
    title: str
    outcome: Outcome | None
    resolution: str
    minute_reference: str
    document_id: UUID | None
    minuted_by: str
    minuted_at: datetime | None
    taken_off_by: str = ""
    taken_off_at: datetime | None = None
    taken_off_why: str = ""


@dataclass(frozen=True, slots=True)
class AwaitingPaper:
    """A paper whose approval waits for a body."""

    paper_id: UUID
    title: str
    held: bool
    step_id: UUID


@dataclass(frozen=True, slots=True)
class MeetingWithAgenda:
    """A meeting, its agenda, and what could still come onto it."""

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    waiting: tuple[AwaitingPaper, ...]
    emergencies: tuple[Approval, ...]  # done before approval and not approved yet
    taken_off: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ClerksDesk:
    """What meetings want of whoever keeps them."""

    coming: tuple[Meeting, ...]  # the soonest first
    to_minute: tuple[tuple[Meeting, AgendaItem], ...]  # the meeting has begun
    unlisted: tuple[tuple[str, AwaitingPaper], ...]  # body and paper; on no agenda to come


@dataclass(frozen=True, slots=True)
class Decision:
    """An approval as members look at it: what, by whom, under which power, what they asked."""

    id: UUID
    reference: str
    title: str
    link: str
    paper_id: UUID | None
    act: DecidedAct
    state: RequestState
    tag: Tag
    held: bool
    by: str
    power: str
    annual_pence: int
    people_affected: int | None
    asked_by: str
    asked_at: datetime
    ended_at: datetime | None
    questions: int
    unanswered: int
    look_until: datetime | None  # members may look at it until then, before it is decided
    call_in_until: datetime | None  # they may call in what was decided until then

    @property
    def open_until(self) -> datetime | None:
        """Until when members may look at it or call it in."""
        return self.look_until or self.call_in_until


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper in a list; `shared_by` names the partner whose it is, empty for one's own."""

    id: UUID
    shared_by: str
    reference: str
    title: str
    act: str
    state: PaperState
    annual_value_pence: int | None
    people_affected: int | None
    begun_by: str
    changed_at: datetime
    sent_at: datetime | None
    held: bool  # scrutiny has called it in, before or after the decision


@dataclass(frozen=True, slots=True)
class Consultation:
    """Somebody who was asked, and what they said."""

    id: UUID
    whom: Consulted
    name: str
    how: str
    on: date
    said: str
    added_by: str


@dataclass(frozen=True, slots=True)
class BackgroundPaper:
    """Something that the paper rests on."""

    id: UUID
    title: str
    link: str
    document_id: UUID | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment or advice: attached with its author and day, or not needed with a reason."""

    id: UUID
    code: str
    author: str
    written_on: date | None
    finding: str
    published: str
    document_id: UUID | None
    not_needed: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A decision paper with everything that stands in it."""

    id: UUID
    organisation_id: UUID
    partnership_id: UUID | None  # with which partnership it is shared
    organisation: str
    reference: str
    state: PaperState
    nation: Nation
    act: str
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
    begun_by_id: UUID
    begun_by: str
    begun_at: datetime
    changed_at: datetime
    request_id: UUID | None
    sent_by_id: UUID | None
    sent_by: str
    sent_at: datetime | None
    without: tuple[str, ...]
    without_reason: str
    withdrawn_reason: str
    consultations: tuple[Consultation, ...]
    background: tuple[BackgroundPaper, ...]
    assessments: tuple[Assessment, ...]
    wanted: tuple[Wanted, ...]  # what the law of the nation asks for on the day that counts

    @property
    def officers_consulted(self) -> tuple[Consultation, ...]:
        """Officers whose advice was asked for."""
        return tuple(each for each in self.consultations if each.whom in OFFICERS)

    @property
    def others_consulted(self) -> tuple[Consultation, ...]:
        """Members, bodies, people and carers who were asked."""
        return tuple(each for each in self.consultations if each.whom not in OFFICERS)

    @property
    def missing(self) -> tuple[Wanted, ...]:
        """What is neither attached nor excused."""
        given = {each.code for each in self.assessments}
        return tuple(each for each in self.wanted if each.code not in given)

    @property
    def attached(self) -> frozenset[UUID]:
        """The kept files that belong to it."""
        kept = [each.document_id for each in self.background]
        kept += [each.document_id for each in self.assessments]
        return frozenset(each for each in kept if each is not None)

    @property
    def open_to_change(self) -> bool:
        """Whether its authors still work on it."""
        return self.state in OPEN_TO_CHANGE

    @property
    def total_pence(self) -> int | None:
        """The value over the whole term, without inflation; half a penny goes up."""
        if self.annual_value_pence is None or self.term_months is None:
            return None
        return whole_pence(Fraction(self.annual_value_pence * self.term_months, 12))

    def facts(self) -> PaperFacts:
        """What the rules ask of it."""
        return PaperFacts(
            state=self.state, title=self.title, summary=self.summary, proposal=self.proposal,
            recommendation=self.recommendation, contact=self.contact,
            annual_value_pence=self.annual_value_pence, term_months=self.term_months,
            in_framework=self.in_framework, people_affected=self.people_affected,
            how_affected=self.how_affected, options=self.options, contrary=self.contrary,
            provision=self.provision, final_decision=self.final_decision,
            next_steps=self.next_steps,
            consulted=frozenset(each.whom for each in self.consultations),
            missing=tuple(each.name for each in self.missing),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class DirectionNote:
    """What the directed body said, and when."""

    kind: NoteKind
    text: str
    said_by: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction of a joint board, with what became of it."""

    id: UUID
    organisation_id: UUID
    organisation: str
    reference: str
    title: str
    to_id: UUID | None
    to: str
    text: str
    functions: str
    money_pence: int
    payment: str
    starts_on: date
    ends_before: date | None
    request_id: UUID
    rests_on: str
    replaces_id: UUID | None
    replaces: str
    replaces_how: Replacing | None
    followed_by_id: UUID | None
    followed_by: str
    state: DirectionState
    written_by: str
    written_at: datetime
    issued_by: str
    issued_at: datetime | None
    notes: tuple[DirectionNote, ...]

    @property
    def acknowledged(self) -> DirectionNote | None:
        """The directed body's word that it has the direction."""
        said = (each for each in self.notes if each.kind is NoteKind.ACKNOWLEDGED)
        return next(said, None)
