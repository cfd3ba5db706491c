"""Writes a letter to one or many from approved words, and keeps each as documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.correspond import models, rows
from carewright.correspond.actions.reach import record, refuse, template_in_reach
from carewright.correspond.queries.subjects import draft, subject
from carewright.correspond.queries.templates import template_row
from carewright.correspond.rules.approving import blockers_to_writing
from carewright.correspond.writing import as_pdf, as_word
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.printing import NoPdfHere

WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF_TYPE: Final = "application/pdf"


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A letter as files, before either is kept."""

    about: rows.Subject
    word: bytes
    pdf: bytes | None


@transaction.atomic(durable=True)
def write_letters(
    *,
    template_id: UUID,
    subject_ids: Sequence[str],
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> int:
    """Writes to all of them or to none; how many letters that were.

    A field for which nothing is known stops all: a gap in a letter is found by its reader.
    """
    found = template_in_reach(template_id, by=by, act=Act.WRITE_LETTERS)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if once.done:
        return int(once.result)
    whole = template_row(found)
    chosen = list(dict.fromkeys(subject_ids))
    refuse(blockers_to_writing(approved=whole.in_use is not None, how_many=len(chosen)))
    for drawn in _drawn(whole, chosen, by, at):
        _keep(whole, drawn, by=by, at=at)
    record(
        Act.WRITE_LETTERS, found, by=by, at=at, version=whole.in_use and whole.in_use.number,
        letters=len(chosen), subjects=chosen,
    )  # fmt: skip
    once.keep(len(chosen))
    return len(chosen)


def _drawn(
    whole: rows.Template, chosen: list[str], by: platform.Officer, at: datetime
) -> list[_Drawn]:
    """Every letter, drawn before the first is kept."""
    words = whole.in_use or whole.newest
    drafts = [
        draft(words.title, words.body, subject(whole.subject, each, seen_by=by, at=at))
        for each in chosen
    ]
    refuse([
        f"{each.subject.name}: nothing is known for {', '.join(each.missing)}"
        for each in drafts if each.missing
    ])  # fmt: skip
    name = by.organisation.name
    return [_Drawn(each.subject, as_word(each, name), _pdf(each, name)) for each in drafts]


def _pdf(each: rows.Draft, organisation: str) -> bytes | None:
    try:
        return as_pdf(each, organisation)
    except NoPdfHere:
        return None


def _keep(whole: rows.Template, drawn: _Drawn, *, by: platform.Officer, at: datetime) -> None:
    name = f"{whole.name}, {drawn.about.name}"[:240]
    words = whole.in_use or whole.newest
    word = _filed(f"{name}.docx", drawn.word, WORD_TYPE, whole, by=by, at=at)
    pdf = drawn.pdf and _filed(f"{name}.pdf", drawn.pdf, PDF_TYPE, whole, by=by, at=at)
    models.Letter.objects.create(
        organisation_id=by.organisation.id, version_id=words.id, subject_id=drawn.about.id,
        subject_name=drawn.about.name[:300], word_id=word, pdf_id=pdf or None, written_by_id=by.id,
        written_by_name=by.name, written_at=at,
    )  # fmt: skip


def _filed(
    name: str, content: bytes, content_type: str, whole: rows.Template, *,
    by: platform.Officer, at: datetime,
) -> UUID:  # fmt: skip
    return platform.file_document(
        name=name, content=BytesIO(content), content_type=content_type,
        kind=platform.DocumentKind(whole.kind.value), retention=whole.retention,
        organisation_id=by.organisation.id, by=by, at=at,
    ).id  # fmt: skip
