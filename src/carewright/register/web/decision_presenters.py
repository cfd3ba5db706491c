"""What files only let us propose, and what people decided, as pages print it."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from carewright.register import api as register
from carewright.ui.formats import count_of, number, percent
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import Fact, Grid, GridColumn, Link, State, Tag

CLASSES: Final = {
    "council": gettext_lazy("The council"),
    "council_company": gettext_lazy("A company that the council owns"),
    "health_board": gettext_lazy("The health board"),
    "": gettext_lazy("Not publicly run"),
}


def proposal_row(proposal: register.PublicRunProposal, *, chosen: bool) -> dict[str, Any]:
    """One service that a file lets us propose as publicly run."""
    undecided = proposal.decided is None
    decided = "" if proposal.decided is None else str(CLASSES[proposal.decided])
    return {
        "id": proposal.service_id,
        "name": proposal.name or proposal.service_id,
        "beneath": f"{proposal.kind} · {proposal.service_id}",
        "provider": proposal.provider_name or _("Not known"),
        "proposed": CLASSES[proposal.proposed],
        "basis": proposal.basis,
        "tag": Tag(_("Not confirmed yet"), "wait") if undecided else Tag(decided, "good"),
        "decided_by": "" if undecided else _("said %(who)s") % {"who": proposal.decided_by},
        "chosen": chosen,
    }


def who_runs_finding(proposals: list[register.PublicRunProposal], council: str) -> str:
    """How many services may be publicly run, and how many of them nobody has looked at."""
    if not proposals:
        return _("No service of %(council)s is proposed as publicly run") % {"council": council}
    waiting = sum(1 for each in proposals if each.decided is None)
    words = {"n": number(waiting), "all": number(len(proposals))}
    if not waiting:
        return ngettext(
            "The one proposal is decided", "All %(all)s proposals are decided", len(proposals)
        ) % words  # fmt: skip
    return ngettext(
        "%(n)s of %(all)s proposals waits for you", "%(n)s of %(all)s proposals wait for you",
        waiting,
    ) % words  # fmt: skip


GROUP_STATES: Final = (
    ("open", gettext_lazy("Not decided yet")),
    ("one", gettext_lazy("One operator")),
    ("apart", gettext_lazy("Stand apart")),
)
COLOURS: Final[dict[str, State]] = {"open": "wait", "one": "good", "apart": "none"}


def state_of(group: register.GroupProposal) -> str:
    """Whether somebody has decided, and how."""
    if group.is_one is None:
        return "open"
    return "one" if group.is_one else "apart"


def group_tag(group: register.GroupProposal) -> Tag:
    """The decision in words, with a colour that repeats them."""
    state = state_of(group)
    return Tag(str(dict(GROUP_STATES)[state]), COLOURS[state])


GROUPS: Final = Listing(
    name="groups-of-providers",
    caption=gettext_lazy("Groups of providers"),
    columns=(
        ListColumn(
            "group_name", gettext_lazy("Group"), sort="group_name",
            link=lambda group: reverse("register:group", args=[group.group_id]),
        ),
        ListColumn(
            "members", gettext_lazy("Providers"), kind="number", sort="size",
            value=lambda group: len(group.providers),
        ),
        ListColumn(
            "providers", gettext_lazy("Who they are"),
            value=lambda group: "; ".join(group.providers),
        ),
        ListColumn("basis", gettext_lazy("Why they are proposed")),
        ListColumn("score", gettext_lazy("How sure"), kind="percent", sort="score"),
        ListColumn(
            "state", gettext_lazy("State"), kind="tag", value=group_tag
        ),
    ),
    filters=(
        ListFilter("q", gettext_lazy("Group or provider"), fields=("group_name", "names")),
        ListFilter(
            "state", gettext_lazy("State"), "select", choices=GROUP_STATES,
            narrow=lambda groups, wanted: [g for g in groups if state_of(g) == wanted],
        ),
    ),
    sort="-members",
    counted=lambda how_many: count_of(how_many, "%(n)s group", "%(n)s groups"),
)  # fmt: skip


def group_page(group: register.GroupProposal) -> dict[str, Any]:
    """What the page of one proposed group prints."""
    tag = group_tag(group)
    decided = _("by %(who)s") % {"who": group.decided_by} if group.decided_by else ""
    return {
        "title": group.group_name,
        "caption": _("Proposed group of providers"),
        "crumbs": (Link(_("Groups of providers"), reverse("register:groups")),),
        "facts": (
            Fact(_("State"), tag.text, beneath=decided),
            Fact(_("How sure"), percent(group.score, 0), beneath=group.basis),
        ),
        "members": Grid(
            caption=_("Its providers"),
            columns=(GridColumn(_("Provider")), GridColumn(_("Number"))),
            rows=tuple(zip(group.providers, group.provider_ids, strict=True)),
        ),
        "button": _("Confirm"),
    }


CORRECTIONS: Final = Listing(
    name="values-put-right",
    caption=gettext_lazy("Values put right"),
    columns=(
        ListColumn(
            "service_id", gettext_lazy("Service"), sort="service_id",
            link=lambda c: reverse("register:service", args=[c.service_id]),
        ),
        ListColumn("as_at", gettext_lazy("True on"), kind="date", sort="as_at"),
        ListColumn(
            "column", gettext_lazy("What"), sort="column",
            value=lambda c: register.CORRECTABLE.get(c.column, c.column),
        ),
        ListColumn(
            "old_value", gettext_lazy("Published"), value=lambda c: c.old_value or None
        ),
        ListColumn(
            "new_value", gettext_lazy("Put right to"), value=lambda c: c.new_value or None
        ),
        ListColumn("reason", gettext_lazy("How it is known")),
        ListColumn("by", gettext_lazy("By"), sort="by"),
        ListColumn("at", gettext_lazy("When"), kind="datetime", sort="at"),
    ),
    filters=(
        ListFilter("q", gettext_lazy("Service, person or reason"),
                   fields=("service_id", "by", "reason")),
    ),
    sort="-at",
    counted=lambda how_many: count_of(how_many, "%(n)s value", "%(n)s values"),
)  # fmt: skip
