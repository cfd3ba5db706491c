"""Pages of sourcing decisions, walked as the people who use them do."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.plan import api as plan
from carewright.plan import models
from carewright.plan.api import Criterion, Option, Step
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as decisions
from tests.factories import plan as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(by: platform.Officer) -> Client:
    """The commissioner's browser, signed in."""
    return make.signed_in(by)


def day(name: str, *parts: str) -> dict[str, str]:
    return dict(zip((f"{name}-day", f"{name}-month", f"{name}-year"), parts, strict=True))


def seen(browser: Client, route: str, *args: object) -> str:
    return browser.get(reverse(f"plan:{route}", args=args)).content.decode()


def posted(browser: Client, route: str, *args: object, **answers: object) -> str:
    where = reverse(f"plan:{route}", args=args)
    return browser.post(where, answers, follow=True).content.decode()


def test_a_decision_is_written_step_by_step_and_says_what_it_still_needs(
    by: platform.Officer, browser: Client
) -> None:
    page = posted(browser, "begin", title="Care <north>", nation="scotland")
    assert "Care &lt;north&gt;" in page
    assert "things are missing" in page
    decision_id = models.SourcingDecision.objects.get().pk
    about = {
        "title": "Care at home", "services": ["care_at_home"], "areas": "North",
        "care_groups": ["older_people"], "term_months": "48", "annual_pence": "1,200,000",
        "people_supported": "140", **day("starts_on", "1", "4", "2025"),
    }  # fmt: skip
    assert "Saved." in posted(browser, "step", decision_id, "about", **about)
    page = seen(browser, "step", decision_id, "rules")
    assert "The cost over the term reaches it" in page
    assert "Procurement Reform (Scotland) Act 2014; not verified" in page
    page = posted(
        browser, "ending", decision_id, title="Care at home, north", people="96",
        **day("last_day", "31", "3", "2027"),
    )  # fmt: skip
    assert "What stands in this step" in page
    judged = {f"{each.value}_benefits": "It stays" for each in Criterion}
    posted(browser, "option", decision_id, "grant", people_moving="0", **judged)
    assert "1 of 7 assessed" in seen(browser, "decision", decision_id)
    page = posted(
        browser, "evidence", decision_id, "needs", said="1,240 people", title="Assessment 2026",
        link="https://elmshire.example/needs",
    )  # fmt: skip
    assert "Assessment 2026" in page
    page = posted(
        browser, "step", decision_id, "advice", code="legal_advice", author="Ann Rowe",
        file=SimpleUploadedFile("advice.txt", b"Lawful."), **day("written_on", "1", "6", "2026"),
    )  # fmt: skip
    assert "Ann Rowe, 1 June 2026" in page
    found = plan.sourcing_decision(decision_id, seen_by=by)
    assert found.weighed(Option.GRANT).is_assessed
    file = found.advice[0].document_id
    answer = browser.get(reverse("plan:document", args=[decision_id, file]))
    assert b"".join(answer.streaming_content) == b"Lawful."
    assert browser.get(reverse("plan:document", args=[decision_id, uuid4()])).status_code == 404
    page = posted(browser, "ask", decision_id)
    assert "Say what people need" in page


def test_it_is_approved_put_into_force_corrected_and_set_aside(
    by: platform.Officer, second: platform.Officer, browser: Client
) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")
    decision_id = given.written(by)
    page = posted(browser, "ask", decision_id)
    assert "Add what is missing, or sign why" in page
    page = posted(browser, "ask", decision_id, reason="They follow")
    assert "The approval has been asked for" in page
    assert "Option not assessed: Give a grant" in page
    page = posted(browser, "step", decision_id, "needs", needs="Others")
    assert "More people over 85" in page
    given.approve(decision_id, by)
    assert "Approved, and not in force yet" in seen(browser, "decision", decision_id)
    assert "It is in force." in posted(browser, "do", decision_id, what="put_into_force")
    page = posted(browser, "do", decision_id, what="correct")
    assert "S-0001 version 2" in page
    assert "The new version is begun" in page
    page = posted(browser, "set_aside", decision_id, reason="The budget was cut")
    assert "Confirm that it is set aside" not in page
    theirs = make.signed_in(second)
    page = posted(theirs, "do", decision_id, what="confirm_aside")
    assert "It is set aside." in page
    assert "The budget was cut" in page


def test_the_paper_is_printed_with_what_was_not_assessed(
    by: platform.Officer, browser: Client
) -> None:
    decision_id = given.written(by)
    page = seen(browser, "decision", decision_id)
    assert "Options side by side: 5 not assessed" in page
    assert "Not assessed" in page
    answer = browser.get(reverse("plan:paper", args=[decision_id]))
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


