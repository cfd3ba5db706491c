"""Variations, ends and the law as their pages print them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.contract.api import Authority
from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.ui.formats import count_of, in_london, not_known, percent, pounds, written_date
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Identity, Link, Tag
from carewright.vary import api as vary
from carewright.vary.web.lists import tag_of
from carewright_engine.charts import Caption, Picture, Share, share_bars
from carewright_engine.rules.modifications import Ground, Modification

STANDS: dict[bool | None, Tag] = {
    True: Tag("Carries it", "good"), False: Tag("Does not", "none"), None: Tag("Not known", "wait"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """The approval that was asked for, if any."""

    link: Link | None = None
    tag: Tag | None = None
    is_approved: bool = False
    waits: bool = False


def asked_of(request_id: UUID | None, by: platform.Officer) -> Asked:
    """Where an approval stands."""
    if request_id is None:
        return Asked()
    found = decide.approval(request_id, seen_by=by)
    return Asked(
        Link(found.reference, reverse("decide:request", args=[found.id])),
        found.tag,
        found.state is RequestState.APPROVED,
        found.state in (RequestState.REQUESTED, RequestState.RETURNED),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One step on the way: what it is, what is so, and how it stands."""

    title: str
    why: str
    tag: Tag


def way_of(found: vary.Variation, asked: Asked) -> list[Line]:
    """The steps of a variation, as far as they have been taken."""
    done, waits = Tag(_("Done"), "good"), Tag(_("To do"), "soon")
    signed = found.our_signed_on is not None
    ours = _("%(who)s for us on %(day)s") % {
        "who": found.our_signatory, "day": written_date(found.our_signed_on)
    }  # fmt: skip
    theirs = _("%(who)s for the other side on %(day)s") % {
        "who": found.their_signatory, "day": written_date(found.their_signed_on)
    }  # fmt: skip
    law = found.found
    applied = written_date(in_london(found.applied_at).date()) if found.applied_at else ""
    return [
        Line(_("Written down"), _("%s wrote it") % found.written_by, done),
        Line(
            _("Held against the law, and approval asked for"),
            f"{law.words}. {law.notice[0].upper()}{law.notice[1:]}" if law else "",
            done if found.request_id else waits,
        ),
        Line(_("Approved"), "", done if found.state is not vary.VariationState.DRAFT else
             asked.tag or waits),
        Line(_("Signed by both sides"), _signed_by(found, ours, theirs) if signed else "",
             _authority(found) or (done if signed else waits)),
        Line(_("Put into the agreement"), applied, done if found.applied_at else waits),
    ]  # fmt: skip


def _signed_by(found: vary.Variation, ours: str, theirs: str) -> str:
    says = (f"{ours}; {theirs}", found.our_authority_says, found.our_reason)
    return ". ".join(filter(None, says))


def _authority(found: vary.Variation) -> Tag | None:
    """Where whoever signed for us could not, that is what stands there."""
    lacked = found.our_authority is Authority.LACKED
    return Tag(Authority.LACKED.label, "late") if lacked else None


def words_grid(found: vary.Variation) -> Grid:
    """What changes, and to what."""
    said = found.words
    last = said.ends_before and said.ends_before - timedelta(days=1)
    rows = [
        (_("Why"), said.reason),
        (_("Counts from"), written_date(said.starts_on)),
        (_("Value over the term"), _signed(said.change_pence) if said.change_pence else ""),
        (_("New last day"), written_date(last) if last else ""),
        (_("What is bought"), said.scope), (_("Prices"), said.price_effect),
        (_("People"), said.people_effect),
        (_("People affected"), "" if said.people_affected is None else str(said.people_affected)),
        (_("The provider’s notice"), _days(said.notice_days)),
        (_("Our notice"), _days(said.own_notice_days)), (_("Payment terms"), said.payment_terms),
        (_("Provider that takes over"), said.new_provider),
        (_("Provider checked on"), _day(said.diligence_on)),
        (_("Parties consented on"), _day(said.consent_on)),
        (_("People told on"), _day(said.people_told_on)),
    ]  # fmt: skip
    return Grid(
        caption=_("What changes"), columns=(GridColumn(_("What")), GridColumn(_("To what"))),
        rows=tuple(row for row in rows if row[1]), stacked=True,
    )  # fmt: skip


