"""An analysis belongs to the organisation that asked; for everybody else it does not exist."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from carewright.analyse import models
from carewright.analyse.web.urls import urlpatterns
from carewright.platform import api as platform
from carewright.platform.api import Role, acting_for
from tests.factories import analyse as ask
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register_of_fife")]

ARGUMENTS = {
    "figure": ("capacity.places",), "table": ("run_by",), "table_csv": ("run_by",),
    "tables": ("csv",),
}  # fmt: skip
OF_A_RUN = [each.name for each in urlpatterns if "run_id" in str(each.pattern)]


def address(route: str, run_id: object) -> str:
    return reverse(f"analyse:{route}", args=[run_id, *ARGUMENTS.get(route, ())])


def visit(browser: Client, route: str, run_id: object) -> int:
    method = browser.post if route == "again" else browser.get
    response = method(address(route, run_id))
    if response.streaming:
        b"".join(response)
    return response.status_code


@pytest.fixture
def run_id(by: platform.Officer) -> UUID:
    return ask.answered(by)


@pytest.mark.parametrize("route", OF_A_RUN)
def test_whoever_asked_finds_every_page(route: str, run_id: UUID, browser: Client) -> None:
    assert visit(browser, route, run_id) in (200, 302)


@pytest.mark.parametrize("route", OF_A_RUN)
def test_a_stranger_finds_nothing(
    route: str, run_id: UUID, by: platform.Officer, tmp_path: Path
) -> None:
    stranger = make.commissioner()
    files.imported(stranger, files.datastore(tmp_path, name="ours_2022-03-31.csv"))
    assert visit(make.signed_in(stranger), route, run_id) == 404


@pytest.mark.parametrize("route", OF_A_RUN)
def test_a_run_that_never_was_is_not_found(route: str, browser: Client) -> None:
    assert visit(browser, route, uuid4()) == 404


@pytest.mark.parametrize("route", [*OF_A_RUN, "areas", "localities"])
def test_nobody_reads_without_signing_in(route: str, run_id: UUID) -> None:
    path = reverse(f"analyse:{route}") if route in ("areas", "localities") else None
    browser = Client()
    response = (
        browser.post(address(route, run_id))
        if route == "again"
        else browser.get(path or address(route, run_id))
    )
    assert response.status_code == 302
    assert "sign-in" in response["Location"]


def colleague(by: platform.Officer, role: Role) -> Client:
    organisation = make.models.Organisation.objects.get(pk=by.organisation.id)
    return make.signed_in(make.officer(role, organisation=organisation))


def test_a_director_reads_but_is_offered_no_question(run_id: UUID, by: platform.Officer) -> None:
    director = colleague(by, Role.AUTHORISING_DIRECTOR)
    page = director.get(address("run", run_id))
    assert page.status_code == 200
    assert "Ask about another area" not in page.content.decode()
    assert "<select" not in director.get(reverse("analyse:areas")).content.decode()


@pytest.mark.parametrize("route", ["ask", "again"])
def test_a_director_cannot_ask(route: str, run_id: UUID, by: platform.Officer) -> None:
    director = colleague(by, Role.AUTHORISING_DIRECTOR)
    path = reverse("analyse:ask") if route == "ask" else address(route, run_id)
    assert director.post(path).status_code == 403
    assert models.AnalysisRun.objects.count() == 1


@pytest.mark.parametrize("route", ["ask", "again"])
def test_asking_is_never_a_link(route: str, run_id: UUID, browser: Client) -> None:
    path = reverse("analyse:ask") if route == "ask" else address(route, run_id)
    assert browser.get(path).status_code == 405


def test_the_list_shows_only_ones_own(run_id: UUID, browser: Client) -> None:
    assert str(run_id) in browser.get(reverse("analyse:areas")).content.decode()
    stranger = make.signed_in(make.commissioner())
    assert str(run_id) not in stranger.get(reverse("analyse:areas")).content.decode()


def test_the_database_hides_a_stranger_s_run_from_any_query(
    run_id: UUID, by: platform.Officer
) -> None:
    with acting_for(by.organisation.id):
        assert models.AnalysisRun.objects.filter(pk=run_id).exists()
    with acting_for(make.commissioner().organisation.id):
        assert not models.AnalysisRun.objects.exists()
        assert models.AnalysisRun.objects.filter(pk=run_id).update(title="Ours") == 0


def test_an_area_known_by_its_register_alone_is_read_all_the_same(
    run_id: UUID, browser: Client
) -> None:
    page = browser.get(address("run", run_id)).content.decode()
    for words in (
        "Distances cannot be shown", "The gap cannot be shown", "Cost cannot be shown yet",
        "no population by age was given", "What would fill it",
    ):  # fmt: skip
        assert words.lower() in page.lower()
