"""What a commissioner reads of an area: every kind, every place, and the way to every row."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.analyse import api as analyse
from carewright_engine.provision.kinds_of_care import KINDS
from carewright_engine.provision.methods import METHODS
from tests.factories import analyse as ask
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

ALL_KINDS = (None, *(kind.key for kind in KINDS))


def page_of(browser: Client, run_id: object) -> str:
    response = browser.get(reverse("analyse:run", args=[run_id]))
    assert response.status_code == 200
    return response.content.decode()


def in_plain_words(page: str) -> str:
    """The page's words without its marks, on one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def homes_of(region: ask.Region, name: str = "Elmshire", kind: str = "council") -> object:
    return ask.question(area=region.area(kind, name))


def test_the_ledger_reads_as_sentences(region: ask.Region, elmshire: Client) -> None:
    words = in_plain_words(page_of(elmshire, ask.answered(region.elmshire, homes_of(region))))
    for said in (
        "15 of 20 homes are run privately. Elmshire Council runs 3 and voluntary bodies 2.",
        "13 of 19 graded homes are good or better on every question. It was 14 of 20 in 2019.",
        "954 places or 84 for every 1,000 people aged 75 and over. Scotland has 80.",
        "Not known No price or unit cost has been given. What would fill it",
        "89% of people aged 65 and over live within 5 km of a home;",
        "896 HHI Not concentrated. The three largest hold 40% of places, Elmshire Council among",
    ):
        assert said in words


def test_the_title_comes_with_what_it_all_comes_to(region: ask.Region, elmshire: Client) -> None:
    words = in_plain_words(page_of(elmshire, ask.answered(region.elmshire, homes_of(region))))
    assert "Elmshire has slightly more places than Scotland for its older people." in words
    assert "About as many homes are good or better as three years before." in words
    assert "Prices are not known." in words


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_kind_of_care_can_be_read(
    kind: str | None, region: ask.Region, elmshire: Client
) -> None:
    about = ask.question(area=region.area("council", "Elmshire"), kind=kind, care_group=None)
    page = page_of(elmshire, ask.answered(region.elmshire, about))
    assert "What could not be assessed" in page
    assert "Where this comes from" in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("integration_authority", "Elmshire and Oakshire"),
        ("health_board", "Alder and Elm"),
        ("country", "Scotland"),
    ],
)
def test_an_area_of_several_councils_is_drawn_whole(
    kind: str, name: str, region: ask.Region, elmshire: Client
) -> None:
    page = page_of(elmshire, ask.answered(region.elmshire, homes_of(region, name, kind)))
    assert 'class="land"' in page
    assert name in page


def test_a_locality_is_found_by_name_and_analysed(region: ask.Region, elmshire: Client) -> None:
    own = analyse.localities(seen_by=region.elmshire)
    assert own
    assert {each.council for each in own} == {"Elmshire"}
    wanted = own[0]
    found = elmshire.get(reverse("analyse:localities"), {"q": wanted.area.code})
    assert wanted.name in found.content.decode()
    address = re.search(r'href="([^"]*area=[^"]*)"', found.content.decode())
    assert address is not None
    form = elmshire.get(unquote(address[1]).replace("&amp;", "&")).content.decode()
    assert f'value="intermediate_zone:{wanted.area.code}" selected' in form
    page = page_of(elmshire, ask.answered(region.elmshire, ask.question(area=wanted.area)))
    assert f"{wanted.name} (locality)" in page


def test_only_localities_of_ones_own_area_are_offered(region: ask.Region) -> None:
    everywhere = analyse.localities(seen_by=region.board)
    own = analyse.localities(seen_by=region.elmshire)
    assert 0 < len(own) < len(everywhere)


def test_services_on_no_register_are_counted_apart(region: ask.Region, elmshire: Client) -> None:
    words = in_plain_words(page_of(elmshire, ask.answered(region.elmshire, homes_of(region))))
    assert "Also here, not on any register" in words
    assert "53 services are on it here." in words


def test_without_a_list_of_its_own_an_area_says_so(region: ask.Region) -> None:
    browser = make.signed_in(region.board)
    words = in_plain_words(page_of(browser, ask.answered(region.board, homes_of(region))))
    assert "No list has been imported for Elmshire." in words


def test_every_kind_side_by_side_leads_to_each_kind(region: ask.Region, elmshire: Client) -> None:
    about = ask.question(area=region.area("council", "Elmshire"), kind=None, care_group=None)
    page = page_of(elmshire, ask.answered(region.elmshire, about))
    links = re.findall(r'href="([^"]*care_group=older_people[^"]*)"', page)
    form = elmshire.get(links[0].replace("&amp;", "&")).content.decode()
    assert '<option value="care_homes" selected>' in form
    assert '<option value="older_people" selected>' in form


def test_care_that_comes_to_people_is_not_judged_by_distance(
    region: ask.Region, elmshire: Client
) -> None:
    about = ask.question(
        area=region.area("council", "Elmshire"), kind="care_at_home", care_group=None
    )
    words = in_plain_words(page_of(elmshire, ask.answered(region.elmshire, about)))
    assert "distance to an office means nothing" in words
    assert "Staff are stated by" in words


