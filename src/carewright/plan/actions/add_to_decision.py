"""Writes into a decision what ends, what its answers rest on, and which advice is attached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from carewright.govern import api as govern
from carewright.govern.api import Given, Nation
from carewright.plan.actions.reach import (
    claimed,
    draft_in_reach,
    record,
    refuse,
    refuse_if,
    touch,
)
from carewright.plan.models import Advice, Ending, Evidence, SourcingDecision
from carewright.plan.queries.sources import source_of
from carewright.plan.rules.words import QUESTIONS, EvidenceKind, Step
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london

PARTS: Final[dict[str, Any]] = {"ending": Ending, "evidence": Evidence, "advice": Advice}
#: Anything else would be drawn as a link and might run.
ADDRESSES: Final = ("https://", "http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingWords:
    """An agreement that ends, as it is cited; what is not known stays empty."""

    title: str
    cited_id: UUID | None = None
    reference: str = ""
    provider: str = ""
    last_day: date | None = None
    people: int | None = None


@transaction.atomic(durable=True)
def add_ending(
    *,
    decision_id: UUID,
    words: EndingWords,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Names an agreement that ends, with what is known of it today."""
    if claimed(intent, Act.WRITE_SOURCING, by=by, at=at).done:
        return
    found = draft_in_reach(decision_id, by=by)
    refuse_if(not words.title.strip(), "Say what ends", "title")
    again = words.cited_id and found.endings.filter(cited_id=words.cited_id).exists()
    refuse_if(again, "This agreement is named already", "title")
    Ending.objects.create(
        **_part_of(found, by, at), cited_id=words.cited_id, reference=words.reference.strip(),
        title=words.title.strip(), provider=words.provider.strip(), last_day=words.last_day,
        people=words.people,
    )  # fmt: skip
    found.is_new = False
    _changed(found, by, at, "ending", added=words.title.strip())


@transaction.atomic(durable=True)
def add_evidence(
    *,
    decision_id: UUID,
    step: Step,
    source: str,
    said: str,
    title: str = "",
    link: str = "",
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Links what an answer rests on, with what it says today and the digest of what was cited.

    `source` names something of this service, as 'projection:' and its id; with an empty one,
    title and address of something published elsewhere are given.
    """
    if claimed(intent, Act.WRITE_SOURCING, by=by, at=at).done:
        return
    found = draft_in_reach(decision_id, by=by)
    refuse_if(step not in QUESTIONS, "This step asks for no evidence")
    refuse_if(not said.strip(), "Say what it says: the figure or the words", "said")
    cited = _cited(source, title, link, by)
    Evidence.objects.create(**_part_of(found, by, at), **cited, step=step.value, said=said.strip())
    _changed(found, by, at, "evidence", added=cited["title"], step=step.value)


@transaction.atomic(durable=True)
def attach_advice(
    *,
    decision_id: UUID,
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
    """Attaches advice or an assessment, or says why none is needed; the later entry stands.

    Which are asked for and what makes an entry count are the same as in a paper for a committee.
    """
    if claimed(intent, Act.WRITE_SOURCING, by=by, at=at).done:
        return
    found = draft_in_reach(decision_id, by=by)
    typed = {"author": author, "finding": finding, "published": published, "not_needed": not_needed}
    said = {name: words.strip() for name, words in typed.items()}
    nation, today = Nation(found.nation), in_london(at).date()
    refuse(govern.blockers_to_attach(nation, code, said, written_on, today=today))
    own = found.organisation_id == by.organisation.id
    refuse_if(file and not own, "Give a link, or send the file to whoever owns it", "file")
    former = found.advices.filter(code=code)
    kept = former.values_list("document_id", flat=True).first()
    document_id = govern.keep_file(file=file, by=by, at=at) or kept
    refuse(govern.nothing_to_read(document_id, said))
    former.delete()
    Advice.objects.create(
        **_part_of(found, by, at), code=code, written_on=written_on, document_id=document_id, **said
    )
    _changed(found, by, at, "advice", added=code, **said)


@transaction.atomic(durable=True)
def take_out(
    *, decision_id: UUID, part: str, part_id: UUID, by: platform.Officer, at: datetime
) -> None:
    """Takes an entry out of a draft; the record keeps what it was."""
    found = draft_in_reach(decision_id, by=by)
    entry = PARTS[part].objects.filter(pk=part_id, decision_id=found.pk).first()
    if entry is None:
        raise platform.NotYours
    said = str(entry)
    entry.delete()
    _changed(found, by, at, part, taken_out=said)


def _cited(source: str, title: str, link: str, by: platform.Officer) -> dict[str, Any]:
    if source:
        found = source_of(source, seen_by=by)
        if found is None:
            raise platform.NotYours
        return {
            "kind": found.kind.value, "cited_id": found.id, "title": found.title[:300],
            "digest": found.digest, "link": found.link,
        }  # fmt: skip
    refuse_if(not title.strip(), "Choose what it is, or give its title", "title")
    refuse_if(
        not link.strip().startswith(ADDRESSES), "Give the address where it is published", "link"
    )
    return {"kind": EvidenceKind.LINK.value, "title": title.strip(), "link": link.strip()}


def _part_of(found: SourcingDecision, by: platform.Officer, at: datetime) -> dict[str, Any]:
    return {
        "organisation_id": found.organisation_id, "decision_id": found.pk,
        "added_by_name": by.name, "added_at": at,
    }  # fmt: skip


def _changed(
    found: SourcingDecision, by: platform.Officer, at: datetime, part: str, **said: str
) -> None:
    touch(found, by, at)
    found.save(update_fields=["touched_by_accounts", "changed_at", "is_new"])
    record(Act.WRITE_SOURCING, found, by=by, at=at, part=part, **said)
