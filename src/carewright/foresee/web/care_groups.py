"""The page of care groups: each by name, what is counted of it, and what would tell the rest."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.foresee import api as foresee
from carewright.ui.formats import number, written_date
from carewright.ui.rows import Grid, GridCell, GridColumn, Tag
from carewright_engine.demand.need.care_groups import Held
from carewright_engine.demand.need.counted_groups import Count


def care_groups_page(found: foresee.CareGroupsHere) -> dict[str, Any]:
    """Every care group by name: what the files count of it, and what would fill it."""
    held = sum(1 for each in found.groups if each.held.sources)
    said = {"held": held, "all": len(found.groups)}
    title = _("%(held)s of %(all)s care groups can be counted from the files at hand")
    headings = (_("Care group"), _("Can it be counted?"), _("What is counted, or which file tells"))
    rows = tuple(
        (_named(each.held), _held_or_not(each.held), _told_by(each, found.councils))
        for each in found.groups
    )
    grid = Grid(
        caption=_("Care groups in %(area)s, by the newest figures at hand") % {"area": found.area},
        columns=tuple(GridColumn(each) for each in headings), rows=rows, stacked=True,
    )  # fmt: skip
    return {"title": title % said, "grid": grid}


#: Which page says more of a group that the files hold.
MORE_OF: Final = {
    "older_people": "foresee:need", "working_age": "foresee:need", "carers": "foresee:carers",
    "leaving_hospital": "foresee:delays",
}  # fmt: skip


def _named(held: Held) -> str | GridCell:
    """The group; one that is held leads to the page that shows its figures."""
    route = MORE_OF.get(held.group.key) if held.sources else None
    return GridCell(held.group.name, link=reverse(route)) if route else held.group.name


def _held_or_not(held: Held) -> GridCell:
    if held.sources:
        return GridCell(tag=Tag(_("In the files"), "good"))
    return GridCell(tag=Tag(_("Not known"), "wait"))


def _told_by(here: foresee.GroupHere, councils: int) -> str:
    if here.held.missing:
        return _("A file that would tell: %(file)s") % {"file": here.held.missing.file}
    counted = {each.source: _counted(each, councils) for each in here.counts}
    words = "; ".join(
        counted.get(each) or _("%(what)s: not in this area") % {"what": each.says}
        for each in here.held.sources
    )
    return words[:1].upper() + words[1:]


def _counted(found: Count, councils: int) -> str:
    """1,240 people with care at home, 1 April 2021 to 31 March 2022."""
    last = found.ends_before - timedelta(days=1)
    days = written_date(last)
    if found.starts_on != last:
        days = _("%(first)s to %(last)s") % {"first": written_date(found.starts_on), "last": days}
    said = {"number": number(found.number), "what": found.source.says, "days": days}
    words = (
        _("at least %(number)s %(what)s, %(days)s") if found.at_least
        else _("%(number)s %(what)s, %(days)s")
    )  # fmt: skip
    if found.areas == councils:
        return words % said
    few = {"words": words % said, "held": found.areas, "all": councils}
    return _("%(words)s (in %(held)s of %(all)s councils)") % few
