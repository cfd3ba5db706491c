"""A request acts for one officer of one organisation, and goes only where that officer may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client
from django.urls import path
from pytest_django.fixtures import Settings

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Act, Role
from carewright.platform.scope import standing
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

WHO = "SELECT current_user, current_setting('carewright.organisation', true)"


def _asked() -> str:
    with connection.cursor() as cursor:
        cursor.execute(WHO)
        return "|".join(map(str, cursor.fetchone()))


@platform.policy(Act.SEE_DESK)
def desk(request: platform.OfficerRequest) -> HttpResponse:
    roles = ",".join(sorted(request.officer.roles))
    return HttpResponse(f"{_asked()}|{request.officer.organisation.name}|{roles}")


@platform.policy(Act.SEE_DESK)
def all_of_it(request: HttpRequest) -> HttpResponse:
    return HttpResponse(" ".join(models.Job.objects.values_list("title", flat=True)))


@platform.policy(Act.SEE_DESK)
def slowly(request: HttpRequest) -> StreamingHttpResponse:
    def parts() -> Iterator[bytes]:
        yield _asked().encode()

    return StreamingHttpResponse(parts())


@platform.policy(Act.SEE_DESK)
def breaking(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


@platform.policy(Act.IMPORT_FACTS)
def importing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("imported")


@platform.public("anybody may")
def outside(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{_asked()}|{request.officer}")  # type: ignore[attr-defined]


def undeclared(request: HttpRequest) -> HttpResponse:
    return HttpResponse("never seen")


def _urlpatterns() -> list[Any]:
    from carewright.config.urls import urlpatterns as theirs

    ours = [desk, all_of_it, slowly, breaking, importing, outside, undeclared]
    return [*theirs, *(path(f"{view.__name__}/", view) for view in ours)]


@pytest.fixture(autouse=True)
def _with_our_views(settings: Settings) -> None:
    settings.ROOT_URLCONF = tuple(_urlpatterns())


@pytest.fixture
def officer() -> platform.Officer:
    return make.commissioner()


def test_a_request_acts_for_the_officer_s_organisation_as_a_role_that_owns_nothing(
    officer: platform.Officer,
) -> None:
    said = make.signed_in(officer).get("/desk/").content.decode()
    own = officer.organisation
    assert said == f"carewright_web|{own.id}|{own.name}|commissioner"
    assert standing() is None


def test_a_query_without_any_filter_still_shows_only_the_organisation_s_own(
    officer: platform.Officer,
) -> None:
    make.job(officer, title="Ours")
    make.job(make.commissioner(), title="Theirs")
    assert make.signed_in(officer).get("/all_of_it/").content == b"Ours"


def test_an_answer_that_is_made_while_it_is_sent_acts_for_the_officer_too(
    officer: platform.Officer,
) -> None:
    answer = make.signed_in(officer).get("/slowly/")
    assert (
        b"".join(answer.streaming_content) == f"carewright_web|{officer.organisation.id}".encode()
    )
    assert standing() is None


def test_a_view_that_breaks_leaves_nobody_acting(officer: platform.Officer) -> None:
    browser = make.signed_in(officer)
    with pytest.raises(ZeroDivisionError):
        browser.get("/breaking/")
    assert standing() is None
    assert "carewright_web" not in _asked()


def test_somebody_who_is_not_signed_in_acts_for_nobody(client: Client) -> None:
    assert client.get("/outside/").content == b"carewright_web||None"


def test_a_view_without_a_policy_is_refused_to_everybody(
    client: Client, officer: platform.Officer
) -> None:
    assert client.get("/undeclared/").status_code == 403
    assert make.signed_in(officer).get("/undeclared/").status_code == 403


def test_a_role_that_does_not_allow_the_act_is_told_so() -> None:
    browser = make.signed_in(make.officer(Role.BROKER))
    assert browser.get("/desk/").status_code == 200
    assert browser.get("/importing/").status_code == 403


def test_a_role_counts_only_on_the_days_on_which_it_is_held() -> None:
    officer = make.officer()
    browser = make.signed_in(officer)
    models.OfficerRole.objects.create(
        officer_id=officer.id,
        role=Role.COMMISSIONER.value,
        starts_on="2020-01-01",
        ends_before="2021-01-01",
    )
    assert browser.get("/importing/").status_code == 403


def test_a_person_in_two_organisations_is_asked_which_and_may_change_it(
    officer: platform.Officer,
) -> None:
    other = make.officer(Role.BROKER, account=models.Account.objects.get(pk=officer.account_id))
    browser = make.signed_in(officer)
    assert browser.get("/desk/").url == "/organisations/"
    for each in (officer, other):
        browser.post("/organisations/", {"organisation": str(each.organisation.id)})
        assert each.organisation.name in browser.get("/desk/").content.decode()
    assert browser.get("/importing/").status_code == 403


def test_nobody_chooses_an_organisation_that_has_not_enrolled_them(
    officer: platform.Officer,
) -> None:
    stranger = make.commissioner()
    browser = make.signed_in(officer)
    answer = browser.post("/organisations/", {"organisation": str(stranger.organisation.id)})
    assert answer.status_code == 404
    assert officer.organisation.name in browser.get("/desk/").content.decode()


def test_a_session_that_names_a_strange_organisation_sees_nothing_and_ends(
    officer: platform.Officer,
) -> None:
    stranger = make.commissioner()
    browser = make.signed_in(officer)
    session = browser.session
    session["organisation"] = str(stranger.organisation.id)
    session.save()
    assert browser.get("/desk/").url == "/sign-in/ended/"


def test_standing_costs_five_queries_a_request(
    officer: platform.Officer, django_assert_num_queries: Any
) -> None:
    browser = make.signed_in(officer)
    browser.get("/desk/")
    # Session, account, act for, offices with their roles, the view's own one, act no longer.
    with django_assert_num_queries(6):
        browser.get("/desk/")


def test_a_block_that_changes_nothing_asks_the_database_nothing(
    officer: platform.Officer, django_assert_num_queries: Any
) -> None:
    with platform.acting_for(officer.organisation.id):
        before = _asked()
        with django_assert_num_queries(0), platform.acting_for(officer.organisation.id):
            pass
        assert _asked() == before


def test_a_request_after_the_session_ended_elsewhere_is_nobody_s(
    officer: platform.Officer,
) -> None:
    browser = make.signed_in(officer)
    assert browser.get("/desk/").status_code == 200
    models.Session.objects.all().delete()
    assert browser.get("/desk/").status_code == 302


def test_a_role_that_ends_between_two_requests_of_one_connection_counts_no_longer(
    officer: platform.Officer,
) -> None:
    browser = make.signed_in(officer)
    for _ in range(6):  # until the connection keeps the plan of every question
        assert browser.get("/desk/").status_code == 200
    models.OfficerRole.objects.filter(officer_id=officer.id).delete()
    assert browser.get("/desk/").status_code == 403


def test_a_database_that_does_not_answer_is_said_in_a_sentence(
    officer: platform.Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = make.signed_in(officer)

    def unreachable(*_: object, **__: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr("carewright.platform.web.session_store.SessionStore.load", unreachable)
    answer = browser.get("/desk/")
    assert answer.status_code == 503
    assert "cannot reach its database" in answer.content.decode()


def test_work_of_a_stranger_is_not_found_and_one_s_own_is_shown(
    officer: platform.Officer,
) -> None:
    own, strange = make.job(officer), make.job(make.commissioner())
    browser = make.signed_in(officer)
    assert "Asked for by Person" in browser.get(f"/jobs/{own.id}/").content.decode()
    assert browser.get(f"/jobs/{strange.id}/").status_code == 404
    assert browser.post(f"/jobs/{strange.id}/cancel/").status_code == 404


def test_work_can_be_cancelled_from_its_page(officer: platform.Officer) -> None:
    job = make.job(officer)
    browser = make.signed_in(officer)
    assert browser.post(f"/jobs/{job.id}/cancel/").url == f"/jobs/{job.id}/"
    page = browser.get(f"/jobs/{job.id}/").content.decode()
    assert "Cancelled by Person" in page
    assert browser.post(f"/jobs/{job.id}/cancel/").status_code == 302
