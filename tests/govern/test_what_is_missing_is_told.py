"""Nobody decides without reading what the law asks for and the paper does not hold."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as ask
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db(transaction=True)


def test_whoever_decides_reads_what_is_missing_and_the_reason_that_was_signed(
    by: platform.Officer,
) -> None:
    paper_id = papers.sent(by, "Authorising director")
    director = make.signed_in(papers.colleague(by, Role.AUTHORISING_DIRECTOR))
    (asked,) = decide.approvals_about("paper", paper_id, seen_by=by)
    step = ask.open_step(asked.id, by)
    for route, ids in (("request", [asked.id]), ("decide", [asked.id, step])):
        page = director.get(reverse(f"decide:{route}", args=ids)).content.decode()
        assert "11 assessments and pieces of advice are missing" in page
        assert "Advice of the section 95 officer" in page
        assert f"{by.name} sent it on without them and signed: “They follow”" in page


def test_the_reason_stands_on_the_front_of_the_paper_page_and_file(by: platform.Officer) -> None:
    paper_id = papers.sent(by)
    page = make.signed_in(by).get(reverse("govern:paper", args=[paper_id])).content.decode()
    found = govern.paper(paper_id, seen_by=by, on=make.TODAY)
    front = govern.parts_of(found, govern.Proceedings())[0]
    words = dict(front.facts)
    why = words["Why it goes on without them"]
    assert why.startswith(f"They follow. Signed by {by.name}")
    assert words["Assessments and advice"].startswith("11 of 11 missing: Equality impact")
    word = Document(BytesIO(govern.as_word(found, govern.Proceedings())))
    assert why in page
    assert why in [cell.text for row in word.tables[0].rows for cell in row.cells]


def test_a_paper_with_all_that_the_law_asks_for_says_so_and_bothers_nobody(
    by: platform.Officer,
) -> None:
    ask.scheme(by.organisation.id, "Authorising director")
    paper_id = papers.complete(by)
    request_id = govern.send_for_approval(paper_id=paper_id, by=by, at=make.NOW)
    page = make.signed_in(by).get(reverse("decide:request", args=[request_id])).content.decode()
    assert "missing" not in page