def test_a_kind_that_the_area_lacks_is_said_to_be_none(
    region: ask.Region, elmshire: Client
) -> None:
    about = ask.question(
        area=region.area("council", "Elmshire"), kind="offender_accommodation", care_group=None
    )
    words = in_plain_words(page_of(elmshire, ask.answered(region.elmshire, about)))
    assert "No service of this kind stands on the given lists for Elmshire." in words
    assert words.count("Not known") >= 5


def test_every_figure_opens_to_its_method_and_its_files(
    region: ask.Region, elmshire: Client
) -> None:
    run_id = ask.answered(region.elmshire, homes_of(region))
    answer = analyse.answered(run_id, seen_by=region.elmshire).provision
    figures = list(answer.figures())
    assert len(figures) > 50
    for figure in figures:
        response = elmshire.get(reverse("analyse:figure", args=[run_id, figure.id]))
        assert response.status_code == 200, figure.id
        page = html.unescape(response.content.decode())
        assert METHODS[figure.method].title in page, figure.id
        if figure.value is None:
            assert "Not known" in page, figure.id
        elif figure.value != 0:
            assert figure.rows.files, figure.id
            assert figure.rows.datasets[0][:16] in page, figure.id


def test_every_table_opens_to_its_method_and_its_rows(region: ask.Region, elmshire: Client) -> None:
    run_id = ask.answered(region.elmshire, homes_of(region))
    answer = analyse.answered(run_id, seen_by=region.elmshire).provision
    tables = [*answer.grids, *(table for part in answer.sections for table in part.tables)]
    for table in tables:
        response = elmshire.get(reverse("analyse:table", args=[run_id, table.name]))
        assert response.status_code == 200, table.name
        page = html.unescape(response.content.decode())
        assert METHODS[table.method].title in page, table.name
        file = elmshire.get(reverse("analyse:table_csv", args=[run_id, table.name]))
        lines = b"".join(file).decode("utf-8-sig").splitlines()
        assert len(lines) == 1 + len(table.rows), table.name


def test_the_rows_behind_a_figure_are_shown_as_published(
    region: ask.Region, elmshire: Client
) -> None:
    run_id = ask.answered(region.elmshire, homes_of(region))
    page = elmshire.get(reverse("analyse:figure", args=[run_id, "capacity.places"]))
    link = re.search(r'href="([^"]*/rows/[^"]*)"', page.content.decode())
    assert link is not None
    rows = elmshire.get(link[1].replace("&amp;", "&"))
    assert rows.status_code == 200
    assert "Registered_Places" in rows.content.decode()


def test_every_way_that_the_page_offers_leads_somewhere(
    region: ask.Region, elmshire: Client
) -> None:
    run_id = ask.answered(region.elmshire, homes_of(region))
    page = page_of(elmshire, run_id)
    links = set(re.findall(r'href="(/[^"#]*)', page))
    assert len(links) > 40
    for link in links:
        if "/static/" not in link:
            response = elmshire.get(html.unescape(link))
            assert response.status_code in (200, 302), link
            if response.streaming:
                b"".join(response)


def test_no_two_links_sound_alike_and_lead_apart(region: ask.Region, elmshire: Client) -> None:
    run_id = ask.answered(region.elmshire, homes_of(region))
    ends: dict[str, set[str]] = {}
    for address, words in re.findall(
        r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', page_of(elmshire, run_id), re.S
    ):
        ends.setdefault(in_plain_words(words).strip().casefold(), set()).add(address)
    assert {words: found for words, found in ends.items() if len(found) > 1} == {}


def test_all_figures_and_tables_are_listed_and_can_be_searched(
    region: ask.Region, elmshire: Client
) -> None:
    run_id = ask.answered(region.elmshire, homes_of(region))
    address = reverse("analyse:figures", args=[run_id])
    answer = analyse.answered(run_id, seen_by=region.elmshire).provision
    tables = sum(len(part.tables) for part in answer.sections) + len(answer.grids)
    whole = elmshire.get(address).content.decode()
    assert f"{len(list(answer.figures())) + tables} rows" in whole
    narrowed = elmshire.get(address, {"dimension": "Market"}).content.decode()
    assert "Largest group" in narrowed
    assert "Single bedrooms" not in narrowed
    file = b"".join(elmshire.get(address, {"download": "csv"})).decode("utf-8-sig")
    assert file.startswith('"Figure or table","Dimension","Value"')


@pytest.mark.parametrize("name", ["no.such.figure", "%00", "capacity.places/../x"])
def test_a_figure_that_is_not_there_is_not_found(
    name: str, region: ask.Region, elmshire: Client
) -> None:
    run_id = ask.answered(region.elmshire, homes_of(region))
    address = reverse("analyse:run", args=[run_id])
    assert elmshire.get(f"{address}figures/{name}/").status_code == 404
    assert elmshire.get(f"{address}tables/nothing/").status_code == 404


def test_pages_ask_the_database_little(region: ask.Region, elmshire: Client) -> None:
    run_id = ask.answered(region.elmshire, homes_of(region))
    budgets = {
        reverse("analyse:run", args=[run_id]): 40,
        reverse("analyse:areas"): 13,  # one of them counts what is new beside News
        reverse("analyse:localities"): 13,
        reverse("analyse:figure", args=[run_id, "capacity.places"]): 13,
        reverse("analyse:figures", args=[run_id]): 13,
    }
    for address, most in budgets.items():
        elmshire.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert elmshire.get(address).status_code == 200
        assert len(asked) <= most, "\n".join([address, *(each["sql"][:160] for each in asked)])
