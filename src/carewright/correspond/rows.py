"""Templates and letters as others see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from carewright.correspond.rules.fields import SubjectKind, TemplateKind
from carewright.correspond.rules.wording import Block
from carewright.platform.api import Retention


@dataclass(frozen=True, slots=True)
class Version:
    """The words of a template at one time."""

    id: UUID
    number: int
    title: str
    body: str
    reason: str
    written_by_account: UUID
    written_by: str
    written_at: datetime
    approved_by: str
    approved_at: datetime | None


@dataclass(frozen=True, slots=True)
class Template:
    """A template with every version of its words, the newest first."""

    id: UUID
    organisation_id: UUID
    name: str
    kind: TemplateKind
    subject: SubjectKind
    retention: Retention
    versions: tuple[Version, ...]

    @property
    def newest(self) -> Version:
        """The words as they were written last, approved or not."""
        return self.versions[0]

    @property
    def in_use(self) -> Version | None:
        """The newest words that somebody approved: letters are written from these."""
        return next((each for each in self.versions if each.approved_at), None)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a letter is about, with the values of every field."""

    id: str
    name: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter before it is written: its pieces, or the fields for which nothing is known."""

    subject: Subject
    title: str
    blocks: tuple[Block, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """What was written, and the documents that it is kept as."""

    id: UUID
    version: int
    subject_id: str
    subject_name: str
    word_id: UUID
    pdf_id: UUID | None
    written_by: str
    written_at: datetime
