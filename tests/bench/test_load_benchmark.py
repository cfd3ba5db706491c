"""The load benchmark says of a run whether its claims hold, and names a page without its ids."""

from __future__ import annotations

import pytest
from bench.load_benchmark import MOST_QUERIES, SLOWEST, SLOWEST_SEARCH, printed, summary
from bench.load_counting import HEADER
from bench.load_users import PEOPLE, Answered, page_of
from django.test import Client, override_settings

from carewright.platform import api as platform

HELD = {"people": 1, "providers": 1, "activity": 1, "seconds": 1.0}


def answered(*, milliseconds: float = 50, queries: int = 9, status: int = 200) -> Answered:
    return Answered("GET /inbox/", milliseconds, queries, status)


SEARCHED = [answered()]


@pytest.mark.parametrize(
    ("worst", "share", "holds"),
    [
        ({}, 100, True),
        ({"milliseconds": SLOWEST}, 100, False),
        ({"milliseconds": SLOWEST}, 4, True),  # fewer than five in a hundred
        ({"queries": MOST_QUERIES}, 1, True),
        ({"queries": MOST_QUERIES + 1}, 1, False),
        ({"status": 500}, 1, False),
        ({"status": 404}, 1, False),
    ],
)
def test_a_run_holds_only_if_each_claim_does(
    worst: dict[str, float], share: int, holds: bool
) -> None:
    run = [answered(**worst)] * share + [answered()] * (100 - share)  # type: ignore[arg-type]
    found = summary(run, [], SEARCHED)
    assert found["holds"] is holds
    shown = printed(
        {
            "users": 1, "seconds": 1, "held": HELD, "thrown_out": [], "load_before": 0,
            "load_after": 0, "machine": {}, **found,
        }
    )  # fmt: skip
    assert "GET /inbox/" in shown


def test_a_run_without_answers_or_with_anybody_thrown_out_holds_nothing() -> None:
    assert summary([], [], SEARCHED)["holds"] is False
    assert summary([answered()], ["Isla could not sign in"], SEARCHED)["holds"] is False
    assert summary([answered()], [], SEARCHED)["holds"] is True


def test_a_run_whose_searches_are_slow_fail_or_were_not_made_does_not_hold() -> None:
    slow = answered(milliseconds=SLOWEST_SEARCH)
    for searched in ([], [slow], [answered(status=500)]):
        assert summary([answered()], [], searched)["holds"] is False


def test_a_page_is_known_by_its_address_without_ids() -> None:
    some = "0f5b3c1e-8d5e-4b6f-9a39-2f7d1c0a4e68"
    assert page_of("GET", f"/register/people/{some}/?q=a&page=2") == (
        "GET /register/people/<id>/?q,page"
    )


def test_whoever_sits_there_is_a_practice_person() -> None:
    known = [*platform.PERSONAS, *platform.PERSONAL_PERSONAS]
    assert set(PEOPLE) <= {each.email for each in known}


@pytest.mark.django_db
def test_each_answer_says_how_many_queries_it_took() -> None:
    from bench import load_settings

    with override_settings(MIDDLEWARE=load_settings.MIDDLEWARE):
        answer = Client().get("/healthz/ready")
    assert int(answer.headers[HEADER]) >= 1
