"""Variations as their pages print them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.contract.api import Authority
from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.ui.formats import count_of, in_london, written_date
from carewright.ui.rows import Grid, GridCell, GridColumn, Identity, Link, Tag
from carewright.vary import api as vary
from carewright.vary.web.lists import tag_of
from carewright.vary.web.written import day_or_nothing, days_or_nothing, signed


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
        "who": _ours(found),
        "day": written_date(found.our_signed_on)
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


def _ours(found: vary.Variation) -> str:
    """One of our officers, or the two that the scheme wants."""
    if not found.our_second:
        return found.our_signatory
    return _("%(first)s and %(second)s") % {
        "first": found.our_signatory, "second": found.our_second,
    }  # fmt: skip


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
        (_("Value over the term"), signed(said.change_pence) if said.change_pence else ""),
        (_("New last day"), written_date(last) if last else ""),
        (_("What is bought"), said.scope), (_("Prices"), said.price_effect),
        (_("People"), said.people_effect),
        (_("People affected"), "" if said.people_affected is None else str(said.people_affected)),
        (_("The provider’s notice"), days_or_nothing(said.notice_days)),
        (_("Our notice"), days_or_nothing(said.own_notice_days)),
        (_("Payment terms"), said.payment_terms),
        (_("Provider that takes over"), said.new_provider),
        (_("Provider checked on"), day_or_nothing(said.diligence_on)),
        (_("Parties consented on"), day_or_nothing(said.consent_on)),
        (_("People told on"), day_or_nothing(said.people_told_on)),
    ]  # fmt: skip
    return Grid(
        caption=_("What changes"), columns=(GridColumn(_("What")), GridColumn(_("To what"))),
        rows=tuple(row for row in rows if row[1]), stacked=True,
    )  # fmt: skip


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
                signed(each.words.change_pence) if each.words.change_pence else _("No change"),
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