def test_a_page_of_an_agreement_hands_over_what_ends(by: platform.Officer, browser: Client) -> None:
    agreement_id = uuid4()
    cited = f"?agreement={agreement_id}&title=Care+at+home%2C+north&reference=C-0007"
    answers = {"title": "Care at home", "nation": "scotland"}
    answer = browser.post(reverse("plan:begin") + cited, answers)
    page = browser.get(answer["Location"]).content.decode()
    assert 'value="Care at home, north"' in page
    browser.post(answer["Location"], {"title": "Care at home, north", "reference": "C-0007"})
    (decision,) = models.SourcingDecision.objects.all()
    (ending,) = plan.sourcing_decision(decision.pk, seen_by=by).endings
    assert ending.link == f"/contract/{agreement_id}/"


def test_few_people_are_not_shown_to_whoever_may_not_see_people(
    by: platform.Officer, second: platform.Officer, browser: Client
) -> None:
    decision_id = given.written(by, people_supported=140)
    given.weighed(decision_id, Option.RETENDER, by, people_moving=6)
    theirs = make.signed_in(second)
    assert "Held back" in seen(theirs, "decision", decision_id)
    assert "Held back" not in seen(browser, "decision", decision_id)
    page = seen(theirs, "option", decision_id, "retender")
    assert "people_moving" not in page
    posted(theirs, "option", decision_id, "retender", people_words="Told in time")
    kept = models.Weighed.objects.get(decision_id=decision_id, option="retender")
    assert (kept.people_moving, kept.people_words) == (6, "Told in time")


@pytest.mark.parametrize(
    ("route", "args"),
    [
        ("decision", ()),
        ("step", ("needs",)),
        ("option", ("grant",)),
        ("ending", ()),
        ("evidence", ("needs",)),
        ("ask", ()),
        ("withdraw", ()),
        ("share", ()),
        ("paper", ()),
    ],
)
def test_a_strangers_decision_does_not_exist(
    by: platform.Officer, partner: platform.Officer, route: str, args: tuple[str, ...]
) -> None:
    where = reverse(f"plan:{route}", args=[given.draft(by), *args])
    assert make.signed_in(by).get(where).status_code == 200
    assert make.signed_in(partner).get(where).status_code == 404


def test_there_is_no_other_step_and_what_cannot_be_done_says_why(
    by: platform.Officer, browser: Client
) -> None:
    decision_id = given.draft(by)
    for route, args in (("step", ["other"]), ("option", ["other"]), ("evidence", ["about"])):
        where = reverse(f"plan:{route}", args=[decision_id, *args])
        assert browser.get(where).status_code == 404
    assert "Choose what to do" in posted(browser, "do", decision_id, what="other")
    assert "Nobody has been asked" in posted(browser, "do", decision_id, what="put_into_force")


def test_whoever_reads_only_is_offered_nothing_to_write(by: platform.Officer) -> None:
    reader = make.signed_in(decisions.colleague(by, Role.DECIDING_MEMBER))
    decision_id = given.draft(by)
    assert "Begin a sourcing decision" not in seen(reader, "decisions")
    page = seen(reader, "decision", decision_id)
    assert "The steps of the paper" not in page
    assert reader.get(reverse("plan:step", args=[decision_id, "needs"])).status_code == 403


def many(by: platform.Officer, how_many: int) -> None:
    """Drafts past the actions, as only their number counts here."""
    models.SourcingDecision.objects.bulk_create(
        models.SourcingDecision(
            organisation_id=by.organisation.id, number=number, nation="scotland", title="Care",
            written_by_account=by.account_id, written_by_name="A", written_at=make.NOW,
            changed_at=make.NOW,
        )
        for number in range(100, 100 + how_many)
    )  # fmt: skip


def test_a_list_of_a_thousand_costs_as_many_queries_as_one_of_one(
    by: platform.Officer, browser: Client
) -> None:
    where, counts = reverse("plan:decisions"), []
    given.draft(by)
    browser.get(where)  # what is looked up once in a session is known from here on
    for more in (0, 999):
        many(by, more)
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(where).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 20


def test_the_list_is_narrowed_and_taken_away(by: platform.Officer, browser: Client) -> None:
    given.draft(by, title="Telecare <all>")
    given.decided(by, title="Care at home in the south")
    page = browser.get(reverse("plan:decisions"), {"answer": "retender"}).content.decode()
    assert "Care at home in the south" in page
    assert "Telecare" not in page
    taken = browser.get(reverse("plan:decisions"), {"download": "csv"})
    assert b"Telecare <all>" in taken.getvalue()


def test_each_step_says_what_it_still_asks(by: platform.Officer, browser: Client) -> None:
    decision_id: UUID = given.draft(by)
    for step in Step:
        page = seen(browser, "step", decision_id, step.value)
        assert step.label in page
    assert "Say whether something ends, or this is new" in seen(
        browser, "step", decision_id, "ends"
    )
