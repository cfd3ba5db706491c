"""Teams, localities and training, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.platform import api as platform
from carewright.platform.api import Course
from carewright.platform.web.who.team_lists import training_tag
from carewright.ui.formats import in_london, written_date
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Tag


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody in a team, as its page shows them."""

    id: UUID
    name: str
    job_title: str
    days: str
    tag: Tag
    ends: bool


def team_facts(team: platform.Team) -> list[Fact]:
    """Who leads a team, where, and since when there is one."""
    facts = [
        Fact(_("Led by"), team.lead, beneath=team.lead_job_title),
        Fact(_("Formed"), written_date(in_london(team.formed_at).date())),
    ]
    if team.locality:
        facts.insert(1, Fact(_("Locality"), team.locality))
    if team.ended_at:
        facts.append(Fact(_("Ended"), written_date(in_london(team.ended_at).date())))
    return facts


def team_members(team: platform.Team, day: date) -> list[MemberRow]:
    """Everybody who is, was or will be in the team."""
    now = {each.id for each in team.members_on(day)}
    return [
        MemberRow(
            id=each.id, name=each.name, job_title=each.job_title, days=_days(each),
            tag=_member_tag(each, day, each.id in now),
            ends=each.ends_before is None or each.ends_before > day,
        )
        for each in team.members
    ]  # fmt: skip


def localities_grid(found: Sequence[platform.Locality]) -> Grid:
    """The named parts of an area, with the teams that work there."""
    return Grid(
        caption=_("Localities, and how many teams work there"),
        columns=(
            GridColumn(_("Locality")), GridColumn(_("Covers")), GridColumn(_("Teams"), True),
        ),
        rows=tuple((each.name, each.covers, str(each.teams)) for each in found),
        stacked=True,
    )  # fmt: skip


def asked_grid(lead: platform.LeadOfficer) -> Grid:
    """What is asked of an officer, the most urgent first, each with its source."""
    return Grid(
        caption=_("Training that is asked for"),
        columns=(
            GridColumn(_("Course")), GridColumn(_("Taken")), GridColumn(_("Counts until, or by")),
            GridColumn(_("State")),
        ),
        rows=tuple(
            (
                GridCell(each.course.name, beneath=_source(each.course)),
                written_date(each.taken_on) if each.taken_on else _("Never"),
                written_date(each.due_on),
                GridCell(tag=training_tag(each.state)),
            )
            for each in lead.asked
        ),
        stacked=True,
    )  # fmt: skip


def taken_grid(lead: platform.LeadOfficer) -> Grid:
    """Every course that was written down, and what shows it."""
    return Grid(
        caption=_("Training taken"),
        columns=(
            GridColumn(_("Course")), GridColumn(_("Taken")), GridColumn(_("Written down by")),
            GridColumn(_("Shown by")),
        ),
        rows=tuple(
            (
                each.name, written_date(each.taken_on), each.recorded_by,
                GridCell(each.document, link=reverse("platform:document", args=[each.document_id]))
                if each.document_id
                else _("No document"),
            )
            for each in lead.taken
        ),
        stacked=True,
    )  # fmt: skip


def training_finding(lead: platform.LeadOfficer) -> str:
    """In one line, how it stands."""
    if not lead.duties:
        return _("Named for nothing, so no training is asked for")
    if not lead.wanting:
        return _("Everything that is asked for has been taken")
    first = lead.wanting[0]
    return _("To take next: %(course)s, by %(day)s") % {
        "course": first.course.name,
        "day": written_date(first.due_on),
    }


def _source(course: Course) -> str:
    said = course.source
    if course.verified:
        return said
    return _("%(source)s; how often is unconfirmed") % {"source": said}


def _days(member: platform.TeamMember) -> str:
    begins = written_date(member.starts_on)
    if member.ends_before is None:
        return _("Since %(day)s") % {"day": begins}
    return _("%(first)s until before %(last)s") % {
        "first": begins,
        "last": written_date(member.ends_before),
    }


def _member_tag(member: platform.TeamMember, day: date, here: bool) -> Tag:
    if here:
        return Tag(_("In the team"), "good")
    if not member.at_work:
        return Tag(_("Has left"))
    return Tag(_("To come"), "wait") if member.starts_on > day else Tag(_("Was in it"))
