"""What an organisation holds of papers, by the parts of addresses that lead to it."""

from __future__ import annotations

from io import BytesIO

from carewright.govern import api as govern
from carewright.platform import api as platform
from tests.factories import govern as papers
from tests.factories import platform as make


def brought_by(by: platform.Officer, word: str) -> dict[str, str]:
    """A paper that is being written, with something that it rests on."""
    paper_id = papers.draft(by, title=f"{word} paper")
    govern.add_background(
        paper_id=paper_id, title=f"{word} survey", by=by, at=make.NOW,
        file=govern.Given(f"{word}.txt", BytesIO(b"A survey."), "text/plain"),
    )  # fmt: skip
    (rests_on,) = govern.paper(paper_id, seen_by=by, on=make.TODAY).background
    return {
        "paper_id": str(paper_id), "part_id": str(rests_on.id),
        "attachment_id": str(rests_on.document_id),
    }  # fmt: skip
