"""One effect per intent: sent twice, at once or after a kill, a form does its work once (T9)."""

from __future__ import annotations

import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import RequestFactory
from procrastinate.contrib.django import app

from carewright.platform import api as platform
from carewright.platform import jobs, models
from carewright.platform.api import Role
from tests.factories import platform as make
from tests.register.working import in_a_process

pytestmark = pytest.mark.django_db

SAID = sha256(b"what was said").hexdigest()


def claim(by: platform.Officer, key: UUID | None, said: str = SAID) -> platform.Once:
    return platform.once(key=key, fingerprint=said, by=by, at=make.NOW)


@transaction.atomic
def take_effect(by: platform.Officer, key: UUID | None, said: str = SAID) -> str:
    """An act as actions are written: it opens a job, and gives the first one's id to a repeat."""
    once = claim(by, key, said)
    if not once.done:
        once.keep(make.job(by).pk)
    return once.result


@pytest.fixture
def by() -> platform.Officer:
    return make.commissioner()


def test_sent_again_it_gives_the_first_ones_result_and_does_nothing(by: platform.Officer) -> None:
    key = uuid4()
    assert take_effect(by, key) == take_effect(by, key) == str(models.Job.objects.get().pk)


def test_the_same_key_with_other_answers_is_refused(by: platform.Officer) -> None:
    key = uuid4()
    take_effect(by, key)
    with pytest.raises(platform.SentBefore):
        take_effect(by, key, sha256(b"something else").hexdigest())
    assert models.Job.objects.count() == 1


def test_another_persons_key_is_another_intent(by: platform.Officer) -> None:
    key = uuid4()
    take_effect(by, key)
    take_effect(make.commissioner(), key)
    assert models.Job.objects.count() == 2


def test_without_a_key_each_call_takes_effect(by: platform.Officer) -> None:
    take_effect(by, None)
    take_effect(by, None)
    assert models.Job.objects.count() == 2


def test_an_effect_that_is_undone_leaves_no_key_behind(by: platform.Officer) -> None:
    key = uuid4()
    with transaction.atomic():
        take_effect(by, key)
        transaction.set_rollback(True)
    assert not claim(by, key).done


def test_whoever_is_no_officer_names_the_organisation(by: platform.Officer) -> None:
    holder = platform.AccountHolder(by.account_id, by.name)
    key = uuid4()
    with pytest.raises(ValueError, match="names the organisation"):
        platform.once(key=key, fingerprint=SAID, by=holder, at=make.NOW)
    for done in (False, True):
        found = platform.once(
            key=key, fingerprint=SAID, by=holder, at=make.NOW, organisation_id=by.organisation.id
        )
        assert found.done is done


@pytest.mark.django_db(transaction=True)
def test_an_intent_cannot_be_kept_apart_from_its_effect(by: platform.Officer) -> None:
    with pytest.raises(platform.RecordOutsideTransaction):
        claim(by, uuid4())


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_takes_effect_and_both_get_its_result(by: platform.Officer) -> None:
    key = uuid4()

    def send(_: int) -> str:
        try:
            with platform.acting_for(by.organisation.id):
                return take_effect(by, key)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        results = set(threads.map(send, range(8)))
    assert results == {str(models.Job.objects.get().pk)}


SEND = """
import os, signal
from uuid import UUID
from django.db import transaction
from django.utils.timezone import localdate, now
from carewright.platform import api as platform
organisation, officer, key = (UUID(each) for each in {ids!r})
with platform.acting_for(organisation):
    by = platform.officer(officer, on=localdate())
    with transaction.atomic(durable=True):
        once = platform.once(key=key, fingerprint={said!r}, by=by, at=now())
        wanted = dict(organisation_id=organisation, kind="x", title="x")
        once.keep(platform.ask_for_job(**wanted, by=by, at=now()).id)
        {before}
    {after}
"""
KILL = "os.kill(os.getpid(), signal.SIGKILL)"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("before", "after", "left"), [(KILL, "pass", 0), ("pass", KILL, 1)],
    ids=["before it is settled", "between effect and answer"],
)  # fmt: skip
def test_a_process_killed_on_the_way_leaves_one_effect_after_a_retry(
    before: str, after: str, left: int, by: platform.Officer, tmp_path: Path
) -> None:
    key = uuid4()
    ids = [str(by.organisation.id), str(by.id), str(key)]
    script = SEND.format(ids=ids, said=SAID, before=before, after=after)
    with in_a_process(script, tmp_path / "home") as sent:
        ended_with, _ = sent.ends_by_itself()
    assert ended_with == -signal.SIGKILL
    assert models.Job.objects.count() == left
    assert take_effect(by, key) == str(models.Job.objects.get().pk)


