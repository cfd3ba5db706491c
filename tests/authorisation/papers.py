"""What an organisation holds of papers, by the parts of addresses that lead to it."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID, uuid4

from carewright.govern import api as govern
from carewright.govern import models
from carewright.platform import api as platform
from tests.factories import govern as papers
from tests.factories import platform as make


def brought_by(by: platform.Officer, word: str) -> dict[str, str]:
    """A paper that is being written, with something that it rests on."""
    paper_id = papers.draft(by, title=f"{word} paper")
    govern.add_background(
        paper_id=paper_id, title=f"{word} survey", by=by, at=make.NOW,
        file=govern.Given(f"{word}.txt", BytesIO(b"A survey.")),
    )  # fmt: skip
    (rests_on,) = govern.paper(paper_id, seen_by=by, on=make.TODAY).background
    question = models.Question.objects.create(
        organisation_id=by.organisation.id, paper_id=paper_id, text=f"{word}?", asked_by_id=by.id,
        asked_by_name=by.name, asked_at=make.NOW,
    )  # fmt: skip
    item = _before_a_body(by, word, paper_id)
    return {
        "question_id": str(question.pk), "item_id": str(item.pk),
        "meeting_id": str(item.meeting_id), "paper_id": str(paper_id), "part_id": str(rests_on.id),
        "attachment_id": str(rests_on.document_id),
    }  # fmt: skip


def _before_a_body(by: platform.Officer, word: str, paper_id: UUID) -> models.AgendaItem:
    own = {"organisation_id": by.organisation.id}
    body = models.Body.objects.create(**own, name=f"{word} committee", kind="committee")
    meeting = models.Meeting.objects.create(**own, body=body, starts_at=make.NOW)
    return models.AgendaItem.objects.create(
        **own, meeting=meeting, number=1, paper_id=paper_id, step_id=uuid4()
    )
