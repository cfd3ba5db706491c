"""A question becomes a run, the run an answer, and the answer stays as it was."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from carewright.analyse import api as analyse
from carewright.analyse import models
from carewright.analyse.actions import answer_analysis as answering
from carewright.platform import api as platform
from carewright.platform.api import JobState, Role
from carewright.register import api as register
from tests.factories import analyse as ask
from tests.factories import platform as make
from tests.factories import register as files
from tests.factories.platform import NOW
from tests.register.working import do_queued_work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register_of_fife")]

HOMES = {
    "area": "council:S12000047", "kind": "care_homes", "care_group": "older_people",
    "as_at": "2022-03-31",
}  # fmt: skip


def asks(browser: Client, **changed: str) -> UUID:
    """What pressing the button does; the run."""
    response = browser.post(reverse("analyse:ask"), {**HOMES, **changed})
    assert response.status_code == 302, response.content.decode()
    return UUID(response["Location"].rstrip("/").rpartition("/")[2])


def page_of(browser: Client, run_id: UUID) -> str:
    return browser.get(reverse("analyse:run", args=[run_id])).content.decode()


def test_a_question_is_worked_out_by_the_worker_and_then_read(
    browser: Client, by: platform.Officer
) -> None:
    run_id = asks(browser)
    waiting = browser.get(reverse("analyse:run", args=[run_id]))
    run = analyse.run(run_id, seen_by=by)
    assert waiting["Location"] == reverse("platform:job", args=[run.job_id])
    assert do_queued_work() == 1
    assert platform.job(run.job_id, seen_by=by).state is JobState.DONE
    page = page_of(browser, run_id)
    assert "Care provision in Fife" in page
    assert "Fife Council runs 1." in page


def test_the_job_leads_to_the_answer(browser: Client, by: platform.Officer) -> None:
    run_id = asks(browser)
    do_queued_work()
    job = platform.job(analyse.run(run_id, seen_by=by).job_id, seen_by=by)
    assert job.result_link == reverse("analyse:run", args=[run_id])


def test_the_same_question_of_the_same_facts_is_the_same_run(
    browser: Client, by: platform.Officer
) -> None:
    first = ask.answered(by)
    assert ask.asked(by) == first
    assert models.AnalysisRun.objects.count() == 1


def test_another_question_is_another_run(by: platform.Officer) -> None:
    assert ask.asked(by) != ask.asked(by, ask.question(care_group=None))


def test_what_is_being_worked_out_is_not_asked_a_second_time(
    browser: Client, by: platform.Officer
) -> None:
    assert asks(browser) == asks(browser)
    assert do_queued_work() == 1


def test_a_question_whose_work_failed_is_asked_anew(by: platform.Officer) -> None:
    first = ask.asked(by)
    job_id = analyse.run(first, seen_by=by).job_id
    platform.start_job(job_id=job_id, by=by, at=NOW)
    platform.fail_job(job_id=job_id, outcome="The machine was switched off.", by=by, at=NOW)
    assert ask.asked(by) != first


def test_children_s_services_are_counted_when_they_are_asked_for(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    minder = {
        "CSNumber": "CS2003009999", "CareService": "Child Minding", "Subtype": "",
        "ServiceName": "At Maple’s",
    }  # fmt: skip
    files.imported(by, files.datastore(tmp_path, minder, name="minders_2022-03-31.csv"))
    run_id = asks(browser, kind="childminding", care_group="")
    do_queued_work()
    provision = analyse.answered(run_id, seen_by=by).provision
    assert provision.figure("type.services").value == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"area": "council:S99"}, {"area": ""}, {"area": "locality"}, {"kind": "castles"},
        {"as_at": "2031-01-01"}, {"as_at": "tomorrow"}, {"care_group": "ghosts"},
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_beside_the_question(
    wrong: dict[str, str], browser: Client
) -> None:
    response = browser.post(reverse("analyse:ask"), {**HOMES, **wrong})
    assert response.status_code == 400
    page = response.content.decode()
    assert "<title>Error:" in " ".join(page.split()).replace("<title> ", "<title>")
    assert "govuk-error-summary" in page
    assert not models.AnalysisRun.objects.exists()


# Facts that change -------------------------------------------------------------------------------


def put_right(by: platform.Officer, _folder: Path) -> None:
    register.correct_value(
        service_id="CS2003000001", as_at=ask.AS_AT, column="places", new_value="50",
        reason="The certificate says 50.", by=by, at=NOW,
    )  # fmt: skip


def confirm(by: platform.Officer, _folder: Path) -> None:
    register.confirm_who_runs(
        service_ids=["CS2003000003"], public_class="council", reason="Ours.", by=by, at=NOW
    )


def import_more(by: platform.Officer, folder: Path) -> None:
    files.imported(by, files.datastore(folder, name="earlier_2019-03-31.csv"))


@pytest.mark.parametrize("change", [put_right, confirm, import_more])
def test_a_changed_fact_is_noticed_and_the_old_answer_kept(
    change: object, browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    first = ask.answered(by)
    assert "Facts have changed" not in page_of(browser, first)
    before = analyse.answered(first, seen_by=by).provision.to_json()
    change(by, tmp_path)  # type: ignore[operator]
    page = page_of(browser, first)
    assert "Facts have changed since this was worked out" in page
    again = browser.post(reverse("analyse:again", args=[first]))
    do_queued_work()
    second = UUID(again["Location"].rstrip("/").rpartition("/")[2])
    assert second != first
    assert "Facts have changed" not in page_of(browser, second)
    assert analyse.answered(first, seen_by=by).provision.to_json() == before
    assert page_of(browser, first).count("Facts have changed") == 1


def test_a_correction_changes_the_new_answer(by: platform.Officer, tmp_path: Path) -> None:
    before = analyse.answered(ask.answered(by), seen_by=by).provision
    put_right(by, tmp_path)
    after = analyse.answered(ask.answered(by), seen_by=by).provision
    assert before.figure("capacity.places").value == 100
    assert after.figure("capacity.places").value == 120


def test_facts_that_change_before_the_work_begins_end_it_in_words(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    run_id = asks(browser)
    put_right(by, tmp_path)
    do_queued_work()
    run = analyse.run(run_id, seen_by=by)
    job = platform.job(run.job_id, seen_by=by)
    assert not run.answered
    assert job.state is JobState.FAILED
    assert job.outcome == "Facts have changed since this was asked. Ask again."


# What stays --------------------------------------------------------------------------------------


def test_the_same_facts_give_the_same_bytes(by: platform.Officer, tmp_path: Path) -> None:
    first = ask.answered(by)
    put_right(by, tmp_path)
    ask.answered(by)
    [correction] = register.corrections(seen_by=by)
    register.withdraw_correction(correction_id=correction.id, reason="It was right.", by=by, at=NOW)
    assert ask.asked(by) == first
    run = models.AnalysisRun.objects.get(pk=first)
    other = ask.asked(by, ask.question(care_group=None))
    models.AnalysisRun.objects.filter(pk=other).update(question=run.question)
    analyse.answer_analysis(run_id=other, by=by, at=NOW)
    assert models.AnalysisRun.objects.get(pk=other).answer_sha256 == run.answer_sha256


def test_the_answer_is_kept_with_its_digest(by: platform.Officer) -> None:
    kept = models.AnalysisRun.objects.get(pk=ask.answered(by))
    assert hashlib.sha256(zlib.decompress(bytes(kept.answer))).hexdigest() == kept.answer_sha256


def test_a_worker_taken_for_dead_does_not_answer_again(by: platform.Officer) -> None:
    run_id = ask.answered(by)
    before = models.AnalysisRun.objects.get(pk=run_id)
    later = NOW.replace(year=NOW.year + 1)
    analyse.answer_analysis(run_id=run_id, by=by, at=later)
    after = models.AnalysisRun.objects.get(pk=run_id)
    assert (after.answered_at, after.answer_sha256) == (before.answered_at, before.answer_sha256)


@pytest.mark.parametrize("change", [{"title": "Another"}, {"answer": b"x"}, {"answered_at": None}])
def test_no_path_changes_an_answered_run(change: dict[str, object], by: platform.Officer) -> None:
    run_id = ask.answered(by)
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        models.AnalysisRun.objects.filter(pk=run_id).update(**change)


def test_no_path_deletes_an_answered_run(by: platform.Officer) -> None:
    run_id = ask.answered(by)
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        models.AnalysisRun.objects.filter(pk=run_id).delete()


def test_an_answer_without_its_digest_is_refused(by: platform.Officer) -> None:
    run_id = ask.asked(by)
    with (
        pytest.raises(IntegrityError, match="run_answer_comes_with_its_time_and_digest"),
        transaction.atomic(),
    ):
        models.AnalysisRun.objects.filter(pk=run_id).update(answer=b"x", answered_at=NOW)


def test_asking_and_answering_stand_in_the_record(by: platform.Officer) -> None:
    run_id = ask.answered(by)
    events = platform.events_about("analysis_run", str(run_id), seen_by=_auditor(by))
    assert {event.act for event in events} == {"run_analysis", "answer_analysis"}


# What goes wrong ---------------------------------------------------------------------------------


def test_work_that_breaks_ends_in_words(
    browser: Client, by: platform.Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(answering, "analyse_area", break_off)
    run_id = asks(browser)
    with pytest.raises(ZeroDivisionError):
        do_queued_work()
    job = platform.job(analyse.run(run_id, seen_by=by).job_id, seen_by=by)
    assert job.state is JobState.FAILED
    assert "went wrong on our side" in job.outcome
    assert browser.get(reverse("platform:job", args=[job.id])).status_code == 200


def test_work_that_was_cancelled_is_left_alone(browser: Client, by: platform.Officer) -> None:
    run_id = asks(browser)
    job_id = analyse.run(run_id, seen_by=by).job_id
    platform.cancel_job(job_id=job_id, by=by, at=NOW)
    do_queued_work()
    assert not analyse.run(run_id, seen_by=by).answered


def test_nobody_answers_for_somebody_who_has_left(browser: Client, by: platform.Officer) -> None:
    run_id = asks(browser)
    job_id = analyse.run(run_id, seen_by=by).job_id
    make.models.OfficerRole.objects.filter(officer_id=by.id).update(ends_before=make.TODAY)
    do_queued_work()
    job = make.models.Job.objects.get(pk=job_id)
    assert job.state == JobState.FAILED.value
    assert "may not do it any more" in job.outcome


def test_what_is_not_answered_has_no_pages_yet(browser: Client, by: platform.Officer) -> None:
    run_id = asks(browser)
    for route in ("report", "charts", "answer", "figures"):
        assert browser.get(reverse(f"analyse:{route}", args=[run_id])).status_code == 404


def _auditor(by: platform.Officer) -> platform.Officer:
    organisation = make.models.Organisation.objects.get(pk=by.organisation.id)
    return make.officer(Role.INTERNAL_AUDITOR, organisation=organisation)


def test_a_figure_names_the_values_that_were_put_right_before_it(
    browser: Client, by: platform.Officer, tmp_path: Path
) -> None:
    def where_places_come_from() -> str:
        address = reverse("analyse:figure", args=[ask.answered(by), "capacity.places"])
        return browser.get(address).content.decode()

    assert "Values put right in these rows" not in where_places_come_from()
    put_right(by, tmp_path)
    page = where_places_come_from()
    assert "Values put right in these rows" in page
    assert "The certificate says 50." in page
