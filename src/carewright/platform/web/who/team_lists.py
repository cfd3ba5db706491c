"""The lists of teams and of lead officers, declared once."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from carewright.platform import api as platform
from carewright.platform.api import TrainingState
from carewright.ui.formats import count_of, written_date
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import State, Tag

team_address = addresses("platform:team")
training_address = addresses("platform:training_of")

COLOURS: Final[dict[TrainingState, State]] = {
    TrainingState.MISSING: "late",
    TrainingState.ENDED: "late",
    TrainingState.ENDS_SOON: "soon",
    TrainingState.COUNTS: "good",
}


def areas_of(team: platform.Team) -> str:
    """What a team works on, in words."""
    return ", ".join(platform.area_label(each) for each in team.service_areas)


def team_tag(team: platform.Team) -> Tag:
    """Whether a team is at work."""
    return Tag(gettext("Ended")) if team.ended_at else Tag(gettext("At work"), "good")


def training_tag(state: TrainingState) -> Tag:
    """How it stands with a course, in words with a colour."""
    return Tag(state.label, COLOURS[state])


def lead_tag(lead: platform.LeadOfficer) -> Tag:
    """How it stands with everything that is asked of a lead officer."""
    wanting = len(lead.wanting)
    if not wanting:
        return Tag(gettext("Everything counts"), "good")
    late = any(each.state is not TrainingState.ENDS_SOON for each in lead.wanting)
    said = ngettext("%(n)s course to take", "%(n)s courses to take", wanting) % {"n": wanting}
    return Tag(said, "late" if late else "soon")


@lru_cache(maxsize=8)
def teams_listing(day: date) -> Listing:
    """Teams, with how many are in them on the day."""
    return Listing(
        name="teams",
        caption=_("Teams"),
        columns=(
            ListColumn("name", _("Team"), sort="name", link=lambda each: team_address(each.id)),
            ListColumn("locality", _("Locality"), under="name"),
            ListColumn("areas", _("Works on"), value=areas_of),
            ListColumn("lead", _("Led by"), sort="lead"),
            ListColumn("lead_job_title", _("Job"), under="lead"),
            ListColumn(
                "members", _("Members today"), kind="number",
                value=lambda each: len(each.members_on(day)),
            ),
            ListColumn("state", _("State"), kind="tag", value=team_tag),
        ),
        filters=(
            ListFilter("q", _("Team, locality or who leads it"),
                       fields=("name", "lead", "locality")),
            ListFilter("area", _("Works on"), "select",
                       choices=tuple(platform.SERVICE_AREAS.items()), narrow=_by_area),
        ),
        counted=lambda how_many: count_of(how_many, "%(n)s team", "%(n)s teams"),
        nothing=_("There is no team yet."),
    )  # fmt: skip


def _by_area(teams: list[platform.Team], value: str) -> list[platform.Team]:
    return [each for each in teams if value in each.service_areas]


def _by(lead: platform.LeadOfficer) -> str:
    """By when to take the next course; nothing where everything counts."""
    return written_date(lead.wanting[0].due_on) if lead.wanting else ""


LEADS: Final = Listing(
    name="lead-officers",
    caption=_("Named lead officers and their training"),
    columns=(
        ListColumn(
            "name", _("Who"), sort="name", link=lambda each: training_address(each.officer_id)
        ),
        ListColumn("job_title", _("Job"), under="name"),
        ListColumn(
            "duties", _("Named for"),
            value=lambda each: ", ".join(duty.label for duty in each.duties),
        ),
        ListColumn(
            "next", _("Next to take"),
            value=lambda each: each.wanting[0].course.name if each.wanting else "",
        ),
        ListColumn("by", _("By"), value=_by),
        ListColumn("state", _("Training"), kind="tag", value=lead_tag),
    ),
    filters=(ListFilter("q", _("Name or job"), fields=("name", "job_title")),),
    counted=lambda how_many: count_of(how_many, "%(n)s lead officer", "%(n)s lead officers"),
    nothing=_("Nobody is named yet."),
)  # fmt: skip
