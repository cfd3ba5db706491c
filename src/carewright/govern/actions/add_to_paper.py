"""Writes into a paper whom it was talked over with, what it rests on and what is attached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any, Final
from uuid import UUID

from django.db import transaction

from carewright.govern import models
from carewright.govern.actions.partner_news import CHANGED, tell_partners
from carewright.govern.actions.reach import (
    CannotDo,
    claimed,
    paper_in_reach,
    record,
    refuse,
    state_of,
)
from carewright.govern.rules.assessments import blockers_to_attach, nothing_to_read
from carewright.govern.rules.consulting import Consulted
from carewright.govern.rules.nations import Nation
from carewright.govern.rules.papers import blockers_to_change, blockers_to_give
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london

PARTS: Final[dict[str, Any]] = {
    "consultation": models.Consultation,
    "background": models.BackgroundPaper,
    "assessment": models.Assessment,
}


@dataclass(frozen=True, slots=True)
class Given:
    """A file that somebody gives with an entry."""

    name: str
    content: IO[bytes]


@transaction.atomic(durable=True)
def add_consultation(
    *,
    paper_id: UUID,
    whom: Consulted,
    name: str,
    how: str,
    on: date,
    said: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Writes down who was asked, on which day, and what they said."""
    if claimed(intent, Act.WRITE_PAPER, by=by, at=at).done:
        return
    found = _open_paper(paper_id, by)
    if not said.strip() or not name.strip():
        refuse([Blocker("said", "Say who was asked and what they said")])
    models.Consultation.objects.create(
        **_part_of(found, by, at), whom=whom.value, name=name.strip(), how=how.strip(), on=on,
        said=said.strip(),
    )  # fmt: skip
    _changed(found, by, at, "consultation", {"whom": whom.value, "name": name.strip()})


@transaction.atomic(durable=True)
def add_background(
    *,
    paper_id: UUID,
    title: str,
    link: str = "",
    file: Given | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Lists something that the paper rests on, with the file or the link where there is one."""
    if claimed(intent, Act.WRITE_PAPER, by=by, at=at).done:
        return
    found = _open_paper(paper_id, by)
    refuse(blockers_to_give(own=_own(found, by), file=file is not None))
    if not title.strip():
        refuse([Blocker("title", "Give the title of the background paper")])
    models.BackgroundPaper.objects.create(
        **_part_of(found, by, at), title=title.strip(), link=link.strip(),
        document_id=keep_file(file=file, by=by, at=at),
    )  # fmt: skip
    _changed(found, by, at, "background", {"title": title.strip()})


@transaction.atomic(durable=True)
def attach_assessment(
    *,
    paper_id: UUID,
    code: str,
    author: str = "",
    written_on: date | None = None,
    finding: str = "",
    published: str = "",
    not_needed: str = "",
    file: Given | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Attaches an assessment or advice, or says why none is needed; the later entry stands."""
    if claimed(intent, Act.WRITE_PAPER, by=by, at=at).done:
        return
    found = _open_paper(paper_id, by)
    typed = {"author": author, "finding": finding, "published": published, "not_needed": not_needed}
    said = {name: words.strip() for name, words in typed.items()}
    today = in_london(at).date()
    refuse(blockers_to_attach(Nation(found.nation), code, said, written_on, today=today))
    refuse(blockers_to_give(own=_own(found, by), file=file is not None))
    document_id = keep_file(file=file, by=by, at=at) or _attached_before(found, code)
    refuse(nothing_to_read(document_id, said))
    found.assessments.filter(code=code).delete()
    models.Assessment.objects.create(
        **_part_of(found, by, at), code=code, written_on=written_on, document_id=document_id, **said
    )
    _changed(found, by, at, "assessment", {"code": code, **said})


@transaction.atomic(durable=True)
def take_out(
    *, paper_id: UUID, part: str, part_id: UUID, by: platform.Officer, at: datetime
) -> None:
    """Takes an entry out of a paper that is still being written; the record keeps what it said."""
    found = _open_paper(paper_id, by)
    entry = PARTS[part].objects.filter(pk=part_id, paper_id=found.pk).first()
    if entry is None:
        raise platform.NotYours
    said = str(entry)
    entry.delete()
    _changed(found, by, at, part, {"taken_out": said})


def keep_file(*, file: Given | None, by: platform.Officer, at: datetime) -> UUID | None:
    """The id under which a given file is kept; None where none was given."""
    if file is None:
        return None
    try:
        return platform.keep_given(
            name=file.name, content=file.content, retention=platform.Retention.PERMANENT,
            by=by, at=at,
        ).id  # fmt: skip
    except platform.CannotKeep as refused:
        raise CannotDo([Blocker("file", str(refused))]) from None


def _attached_before(found: models.Paper, code: str) -> UUID | None:
    return found.assessments.filter(code=code).values_list("document_id", flat=True).first()


def _own(found: models.Paper, by: platform.Officer) -> bool:
    return found.organisation_id == by.organisation.id


def _open_paper(paper_id: UUID, by: platform.Officer) -> models.Paper:
    found = paper_in_reach(paper_id, by=by, act=Act.WRITE_PAPER)
    refuse(blockers_to_change(state_of(found, by)))
    return found


def _part_of(found: models.Paper, by: platform.Officer, at: datetime) -> dict[str, Any]:
    return {
        "organisation_id": found.organisation_id, "paper_id": found.pk,
        "added_by_name": by.name, "added_at": at,
    }  # fmt: skip


def _changed(
    found: models.Paper, by: platform.Officer, at: datetime, part: str, said: dict[str, str]
) -> None:
    found.changed_at = at
    found.save(update_fields=["changed_at"])
    record(Act.WRITE_PAPER, found, by=by, at=at, part=part, said=said)
    tell_partners(found, CHANGED, by=by)
