"""A paper put into a partnership: partners read, ask, write and are told as far as was agreed."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

import pytest
from django.db import connection
from django.urls import reverse

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.govern import models
from carewright.govern.api import Consulted, Section, SourceKind
from carewright.notify.models import Notification
from carewright.platform import api as platform
from carewright.platform.api import Level, Role, SharedKind, acting_for
from tests.factories import decide as decisions
from tests.factories import govern as given
from tests.factories import platform as make
from tests.factories import together
from tests.register.working import do_queued_work, does, queued_work

pytestmark = pytest.mark.django_db
READING = ("paper", "word")
WRITING = ("check", "withdraw", "share_paper", "call_for_scrutiny", "end_scrutiny", "cannot_wait")
TABLES = (
    models.Paper, models.Consultation, models.BackgroundPaper, models.Assessment,
    models.Scrutiny, models.Question, models.Answer,
)  # fmt: skip


@pytest.fixture
def partner(db: None) -> platform.Officer:
    """Somebody elsewhere who brings papers and asks about them."""
    return make.officer(Role.COMMISSIONER, Role.SCRUTINY_MEMBER, Role.DECIDING_MEMBER)


def shared(
    paper_id: UUID, by: platform.Officer, partner: platform.Officer, level: Level
) -> tuple[platform.Officer, platform.Officer]:
    """The paper in a partnership, and both sides as they are now."""
    joint = together.partnership(by, partner, shared={SharedKind.PAPER: level})
    owner, other = together.again(by), together.again(partner)
    govern.share_paper(paper_id=paper_id, partnership_id=joint, by=owner, at=make.NOW)
    return owner, other


def filled(by: platform.Officer) -> UUID:
    """A sent paper with something in every table."""
    member = given.colleague(by, Role.SCRUTINY_MEMBER)
    decisions.scheme(by.organisation.id, "Authorising director")
    paper_id = given.complete(by)
    done = {"paper_id": paper_id, "at": make.NOW}
    govern.add_background(title="A survey", by=by, **done)
    govern.send_for_approval(by=by, **done)
    govern.call_for_scrutiny(reason="Wages", by=member, **done)
    question_id = govern.ask_question(text="Why now?", by=member, **done)
    govern.answer_question(
        question_id=question_id, text="The lease ends", source_kind=SourceKind.NONE, by=by,
        at=make.NOW,
    )  # fmt: skip
    return paper_id


def seen_in_the_tables(by: platform.Officer) -> list[bool]:
    """Which tables show an organisation anything where no query filters."""
    with acting_for(by.organisation.id):
        return [table.objects.exists() for table in TABLES]


def test_the_database_shows_a_partner_the_paper_and_all_that_stands_in_it_and_nobody_else(
    by: platform.Officer, partner: platform.Officer
) -> None:
    paper_id, stranger = filled(by), make.commissioner()
    assert seen_in_the_tables(by) == [True] * len(TABLES)
    assert seen_in_the_tables(partner) == [False] * len(TABLES)
    owner, _ = shared(paper_id, by, partner, Level.SEE)
    together.partnership(by, stranger, shared={SharedKind.TASK: Level.DECIDE})
    assert seen_in_the_tables(partner) == [True] * len(TABLES)
    assert seen_in_the_tables(stranger) == [False] * len(TABLES)
    govern.share_paper(paper_id=paper_id, partnership_id=None, by=owner, at=make.NOW)
    assert seen_in_the_tables(partner) == [False] * len(TABLES)


@pytest.mark.parametrize("level", [Level.SEE, Level.COMMENT])
def test_below_deciding_the_database_lets_a_partner_change_nothing(
    level: Level, by: platform.Officer, partner: platform.Officer
) -> None:
    shared(filled(by), by, partner, level)
    with acting_for(partner.organisation.id), connection.cursor() as cursor:
        for table in TABLES:
            name = table._meta.db_table
            for words in (f"UPDATE {name} SET id = id", f"DELETE FROM {name}"):
                cursor.execute(words)
                assert cursor.rowcount == 0, words


def test_it_is_shared_on_its_page_and_says_so_on_both_sides(
    by: platform.Officer, partner: platform.Officer
) -> None:
    joint = together.partnership(by, partner, shared={SharedKind.PAPER: Level.SEE})
    name = platform.partnership(joint, seen_by=by).name
    paper_id, window, theirs = filled(by), make.signed_in(by), make.signed_in(partner)
    there, share = (reverse(f"govern:{r}", args=[paper_id]) for r in ("paper", "share_paper"))
    assert "Share it with partners" in window.get(there).text
    window.post(share, {"partnership": str(joint)})
    assert f"Shared with partners under {name}" in window.get(there).text
    page = theirs.get(there).text
    assert f"Shared by {by.organisation.name} under {name}. You may see" in page
    assert "The lease ends" in page
    assert "Ask a question" not in page
    assert f"shared by {by.organisation.name}" in theirs.get(reverse("govern:papers")).text
    window.post(share, {"partnership": "nobody"})
    assert theirs.get(there).status_code == 404


@pytest.mark.parametrize("level", Level)
def test_a_partner_reads_it_and_meets_404_wherever_the_level_does_not_reach(
    level: Level, by: platform.Officer, partner: platform.Officer
) -> None:
    paper_id, window = filled(by), make.signed_in(partner)
    shared(paper_id, by, partner, level)
    reached = {
        route: window.get(reverse(f"govern:{route}", args=[paper_id])).status_code
        for route in (*READING, *WRITING, "ask")
    }
    write = window.get(reverse("govern:section", args=[paper_id, "money"])).status_code
    assert {reached[route] for route in READING} == {200}
    assert {reached[route] for route in WRITING} == {404}
    assert reached["ask"] == (404 if level is Level.SEE else 200)
    assert write == (302 if level is Level.DECIDE else 404)  # it is sent, so nobody changes it


def test_a_worker_that_dies_after_telling_has_nobody_told_twice(
    by: platform.Officer, partner: platform.Officer
) -> None:
    paper_id = filled(by)
    shared(paper_id, by, partner, Level.COMMENT)
    for job in queued_work():
        does(job)
        told = Notification.objects.count()
        does(job)  # another worker takes it up again
        assert Notification.objects.count() == told > 0


def test_a_partners_member_asks_and_is_told_of_the_answer_by_the_worker(
    by: platform.Officer, partner: platform.Officer
) -> None:
    paper_id = filled(by)
    shared(paper_id, by, partner, Level.COMMENT)
    do_queued_work()
    window = make.signed_in(partner)
    window.post(reverse("govern:ask", args=[paper_id]), {"text": "Who pays?"})
    asked = models.Question.objects.get(text="Who pays?")
    assert asked.organisation_id == by.organisation.id
    page = make.signed_in(by).get(reverse("govern:paper", args=[paper_id])).text
    assert f"{partner.name}, {partner.organisation.name} asked on" in page
    assert not Notification.objects.filter(title__startswith="A member asks: P-0001").filter(
        officer_id=by.id, kind="shared"
    )
    do_queued_work()
    assert Notification.objects.filter(
        officer_id=by.id, kind="shared", title__startswith="A member asks"
    ).exists()
    govern.answer_question(
        question_id=asked.pk, text="We both do", source_kind=SourceKind.NONE,
        by=together.again(by), at=make.NOW,
    )  # fmt: skip
    do_queued_work()
    told = Notification.objects.filter(officer_id=partner.id, title__startswith="A question was")
    assert [each.kind for each in told] == ["shared"]
    for officer in (by, partner):
        with acting_for(officer.organisation.id):
            acts = [e.act for e in platform.events_about("paper", paper_id, seen_by=officer)]
        assert "ask_about_paper" in acts


def test_at_the_level_of_deciding_a_partner_writes_and_then_decides_nothing_of_it(
    by: platform.Officer, partner: platform.Officer
) -> None:
    paper_id = given.complete(by)
    owner, other = shared(paper_id, by, partner, Level.DECIDE)
    done = {"paper_id": paper_id, "by": other, "at": make.NOW}
    with acting_for(other.organisation.id, account_id=other.account_id):
        govern.save_section(section=Section.PROPOSAL, answers={"summary": "Ours too"}, **done)
        govern.add_consultation(
            whom=Consulted.LEGAL, name="Their lawyer", how="", on=given.ON, said="Yes", **done
        )
        govern.attach_assessment(code="equality", not_needed="Nobody is affected", **done)
        file = govern.Given("a.txt", BytesIO(b"A survey."))
        with pytest.raises(govern.CannotDo, match="Give a link"):
            govern.add_background(title="A survey", file=file, **done)
        for refused in (govern.send_for_approval, govern.withdraw_paper):
            more = {"reason": "So"} if refused is govern.withdraw_paper else {}
            with pytest.raises(platform.NotYours):
                refused(**done, **more)
    found = govern.paper(paper_id, seen_by=owner, on=make.TODAY)
    assert found.summary == "Ours too"
    assert "Their lawyer" in [each.name for each in found.consultations]
    (equality,) = [each for each in found.assessments if each.code == "equality"]
    assert equality.not_needed == "Nobody is affected"
    decisions.scheme(by.organisation.id, "Authorising director")
    govern.send_for_approval(paper_id=paper_id, by=owner, at=make.NOW)
    (asked,) = govern.decisions(seen_by=owner, at=make.NOW)
    authors = decide.approval(asked.id, seen_by=owner).author_account_ids
    assert other.account_id in authors


def test_whoever_the_paper_is_no_longer_shared_with_is_told_nothing(
    by: platform.Officer, partner: platform.Officer
) -> None:
    paper_id = given.draft(by)
    owner, _ = shared(paper_id, by, partner, Level.SEE)
    govern.share_paper(paper_id=paper_id, partnership_id=None, by=owner, at=make.NOW)
    do_queued_work()
    assert not Notification.objects.filter(officer_id=partner.id).exists()


def test_a_partner_is_told_of_changes_once_until_they_are_read(
    by: platform.Officer, partner: platform.Officer
) -> None:
    paper_id = given.draft(by)
    owner, _ = shared(paper_id, by, partner, Level.SEE)
    for words in ("One", "Two"):
        govern.save_section(
            paper_id=paper_id, section=Section.PROPOSAL, answers={"summary": words}, by=owner,
            at=make.NOW,
        )  # fmt: skip
    do_queued_work()
    told = Notification.objects.filter(officer_id=partner.id).order_by("told_at")
    assert [each.title.split(":")[0] for each in told] == ["Shared with you", "Changed"]
    assert by.organisation.name in told[0].title


def test_a_partner_reads_that_it_was_decided_and_nothing_else_of_the_request(
    by: platform.Officer, partner: platform.Officer
) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")
    paper_id = given.complete(by)
    govern.send_for_approval(paper_id=paper_id, by=by, at=make.NOW)
    owner, other = shared(paper_id, by, partner, Level.SEE)
    (asked,) = decide.approvals_about("paper", paper_id, seen_by=owner)
    window = make.signed_in(other)
    there, listed = reverse("govern:paper", args=[paper_id]), reverse("govern:papers")
    for path in (there, listed):
        assert "Sent for approval</strong>" in window.get(path).text
    director = given.colleague(by, Role.AUTHORISING_DIRECTOR)
    decisions.approved(asked.id, director)
    for path in (there, listed):
        page = window.get(path).text
        assert "Decided</strong>" in page
        assert "Sent for approval</strong>" not in page
        assert asked.reference not in page
    with pytest.raises(platform.NotFound):
        decide.state_of(asked.id, seen_by=other)
    stranger = make.commissioner()
    with acting_for(stranger.organisation.id), connection.cursor() as cursor:
        cursor.execute("SELECT govern_became_of(%s)", [paper_id])
        assert cursor.fetchone() == (None,)
