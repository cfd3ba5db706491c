"""News stands on the desk, comes by mail after the transaction, and says how far the mail is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from smtplib import SMTPServerDisconnected
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from carewright.notify import api as notify
from carewright.notify import jobs, models
from carewright.notify.api import DeliveryState, NewsKind, Pace, Wishes
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.platform.models import Organisation as PlatformOrganisation
from tests.factories import notify as tell
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

POST_ROOM = platform.Operator("Post room")


@pytest.fixture
def by() -> platform.Officer:
    return make.commissioner()


def send(officer: platform.Officer, after: timedelta = timedelta(0)) -> int:
    return notify.send_due_mail(officer_id=officer.id, by=POST_ROOM, at=make.NOW + after)


def choose(by: platform.Officer, **given: object) -> None:
    notify.choose_how_to_be_told(wishes=Wishes(**given), by=by, at=make.NOW)  # type: ignore[arg-type]


def test_nobody_is_told_of_their_own_act(by: platform.Officer) -> None:
    other = make.commissioner()
    tell.told(other, officer_ids=[by.id, other.id], by=by)
    assert [each.officer_id for each in models.Notification.objects.all()] == [other.id]


def test_news_comes_by_mail_with_its_page_and_says_so_on_the_list(by: platform.Officer) -> None:
    tell.told(by, link="/follow-up/actions/7/")
    assert send(by) == 1
    (sent,) = mail.outbox
    assert sent.to == [by.email]
    assert sent.subject == "Carewright: There is news of an action"
    assert "Action CR-7 is due" in sent.body
    assert "http://127.0.0.1:8000/follow-up/actions/7/" in sent.body
    assert "Sent on 3 June 2026" in make.signed_in(by).get("/notices/").content.decode()
    assert send(by) == 0


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        (NewsKind.DECIDE, "A decision waits for you"),
        (NewsKind.DECIDED, "There is news of your request"),
        (NewsKind.ACTED_FIRST, "Something was done before it was approved"),
        (NewsKind.OVERDUE, "Something is overdue"),
        (NewsKind.FOLLOW_UP, "There is news of an action"),
        (NewsKind.GOVERN, "There is news of a paper"),
        (NewsKind.WORK, "Work that you asked for ended"),
        (NewsKind.OTHER, "There is news on your desk"),
    ],
)
def test_each_kind_of_news_has_its_own_subject_line(
    kind: NewsKind, subject: str, by: platform.Officer
) -> None:
    tell.told(by, kind=kind)
    send(by)
    assert [sent.subject for sent in mail.outbox] == [f"Carewright: {subject}"]


@pytest.mark.parametrize("kind", NewsKind)
@pytest.mark.parametrize("how_many", [1, 2])
def test_no_subject_line_holds_anything_of_what_it_is_about(
    kind: NewsKind, how_many: int, by: platform.Officer
) -> None:
    canary, reference = "Zqcanaryqz", f"ref-{uuid4()}"
    for _ in range(how_many):
        tell.told(by, kind=kind, title=canary, subject_id=reference, link=f"/x/{canary}/")
    send(by)
    for sent in mail.outbox:
        head = sent.message().as_string().split("\n\n")[0]
        assert canary not in head
        assert reference not in head
        assert by.organisation.name not in sent.subject


def test_mail_waits_for_the_end_of_quiet_hours(by: platform.Officer) -> None:
    evening = make.NOW.replace(hour=20)
    tell.told(by, at=evening)
    assert send(by, timedelta(hours=8, minutes=30)) == 0
    page = make.signed_in(by).get("/notices/").content.decode()
    assert "Goes out on 4 June 2026, 7\u00a0am" in page
    assert send(by, timedelta(hours=18, minutes=1)) == 1


def test_a_digest_gathers_a_day_in_one_mail(by: platform.Officer) -> None:
    choose(by, pace=Pace.DAILY, digest_at=time(8))
    for number, kind in enumerate((NewsKind.FOLLOW_UP, NewsKind.GOVERN, NewsKind.WORK)):
        tell.told(by, title=f"Thing {number}", kind=kind)
    assert send(by) == 0
    assert send(by, timedelta(days=1)) == 1
    (sent,) = mail.outbox
    assert sent.subject == "Carewright: What happened since yesterday"
    assert [f"Thing {n}" in sent.body for n in range(3)] == [True] * 3


def test_a_transaction_that_fails_tells_nobody(by: platform.Officer) -> None:
    with transaction.atomic():
        tell.told(by)
        transaction.set_rollback(True)
    assert (queued(), models.Notification.objects.count()) == (0, 0)
    tell.told(by)
    assert queued() == 1


def queued() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'notify.send_due_mail'"
        )
        return int(cursor.fetchone()[0])


class Down:
    """A mail server that is away, so many times."""

    def __init__(self, times: int) -> None:
        self.times = times

    def __call__(self, *_: object, **__: object) -> int:
        self.times -= 1
        if self.times >= 0:
            raise SMTPServerDisconnected(f"no {make.NOW}")
        return 1


@pytest.fixture
def down(monkeypatch: pytest.MonkeyPatch) -> Iterator[Down]:
    server = Down(1)
    backend = "django.core.mail.backends.locmem.EmailBackend.send_messages"
    monkeypatch.setattr(backend, server)
    return server  # type: ignore[return-value]


def job(attempts: int) -> SimpleNamespace:
    return SimpleNamespace(job=SimpleNamespace(attempts=attempts))


def run(by: platform.Officer, attempts: int = 0) -> None:
    ids = {"organisation_id": str(by.organisation.id), "officer_id": str(by.id)}
    jobs.send_due_mail.func(job(attempts), **ids)


def test_a_mail_server_that_is_away_is_tried_again(by: platform.Officer, down: Down) -> None:
    tell.told(by)
    with pytest.raises(notify.MailFailed, match="SMTPServerDisconnected"):
        run(by)
    found = models.Delivery.objects.get()
    assert (found.state, found.problem) == (DeliveryState.FAILED, "SMTPServerDisconnected")
    assert "it is tried again" in make.signed_in(by).get("/notices/").content.decode()
    run(by, 1)
    found.refresh_from_db()
    assert (found.state, found.attempts, found.problem) == (DeliveryState.SENT, 2, "")


def test_after_the_last_attempt_the_list_says_that_no_mail_came(
    by: platform.Officer, down: Down
) -> None:
    down.times = 9
    tell.told(by)
    with pytest.raises(notify.MailFailed):
        run(by, jobs.ATTEMPTS - 1)
    assert models.Delivery.objects.get().state == DeliveryState.GIVEN_UP
    page = make.signed_in(by).get("/notices/").content.decode()
    assert "No mail could be sent" in page
    assert "Action CR-7 is due" in page


def test_an_officer_who_has_left_gets_no_mail(by: platform.Officer) -> None:
    tell.told(by)
    platform.deactivate_officer(officer_id=by.id, reason="Left", by=make.OPERATOR, at=make.NOW)
    send(by)
    assert (mail.outbox, models.Delivery.objects.get().state) == ([], DeliveryState.GIVEN_UP)


def test_every_move_of_a_mail_is_declared() -> None:
    assert set(notify.MOVES) == set(DeliveryState)


def test_everything_is_marked_as_read_but_nobody_else_s(by: platform.Officer) -> None:
    other = make.commissioner()
    for officer in (by, by, other):
        tell.told(officer)
    browser = make.signed_in(by)
    assert "2 new pieces of news" in browser.get("/notices/").content.decode()
    page = browser.post("/notices/read/", follow=True).content.decode()
    assert "No new news" in page
    assert notify.unread(seen_by=other) == 1


def test_the_page_keeps_what_was_chosen_and_refuses_half_of_quiet_hours(
    by: platform.Officer,
) -> None:
    browser = make.signed_in(by)
    answers = {"pace": "daily", "digest_at": "09:30", "quiet_from": "20:00", "quiet_until": "",
               "wanted": ["govern"], "language": "cy"}  # fmt: skip
    assert (
        "Give both times, or neither" in browser.post("/notices/choose/", answers).content.decode()
    )
    browser.post("/notices/choose/", answers | {"quiet_until": "06:00"})
    found = notify.wishes(seen_by=by)
    assert (found.pace, found.digest_at, found.language) == (Pace.DAILY, time(9, 30), "cy")
    assert found.off == {"follow_up", "shared", "work", "other"}
    assert 'value="09:30"' in browser.get("/notices/choose/").content.decode()


def test_kinds_that_always_come_cannot_be_switched_off(by: platform.Officer) -> None:
    with pytest.raises(notify.CannotChoose):
        choose(by, off=frozenset({"decide"}))


def test_one_organisation_sees_nothing_of_another_s_news_even_without_a_filter(
    by: platform.Officer,
) -> None:
    tell.told(by)
    choose(by)
    with platform.acting_for(make.organisation().id):
        assert not models.Notification.objects.exists()
        assert not models.Preference.objects.exists()


@pytest.mark.parametrize("how_many", [1, 1_000])
def test_the_list_asks_few_questions(how_many: int, by: platform.Officer) -> None:
    first = tell.told(by)
    models.Notification.objects.bulk_create(
        models.Notification(
            organisation_id=first.organisation_id, officer_id=by.id, kind="other", subject_kind="x",
            subject_id="x", title="News", link="/x/", told_at=make.NOW,
        )
        for _ in range(how_many - 1)
    )  # fmt: skip
    browser = make.signed_in(by)
    browser.get("/notices/")
    with CaptureQueriesContext(connection) as asked:
        assert browser.get("/notices/?read=new").status_code == 200
    assert len(asked) <= 12


def test_a_provider_has_news_too() -> None:
    assert make.signed_in(make.officer(Role.BID_WRITER)).get("/notices/").status_code == 200


def test_whoever_stands_in_is_told_for_whom_and_only_while_they_do(by: platform.Officer) -> None:
    deputy = make.commissioner(organisation=PlatformOrganisation.objects.get(pk=by.organisation.id))
    platform.arrange_cover(
        absent_id=by.id, deputy_id=deputy.id, starts_on=make.TODAY,
        ends_before=make.TODAY + timedelta(days=7), by=by, at=make.NOW,
    )  # fmt: skip
    tell.told(by)
    tell.told(by, officer_ids=[by.id, deputy.id], title="Told anyway")
    tell.told(by, by=deputy, title="Done by the deputy")
    tell.told(by, at=make.NOW + timedelta(days=8), title="Later")
    found = models.Notification.objects.filter(officer_id=deputy.id).order_by("told_at", "title")
    assert [(each.title, each.stands_in_for) for each in found] == [
        ("Action CR-7 is due", by.name), ("Told anyway", ""),
    ]  # fmt: skip
    page = make.signed_in(deputy).get("/notices/").content.decode()
    assert f"For {by.name}, for whom you stand in" in page
    send(deputy)
    assert f"For {by.name}, for whom you stand in" in mail.outbox[0].body


def test_the_frame_of_every_page_counts_what_is_new_with_one_query(by: platform.Officer) -> None:
    browser = make.signed_in(by)
    assert ">News</a>" in browser.get("/inbox/").content.decode()
    tell.told(by)
    for page in ("/inbox/", "/notices/"):
        with CaptureQueriesContext(connection) as asked:
            assert "News (1 new)</a>" in browser.get(page).content.decode()
        counting = [e for e in asked if "COUNT" in e["sql"] and '"read_at" IS NULL' in e["sql"]]
        assert len(counting) == 1


@pytest.mark.parametrize("typed", ["8.30 am", "8:30am", "08.30", "0830", "8.30 a.m."])
def test_the_usual_ways_to_write_a_time_are_taken(by: platform.Officer, typed: str) -> None:
    answers = {"pace": "daily", "digest_at": typed, "quiet_from": "7 pm", "quiet_until": "7 am",
               "wanted": ["govern"], "language": "en-gb"}  # fmt: skip
    make.signed_in(by).post("/notices/choose/", answers)
    wishes = notify.wishes(seen_by=by)
    assert (wishes.digest_at, wishes.quiet_from, wishes.quiet_until) == (
        time(8, 30), time(19), time(7),
    )  # fmt: skip


def test_an_hour_that_may_be_morning_or_evening_is_asked_about(by: platform.Officer) -> None:
    answers = {"pace": "daily", "digest_at": "8", "quiet_from": "", "quiet_until": "",
               "wanted": [], "language": "en-gb"}  # fmt: skip
    page = make.signed_in(by).post("/notices/choose/", answers).content.decode()
    assert "Say whether 8 is am or pm" in page
