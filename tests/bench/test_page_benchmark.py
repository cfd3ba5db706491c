"""Both pages of the page benchmark say the same, and ours asks the database little."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bench.harness import Figures
from bench.page_peer import settings as with_peer
from bench.page_peer.view_time import HEADER, milliseconds
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from bench import page_benchmark, page_cases, page_rows, page_text

ROWS = 3_000
OURS, PEER = page_cases.PAGES["ours"], page_cases.PAGES["django"]
ASKED = (
    page_rows.question(ROWS),
    page_rows.question(ROWS) + "&page=2",
    page_rows.question_for_one(),
    "sector=voluntary&counting=doubtful",
    "",
)


@pytest.fixture
def both_pages() -> Iterator[None]:
    """The product with the peer's page beside its own."""
    with override_settings(
        ROOT_URLCONF=with_peer.ROOT_URLCONF,
        TEMPLATES=with_peer.TEMPLATES,
        MIDDLEWARE=with_peer.MIDDLEWARE,
    ):
        yield


def browser_over(rows: int) -> Client:
    """A browser in which the benchmark's officer is signed in, over so many services."""
    page_rows.fill(rows)
    browser = Client()
    key = page_rows.signed_in(page_rows.officer_account())
    browser.cookies[django_settings.SESSION_COOKIE_NAME] = key
    return browser


def body_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("both_pages")
def test_both_pages_say_the_same_whatever_is_asked() -> None:
    browser = browser_over(ROWS)
    for asked in ASKED:
        ours = page_cases.answer(body_of(browser, f"{OURS}?{asked}"))
        assert ours == page_cases.answer(body_of(browser, f"{PEER}?{asked}"))
        assert ours["rows"]


@pytest.mark.django_db
@pytest.mark.usefixtures("both_pages")
def test_the_page_that_is_timed_is_full_and_its_rows_lead_to_their_services() -> None:
    browser = browser_over(ROWS)
    page = page_text.text_of(body_of(browser, f"{OURS}?{page_rows.question(ROWS)}"))
    assert len(page.rows) == len(page.links) == page_benchmark.ROWS_OF_A_PAGE
    assert len(set(page.links)) == len(page.rows)
    assert all("home" in row[0].casefold() for row in page.rows)
    assert any("Not known" in row for row in page.rows)
    first = page_text.text_of(body_of(browser, f"{PEER}?{page_rows.question(ROWS)}")).links[0]
    assert browser.get(first).status_code == 200


@pytest.mark.django_db
@pytest.mark.usefixtures("both_pages")
def test_the_peer_is_not_made_to_print_more_than_we_do() -> None:
    browser = browser_over(ROWS)
    asked = page_rows.question(ROWS)
    ours, peer = (body_of(browser, f"{page}?{asked}") for page in (OURS, PEER))
    words = page_text.text_of(ours).words, page_text.text_of(peer).words
    assert words[1] == pytest.approx(words[0], rel=0.02), (
        "what stands around our list has changed: change bench/page_peer/templates with it"
    )
    assert len(peer) == pytest.approx(len(ours), rel=0.15)


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 1_000])
def test_a_list_makes_at_most_twelve_queries_however_long_it_is(rows: int) -> None:
    browser = browser_over(rows)
    for _first_then_again in range(2):
        with CaptureQueriesContext(connection) as made:
            page = body_of(browser, OURS)
        assert len(made) <= page_benchmark.MOST_QUERIES
    assert len(page_text.text_of(page).rows) == min(rows, page_benchmark.ROWS_OF_A_PAGE)


@pytest.mark.django_db
@pytest.mark.usefixtures("both_pages")
def test_an_answer_says_what_its_view_took() -> None:
    answer = browser_over(1).get(PEER)
    assert milliseconds(answer.headers[HEADER]) > 0


def test_the_same_seed_gives_the_same_services() -> None:
    assert list(page_rows.service_rows(500)) == list(page_rows.service_rows(500))


def test_each_page_is_judged_by_its_better_workers() -> None:
    def run(seconds: float) -> Figures:
        return Figures(seconds, seconds, 1.0, 1.0, 1, {})

    figures = {"ours sync": run(3), "ours threads": run(2), "django sync": run(4)}
    assert page_benchmark.better(figures, "ours") == "ours threads"
    assert page_benchmark.better(figures, "django") == "django sync"


def test_a_page_with_too_few_rows_is_not_timed() -> None:
    with pytest.raises(page_benchmark.CaseFailed, match="1 rows"):
        page_benchmark._require_a_whole_page({"rows": ["only one"]})


def test_without_a_database_the_benchmark_says_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert page_benchmark.main(["--scale", "0.01"]) == 1
    assert "./run bench page" in capsys.readouterr().err