def law_grid(found: Modification) -> Grid:
    """Every ground of the regime, with what speaks for it and against it."""
    columns = (_("Ground"), _("Carries it"), _("Because"), _("Left on it"), _("Written in"))
    return Grid(
        caption=_("Grounds on which it may be changed without a new procurement"),
        columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(_ground(each) for each in found.grounds), stacked=True,
    )  # fmt: skip


def _ground(each: Ground) -> tuple[str | GridCell, ...]:
    why = (*each.reasons_against, *each.needs) if not each.applies else each.reasons_for
    left = not_measured() if each.left_pence is None else pounds(each.left_pence, whole=True)
    return (
        each.words, GridCell(tag=STANDS[each.applies]), "; ".join(why), left,
        GridCell(each.source, beneath="" if each.verified else not_verified()),
    )  # fmt: skip


def finding_of(found: Modification) -> str:
    """What the law says, in a heading."""
    if found.allowed is None:
        return _("Whether it may be made is not known yet")
    if found.ground is None:
        return _("No ground carries it: it takes a new procurement")
    return _("It may be made: %s") % found.ground.words.lower()


def headroom_picture(sums: vary.SoFar, found: Modification) -> Picture | None:
    """What earlier changes have used of each ground that adds them up."""
    measured = [each for each in found.grounds if each.left_pence is not None]
    if not measured:
        return None
    caption = Caption(
        "headroom", _("Used of what each ground allows"),
        how_to_read=_("All earlier variations together; what is left may still be added."),
    )  # fmt: skip
    shares = []
    for each in measured:
        used = max(0, _used(each, sums))
        whole = used + (each.left_pence or 0)
        note = _("%(used)s used, %(left)s left") % {
            "used": pounds(used, whole=True), "left": pounds(each.left_pence, whole=True)
        }  # fmt: skip
        shares.append(Share(each.words, used / 100, whole / 100, note=note))
    return share_bars(
        caption, shares, rows_are=_("Ground"), parts_are=_("Used, £"), wholes_are=_("In all, £")
    )


def headroom_says(sums: vary.SoFar) -> str:
    """By how much all variations have moved the value since the award."""
    if sums.original_pence is None:
        return _("Nobody knows what the agreement is worth, so nothing can be measured")
    if not sums.net_pence:
        return _("No variation has changed the value")
    share = percent(sums.net_pence / sums.original_pence) if sums.original_pence else not_known()
    return _("Variations changed the value by %(pounds)s, %(share)s of the award") % {
        "pounds": _signed(sums.net_pence), "share": share,
    }  # fmt: skip


def _used(each: Ground, sums: vary.SoFar) -> int:
    if each.id.endswith("own_decision"):
        return sums.own_decision_pence
    if ".mod.small" in each.id:
        return sums.small_pence
    return sums.value_pence or 0  # of a ground that stays below a threshold


def identity_of(agreement: contract.Agreement, state: Tag | None = None) -> Identity:
    """The line between the stages and the page."""
    people = agreement.wording.people_supported
    supported = (
        count_of(people, "%(n)s person supported", "%(n)s people supported")
        if people is not None
        else _("People supported: not known")
    )
    providers = ", ".join(each.name for each in agreement.providers) or _("No provider yet")
    return Identity(agreement.reference, (providers, supported), state)


