"""One person who works here, as the page shows them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.platform import api as platform
from carewright.platform.api import Act, SignInStanding, may
from carewright.platform.web.people_forms import WhyForm
from carewright.platform.web.people_lists import standing_tag
from carewright.ui.formats import written_date, written_datetime
from carewright.ui.rows import Fact, Grid, GridColumn, Link


def staff_page(
    found: platform.StaffMember, *, by: platform.Officer, answered: dict[str, Any]
) -> dict[str, Any]:
    """Facts, roles, and those of the forms that this officer may send now."""
    offered = {**_offered(found, by), **answered}
    return {
        "title": found.name,
        "caption": found.job_title,
        "crumbs": [Link(_("Sign-ins"), reverse("platform:staff"))],
        "person": found,
        "state": standing_tag(found.standing),
        "facts": _facts(found),
        "roles": _roles(found),
        "forms": offered,
    }


def _offered(found: platform.StaffMember, by: platform.Officer) -> dict[str, Any]:
    offered: dict[str, Any] = dict.fromkeys(("unlock", "enable"))
    if found.standing is SignInStanding.LOCKED and may(by, Act.UNLOCK_ACCOUNT):
        offered["unlock"] = WhyForm(prefix="unlock")
    if found.standing is SignInStanding.DISABLED and may(by, Act.ENABLE_ACCOUNT):
        offered["enable"] = WhyForm(prefix="enable")
    return offered


def _facts(found: platform.StaffMember) -> list[Fact]:
    facts = [
        Fact(_("Email"), found.email),
        Fact(_("Last sign-in"), written_datetime(found.signed_in_at)),
    ]
    if found.disabled_from:
        facts.append(Fact(_("Disabled if not used by"), written_date(found.disabled_from)))
    return facts


def _roles(found: platform.StaffMember) -> Grid:
    return Grid(
        caption=_("Roles held today"),
        columns=(
            GridColumn(_("Role")), GridColumn(_("Since")), GridColumn(_("Until")),
            GridColumn(_("Given by")),
        ),
        rows=tuple(
            (
                each.role.label,
                written_date(each.starts_on),
                written_date(each.ends_before) if each.ends_before else _("No end set"),
                _("Group %(name)s") % {"name": each.from_group} if each.from_group else _("Hand"),
            )
            for each in found.roles
        ),
        stacked=True,
    )  # fmt: skip
