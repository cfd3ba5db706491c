"""Named lead officers and their training, as colleagues see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from carewright.platform.rules.training import Asked, LeadDuty


@dataclass(frozen=True, slots=True)
class TrainingTaken:
    """A course that somebody took, and the document that shows it."""

    course: str
    name: str
    taken_on: date
    valid_until: date
    document_id: UUID | None
    document: str
    recorded_by: str


@dataclass(frozen=True, slots=True)
class LeadOfficer:
    """An officer named for one duty or several, with all that is asked of them on a day."""

    officer_id: UUID
    name: str
    job_title: str
    duties: tuple[LeadDuty, ...]
    asked: tuple[Asked, ...]
    taken: tuple[TrainingTaken, ...]

    @property
    def wanting(self) -> tuple[Asked, ...]:
        """What is missing, has ended or ends soon."""
        return tuple(each for each in self.asked if each.state.wants_doing)
