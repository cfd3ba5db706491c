"""Prices below the least cost of care, and what can be done about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import (
    count_of,
    number,
    pounds,
)
from carewright.ui.rows import Link
from carewright.uplift import api as uplift
from carewright.uplift.api import RoundState


@dataclass(frozen=True, slots=True)
class Below:
    """One price below the least cost: the finding, and what stands beneath it."""

    finding: str
    beneath: str


def below_heading(count: int) -> str:
    """The finding about lines below their floor."""
    words = {"n": number(count)}
    return ngettext(
        "%(n)s price would not cover the cost of care",
        "%(n)s prices would not cover the cost of care", count,
    ) % words  # fmt: skip


def below_words(found: uplift.Round, lines: Sequence[uplift.Line]) -> list[Below]:
    """Each line that is below and by how much, and how many people the provider supports."""
    people = {each.key: each.people for each in found.providers}
    return [
        Below(
            _("%(who)s, %(what)s: %(price)s is %(by)s below the least cost of %(floor)s.") % {
                "who": each.provider, "what": each.priced, "price": pounds(each.new_pence),
                "by": pounds((each.floor_pence or 0) - (each.new_pence or 0)),
                "floor": pounds(each.floor_pence),
            },
            _supports(people.get(each.provider_key)),
        )
        for each in lines
    ]  # fmt: skip


def _supports(people: int | None) -> str:
    return (
        count_of(people, "It supports %(n)s person.", "It supports %(n)s people.") if people else ""
    )


def ways_out(found: uplift.Round, line: uplift.Line, by: platform.Officer) -> list[Link]:
    """What this officer can do about a line below its floor."""
    if found.state not in (RoundState.PREVIEWED, RoundState.CHECKED):
        return []
    ways = []
    provider = next((e.id for e in found.providers if e.key == line.provider_key), "")
    if platform.may(by, Act.PROPOSE_UPLIFT):
        if found.state is RoundState.PREVIEWED:
            raised = reverse("uplift:step", args=[found.id, "agree"]) + f"?of={line.price_line_id}"
            ways.append(Link(_("Raise the line to %s") % pounds(line.floor_pence), raised))
        asked = reverse("uplift:step", args=[found.id, "pay"]) + f"?of={provider}"
        ways.append(Link(_("Write down what it shows of its pay"), asked))
    if platform.may(by, Act.SIGN_FLOOR_REASON):
        ways.append(Link(_("Keep it, with a reason"), reverse("uplift:floor", args=[found.id])))
    return ways