def request(path: str = "/x/", **answers: object) -> RequestFactory:
    return RequestFactory().post(path, answers)


def test_an_intent_is_known_by_its_answers_its_files_and_where_it_was_sent() -> None:
    key = str(uuid4())

    def said(path: str = "/x/", content: bytes = b"one", **answers: object) -> str:
        file = SimpleUploadedFile("a.txt", content)
        return platform.intent_of(request(path, once=key, file=file, **answers)).fingerprint

    same = {said(name="A"), said(name="A", csrfmiddlewaretoken="another")}
    assert len(same) == 1
    others = [said(name="B"), said(name="A", content=b"two"), said("/y/", name="A"), said()]
    assert len({*others} - same) == 4


def test_a_file_can_still_be_read_after_its_digest_was_taken() -> None:
    sent = request(once=str(uuid4()), file=SimpleUploadedFile("a.txt", b"one"))
    platform.intent_of(sent)
    assert sent.FILES["file"].read() == b"one"


def test_a_form_without_a_key_takes_effect_each_time() -> None:
    assert platform.intent_of(request(name="A")) == platform.EACH_TIME


@pytest.fixture
def give(by: platform.Officer) -> Callable[..., object]:
    """Gives a published file on the page that takes one."""
    browser = make.signed_in(by)

    def send(content: bytes, key: object) -> object:
        return browser.post(
            "/register/give/",
            {"once": str(key), "file": SimpleUploadedFile("services.csv", content)},
            headers={"Referer": "http://testserver/register/give/"},
        )

    return send


def test_a_file_given_twice_by_one_press_is_given_once(give: Callable[..., object]) -> None:
    key = uuid4()
    first, second = give(b"a,b\n1,2\n", key), give(b"a,b\n1,2\n", key)
    assert first.url == second.url
    assert models.Document.objects.count() == 1


def test_another_file_in_the_same_form_is_refused_with_words(give: Callable[..., object]) -> None:
    key = uuid4()
    give(b"a,b\n1,2\n", key)
    refused = give(b"a,b\n3,4\n", key)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "What you sent first stands. Nothing was changed now." in page
    assert 'href="http://testserver/register/give/"' in page
    assert models.Document.objects.count() == 1


def test_a_made_up_key_is_refused_with_words(give: Callable[..., object]) -> None:
    assert give(b"a,b\n1,2\n", "no-key").status_code == 422
    assert models.Document.objects.count() == 0


def test_every_form_carries_a_key_of_its_own(by: platform.Officer) -> None:
    browser = make.signed_in(by)
    keys = {browser.get("/register/give/").content.split(b'name="once" value="')[1][:36]
            for _ in range(2)}  # fmt: skip
    assert len(keys) == 2


def test_keys_are_forgotten_after_a_week_by_night(by: platform.Officer) -> None:
    old, young = uuid4(), uuid4()
    take_effect(by, old)
    take_effect(by, young)
    an_hour = timedelta(hours=1)
    at = make.NOW + timedelta(days=7) + an_hour
    models.SentIntent.objects.filter(key=young).update(sent_at=make.NOW + 2 * an_hour)
    assert platform.forget_intents(by=make.OPERATOR, at=at) == 1
    assert [each.key for each in models.SentIntent.objects.all()] == [young]
    crons = {each.task.name: each.cron for each in app.periodic_registry.periodic_tasks.values()}
    assert crons[jobs.FORGET] == "17 2 * * *"


def test_the_nightly_job_forgets_in_every_organisation(by: platform.Officer) -> None:
    for each in (by, make.officer(Role.COMMISSIONER)):
        take_effect(each, uuid4())
    jobs.forget_intents(timestamp=0)
    assert models.SentIntent.objects.count() == 0
