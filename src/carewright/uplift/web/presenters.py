"""One round as its page prints it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import (
    count_of,
    not_known,
    number,
    percent,
    pounds,
    written_date,
    written_datetime,
)
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Identity, Link, State, Tag
from carewright.uplift import api as uplift
from carewright.uplift.api import ReadState, RoundState, Said
from carewright.uplift.web.lists import STATES, why
from carewright.uplift.web.said import SAYS

MOST_PROVIDERS: Final = 100
WIDEST: Final = 50  # of a bar, in pixels
READINGS: Final[dict[ReadState, State]] = {
    ReadState.WAITING: "wait", ReadState.RIGHT: "good", ReadState.WRONG: "late",
    ReadState.SENT_BACK: "soon", ReadState.CALLED_OFF: "none",
}  # fmt: skip
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


@dataclass(frozen=True, slots=True)
class Below:
    """One price below the least cost: the finding, and what stands beneath it."""

    finding: str
    beneath: str


@dataclass(frozen=True, slots=True)
class Total:
    """The last row of the table of effects."""

    name: str
    rise: str
    cost: str


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """One provider in the table of effects."""

    name: str
    href: str
    beneath: str
    now: str
    then: str
    rise: str
    bar: int  # pixels
    cost: str
    floor: Tag
    says: Tag
    says_more: str
    below: bool
    papers: tuple[Link, ...]


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


def providers(
    found: uplift.Round, assessed: frozenset[str], by: platform.Officer
) -> list[ProviderRow]:
    """The providers with most spend; a bar is as long as the rise beside the largest.

    `assessed` names those of whose prices some were held against a least cost. Papers that would
    lack prices are written by those who see them all.
    """
    sees_all = uplift.sees_placements(by)
    largest = max((each.rise or 0 for each in found.providers), default=0)
    shown = found.providers[:MOST_PROVIDERS]
    return [
        _provider(
            found, each, largest, is_assessed=each.key in assessed,
            may_write=sees_all or not each.has_placements,
        )
        for each in shown
    ]  # fmt: skip


def _provider(
    found: uplift.Round, each: uplift.Provider, largest: float, *, is_assessed: bool,
    may_write: bool,
) -> ProviderRow:  # fmt: skip
    lines = count_of(each.lines, "%(n)s line", "%(n)s lines")
    people = count_of(each.people or 0, "%(n)s person", "%(n)s people")
    return ProviderRow(
        name=each.name, beneath=f"{lines} · {people}" if each.people is not None else lines,
        href=reverse("uplift:lines", args=[found.id]) + "?" + _query(each.name),
        now=pounds(each.main_old_pence) if each.lines else _("No line rises"),
        then=pounds(each.main_new_pence) if each.lines else "",
        rise=_rise(each),
        bar=round(WIDEST * max(each.rise or 0, 0) / largest) if largest > 0 else 0,
        cost=pounds(each.effect_pence, whole=True),
        floor=_floor(each, is_assessed=is_assessed), says=_says(each),
        says_more=_says_more(each), below=each.below > each.explained,
        papers=_papers(found, each) if may_write else (),
    )  # fmt: skip


def _papers(found: uplift.Round, each: uplift.Provider) -> tuple[Link, ...]:
    papers = (("letter", _("Letter")), ("minute", _("Minute of variation")))
    return tuple(
        Link(text, reverse("uplift:paper", args=[found.id, each.id, code])) for code, text in papers
    )


def _rise(each: uplift.Provider) -> str:
    if not each.lines:
        return ""
    return percent(each.rise) if each.rise is not None else not_known()


def effect_finding(found: uplift.Round) -> str:
    """What the round comes to, in a heading."""
    told = found.figures
    if told["effect"] < 0:
        return _("The round costs %s less a year") % pounds(-told["effect"], whole=True)
    return _("The round costs %s more a year") % pounds(told["effect"], whole=True)


def _query(name: str) -> str:
    return urlencode({"q": name})


def _floor(each: uplift.Provider, *, is_assessed: bool) -> Tag:
    if not each.lines:
        return Tag(_("Left out"), "none")
    if each.below > each.explained:
        return Tag(_("Below by %s") % pounds(each.shortfall_pence), "late")
    if each.explained:
        return Tag(_("Below, signed for"), "soon")
    return Tag(_("Above"), "good") if is_assessed else Tag(_("Not assessed"), "none")


def _says(each: uplift.Provider) -> Tag:
    if each.said is None:
        return Tag(_("Not yet sent"), "none")
    return Tag(each.said.label, SAYS[each.said])


def _says_more(each: uplift.Provider) -> str:
    if each.said is Said.SENT:
        return _("answers by %s") % written_date(each.answer_by)
    if each.said_before is not None:
        return _("the figures changed since it was told")
    asked = each.requested_pence
    wants = [_("asks for %s") % pounds(asked)] if asked is not None else []
    return ". ".join(filter(None, (each.words, *wants)))


def left_out(figures: Mapping[str, Any]) -> Grid | None:
    """Why lines stay out, and how many."""
    counts: Mapping[str, int] = figures["left_out"]
    if not counts:
        return None
    rows = sorted(counts.items(), key=lambda each: -each[1])
    return Grid(
        caption=_("Left out"), columns=(GridColumn(_("Why")), GridColumn(_("Price lines"), True)),
        rows=tuple((why([code]), number(count)) for code, count in rows),
    )  # fmt: skip


def readings(found: uplift.Round) -> Grid | None:
    """Who read the round, and what came of it; a wrong answer stays."""
    rows: list[tuple[str | GridCell, ...]] = []
    for each in found.readings:
        told = "; ".join(
            _("%(line)s: %(theirs)s, the round says %(ours)s") % {
                "line": line.reference, "theirs": pounds(line.answered_pence),
                "ours": pounds(line.expected_pence),
            }
            for line in each.lines
            if line.answered_pence is not None
        )  # fmt: skip
        rows.append((
            GridCell(each.reader_name, beneath=_("asked by %s") % each.chosen_by_name),
            written_date(each.answered_at) if each.answered_at else "",
            GridCell(tag=Tag(each.state.label, READINGS[each.state])), each.words or told,
        ))  # fmt: skip
    if not rows:
        return None
    headings = (_("Reader"), _("Answered"), _("Found"), _("What they came to"))
    return Grid(
        caption=_("Second reading"), columns=tuple(GridColumn(each) for each in headings),
        rows=tuple(rows), stacked=True,
    )  # fmt: skip


def shares(found: uplift.Round) -> Grid:
    """Each formula: the share of every index, its rise and where that is published."""
    headings = (
        GridColumn(_("Formula")), GridColumn(_("Follows")), GridColumn(_("Share"), True),
        GridColumn(_("Rise"), True), GridColumn(_("Source")),
    )  # fmt: skip
    rows = []
    for formula in found.rule.formulas:
        for each in formula.shares:
            if each.weight:
                checked = "" if each.verified or not each.source else _("not checked by anybody")
                if each.why:
                    checked = _("typed, as %s") % each.why
                rows.append((
                    formula.words, each.driver.words, percent(each.weight),
                    percent(each.rise, 2), GridCell(each.source, beneath=checked),
                ))  # fmt: skip
    return Grid(
        caption=_("How prices rise"), columns=headings, rows=tuple(rows), stacked=True,
        how_to_read=_("A share that is fixed does not rise."),
    )  # fmt: skip


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


def total(found: uplift.Round) -> Total:
    """The last row of the table of effects."""
    told = found.figures
    share = told["effect"] / told["spend_now"] if told["spend_now"] else None
    providers = count_of(len(found.providers), "%(n)s provider", "%(n)s providers")
    lines = count_of(told["lines"], "%(n)s line", "%(n)s lines")
    return Total(
        name=_("In all %(providers)s, %(lines)s") % {"providers": providers, "lines": lines},
        rise=percent(share) if share is not None else not_known(),
        cost=pounds(told["effect"], whole=True),
    )


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
