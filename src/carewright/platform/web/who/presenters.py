"""Who is who, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.platform.api import Cover
from carewright.ui.formats import written_date
from carewright.ui.rows import Tag


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
