"""One search finds what the officer may see, by words, numbers and postcodes, slips forgiven."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.web.rows import Hit
from carewright.web.search import _only_alike
from tests.factories import contract as contracts
from tests.factories import foresee as need
from tests.factories import platform as make
from tests.factories import register as files
from tests.factories import scenarios, together

pytestmark = pytest.mark.django_db

MOST_QUESTIONS = 24


def found(browser: Client, words: str, **more: str) -> str:
    answer = browser.get("/search/", {"q": words, **more})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def two_homes(by: platform.Officer, tmp_path: Path) -> None:
    files.imported(
        by,
        files.datastore(
            tmp_path,
            {"ServiceName": "Strathallow House", "Service_Postcode": "KY16 9AA"},
            {"ServiceName": "Kelpwick Court", "ServiceProvider": "Tarnbrae Support Limited"},
        ),
    )


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Strathallow House", "Strathallow House"),
        ("strathalow", "Strathallow House"),  # a slip of the finger
        ("ky16 9aa", "Strathallow House"),
        ("KY169", "Strathallow House"),
        ("CS2003000001", "Strathallow House"),
        ("tarnbrae", "Kelpwick Court"),  # by its provider
    ],
)
def test_a_service_is_found_by(words: str, name: str, two_homes: None, browser: Client) -> None:
    page = found(browser, words)
    assert name in page
    assert ({"Strathallow House", "Kelpwick Court"} - {name}).pop() not in page


def test_a_file_is_found_by_its_name(two_homes: None, browser: Client) -> None:
    assert "store_2022-03-31.csv" in found(browser, "store 2022")


def test_nothing_of_a_strangers_is_found(two_homes: None) -> None:
    assert "Strathallow" not in found(make.signed_in(make.commissioner()), "Kelpwick")
    assert "Kelpwick Court" not in found(make.signed_in(make.commissioner()), "Kelpwick")


def test_what_ones_roles_do_not_open_is_not_looked_for(by: platform.Officer) -> None:
    provider = make.officer(Role.BID_WRITER)
    assert "Nothing that you may see" in found(make.signed_in(provider), "Kelpwick")


@pytest.mark.parametrize("words", ["Una Wayfarer", "wayfarr", "leaving hospital early"])
def test_whoever_an_organisation_names_is_found_by_all_who_work_with_it(words: str) -> None:
    named = make.officer(account=make.account(name="Una Wayfarer"))
    by = together.colleague(named, Role.COMMISSIONER)
    platform.name_contact(
        officer_id=named.id, service_area="hospital_discharge",
        ask_about="Leaving hospital early", by=by, at=make.NOW,
    )  # fmt: skip
    page = found(make.signed_in(make.officer(Role.BID_WRITER)), words)
    assert "Una Wayfarer" in page
    assert "/who/?q=Una+Wayfarer" in page


def test_officers_are_found_by_whoever_looks_after_them_and_by_nobody_else() -> None:
    officer = make.officer(account=make.account(name="Una Wayfarer"))
    administrator = together.colleague(officer, Role.SYSTEM_ADMINISTRATOR)
    assert f"/who/officers/{officer.id}/" in found(make.signed_in(administrator), "wayfarer")
    for other in (
        together.colleague(officer, Role.BROKER),
        make.officer(Role.SYSTEM_ADMINISTRATOR),
    ):
        assert "/who/officers/" not in found(make.signed_in(other), "wayfarer")


@pytest.mark.parametrize("words", ["", "ab", "%", "' OR 1=1 --", "\\", "x" * 5_000, "café 😀"])
def test_odd_words_are_answered_in_words(words: str, two_homes: None, browser: Client) -> None:
    assert "Kelpwick Court" not in found(browser, words)


def test_more_of_a_kind_than_fit_can_be_seen(
    acting: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    files.imported(acting, files.many_services(tmp_path, 30))
    page = found(browser, "home")
    assert "More of: Services and providers" in page
    assert found(browser, "home", kind="services").count("/register/services/") > page.count(
        "/register/services/"
    )


@pytest.mark.parametrize("how_many", [1, 1_000])
def test_a_search_asks_few_questions_however_much_there_is(
    how_many: int, acting: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    files.imported(acting, files.many_services(tmp_path, how_many))
    found(browser, "home")
    with CaptureQueriesContext(connection) as asked:
        found(browser, "home")
    assert len(asked) <= MOST_QUESTIONS


def test_an_agreement_is_found_by_title_provider_and_reference(
    by: platform.Officer, browser: Client
) -> None:
    manager = contracts.colleague(by, Role.CONTRACT_MANAGER)
    contracts.whole(manager, title="Respite at Alder Lodge")
    for words in ("respit at alder", "Strathallow", "C-0001", "c-1"):
        assert "Respite at Alder Lodge" in found(browser, words), words


def test_a_colleague_is_found_whom_nobody_has_published(by: platform.Officer) -> None:
    named = together.colleague(by, Role.AUTHORISING_DIRECTOR)
    page = found(make.signed_in(by), named.name)
    assert "Colleagues" in page
    assert f"mailto:{named.email}" in page
    assert named.email not in found(make.signed_in(make.commissioner()), named.name)


def test_what_says_the_very_words_comes_before_what_is_only_like_them() -> None:
    exact, near = Hit("Morag Ashby", "/a/", ""), Hit("Ashley Court", "/b/", "")
    hits = sorted((near, exact), key=lambda hit: _only_alike(hit, "morag  ashby"))
    assert hits == [exact, near]


def test_scenarios_and_projections_are_found_by_what_they_are_called_or_cited_by(
    by: platform.Officer, browser: Client
) -> None:
    scenarios.scenario(by, name="Telecare for all", about="Fewer falls at night")
    number = need.models.Projection.objects.get(pk=need.answered(by)).number
    for words in ("telecare", "falls at nigth"):
        assert "Telecare for all" in found(browser, words)
    for words in ("home care in", f"Projection {number}"):
        assert "Projections of need" in found(browser, words)
    stranger = make.signed_in(make.commissioner())
    for words in ("telecare", "home care in"):
        assert "Nothing" in found(stranger, words)
