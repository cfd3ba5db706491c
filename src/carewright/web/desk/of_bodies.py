"""What bodies ask of an officer: meetings to prepare and minute, directions to issue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.govern import api as govern
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import count_of, written_date
from carewright.web.desk.duties import Duty

MOST: Final = 100


def meetings_of(officer: platform.Officer, at: datetime) -> Iterator[Duty]:
    """What a clerk has to see to: papers without a meeting, resolutions, the meetings to come."""
    if not platform.may(officer, Act.KEEP_MEETINGS):
        return
    desk = govern.clerks_desk(seen_by=officer, at=at)
    for body, paper in desk.unlisted[:MOST]:
        coming = next((each for each in desk.coming if each.body == body), None)
        yield Duty(
            text=_("Put on an agenda: %(paper)s") % {"paper": paper.title},
            href=_meeting(coming) if coming else reverse("govern:meetings"),
            beneath=_("It waits for %(body)s") % {"body": body},
            people=None,
            due=coming.starts_at if coming else None,
            shared_with=_("any clerk"),
        )
    for met, item in desk.to_minute[:MOST]:
        yield Duty(
            text=_("Record the resolution on %(paper)s") % {"paper": item.reference},
            href=reverse("govern:minute", args=[item.id]),
            beneath=_("%(body)s, meeting of %(day)s")
            % {"body": met.body, "day": written_date(met.starts_at)},
            people=None,
            due=None,
            shared_with=_("any clerk"),
        )
    for met in desk.coming[:MOST]:
        yield Duty(
            text=_("Meeting of %(body)s") % {"body": met.body},
            href=_meeting(met),
            beneath=count_of(
                met.on_agenda, "%(n)s paper on the agenda", "%(n)s papers on the agenda"
            ),
            people=None,
            due=met.starts_at,
            shared_with=_("any clerk"),
        )


def _meeting(met: govern.Meeting) -> str:
    return reverse("govern:meeting", args=[met.id])


def directions_of(officer: platform.Officer) -> Iterator[Duty]:
    """Drafts that nobody but the chief officer issues."""
    if not platform.may(officer, Act.ISSUE_DIRECTION):
        return
    for each in govern.drafts_to_issue(seen_by=officer)[:MOST]:
        words = {"name": each.written_by, "to": each.to}
        yield Duty(
            text=_("Issue the direction: %(title)s") % {"title": each.title},
            href=reverse("govern:direction", args=[each.id]),
            beneath=_("to %(to)s, written by %(name)s") % words,
            people=None,
            due=None,
        )
