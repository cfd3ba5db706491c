"""Findings that return, as their page prints them."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from carewright.follow_up import api as follow_up
from carewright.ui.formats import count_of, in_london, written_date
from carewright.ui.rows import Grid, GridCell, GridColumn

Proposed = list[tuple[follow_up.LikeFinding, list[follow_up.LikeFinding]]]


def finding(found: list[follow_up.Returning]) -> str:
    """The heading: how many findings keep coming back, and how often the worst did."""
    if not found:
        return gettext("No finding is known to have come back")
    worst = found[0]
    words = {
        "n": len(found), "times": worst.came_back, "year": in_london(worst.first_made_at).year,
    }  # fmt: skip
    return (
        ngettext(
            "%(n)s finding has come back, %(times)s times since %(year)s",
            "%(n)s findings have come back; one of them %(times)s times since %(year)s",
            len(found),
        )
        % words
    )


def returning_grid(found: list[follow_up.Returning]) -> Grid:
    """Each finding with how often it came back."""
    return Grid(
        caption=gettext("Findings that people confirmed as the same"),
        columns=(
            GridColumn(gettext("Finding")), GridColumn(gettext("Came back"), figures=True),
            GridColumn(gettext("First found")), GridColumn(gettext("Last found")),
            GridColumn(gettext("Not settled"), figures=True),
        ),
        rows=tuple(
            (
                GridCell(
                    each.finding, reverse("follow_up:action", args=[each.first_id]),
                    ", ".join(each.themes),
                ),
                count_of(each.came_back, "%(n)s time", "%(n)s times"),
                written_date(each.first_made_at), written_date(each.last_made_at), str(each.open),
            )
            for each in found
        ),
        stacked=True,
    )  # fmt: skip


def proposed_heading(how_many: int) -> str:
    """How many findings wait for somebody to compare them."""
    if not how_many:
        return gettext("Nothing new looks like an earlier finding")
    return ngettext(
        "%(n)s finding may have been made before",
        "%(n)s findings may have been made before",
        how_many,
    ) % {"n": how_many}


def proposed_grid(proposed: Proposed) -> Grid:
    """New findings beside the likest earlier one; the page of the new one asks."""
    return Grid(
        caption=gettext("Findings that look alike"),
        how_to_read=gettext(
            "Proposed from their words alone. Open one to compare it and to say whether it is "
            "the same."
        ),
        columns=(
            GridColumn(gettext("New finding")), GridColumn(gettext("Likest earlier one")),
            GridColumn(gettext("Alike"), figures=True),
        ),
        rows=tuple(
            (
                GridCell(
                    f"{new.reference}: {new.finding}", reverse("follow_up:action", args=[new.id])
                ),
                GridCell(
                    f"{alike[0].reference}: {alike[0].finding}",
                    reverse("follow_up:action", args=[alike[0].id]),
                ),
                f"{alike[0].likeness}%",
            )
            for new, alike in proposed
        ),
        stacked=True,
    )  # fmt: skip
