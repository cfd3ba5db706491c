"""A scenario as its page prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from carewright.foresee import api as foresee
from carewright.foresee.web.lever_words import LeverWords, in_words
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import count_of, written_datetime
from carewright.ui.rows import Identity, Tag


@dataclass(frozen=True, slots=True)
class LeverOnPage:
    """A lever with its number, by which it is changed."""

    number: int
    words: LeverWords


@dataclass(frozen=True, slots=True)
class Steps:
    """What the reader may do with the scenario."""

    change: bool
    copy: bool
    comment: bool
    share: bool
    send: bool


def steps(found: foresee.Scenario, by: platform.Officer) -> Steps:
    """What is open to the officer; the actions ask the same."""
    in_use = found.put_away_at is None
    return Steps(
        change=in_use and platform.may(by, Act.CHANGE_SCENARIO, found),
        copy=platform.may(by, Act.BEGIN_SCENARIO, found),
        comment=platform.may(by, Act.COMMENT_ON_SCENARIO, found),
        share=platform.may(by, Act.SHARE_SCENARIO, found),
        send=in_use and bool(found.levers) and platform.may(by, Act.SEND_SCENARIO, found),
    )


def identity(found: foresee.Scenario) -> Identity:
    """Whose it is, and how it stands."""
    facts = (
        found.organisation,
        gettext("Version %(n)s") % {"n": found.version},
        gettext("Changed %(when)s by %(who)s")
        % {"when": written_datetime(found.changed_at), "who": found.changed_by},
    )
    put_away = Tag(gettext("Put away")) if found.put_away_at else None
    return Identity(gettext("Scenario"), facts, put_away)


def levers(found: foresee.Scenario, areas: Mapping[str, str]) -> tuple[LeverOnPage, ...]:
    """Each lever in words, in the order in which they are pulled."""
    return tuple(
        LeverOnPage(number, in_words(lever, areas))
        for number, lever in enumerate(found.read.levers, 1)
    )


def finding(found: foresee.Scenario) -> str:
    """The heading: how many levers there are, and how many of them still want evidence."""
    if not found.levers:
        return gettext("No lever yet: everything stays as it is now")
    count = count_of(len(found.levers), "%(n)s lever", "%(n)s levers")
    wanting = sum(each["evidence"]["quality"] in ("practice", "judgement") for each in found.levers)
    if not wanting:
        return gettext("%(levers)s, all with evidence") % {"levers": count}
    return gettext("%(levers)s, of which evidence is needed for %(wanting)s") % {
        "levers": count, "wanting": wanting
    }  # fmt: skip


def changed_meanwhile(changed: foresee.ChangedMeanwhile) -> str:
    """What the second of two people is told; what they typed stands below."""
    return gettext(
        "%(who)s changed this scenario (%(when)s) while you had it open. Nothing of theirs or of "
        "yours is lost: your answers stand below. Save again to keep them too."
    ) % {"who": changed.by_name, "when": written_datetime(changed.at)}
