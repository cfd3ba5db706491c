"""Who is who, ready to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from carewright.platform.api import (
    Cover,
    EnrolledOfficer,
    EscalationStep,
    HeldRole,
    Member,
    Partnership,
    SharedKind,
    Terms,
    area_label,
)
from carewright.ui.formats import count_of, percent, written_date
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Tag


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One line of the table of absences."""

    absent: str
    deputy: str
    days: str
    tag: Tag
    end: str  # where the button leads that ends it; empty for none


def absence_finding(covers: Sequence[Cover], *, officer_id: UUID, day: date) -> str:
    """The heading of one's own absence: what is so today, or what comes next."""
    own = [each for each in covers if each.absent_id == officer_id]
    if not own:
        return _("Nobody needs to stand in for you")
    first = own[0]
    if first.starts_on <= day:
        said = _("%(deputy)s stands in for you until %(day)s")
        return said % {"deputy": first.deputy, "day": written_date(_last_day(first))}
    said = _("%(deputy)s will stand in for you from %(day)s")
    return said % {"deputy": first.deputy, "day": written_date(first.starts_on)}


def absences_finding(covers: Sequence[Cover], *, day: date) -> str:
    """The heading of everybody's absences: who is away today."""
    away = sorted(each.absent for each in covers if each.starts_on <= day)
    if not away:
        return _("Nobody is away today")
    if len(away) == 1:
        return _("%(name)s is away today") % {"name": away[0]}
    return _("%(n)s people are away today") % {"n": len(away)}


def cover_rows(covers: Sequence[Cover], *, day: date, ends: bool) -> list[CoverRow]:
    """The table of absences; with `ends`, each can be ended."""
    return [_cover_row(each, day, ends) for each in covers]


def _cover_row(cover: Cover, day: date, ends: bool) -> CoverRow:
    days = {"first": written_date(cover.starts_on), "last": written_date(_last_day(cover))}
    return CoverRow(
        absent=cover.absent,
        deputy=cover.deputy,
        days=_("%(first)s to %(last)s") % days,
        tag=_tag(cover, day),
        end=reverse("platform:end_cover", args=[cover.id]) if ends else "",
    )


def _tag(cover: Cover, day: date) -> Tag:
    if not cover.deputy_works_here:
        return Tag(_("Deputy has left"), "late")
    return Tag(_("Now"), "soon") if cover.starts_on <= day else Tag(_("To come"), "wait")


def _last_day(cover: Cover) -> date:
    return cover.ends_before - timedelta(days=1)


def day_after(day: date) -> date:
    """The next day in the calendar."""
    return day + timedelta(days=1)


def paths_finding(paths: Mapping[str, object], organisation: str) -> str:
    """The heading above an organisation's paths."""
    if not paths:
        return _("%(name)s has not said yet who is asked next") % {"name": organisation}
    said = _("When nobody answers at %(name)s, ask the next person on the path")
    return said % {"name": organisation}


def path_grids(paths: Mapping[str, Sequence[EscalationStep]]) -> list[Grid]:
    """A table for each service area with a path, the general one last."""
    ordered = sorted(paths, key=lambda code: (not code, area_label(code)))
    return [_path_grid(area_label(code), paths[code]) for code in ordered]


def _path_grid(caption: str, steps: Sequence[EscalationStep]) -> Grid:
    columns = (
        GridColumn(_("Level")), GridColumn(_("Who")), GridColumn(_("Job")),
        GridColumn(_("Answers within")),
    )  # fmt: skip
    rows = tuple(
        (str(each.level), each.name, each.job_title, _working_days(each.within_working_days))
        for each in steps
    )
    return Grid(caption, columns, rows, stacked=True)


def _working_days(days: int) -> str:
    return count_of(days, "%(n)s working day", "%(n)s working days")


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role of an officer."""

    code: str
    role: str
    days: str
    tag: Tag
    ends: bool  # whether it can be ended


def officer_finding(officer: EnrolledOfficer, day: date) -> str:
    """The heading of somebody's roles."""
    if not officer.active:
        return _("No longer works here")
    held = officer.roles_on(day)
    return held or _("No role today, so nothing can be done or seen")


def officer_facts(officer: EnrolledOfficer) -> tuple[Fact, ...]:
    """What is known of somebody beside their roles."""
    facts = [
        Fact(_("Job"), officer.job_title),
        Fact(_("Email"), officer.email),
        Fact(_("Enrolled"), written_date(officer.enrolled_at)),
    ]
    if officer.deactivated_at:
        facts.append(Fact(_("Left"), written_date(officer.deactivated_at)))
    return tuple(facts)


def role_rows(officer: EnrolledOfficer, day: date) -> list[RoleRow]:
    """Every role there was, is or will be, the newest first; whoever left holds none."""
    left = _local_day(officer.deactivated_at)
    return [_role_row(each, day, left) for each in officer.roles]


def _role_row(held: HeldRole, day: date, left: date | None) -> RoleRow:
    """A role that nobody ended was held until its holder left."""
    if left and (held.ends_before is None or held.ends_before > left):
        days, tag, ends = _days_until_left(held, left), Tag(_("Ended"), "none"), False
    else:
        days, tag = _role_days(held), _role_tag(held, day)
        ends = held.ends_before is None and held.starts_on <= day
    return RoleRow(code=held.role.value, role=held.role.label, days=days, tag=tag, ends=ends)


