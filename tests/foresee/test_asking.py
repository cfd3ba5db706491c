"""A question becomes a projection, worked out once, and kept as it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from carewright.foresee import api as foresee
from carewright.foresee import models
from carewright.foresee.jobs import queue_projection
from carewright.platform import api as platform
from carewright.platform.api import JobState
from carewright.register import api as register
from carewright_engine.demand.scenarios.gap import Capacity
from carewright_engine.provision.analyse import engine_version
from tests.factories import foresee as need
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW
from tests.factories.register import FIFE
from tests.register.working import do_queued_work

pytestmark = pytest.mark.django_db


def ask(by: platform.Officer, *scenario_ids: UUID, **changed: Any) -> UUID:
    return foresee.ask_for_projection(
        question=need.question(scenarios=(), **changed), scenario_ids=scenario_ids,
        title="Home care in Fife", queue=lambda _made, _job: None, by=by, at=NOW,
    )  # fmt: skip


def test_the_same_question_of_the_same_facts_is_the_same_projection(by: platform.Officer) -> None:
    first = ask(by)
    assert ask(by) == first
    assert ask(by, years=10) != first
    assert models.Projection.objects.count() == 2


def test_an_answer_that_is_there_is_worked_out_anew_only_when_somebody_says_so(
    browser: Client, by: platform.Officer
) -> None:
    about = need.question(scenarios=())
    first = need.answered(by, about, engine_version=engine_version())
    again = reverse("foresee:again", args=[first])
    there = reverse("foresee:projection", args=[first])
    assert browser.post(again)["Location"] == f"{there}?asked=before"
    page = browser.get(f"{there}?asked=before").text
    assert "The same was asked before, of the same facts" in page
    assert "Work it out anew" in page
    assert "The same was asked before" not in browser.get(there).text
    anew = browser.post(again, {"anew": "yes"})["Location"]
    assert anew not in (there, f"{there}?asked=before")
    assert models.Projection.objects.count() == 2
    assert browser.post(again, {"anew": "yes"})["Location"] == anew  # it is under way
    assert models.Projection.objects.count() == 2


def test_projections_are_numbered_one_after_another(by: platform.Officer) -> None:
    ask(by)
    second = ask(by, years=10)
    assert foresee.projection(second, seen_by=by).number == 2


def test_one_whose_work_was_cancelled_is_asked_anew(by: platform.Officer) -> None:
    first = ask(by)
    job_id = foresee.projection(first, seen_by=by).job_id
    assert job_id is not None
    platform.cancel_job(job_id=job_id, by=by, at=NOW)
    assert ask(by) != first


def test_scenarios_are_copied_so_that_a_later_change_alters_no_question(
    by: platform.Officer,
) -> None:
    kept = need.scenario(by)
    asked = ask(by, kept)
    models.Scenario.objects.filter(pk=kept).update(name="Another name", version=2)
    [copied] = foresee.question_of(asked, seen_by=by).compared
    assert copied.name == "More telecare"
    assert foresee.projection(asked, seen_by=by).scenario_ids == (kept,)
    assert ask(by, kept) != asked


def test_a_strangers_scenario_and_one_put_away_do_not_exist(by: platform.Officer) -> None:
    strange = need.scenario(make.commissioner())
    gone = need.scenario(by, put_away_at=NOW)
    for each in (strange, gone):
        with pytest.raises(platform.NotYours):
            ask(by, each)
    assert foresee.scenarios_to_compare(seen_by=by) == []


def test_a_partners_scenario_can_be_compared_where_it_is_shared(by: platform.Officer) -> None:
    partner = make.commissioner()
    joint = together.partnership(
        partner, by, shared={platform.SharedKind.SCENARIO: platform.Level.SEE}
    )
    shared = need.scenario(partner, partnership_id=joint)
    now_with = platform.officer(by.id, on=make.TODAY)
    assert [each.id for each in foresee.scenarios_to_compare(seen_by=now_with)] == [shared]
    ask(now_with, shared)


def test_whoever_may_not_analyse_may_not_ask(by: platform.Officer) -> None:
    auditor = make.officer(platform.Role.INTERNAL_AUDITOR)
    with pytest.raises(platform.NotPermitted):
        ask(auditor)


def test_asking_is_on_the_record(by: platform.Officer) -> None:
    asked = ask(by)
    found = make.models.AuditEvent.objects.filter(subject_id=str(asked))
    assert [each.act for each in found] == ["run_projection"]


def test_an_area_that_no_file_tells_of_ends_in_words_that_name_the_file(
    by: platform.Officer,
) -> None:
    asked = foresee.ask_for_projection(
        question=need.question(scenarios=()), title="Home care in Fife",
        queue=lambda made, job: queue_projection(made, job, by=by), by=by, at=NOW,
    )  # fmt: skip
    assert do_queued_work() == 1
    job_id = foresee.projection(asked, seen_by=by).job_id
    assert job_id is not None
    job = platform.job(job_id, seen_by=by)
    assert job.state is JobState.FAILED
    assert "What would fill it:" in job.outcome
    assert not foresee.projection(asked, seen_by=by).answered


def test_facts_changed_while_it_waited_are_not_passed_over(by: platform.Officer) -> None:
    asked = need.asked(by, inputs_sha256="0" * 64)
    with pytest.raises(foresee.FactsHaveChanged):
        foresee.answer_projection(projection_id=asked.pk, by=by, at=NOW)


def test_a_strangers_projection_is_not_answered(by: platform.Officer) -> None:
    asked = need.asked(make.commissioner())
    with pytest.raises(platform.NotYours):
        foresee.answer_projection(projection_id=asked.pk, by=by, at=NOW)


def test_what_was_answered_is_never_changed_or_deleted(by: platform.Officer) -> None:
    made = models.Projection.objects.filter(pk=need.answered(by))
    for change in (lambda: made.update(title="Another"), lambda: made.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


FORM = {
    "area": f"council:{FIFE}", "support": "care_at_home", "years": "20", "through-day": "31",
    "through-month": "3", "through-year": "2024",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"years": "4"}, "5"),
        ({"cost": "24"}, "Give all four answers about cost, or none"),
        (
            {"cost": "24", "cost_low": "25", "cost_high": "26", "cost_source": "Ours"},
            "The cost must lie between its low and its high",
        ),
        ({"area": "council:nowhere"}, "Area"),
    ],
)
def test_what_cannot_be_asked_is_refused_beside_its_question(
    browser: Client, changed: dict[str, str], words: str
) -> None:
    response = browser.post(reverse("foresee:ask"), {**FORM, **changed})
    assert response.status_code == 400
    assert words in response.content.decode()


def test_what_is_missing_of_the_cost_is_said_at_one_question_only(browser: Client) -> None:
    given = {**FORM, "cost": "24"}
    page = browser.post(reverse("foresee:ask"), given).content.decode()
    hint, summary, beside = 1, 1, 1
    assert page.count("Give all four answers about cost, or none") == hint + summary + beside


def test_the_form_is_filled_in_from_an_earlier_question(
    browser: Client, by: platform.Officer
) -> None:
    made = need.answered(by, need.question(years=15, cost=need.COST))
    page = browser.get(reverse("foresee:ask"), {"like": str(made)}).content.decode()
    assert 'value="15"' in page
    assert 'value="24.00"' in page
    assert browser.get(reverse("foresee:ask"), {"like": "x"}).status_code == 404
    strange = need.answered(make.commissioner())
    assert browser.get(reverse("foresee:ask"), {"like": str(strange)}).status_code == 404


def test_reported_capacity_is_asked_with_the_question_and_a_new_report_makes_it_stale(
    by: platform.Officer,
) -> None:
    before = ask(by)
    register.report_capacity(
        area_kind="council", area_code=FIFE, area_name="Fife", support="care_at_home",
        amount=Decimal(40_000), since=date(2024, 4, 1), said_by="Fife Council",
        source="Counted in one week of March", by=by, at=NOW,
    )  # fmt: skip
    row = foresee.projection(before, seen_by=by)
    assert foresee.is_stale(row, seen_by=by)
    [capacity] = foresee.question_of(ask(by), seen_by=by).capacities
    assert capacity == Capacity(date(2024, 4, 1), 40_000.0)
