"""Every version of a scenario on its page: who made it when, and what was decided of which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from carewright.decide import api as decide
from carewright.foresee import api as foresee
from carewright.ui.formats import count_of, written_datetime
from carewright.ui.rows import Grid, GridCell, GridColumn

#: What made a version, by the act in the record; a lever is named.
MADE_BY: Final = {
    "begin_scenario": gettext_lazy("Begun"),
    "reword_scenario": gettext_lazy("Name or purpose changed"),
    "add_lever": gettext_lazy("Lever added: %(lever)s"),
    "change_lever": gettext_lazy("Lever changed: %(lever)s"),
    "remove_lever": gettext_lazy("Lever removed: %(lever)s"),
}


def version_sent(asked: decide.Approval) -> int:
    """The version that a request is about: its link leads to what was sent."""
    return int(asked.link.rstrip("/").rpartition("/")[2])


def versions(
    found: foresee.Scenario, made: Sequence[foresee.ScenarioVersion],
    asked: Iterable[decide.Approval],
) -> Grid | None:  # fmt: skip
    """The versions, newest first; None for a scenario of which none was kept yet."""
    if not made:
        return None
    requests: dict[int, list[decide.Approval]] = {}
    for each in asked:
        requests.setdefault(version_sent(each), []).append(each)
    headings = (_("Version"), _("What changed"), _("Who"), _("When"), _("Decision"))
    return Grid(
        caption=_("Versions of %(name)s") % {"name": found.name},
        caption_hidden=True,
        columns=tuple(GridColumn(each) for each in headings),
        rows=tuple(_row(found, each, requests.get(each.version, [])) for each in made),
        stacked=True,
    )


def _row(
    found: foresee.Scenario, each: foresee.ScenarioVersion, requests: Sequence[decide.Approval]
) -> tuple[str | GridCell, ...]:
    sent = reverse("foresee:sent_scenario", args=[found.id, each.version]) if each.sent else ""
    said = count_of(each.comments, "%(n)s comment", "%(n)s comments") if each.comments else ""
    return (
        GridCell(_("Version %(n)s") % {"n": each.version}, link=sent, beneath=said),
        str(MADE_BY.get(each.act, each.act)) % {"lever": each.lever},
        GridCell(each.by_name, beneath=each.by_organisation),
        written_datetime(each.at),
        "; ".join(f"{one.reference}: {one.tag.text}" for one in requests) or _("None asked for"),
    )
