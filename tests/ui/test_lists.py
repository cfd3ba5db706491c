"""A list from an address: filters, order and pages, whatever the address says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright.ui import gallery
from carewright.ui.lists import ListColumn, ListFilter, Listing, ListPage
from carewright.ui.lists.asked import read_date
from carewright.ui.rows import Tag
from tests.ui.printed import printed


@dataclass(frozen=True)
class Home:
    name: str
    town: str = "Ardmuir"
    places: int | None = None
    fee: int | None = None
    seen: date | None = None
    due: datetime | None = None
    open: bool = True


HOMES = Listing(
    name="homes",
    caption="Care homes",
    columns=(
        ListColumn("name", "Home", sort="name", link=lambda home: f"/homes/{home.name}"),
        ListColumn("town", "Town", under="name"),
        ListColumn("places", "Places", "number", sort="places"),
        ListColumn("fee", "Fee", "pounds"),
        ListColumn("seen", "Inspected", "date", sort="seen"),
        ListColumn("due", "Due", "datetime"),
        ListColumn("open", "Open", "yes_no"),
        ListColumn("state", "State", "tag", value=lambda home: Tag("Fine", "good")),
    ),
    filters=(
        ListFilter("q", "Name or town", fields=("name", "town")),
        ListFilter("town", "Town", "select", choices=(("Ardmuir", "Ardmuir"), ("Moss", "Moss"))),
        ListFilter("since", "Inspected since", "from", fields=("seen",)),
        ListFilter("until", "Inspected until", "until", fields=("seen",)),
    ),
    sort="name",
)


def page(query: str = "", homes: tuple[Home, ...] = (), listing: Listing = HOMES) -> ListPage:
    return listing.asked(QueryDict(query)).page_of(homes)


def names(shown: ListPage) -> list[str]:
    return [re.search(r'href="/homes/([^"]+)"', row)[1] for row in shown.rows]


def many(how_many: int) -> tuple[Home, ...]:
    return tuple(Home(f"{place:05d}") for place in range(how_many))


THREE = (
    Home("Larch", "Moss", 30, seen=date(2025, 3, 1)),
    Home("apple", "Ardmuir", None, seen=None),
    Home("Zebra", "Ardmuir", 7, seen=date(2026, 3, 1)),
)


def test_at_first_sight_a_list_shows_everything_in_its_usual_order() -> None:
    shown = page("", THREE)
    assert names(shown) == ["apple", "Larch", "Zebra"]
    assert shown.summary == "3 rows"
    assert shown.errors.lines == ()


@dataclass(frozen=True)
class Run:
    number: int
    name: str
    by: str
    on: str


RUNS = Listing(
    name="runs",
    caption="Runs",
    columns=(
        ListColumn("on", "Run on"),
        ListColumn("name", "Name", link=lambda run: f"/runs/{run.number}/"),
        ListColumn("by", "Run by", under="name"),
    ),
)


def heard(*runs: Run) -> list[str]:
    """The whole words of each link, as somebody hears them who hears links one by one."""
    rows = RUNS.asked({}).page_of(runs).rows
    links = [re.search(r"<a [^>]*>(.*?)</a>", row)[1] for row in rows]
    return [re.sub(r"<[^>]+>", "", link) for link in links]


def test_links_of_one_name_are_told_apart_by_what_stands_beneath_them_first() -> None:
    assert heard(Run(1, "Homes", "Isla", "3 May"), Run(2, "Visits", "Isla", "3 May")) == [
        "Homes", "Visits"
    ]  # fmt: skip
    assert heard(Run(1, "Homes", "Isla", "3 May"), Run(2, "Homes", "Rory", "4 May")) == [
        "Homes, Isla", "Homes, Rory"
    ]  # fmt: skip
    assert heard(Run(1, "Homes", "<b>", "3 May"), Run(2, "Homes", "<b>", "4 May")) == [
        "Homes, 3 May", "Homes, 4 May"
    ]  # fmt: skip


def test_links_of_one_name_with_all_else_alike_are_counted() -> None:
    assert heard(*(Run(number, "Homes", "Isla", "3 May") for number in (1, 2))) == [
        "Homes, Isla (1)", "Homes, Isla (2)"
    ]  # fmt: skip


def test_two_links_of_one_name_to_one_page_stay_as_they_are() -> None:
    assert heard(*(Run(1, "Homes", "Isla", on) for on in ("3 May", "4 May"))) == ["Homes"] * 2


def test_a_search_finds_every_word_in_any_field_whatever_its_case() -> None:
    assert names(page("q=ZEB", THREE)) == ["Zebra"]
    assert names(page("q=moss+larch", THREE)) == ["Larch"]
    assert names(page("q=moss+zebra", THREE)) == []


def test_filters_add_up() -> None:
    assert names(page("town=Ardmuir", THREE)) == ["apple", "Zebra"]
    assert names(page("town=Ardmuir&since=1+1+2026", THREE)) == ["Zebra"]
    assert names(page("until=2025-12-31", THREE)) == ["Larch"]


def test_what_is_missing_comes_last_in_either_direction() -> None:
    assert names(page("sort=places", THREE)) == ["Zebra", "Larch", "apple"]
    assert names(page("sort=-places", THREE)) == ["Larch", "Zebra", "apple"]


def test_a_heading_sorts_and_then_turns_the_order_round() -> None:
    first = {head.text: head for head in page("", THREE).heads}
    assert (first["Home"].sorted, first["Home"].href) == ("ascending", "?sort=-name")
    assert (first["Places"].sorted, first["Places"].href) == ("", "?sort=-places")
    assert first["Fee"].href == ""
    turned = {head.text: head for head in page("sort=-places", THREE).heads}
    assert (turned["Places"].sorted, turned["Places"].href) == ("descending", "?sort=places")


def test_sorting_keeps_the_filters_and_goes_back_to_the_first_page() -> None:
    heads = {head.text: head for head in page("town=Moss&page=1", THREE).heads}
    assert heads["Places"].href == "?town=Moss&sort=-places"


@pytest.mark.parametrize(
    ("query", "words", "href"),
    [
        ("town=Atlantis", "Town: choose one of the answers", "#homes-town"),
        ("since=31+6+2025", "Inspected since: enter a real date", "#homes-since"),
        ("q=" + "x" * 101, "search for at most 8 words and 100 letters", "#homes-q"),
        ("sort=secret", "cannot be sorted that way", ""),
        ("page=0", "There is no such page", ""),
        ("page=-1", "There is no such page", ""),
        ("page=99999999999999999999", "There is no such page", ""),
        ("page=x", "There is no such page", ""),
        ("download=exe", "CSV, Excel or OpenDocument", ""),
    ],
)
def test_what_cannot_be_used_is_left_out_and_said(query: str, words: str, href: str) -> None:
    shown = page(query, THREE)
    assert names(shown) == ["apple", "Larch", "Zebra"]
    (line,) = shown.errors.lines
    assert words in line.text
    assert line.href == href


def test_names_that_the_list_does_not_know_are_ignored() -> None:
    shown = page("utm_source=mail&id=7", THREE)
    assert not shown.errors
    assert shown.query == ""


def test_what_was_typed_stays_in_the_filters_right_or_wrong() -> None:
    filters = {each.name: each for each in page("q=+moss+&since=31+6+2025", THREE).filters}
    assert filters["q"].typed == "moss"
    assert filters["since"].typed == "31 6 2025"
    assert filters["since"].error


def test_fifty_rows_make_a_page_and_the_last_page_holds_the_rest() -> None:
    shown = page("page=3", many(120))
    assert len(shown.rows) == 20
    assert shown.summary == "101 to 120 of 120 rows"
    assert (shown.previous, shown.next) == ("?page=2", "")


def test_pages_show_the_first_the_last_and_the_neighbours() -> None:
    links = page("page=5", many(1_000)).pages
    assert [link.text for link in links] == ["1", "", "4", "5", "6", "", "20"]
    assert [link.text for link in links if link.current] == ["5"]


def test_one_page_needs_no_links_to_pages() -> None:
    assert page("", many(50)).pages == ()
    assert len(page("", many(51)).pages) == 2


def test_a_page_beyond_the_last_says_so_and_leads_back() -> None:
    shown = page("page=9", many(120))
    assert shown.rows == ()
    assert shown.summary == "Nothing on this page"
    assert shown.pages[0].text == "1"


def test_beyond_ten_thousand_nobody_counts() -> None:
    assert page("", many(10_050)).summary == "1 to 50 of more than 10,000 rows"
    assert page("", many(10_000)).summary == "1 to 50 of 10,000 rows"


def test_a_page_beyond_the_count_can_still_be_reached_one_by_one() -> None:
    small = replace(HOMES, counts_up_to=100)
    shown = page("page=3", many(180), small)
    assert shown.next == "?page=4"
    last = page("page=4", many(180), small)
    assert (last.next, last.summary) == ("", "151 to 180 of 180 rows")


def test_an_empty_list_and_an_empty_search_speak_differently() -> None:
    assert page("").nothing == "Nothing here yet."
    assert page("q=x").nothing == "Nothing matches. Try fewer filters."


def test_the_query_of_a_saved_search_is_read_back_as_the_same_question() -> None:
    shown = page("since=3+June+2024&q=a+%26+b&sort=-places&page=2&utm=1", THREE)
    assert dict(parse_qsl(shown.query)) == {"since": "3 June 2024", "q": "a & b", "sort": "-places"}
    assert page(shown.query, THREE).query == shown.query


def test_downloads_keep_filters_and_order_but_not_the_page() -> None:
    links = page("town=Moss&sort=-places&page=1", THREE).downloads
    assert links[0].href == "?town=Moss&sort=-places&download=csv"


def test_cells_are_written_for_readers() -> None:
    home = Home("A", "Moss", 1_250, 41_230, date(2026, 6, 3), datetime(2026, 6, 3, 11, tzinfo=UTC))
    (row,) = page("", (home,)).rows
    for words in (
        '<span class="sub">Moss</span>',
        "1,250",
        "£412.30",
        "3 June 2026, 12\u00a0noon",
        "Yes",
        '<strong class="tag good">Fine</strong>',
    ):
        assert words in row


def test_a_missing_figure_is_not_known_and_never_nought() -> None:
    (row,) = page("", (Home("A"),)).rows
    assert row.count("Not known") == 4
    assert ">0<" not in row


@settings(deadline=None)
@given(st.text(max_size=30))
def test_no_text_in_a_row_becomes_markup(text: str) -> None:
    (row,) = page("", (Home("A", town=f"<b>{text}</b>\"'&"),)).rows
    assert "<b>" not in row


def test_a_link_cannot_break_out_of_its_place() -> None:
    listing = replace(HOMES, columns=(ListColumn("name", "N", link=lambda h: h.town),), filters=())
    (row,) = page("", (Home("A", town='"><script>'),), replace(listing, sort="")).rows
    assert "<script>" not in row


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["q", "town", "since", "until", "sort", "page", "download", "x"]),
        st.text(max_size=120),
    )
)
def test_no_address_breaks_a_list(query: dict[str, str]) -> None:
    asked = HOMES.asked(query)
    shown = asked.page_of(THREE)
    assert len(shown.rows) <= 3


@pytest.mark.parametrize(
    "typed", ["3 6 2026", "3/6/2026", "03.06.2026", "2026-06-03", "3 June 2026", "3 jun 2026"]
)
def test_a_date_may_be_typed_as_people_write_it(typed: str) -> None:
    assert read_date(typed) == date(2026, 6, 3)


@pytest.mark.parametrize(
    "typed", ["", "3", "31 6 2026", "3 6 26", "x y z", "3 6 2026 7", "٣ 6 2026"]
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert read_date(typed) is None


def test_a_list_that_contradicts_itself_is_refused_when_it_is_declared() -> None:
    column = ListColumn("name", "Name")
    with pytest.raises(ValueError, match="share a name"):
        Listing("x", "X", (column, column))
    with pytest.raises(ValueError, match="which is no column"):
        Listing("x", "X", (replace(column, under="other"),))
    with pytest.raises(ValueError, match="may not be called page"):
        Listing("x", "X", (column,), (ListFilter("page", "Page"),))


def test_a_list_may_narrow_its_rows_in_its_own_way() -> None:
    def large(homes: tuple[Home, ...], value: str) -> list[Home]:
        return [home for home in homes if (home.places or 0) > 20]

    size = ListFilter("size", "Size", "select", choices=(("large", "Large"),), narrow=large)
    assert names(page("size=large", THREE, replace(HOMES, filters=(size,)))) == ["Larch"]


def test_the_page_prints_the_list_with_caption_headings_and_filters() -> None:
    text = printed("ui/list_page.html", title="Homes", list=page("town=Moss", THREE))
    assert '<caption class="govuk-visually-hidden">Care homes</caption>' in text
    assert 'aria-sort="ascending"' in text
    assert '<option value="Moss" selected>Moss</option>' in text
    assert "Clear filters" in text


def test_the_page_of_a_list_with_errors_says_so_in_its_title() -> None:
    text = printed("ui/list_page.html", title="Homes", list=page("town=Atlantis", THREE))
    assert "Error: Homes" in text
    assert 'aria-describedby="homes-town-error"' in text


@pytest.mark.parametrize("part", gallery.PARTS)
def test_every_page_of_the_gallery_can_be_shown(part: str) -> None:
    shown = gallery.page(part, {})
    text = printed(shown.template, **shown.context)
    assert "<h1>" in text
