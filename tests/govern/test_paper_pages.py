"""Pages of papers: what is typed is kept, what is missing is said, and strangers see nothing."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.govern import models
from carewright.govern.api import Section
from carewright.platform import api as platform
from carewright.platform.api import PERMISSIONS, Act, Role
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db
MOST = 20


def section(paper_id: UUID, part: Section) -> str:
    return reverse("govern:section", args=[paper_id, part.value])


def test_a_paper_is_begun_and_its_tasks_are_shown(browser: Client) -> None:
    answers = {"title": "Framework", "act": "sourcing", "nation": "scotland"}
    page = browser.post(reverse("govern:begin"), answers, follow=True).content.decode()
    assert "P-0001" in page
    assert "What the paper still needs" in page


def test_an_incomplete_section_is_saved_and_come_back_to(
    browser: Client, by: platform.Officer
) -> None:
    paper_id = papers.draft(by)
    browser.post(section(paper_id, Section.MONEY), {"annual_value_pence": "14,000,000"})
    page = browser.get(section(paper_id, Section.MONEY)).content.decode()
    assert "14000000.00" in page
    assert "(optional)" not in page


def test_what_was_typed_is_kept_when_it_cannot_be_saved(
    browser: Client, by: platform.Officer
) -> None:
    paper_id = papers.draft(by)
    typed = {"annual_value_pence": "plenty", "term_months": "60"}
    page = browser.post(section(paper_id, Section.MONEY), typed).content.decode()
    assert "Error:" in page
    assert "plenty" in page
    assert 'value="60"' in page


def test_yes_and_no_come_back_as_they_were_given(browser: Client, by: platform.Officer) -> None:
    paper_id = papers.draft(by)
    for answer in ("yes", "no"):
        browser.post(
            section(paper_id, Section.POLICY), {"contrary": answer, "provision": "Line 14"}
        )
        page = browser.get(section(paper_id, Section.POLICY)).content.decode()
        assert f'value="{answer}" checked' in page


def test_a_consultation_is_added_and_can_be_taken_out(
    browser: Client, by: platform.Officer
) -> None:
    paper_id = papers.draft(by)
    asked = {
        "whom": "people_and_carers", "name": "Carers’ forum", "on-day": "20", "on-month": "5",
        "on-year": "2026", "said": "Keep our care workers",
    }  # fmt: skip
    where = section(paper_id, Section.CONSULTEES)
    assert "Keep our care workers" in browser.post(where, asked, follow=True).content.decode()
    entry = models.Consultation.objects.get()
    out = reverse("govern:take_out", args=[paper_id, "consultation", entry.pk])
    assert browser.post(out).status_code == 302
    assert "Nothing is entered yet" in browser.get(where).content.decode()


@pytest.mark.parametrize("role", list(Role))
def test_each_role_finds_the_pages_that_it_may_use_and_no_others(role: Role) -> None:
    browser = make.signed_in(make.officer(role))
    for route, act in (("papers", Act.SEE_PAPERS), ("begin", Act.WRITE_PAPER)):
        allowed = role in PERMISSIONS[act].roles
        assert browser.get(reverse(f"govern:{route}")).status_code == (200 if allowed else 403)


def test_who_may_only_read_sees_no_tasks(by: platform.Officer) -> None:
    paper_id = papers.draft(by)
    mine = models.Paper.objects.get(pk=paper_id).organisation
    auditor = make.signed_in(make.officer(Role.INTERNAL_AUDITOR, organisation=mine))
    page = auditor.get(reverse("govern:paper", args=[paper_id])).content.decode()
    assert "What the paper still needs" not in page


@pytest.mark.parametrize("how_many", [1, 1_000])
def test_the_list_of_papers_asks_few_questions(
    how_many: int, browser: Client, by: platform.Officer
) -> None:
    first = models.Paper.objects.get(pk=papers.draft(by))
    models.Paper.objects.bulk_create(
        models.Paper(
            organisation_id=first.organisation_id, number=number, nation="scotland",
            act="sourcing", title=f"Paper {number}", begun_by_id=by.id, begun_by_name=by.name,
            begun_at=make.NOW, changed_at=make.NOW,
        )
        for number in range(2, how_many + 1)
    )  # fmt: skip
    assert questions(browser, reverse("govern:papers")) <= MOST
    assert questions(browser, reverse("govern:papers") + "?q=paper&sort=title") <= MOST


def test_the_page_of_one_paper_asks_few_questions(browser: Client, by: platform.Officer) -> None:
    assert questions(browser, reverse("govern:paper", args=[papers.complete(by)])) <= MOST


def questions(browser: Client, address: str) -> int:
    browser.get(address)  # whatever is kept from one request to the next is kept now
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)
