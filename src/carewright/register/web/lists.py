"""The lists of the register, declared once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from carewright.register.api import DatasetState
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import Tag

STATE_TAGS = {
    DatasetState.UPLOADED: Tag("Not read yet", "wait"),
    DatasetState.READ: Tag("Ready to import", "soon"),
    DatasetState.UNREADABLE: Tag("Could not be read", "late"),
    DatasetState.IMPORTED: Tag("Imported", "good"),
    DatasetState.DISCARDED: Tag("Put aside", "none"),
    DatasetState.UNDONE: Tag("Taken back", "none"),
}

FILES = Listing(
    name="files",
    caption=_("Published files"),
    columns=(
        ListColumn(
            "file_name",
            _("File"),
            sort="file_name",
            link=lambda file: reverse("register:file", args=[file.pk]),
        ),
        ListColumn("title", _("What it is"), under="file_name"),
        ListColumn("publisher", _("Publisher"), under="file_name"),
        ListColumn("as_at", _("True on"), kind="date", sort="as_at"),
        ListColumn("rows_kept", _("Rows kept"), kind="number", sort="rows_kept"),
        ListColumn("rows_doubtful", _("Doubtful"), kind="number", sort="rows_doubtful"),
        ListColumn("rows_refused", _("Refused"), kind="number", sort="rows_refused"),
        ListColumn(
            "state", _("State"), kind="tag", value=lambda file: STATE_TAGS[DatasetState(file.state)]
        ),
        ListColumn("uploaded_at", _("Given"), kind="datetime", sort="uploaded_at"),
        # Beneath what stands beneath another: of use in a download, too long for the page.
        ListColumn("sha256", _("Digest (SHA-256)"), under="title"),
    ),
    filters=(
        ListFilter("q", _("File or publisher"), fields=("file_name", "title", "publisher")),
        ListFilter(
            "state",
            _("State"),
            "select",
            choices=tuple((state.value, tag.text) for state, tag in STATE_TAGS.items()),
        ),
    ),
    sort="-uploaded_at",
    counted=lambda how_many: count_of(how_many, "%(n)s file", "%(n)s files"),
)

SECTORS = (
    ("council", _("Council")),
    ("health_board", _("Health board")),
    ("private", _("Private")),
    ("voluntary", _("Voluntary")),
)
COUNTING = (
    ("counted", _("Counted")),
    ("doubtful", _("Counted, doubtful")),
    ("apart", _("Stands apart")),
)


service_address = addresses("register:service")


def service_page(reading: Any) -> str:
    """The page of the service that a row is about."""
    return service_address(reading.service_id)


@lru_cache(maxsize=32)
def services_listing(
    councils: tuple[tuple[str, str], ...], days: tuple[tuple[str, str], ...]
) -> Listing:
    """Services of the imported files; councils and days are those that the files name."""
    return Listing(
        name="services",
        caption=_("Registered services"),
        columns=(
            ListColumn("name", _("Service"), sort="name", link=service_page),
            ListColumn("service_id", _("Number"), under="name"),
            ListColumn("provider_name", _("Provider"), sort="provider_name"),
            ListColumn("kind", _("Kind"), sort="kind"),
            ListColumn("town", _("Town"), sort="town"),
            ListColumn("council_name", _("Council"), sort="council_name"),
            ListColumn("places", _("Places"), kind="number", sort="places"),
            ListColumn("min_grade", _("Lowest grade"), kind="number", sort="min_grade"),
            ListColumn("as_at", _("True on"), kind="date", sort="as_at"),
        ),
        filters=(
            ListFilter(
                "q", _("Name, number or provider"), fields=("name", "service_id", "provider_name")
            ),
            ListFilter(
                "council", _("Council"), "select", fields=("council_code",), choices=councils
            ),
            ListFilter("sector", _("Who runs it"), "select", choices=SECTORS),
            ListFilter("counting", _("Counted"), "select", choices=COUNTING),
            ListFilter("day", _("True on"), "select", fields=("as_at",), choices=days),
        ),
        sort="name",
    )