def variations_grid(found: tuple[vary.Variation, ...]) -> Grid:
    """Each with what it changes, its ground and its state."""
    columns = (_("Variation"), _("What"), _("Value"), _("Ground"), _("State"))
    return Grid(
        caption=_("Variations"), columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(
            (
                GridCell(each.reference, link=reverse("vary:variation", args=[each.id]),
                         beneath=each.words.reason),
                each.changes,
                _signed(each.words.change_pence) if each.words.change_pence else _("No change"),
                each.found.words if each.found else _("Not tried yet"),
                GridCell(tag=tag_of(each.state)),
            )
            for each in found
        ),
        stacked=True,
    )  # fmt: skip


def extensions_grid(agreement: contract.Agreement) -> Grid:
    """The options that the agreement has; taking one is no variation."""
    columns = (_("Option"), _("To"), _("Decide by"), _("State"))
    return Grid(
        caption=_("Options to extend"), columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(
            (
                _("Option %s") % each.number,
                written_date(each.ends_before - timedelta(days=1)),
                written_date(each.decide_by), each.state.label,
            )
            for each in agreement.extensions
        ),
        stacked=True,
    )  # fmt: skip


def exit_facts(found: vary.Exit, agreement: contract.Agreement) -> tuple[Fact, ...]:
    """What one looks for first."""
    left = agreement.wording.people_supported
    counted = agreement.people_counted_on
    return (
        Fact(_("Last day"), written_date(found.last_day), found.notice_says),
        Fact(_("People affected"), _number(found.people_affected), _("when it was planned")),
        Fact(_("People still supported"), _number(left),
             _("counted on %s") % written_date(counted) if counted else ""),
        Fact(_("Followed by"), agreement.successor.reference if agreement.successor
             else _("Nothing named yet"), agreement.successor.title if agreement.successor else ""),
    )  # fmt: skip


def exit_finding(found: vary.Exit) -> str:
    """How the plan stands, in a heading."""
    open_ones = [each for each in found.steps if not each.is_done]
    if not found.steps:
        return _("The exit plan has no steps yet")
    if not open_ones:
        return _("Every step of the exit plan is done")
    protecting = sum(each.protects for each in open_ones)
    return _("%(open)s of %(all)s steps are open, %(protecting)s of them protect people") % {
        "open": len(open_ones), "all": len(found.steps), "protecting": protecting,
    }  # fmt: skip


def exemption_facts(found: vary.Exemption) -> tuple[Fact, ...]:
    """What one looks for first."""
    last = found.ends_before - timedelta(days=1)
    return (
        Fact(_("Value over its term"), pounds(found.value_pence, whole=True), found.scope.label),
        Fact(_("Used"), pounds(found.used_pence, whole=True),
             _("%s is left") % pounds(found.left_pence, whole=True)),
        Fact(_("Last day"), written_date(last), _("It has lapsed") if found.has_lapsed else ""),
        Fact(_("Providers told"), _day(found.told_on) or _("Not yet"), found.told_how),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step of an exit plan as its line prints it."""

    title: str
    kind: str
    owner: str
    tag: Tag
    due: datetime
    reference: str
    protects: bool
    href: str


def shown(step: vary.ExitStep) -> ShownStep:
    """The step with its colour and the way to its action."""
    tag = Tag(step.state, "good" if step.is_done else "late" if step.is_late else "soon")
    return ShownStep(
        step.action, step.kind.label, step.owner, tag, step.due_at, step.reference, step.protects,
        reverse("follow_up:action", args=[step.task_id]),
    )  # fmt: skip


def not_verified() -> str:
    """What stands beside law that nobody has read and confirmed."""
    return _("Not verified")


def not_measured() -> str:
    """Where each change is measured for itself."""
    return _("Each change for itself")


def _signed(pence: int) -> str:
    return f"+{pounds(pence)}" if pence > 0 else pounds(pence)


def _number(value: int | None) -> str:
    return not_known() if value is None else str(value)


def _day(value: date | None) -> str:
    return written_date(value) if value else ""


def _days(value: int | None) -> str:
    return "" if value is None else count_of(value, "%(n)s day", "%(n)s days")
