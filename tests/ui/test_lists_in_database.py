"""The same list over rows that are still in the database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session

from carewright.ui.exports.sheets import sheet_of
from carewright.ui.lists import ListColumn, ListFilter, Listing, ListPage

pytestmark = pytest.mark.django_db

KINDS = Listing(
    name="kinds",
    caption="Kinds",
    columns=(
        ListColumn("model", "Model", sort="model"),
        ListColumn("app_label", "Place", sort="app_label"),
        ListColumn("id", "Number", "number", sort="id"),
    ),
    filters=(
        ListFilter("q", "Search", fields=("model", "app_label")),
        ListFilter("place", "Place", "select", ("app_label",), choices=(("test_a", "A"),)),
    ),
    sort="model",
)


@pytest.fixture
def kinds() -> Any:
    ContentType.objects.filter(app_label__startswith="test_").delete()
    ContentType.objects.bulk_create(
        ContentType(app_label=f"test_{place}", model=f"{model}{number:03d}")
        for place in "ab"
        for model in ("Zebra", "apple")
        for number in range(60)
    )
    return ContentType.objects.filter(app_label__startswith="test_")


def page(rows: Any, **query: str) -> ListPage:
    return KINDS.asked(query).page_of(rows)


def test_one_page_costs_two_queries_however_many_rows_there_are(
    kinds: Any, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(2):
        shown = page(kinds)
    assert shown.summary == "1 to 50 of 240 rows"


def test_a_list_that_fits_on_one_page_costs_one_query(
    kinds: Any, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        assert page(kinds, q="apple05").summary == "20 rows"


def test_letters_sort_as_people_sort_them_whatever_the_database_thinks(kinds: Any) -> None:
    assert "apple000" in page(kinds).rows[0]
    assert "Zebra059" in page(kinds, sort="-model").rows[0]


def test_letters_sort_as_people_sort_them_in_tables_further_on_as_well(kinds: Any) -> None:
    for name in ("apple001", "Zebra001"):
        kind = kinds.get(app_label="test_a", model=name)
        Permission.objects.create(content_type=kind, codename=f"of_{name}")
    column = ListColumn("codename", "Code")
    model = ListColumn("model", "Model", value="content_type__model", sort="content_type__model")
    listing = Listing("permissions", "Permissions", (column, model), sort="model")
    rows = Permission.objects.filter(codename__startswith="of_").select_related("content_type")
    for sort, wanted in (("model", "of_apple001"), ("-model", "of_Zebra001")):
        assert wanted in listing.asked({"sort": sort}).page_of(rows).rows[0]


def test_filters_and_search_narrow_in_the_database(kinds: Any) -> None:
    assert page(kinds, place="test_a").summary == "1 to 50 of 120 rows"
    assert page(kinds, q="APPLE test_b").summary == "1 to 50 of 60 rows"
    assert page(kinds, q="100%").summary == "0 rows"


def test_pages_follow_one_another_without_gap_or_overlap(kinds: Any) -> None:
    rows = [row for number in range(1, 6) for row in page(kinds, page=str(number)).rows]
    assert len(rows) == len(set(rows)) == 240


def test_an_odd_search_breaks_nothing(kinds: Any) -> None:
    for odd in ("\0", "'", "%", "_", "\\", "\ud7ff", "𝔘", "a" * 100):
        page(kinds, q=odd)


def test_counting_stops_where_nobody_needs_it(kinds: Any, django_assert_num_queries: Any) -> None:
    small = Listing("kinds", "Kinds", KINDS.columns, counts_up_to=100)
    with django_assert_num_queries(2) as queries:
        shown = small.asked({}).page_of(kinds)
    assert shown.summary == "1 to 50 of more than 100 rows"
    assert "LIMIT 101" in queries[1]["sql"]


def test_a_download_holds_all_pages_in_the_order_of_the_screen(kinds: Any) -> None:
    asked = KINDS.asked({"place": "test_a", "sort": "-model", "page": "2"})
    models = [row[0] for row in sheet_of(asked, kinds).rows]
    assert len(models) == 120
    assert models == sorted(models, key=str.casefold, reverse=True)


def test_days_of_time_stamps_are_compared_as_days() -> None:
    noon = datetime(2026, 6, 3, 12, tzinfo=UTC)
    for day in range(3):
        Session.objects.create(session_key=f"k{day}", expire_date=noon + timedelta(days=day))
    until = ListFilter("until", "Until", "until", ("expire_date__date",))
    column = ListColumn("session_key", "Key", sort="session_key")
    sessions = Listing("sessions", "Sessions", (column,), (until,), sort="session_key")
    assert sessions.asked({"until": "4 6 2026"}).page_of(Session.objects.all()).summary == "2 rows"
