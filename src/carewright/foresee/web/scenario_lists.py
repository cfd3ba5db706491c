"""The list of scenarios, declared once."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses

scenario_address = addresses("foresee:scenario")

STANDING: Final = (("in_use", _("In use")), ("put_away", _("Put away")))


def _levers(scenario: Any) -> str:
    """The names of its levers, which say in a few words what it does."""
    names = [lever["name"] for lever in scenario.levers]
    return "; ".join(names) if names else gettext("None yet: as now")


SCENARIOS: Final = Listing(
    name="scenarios",
    caption=_("Scenarios"),
    columns=(
        ListColumn("name", _("Scenario"), sort="name", link=lambda each: scenario_address(each.pk)),
        ListColumn("shared_by", _("Shared by"), under="name"),
        ListColumn("levers", _("Levers"), value=_levers),
        ListColumn("shared_under", _("Shared under")),
        ListColumn("changed_at", _("Changed"), kind="datetime", sort="changed_at"),
        ListColumn("changed_by_name", _("By"), under="changed_at"),
    ),
    filters=(
        ListFilter("q", _("Scenario or partner"), fields=("name", "about", "shared_by")),
        ListFilter("standing", _("Which"), "select", choices=STANDING),
    ),
    sort="-changed_at",
    counted=lambda how_many: count_of(how_many, "%(n)s scenario", "%(n)s scenarios"),
)
