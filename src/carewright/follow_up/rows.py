"""What other stages and the pages see of findings, actions, plans and reviews."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO
from uuid import UUID

from carewright.follow_up.rules.life_of_an_action import ActionState
from carewright.follow_up.rules.recurrence import Recurrence
from carewright.follow_up.rules.sources import Source


@dataclass(frozen=True, slots=True)
class Agreed:
    """What has been agreed: what was found, what is done about it, by whom and by when."""

    finding: str
    action: str
    owner_words: str
    due_at: datetime
    source: Source
    owner_id: UUID | None = None
    reference: str = ""
    finding_number: str = ""
    themes: tuple[str, ...] = ()
    people_affected: int | None = None
    evidence_wanted: str = ""
    recurrence: Recurrence = Recurrence.ONCE
    plan_id: UUID | None = None
    partnership_id: UUID | None = None  # the partners with whom it is shared
    row_digest: str = ""


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that somebody gives as evidence, not kept yet."""

    name: str
    content: IO[bytes]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that something was done."""

    text: str
    document_id: UUID | None
    document_name: str
    given_by: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Action:
    """A tracked action with all that is known of it."""

    id: UUID
    organisation_id: UUID
    partnership_id: UUID | None
    reference: str  # A-0042
    state: ActionState
    finding_number: str
    finding: str
    action: str
    owner_id: UUID | None
    owner: str
    due_at: datetime
    people_affected: int | None
    evidence_wanted: str
    source: Source
    source_reference: str
    themes: tuple[str, ...]
    recurrence: Recurrence
    plan_id: UUID | None
    plan: str
    created_by: str
    created_at: datetime
    done_by_account: UUID | None
    done_by: str
    done_at: datetime | None
    closed_by: str
    settled_at: datetime | None
    reason: str
    evidence: tuple[Evidence, ...]
    first_id: UUID  # itself, when it has no earlier self
    next_id: UUID | None

    def is_overdue(self, at: datetime) -> bool:
        """Whether its moment has passed with something still to do."""
        return self.due_at <= at and self.state in (ActionState.OPEN, ActionState.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class LikeFinding:
    """An earlier finding that may be the same one."""

    id: UUID
    reference: str
    finding: str
    source: Source
    source_reference: str
    made_at: datetime
    state: ActionState
    likeness: int  # out of 100


@dataclass(frozen=True, slots=True)
class Returning:
    """A finding that has been made more than once."""

    first_id: UUID
    finding: str
    first_made_at: datetime
    came_back: int
    last_made_at: datetime
    open: int
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """Something that an officer has to do by a moment."""

    id: UUID
    reference: str
    title: str
    beneath: str
    link: str
    due_at: datetime
    people_affected: int | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class ToBeChecked:
    """Something that an officer has done and that waits for somebody else to close it."""

    title: str
    beneath: str
    link: str
    people_affected: int | None
    with_whom: str
    since: datetime


@dataclass(frozen=True, slots=True)
class ThemeProgress:
    """How far the actions of one theme have come."""

    theme: str
    settled: int
    to_check: int
    to_do: int
    overdue: int
    returned: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the actions of a plan or of a review have come."""

    actions: int = 0
    settled: int = 0
    to_check: int = 0
    to_do: int = 0
    overdue: int = 0
    returned: int = 0
    themes: tuple[ThemeProgress, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Actions that belong together."""

    id: UUID
    organisation_id: UUID
    title: str
    source: Source
    reference: str
    about: str
    common: bool
    review_id: UUID | None
    review: str
    phase: str
    begun_by: str
    begun_at: datetime


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a review."""

    id: UUID
    number: int
    name: str
    starts_on: date
    ends_before: date | None
    plans: tuple[Plan, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A look at many organisations, in phases."""

    id: UUID
    organisation_id: UUID
    title: str
    purpose: str
    begun_by: str
    begun_at: datetime
    phases: tuple[Phase, ...] = ()
    common_plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class PlanImport:
    """A file of actions that was given for a plan."""

    id: UUID
    organisation_id: UUID
    plan_id: UUID
    plan: str
    file_name: str
    text: str
    columns: dict[str, str]
    given_by: str
    given_at: datetime
    imported_at: datetime | None
    rows_added: int
    rows_known: int
    rows_left_out: int
    known_digests: frozenset[str] = field(default=frozenset())