def _days_until_left(held: HeldRole, left: date) -> str:
    if held.starts_on > left:
        return _("Never held: they left before %(first)s") % {"first": written_date(held.starts_on)}
    return _("%(first)s to %(last)s, when they left") % {
        "first": written_date(held.starts_on), "last": written_date(left)
    }  # fmt: skip


def _local_day(at: datetime | None) -> date | None:
    return localdate(at) if at else None


def _role_days(held: HeldRole) -> str:
    first = written_date(held.starts_on)
    if held.ends_before is None:
        return _("From %(first)s") % {"first": first}
    last = written_date(held.ends_before - timedelta(days=1))
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def _role_tag(held: HeldRole, day: date) -> Tag:
    if held.covers(day):
        return Tag(_("Held today"), "good")
    return Tag(_("To come"), "wait") if held.starts_on > day else Tag(_("Ended"), "none")


@dataclass(frozen=True, slots=True)
class PartnershipRow:
    """One line of the list of partnerships."""

    name: str
    href: str
    lead: str
    members: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class TermsRow:
    """Terms, ready to print."""

    heading: str
    beneath: str
    members: Grid
    shared: Grid


def partnership_rows(found: Sequence[Partnership], own: UUID, day: date) -> list[PartnershipRow]:
    """The list of partnerships."""
    return [_partnership_row(each, own, day) for each in found]


def _partnership_row(found: Partnership, own: UUID, day: date) -> PartnershipRow:
    terms = found.in_force(day)
    members = [each.name for each in terms.members] if terms else []
    return PartnershipRow(
        name=found.name,
        href=reverse("platform:partnership", args=[found.id]),
        lead=found.lead,
        members=", ".join(members) or _("Nobody yet"),
        tag=_partnership_tag(found, own, day),
    )


def _partnership_tag(found: Partnership, own: UUID, day: date) -> Tag:
    if found.ends_before is not None and found.ends_before <= day:
        return Tag(_("Ended"), "none")
    if to_agree(terms_waiting(found, day), own):
        return Tag(_("Waits for your agreement"), "soon")
    if found.in_force(day):
        return Tag(_("In force"), "good")
    return Tag(_("Waits for agreement"), "wait")


def terms_waiting(found: Partnership, day: date) -> list[Terms]:
    """Terms that somebody has still to agree, and those agreed that begin later."""
    in_force = found.in_force(day)
    return [t for t in found.terms if t.number > (in_force.number if in_force else 0)]


def to_agree(waiting: Sequence[Terms], own: UUID) -> list[Terms]:
    """The terms that wait for one organisation."""
    parts = [(terms, terms.part_of(own)) for terms in waiting]
    return [terms for terms, part in parts if part and not part.agreed_at]


def partnership_finding(found: Partnership, day: date) -> str:
    """The heading of a partnership."""
    if found.ends_before is not None and found.ends_before <= day:
        return _("This partnership has ended, and nothing is shared any more")
    terms = found.in_force(day)
    if terms is None:
        return _("Nothing is shared yet: not everybody has agreed")
    return count_of(
        len(terms.members), "%(n)s organisation works together", "%(n)s organisations work together"
    )


def terms_row(terms: Terms, whole: Partnership) -> TermsRow:
    """Who takes part and what is shared, as tables."""
    said = {"n": terms.number, "day": written_date(terms.starts_on)}
    by = {"name": terms.proposed_by, "day": written_date(terms.proposed_at)}
    return TermsRow(
        heading=_("Terms %(n)s, from %(day)s") % said,
        beneath=_("Proposed by %(name)s on %(day)s") % by,
        members=_members_grid(terms, whole),
        shared=_shared_grid(terms),
    )


def _members_grid(terms: Terms, whole: Partnership) -> Grid:
    columns = (
        GridColumn(_("Organisation")), GridColumn(_("Share of the pool"), figures=True),
        GridColumn(_("Agreed")),
    )  # fmt: skip
    rows = tuple(
        (
            GridCell(each.name, beneath=_("Lead") if each.organisation_id == whole.lead_id else ""),
            _share(each.share),
            _agreed(each),
        )
        for each in terms.members
    )
    caption = _("Who takes part under terms %(n)s") % {"n": terms.number}
    return Grid(caption, columns, rows, stacked=True)


def _share(parts: int | None) -> str:
    return _("No pool") if parts is None else percent(Decimal(parts) / 10_000, 2)


def _agreed(member: Member) -> str | GridCell:
    if member.leaves_before:
        return GridCell(_("Left on %(day)s") % {"day": written_date(member.leaves_before)})
    if not member.agreed_at:
        return GridCell(tag=Tag(_("Not yet"), "wait"))
    return GridCell(member.agreed_by, beneath=written_date(member.agreed_at))


def _shared_grid(terms: Terms) -> Grid:
    columns = (GridColumn(_("What")), GridColumn(_("How far partners may go")))
    rows = tuple(
        (kind.label, terms.shared[kind].label if kind in terms.shared else _("Not shared"))
        for kind in SharedKind
    )
    return Grid(_("What is shared under terms %(n)s") % {"n": terms.number}, columns, rows)
