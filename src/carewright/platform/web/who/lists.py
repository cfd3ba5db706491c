"""The lists of "Who is who", declared once."""

from __future__ import annotations

from functools import lru_cache

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from carewright.platform import api as platform
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import Tag

officer_address = addresses("platform:officer")


@lru_cache(maxsize=32)
def contacts_listing(organisations: tuple[tuple[str, str], ...]) -> Listing:
    """Whom to ask; the organisations are those that have published anybody."""
    return Listing(
        name="whom-to-ask",
        caption=_("Whom to ask about what"),
        columns=(
            ListColumn("area", _("About"), value=lambda each: platform.area_label(each.service_area)
                       if each.service_area else each.provider),
            ListColumn("ask_about", _("What to ask"), under="area"),
            ListColumn("provider", _("Provider"), under="area"),
            ListColumn("name", _("Who"), sort="name"),
            ListColumn("job_title", _("Job"), under="name"),
            ListColumn("team", _("Team"), under="name"),
            ListColumn("is_lead", _("Lead officer"), kind="tag", value=lead_tag),
            ListColumn("email", _("Email"), link=lambda each: f"mailto:{each.email}"),
            ListColumn("phone", _("Telephone"), under="email"),
            ListColumn("organisation", _("Organisation"), sort="organisation"),
        ),
        filters=(
            ListFilter("q", _("Name, provider or words"), fields=(
                "name", "job_title", "team", "ask_about", "provider", "organisation")),
            ListFilter("area", _("Service area"), "select", fields=("service_area",),
                       choices=tuple(platform.SERVICE_AREAS.items())),
            ListFilter("organisation", _("Organisation"), "select", choices=organisations),
        ),
        counted=lambda how_many: count_of(how_many, "%(n)s person", "%(n)s people"),
        nothing=_("Nobody is named yet."),
    )  # fmt: skip


def lead_tag(contact: platform.Contact) -> Tag:
    """Whether the contact is the named lead officer."""
    return Tag(gettext("Lead officer"), "good") if contact.is_lead else Tag(gettext("Contact"))


def officer_tag(officer: platform.EnrolledOfficer) -> Tag:
    """Whether somebody works here."""
    return Tag(gettext("At work"), "good") if officer.active else Tag(gettext("Left"))


@lru_cache(maxsize=8)
def officers_listing(day: object) -> Listing:
    """Everybody enrolled, with the roles of the day."""
    return Listing(
        name="officers",
        caption=_("Officers and their roles"),
        columns=(
            ListColumn("name", _("Name"), sort="name", link=lambda each: officer_address(each.id)),
            ListColumn("job_title", _("Job"), under="name"),
            ListColumn("roles", _("Roles today"), value=lambda each: each.roles_on(day)),
            ListColumn("email", _("Email")),
            ListColumn("active", _("State"), kind="tag", value=officer_tag),
            ListColumn("enrolled_at", _("Enrolled"), kind="date", sort="enrolled_at"),
        ),
        filters=(
            ListFilter("q", _("Name, job or address"), fields=("name", "job_title", "email")),
            ListFilter(
                "state", _("State"), "select",
                choices=(("work", _("At work")), ("left", _("Left"))), narrow=_by_state,
            ),
        ),
        sort="name",
        counted=lambda how_many: count_of(how_many, "%(n)s officer", "%(n)s officers"),
    )  # fmt: skip


def _by_state(
    officers: tuple[platform.EnrolledOfficer, ...], value: str
) -> tuple[platform.EnrolledOfficer, ...]:
    return tuple(each for each in officers if each.active is (value == "work"))
