"""One round as its page prints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.ui.formats import (
    count_of,
    number,
    percent,
    pounds,
    written_date,
    written_datetime,
)
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Identity, Link, Tag
from carewright.uplift import api as uplift
from carewright.uplift.api import RoundState
from carewright.uplift.web.lists import STATES

HEADINGS: Final = {
    RoundState.PREVIEWED: "Preview: what the new prices would do",
    RoundState.APPLIED: "What the new prices do",
    RoundState.PAID: "What the new prices do",
    RoundState.REVERSED: "What the new prices would have done",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage in the life of a round, beneath its name what is known of it."""

    name: str
    beneath: str
    mark: str  # done, here or nothing


def crumbs(found: uplift.Round | None = None) -> tuple[Link, ...]:
    """The rounds, and the round that a page is about."""
    first = (Link(_("Uplift rounds"), reverse("uplift:rounds")),)
    if found is None:
        return first
    return (*first, Link(found.reference, reverse("uplift:round", args=[found.id])))


def caption(found: uplift.Round) -> str:
    """Above the heading of every page about a round."""
    return _("Uplift round %(reference)s, from %(day)s") % {
        "reference": found.reference, "day": written_date(found.effective_on),
    }  # fmt: skip


def heading(found: uplift.Round) -> str:
    """What the page says first."""
    return _(HEADINGS.get(found.state, "")) if found.state in HEADINGS else found.reason


def about(found: uplift.Round) -> Identity:
    """The line between the stages and the page."""
    facts = (found.reason, _("Proposed by %s") % found.proposed_by)
    return Identity(found.reference, facts, Tag(found.state.label, STATES[found.state]))


def stages(found: uplift.Round) -> list[Stage]:
    """The five stages, with where the round stands; none where it is over otherwise."""
    order = [RoundState.PROPOSED, RoundState.PREVIEWED, RoundState.CHECKED, RoundState.APPROVED,
             RoundState.APPLIED]  # fmt: skip
    state = RoundState.APPLIED if found.state is RoundState.PAID else found.state
    if state not in order:
        return []
    here = order.index(state)
    known = (
        f"{found.proposed_by}, {written_date(found.proposed_at)}",
        _("by %s") % found.previewed_by if found.previewed_by else _("every price worked out"),
        written_date(found.checked_at) if found.checked_at else _("by another person"),
        _("as the scheme has it"),
        _("by %s") % found.applied_by if found.applied_by else _("in one step, undone until paid"),
    )
    return [
        Stage(each.label, beneath, "done" if place < here else "here" if place == here else "")
        for place, (each, beneath) in enumerate(zip(order, known, strict=True))
    ]


def key_facts(found: uplift.Round) -> tuple[Fact, ...]:
    """What one looks for first."""
    told = found.figures
    lines = reverse("uplift:lines", args=[found.id])
    over = found.over_budget_pence
    share = told["effect"] / told["spend_now"] if told["spend_now"] else None
    facts = [
        Fact(_("Price lines"), number(told["lines"]), href=lines,
             beneath=count_of(told["agreements"], "in %(n)s agreement", "in %(n)s agreements")),
        Fact(_("Cost in a year"), pounds(told["effect"], whole=True),
             percent(share) if share is not None else ""),
        Fact(_("Against budget"), _against(over)),
        Fact(_("People supported"), number(told["people"])),
    ]  # fmt: skip
    if found.owed_pence is not None:
        facts.append(Fact(_("Owed for days delivered"), pounds(found.owed_pence)))
    elif told.get("owed"):
        by_then = _("had it been applied on %s") % written_date(found.previewed_at)
        facts.append(Fact(_("Owed for days delivered"), pounds(told["owed"]), by_then))
    return tuple(facts)


def _against(over: int | None) -> str:
    if over is None:
        return _("No budget given")
    side = _("%s over") if over > 0 else _("%s within")
    return side % pounds(abs(over), whole=True)


def effect_finding(found: uplift.Round) -> str:
    """What the round comes to, in a heading."""
    told = found.figures
    if told["effect"] < 0:
        return _("The round costs %s less a year") % pounds(-told["effect"], whole=True)
    return _("The round costs %s more a year") % pounds(told["effect"], whole=True)


def drafts(written: Sequence[uplift.Draft]) -> Grid | None:
    """What somebody has begun to write and not proposed."""
    if not written:
        return None
    headings = (GridColumn(_("Round")), GridColumn(_("Begun by")), GridColumn(_("Kept on")))
    return Grid(
        caption=_("Rounds that are being written"), columns=headings,
        rows=tuple(
            (
                GridCell(
                    each.reason or _("Without a reason yet"),
                    link=reverse("uplift:draft_step", args=[each.id, "agreements"]),
                    beneath=_("changes %s") % each.reference if each.reference else "",
                ),
                each.begun_by,
                written_datetime(each.saved_at),
            )
            for each in written
        ),
    )  # fmt: skip


def unseen(found: uplift.Round) -> str:
    """What of the round is not on the page, for who may not see people; empty: nothing."""
    if found.unseen is None:
        return ""
    if found.unseen.lines is None:
        return _("Prices of one person each are not on this page. How many they are, and what they "
                 "cost, is held back, as they are few.")  # fmt: skip
    words = count_of(
        found.unseen.lines,
        "%(n)s price of one person each is not on this page:",
        "%(n)s prices of one person each are not on this page:",
    )  # fmt: skip
    more = _("%s more in a year.") % pounds(found.unseen.effect_pence, whole=True)
    return f"{words} {more}"


def not_counted(found: uplift.Round) -> str:
    """Of how many lines that rise nobody knows what they cost; empty: of none."""
    lines = found.figures["not_counted"]
    return count_of(
        lines,
        "Of %(n)s line the cost is not known: its agreement says no value, or its price was "
        "nothing. The round is judged as the dearest that the scheme knows.",
        "Of %(n)s lines the cost is not known: their agreements say no value, or their prices were "
        "nothing. The round is judged as the dearest that the scheme knows.",
    ) if lines else ""  # fmt: skip
