"""The lists of follow-up, declared once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from carewright.follow_up.api import Source
from carewright.follow_up.web.wording import standing
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import Tag

action_address = addresses("follow_up:action")

WHOSE = (("mine", _("Mine")), ("others", _("Other people's")))
STANDING = (
    ("overdue", _("Overdue")),
    ("to_do", _("To do, in time")),
    ("to_check", _("Done, to be checked")),
    ("settled", _("Settled")),
)
SOURCES = tuple((source.value, source.label) for source in Source)
MOST_LETTERS = 160


def _short(task: Any) -> str:
    """The action with its reference, as two actions may be worded alike."""
    words = " ".join(task.action.split())
    short = words if len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 1] + "…"
    return f"{short} ({task})"


def _standing(task: Any) -> Tag:
    return standing(task.state, task.due_at, now())


@lru_cache(maxsize=32)
def actions_listing(themes: tuple[str, ...]) -> Listing:
    """Tracked actions; the themes are those that the organisation uses."""
    return Listing(
        name="actions",
        caption=_("Actions"),
        columns=(
            ListColumn(
                "action", _("What to do"), value=_short, sort="action",
                link=lambda task: action_address(task.pk),
            ),
            ListColumn(
                "from_source", _("From"), under="action",
                value=lambda task: Source(task.source).label,
            ),
            ListColumn(
                "plan", _("Plan"), under="action", value=lambda t: t.plan.title if t.plan else ""
            ),
            ListColumn("shared_by", _("Shared by"), under="action"),
            ListColumn("owner_words", _("Owner"), sort="owner_words"),
            ListColumn(
                "people_affected", _("People affected"), kind="number", sort="people_affected"
            ),
            ListColumn("due_at", _("Due"), kind="datetime", sort="in_turn"),
            ListColumn("standing", _("State"), kind="tag", value=_standing),
        ),
        filters=(
            ListFilter(
                "q", _("Action, finding or owner"),
                fields=("action", "finding", "owner_words", "reference"),
            ),
            ListFilter("whose", _("Whose"), "select", choices=WHOSE),
            ListFilter("standing", _("State"), "select", choices=STANDING),
            ListFilter("source", _("From"), "select", choices=SOURCES),
            ListFilter(
                "theme", _("Theme"), "select", choices=tuple((each, each) for each in themes),
                narrow=lambda rows, theme: rows.filter(themes__contains=[theme]),
            ),
            ListFilter("until", _("Due by"), "until", fields=("due_at__date",)),
        ),
        sort="due_at",
        counted=lambda how_many: count_of(how_many, "%(n)s action", "%(n)s actions"),
    )  # fmt: skip
