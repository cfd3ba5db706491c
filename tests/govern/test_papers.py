"""A paper is written section by section, and says what it lacks before anybody decides."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from carewright.govern import api as govern
from carewright.govern.api import Consulted, Nation, Section
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db
DONE = {"at": make.NOW}


def seen(paper_id: object, by: platform.Officer) -> govern.Paper:
    return govern.paper(paper_id, seen_by=by, on=make.TODAY)  # type: ignore[arg-type]


def test_papers_are_numbered_one_after_another_within_an_organisation(by: platform.Officer) -> None:
    first, second = papers.draft(by), papers.draft(by)
    assert [seen(each, by).reference for each in (first, second)] == ["P-0001", "P-0002"]
    other = make.commissioner()
    assert seen(papers.draft(other), other).reference == "P-0001"


def test_a_section_can_be_saved_before_it_is_complete(by: platform.Officer) -> None:
    paper_id = papers.draft(by)
    govern.save_section(
        paper_id=paper_id, section=Section.MONEY, answers={"annual_value_pence": 500}, by=by, **DONE
    )
    found = seen(paper_id, by)
    assert found.annual_value_pence == 500
    assert found.term_months is None
    assert "money" in {each.field for each in govern.unanswered(found.facts())}


def test_a_section_changes_nothing_of_another(by: platform.Officer) -> None:
    paper_id = papers.draft(by)
    govern.save_section(
        paper_id=paper_id, section=Section.MONEY, answers={"summary": "Slipped in"}, by=by, **DONE
    )
    assert seen(paper_id, by).summary == ""


def test_fourteen_million_a_year_for_five_years_is_seventy_million_before_inflation(
    by: platform.Officer,
) -> None:
    assert seen(papers.written(by), by).total_pence == 7_000_000_000


def test_what_is_missing_is_listed_until_it_is_attached_or_excused(by: platform.Officer) -> None:
    paper_id = papers.written(by)
    before = {each.code for each in seen(paper_id, by).missing}
    assert {"equality", "islands", "safe_staffing", "finance_advice"} <= before
    govern.attach_assessment(
        paper_id=paper_id,
        code="equality",
        author="A. Author",
        written_on=papers.ON,
        published="https://elmshire.example/eqia",
        by=by,
        **DONE,
    )
    govern.attach_assessment(
        paper_id=paper_id, code="islands", not_needed="There is no island here", by=by, **DONE
    )
    assert {each.code for each in seen(paper_id, by).missing} == before - {"equality", "islands"}


@pytest.mark.parametrize(
    "given",
    [
        {"author": "", "written_on": papers.ON},
        {"author": "A", "written_on": None},
        {"code": "x"},
        {"published": " "},
    ],
)
def test_an_assessment_without_author_day_or_anything_to_read_is_not_attached(
    given: dict[str, object], by: platform.Officer
) -> None:
    paper_id = papers.draft(by)
    wanted = {"code": "equality", "author": "A", "written_on": papers.ON, "published": "a.example"}
    with pytest.raises(govern.CannotDo):
        govern.attach_assessment(paper_id=paper_id, **{**wanted, **given}, by=by, **DONE)  # type: ignore[arg-type]


def test_a_file_that_comes_with_an_assessment_is_kept_and_can_be_opened(
    by: platform.Officer, browser: Client
) -> None:
    paper_id = papers.draft(by)
    govern.attach_assessment(
        paper_id=paper_id, code="equality", author="A", written_on=papers.ON,
        file=govern.Given("eqia.txt", BytesIO(b"Nobody is worse off.")),
        by=by, **DONE,
    )  # fmt: skip
    (attached,) = seen(paper_id, by).assessments
    opened = browser.get(reverse("govern:document", args=[paper_id, attached.document_id]))
    assert b"".join(opened.streaming_content) == b"Nobody is worse off."  # type: ignore[attr-defined]
    assert browser.get(reverse("govern:document", args=[paper_id, uuid4()])).status_code == 404


def test_what_is_taken_out_leaves_the_paper_and_stays_in_the_record(by: platform.Officer) -> None:
    paper_id = papers.draft(by)
    govern.add_consultation(
        paper_id=paper_id, whom=Consulted.PEOPLE_AND_CARERS, name="Carers’ forum", how="",
        on=papers.ON, said="Keep the same care workers", by=by, **DONE,
    )  # fmt: skip
    (entry,) = seen(paper_id, by).others_consulted
    govern.take_out(paper_id=paper_id, part="consultation", part_id=entry.id, by=by, **DONE)
    assert seen(paper_id, by).others_consulted == ()
    events = platform.events_about("paper", paper_id, seen_by=by)
    assert any("Keep the same care workers" in str(event.facts) for event in events)


def test_nobody_writes_in_the_paper_of_another_organisation(by: platform.Officer) -> None:
    paper_id = papers.draft(by)
    stranger = make.commissioner()
    with pytest.raises(platform.NotYours):
        govern.save_section(
            paper_id=paper_id,
            section=Section.OPTIONS,
            answers={"options": "x"},
            by=stranger,
            **DONE,
        )
    with pytest.raises(platform.NotFound):
        seen(paper_id, stranger)


def test_who_may_only_read_begins_no_paper(by: platform.Officer) -> None:
    with pytest.raises(platform.NotPermitted):
        papers.draft(make.officer(Role.INTERNAL_AUDITOR))


def test_the_nation_is_known_by_the_areas_code() -> None:
    assert govern.nation_of("S12000047") is Nation.SCOTLAND
    assert govern.nation_of("E10000014") is Nation.ENGLAND
    assert govern.nation_of(None) is None
