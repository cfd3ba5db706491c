"""A scenario as its page prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from carewright.decide import api as decide
from carewright.foresee import api as foresee
from carewright.foresee.web.lever_words import LeverWords, in_words
from carewright.foresee.web.scenario_effects import Read
from carewright.foresee.web.scenario_versions import version_sent
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import count_of, in_london, written_datetime
from carewright.ui.rows import Identity, Link, Tag
from carewright_engine.demand.scenarios.early import wanting
from carewright_engine.demand.scenarios.facts.missing import CannotProject, not_counted
from carewright_engine.demand.scenarios.questions import SUPPORTS


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


def mixed_rules(found: Read) -> str:
    """That rules of two nations stand in one scenario; empty where they do not."""
    nations = {lever["nation"] for lever in found.levers if lever["lever"] == "eligibility"}
    if len(nations) < 2:
        return ""
    return gettext(
        "Two levers say who is helped, one by Scotland’s levels of need and one by England’s "
        "tests. No area has both: remove the one that does not apply."
    )


def not_projected(found: foresee.Scenario, uncounted: Mapping[str, CannotProject]) -> list[str]:
    """Levers that can change nothing here, each with the file that would let them.

    `uncounted` are the kinds of support that no file counts here; nobody projects any other kind.
    """
    return [
        gettext(
            "“%(lever)s” changes nothing here yet: a projection goes on without it. %(why)s What "
            "would fill it: %(fill)s"
        )
        % {"lever": lever.name, "why": why.words, "fill": why.what_would_fill_it}
        for lever, kind in wanting(found.read, {*uncounted, *(kinds_of(found) - SUPPORTS.keys())})
        for why in [uncounted.get(kind) or not_counted(kind, in_london(found.changed_at).date())]
    ]


def kinds_of(found: Read) -> set[str]:
    """Kinds of support that some lever cannot act without."""
    return {kind for lever in found.read.levers for kind in lever.kinds()}


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


def identity_of_sent(sent: foresee.SentScenario) -> Identity:
    """Which version it is, and who sent it when."""
    facts = (
        sent.organisation,
        gettext("Version %(n)s") % {"n": sent.version},
        gettext("Sent for decision %(when)s by %(who)s")
        % {"when": written_datetime(sent.sent_at), "who": sent.sent_by},
    )
    return Identity(gettext("Scenario as it was sent"), facts)


def changed_since(sent: foresee.SentScenario) -> str:
    """That it is no longer what those who decide were asked about; empty if it is."""
    if sent.version_now == sent.version:
        return ""
    return gettext(
        "What stands here is version %(sent)s, which was sent for decision. The scenario is at "
        "version %(now)s now."
    ) % {"sent": sent.version, "now": sent.version_now}  # fmt: skip


def levers(found: Read, areas: Mapping[str, str]) -> tuple[LeverOnPage, ...]:
    """Each lever in words, in the order in which they are pulled."""
    return tuple(
        LeverOnPage(number, in_words(lever, areas))
        for number, lever in enumerate(found.read.levers, 1)
    )


def finding(found: Read) -> str:
    """The heading: how many levers there are, and how many of them still want evidence."""
    if not found.levers:
        return gettext("No lever yet: everything stays as it is now")
    count = count_of(len(found.levers), "%(n)s lever", "%(n)s levers")
    wanting = sum(each["evidence"]["quality"] in ("practice", "judgement") for each in found.levers)
    if not wanting:
        return gettext("%(levers)s, all with evidence") % {"levers": count}
    if wanting == len(found.levers):
        return gettext("%(levers)s, none with evidence yet") % {"levers": count}
    return gettext("%(levers)s, of which evidence is needed for %(wanting)s") % {
        "levers": count, "wanting": wanting
    }  # fmt: skip


def changed_meanwhile(changed: foresee.ChangedMeanwhile) -> str:
    """What the second of two people is told; what they typed stands below."""
    return gettext(
        "%(who)s changed this scenario (%(when)s) while you had it open. Nothing of theirs or of "
        "yours is lost: your answers stand below. Save again to keep them too."
    ) % {"who": changed.by_name, "when": written_datetime(changed.at)}


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of asking for a decision on the scenario."""

    heading: str
    link: Link
    tag: Tag
    since: str  # that it is no longer what was asked about; empty if it is
    sent: str  # where the version that was sent is read
    waits: bool


def decision(found: foresee.Scenario, asked: decide.Approval | None) -> Decision | None:
    """How the latest request stands, and whether the scenario has changed since it was made."""
    if asked is None:
        return None
    since = ""
    if found.changed_at > asked.asked_at:
        since = gettext(
            "%(who)s changed it on %(when)s, after it was sent for decision. What is decided is "
            "version %(sent)s, as it was sent; it is at version %(now)s now."
        ) % {
            "who": found.changed_by, "when": written_datetime(found.changed_at),
            "sent": version_sent(asked), "now": found.version,
        }  # fmt: skip
    link = Link(f"{asked.reference}: {asked.title}", reverse("decide:request", args=[asked.id]))
    words = _decided(asked, bool(since))
    return Decision(words, link, asked.tag, since, asked.link, not asked.ended)


def _decided(asked: decide.Approval, has_changed: bool) -> str:
    """'Version 2 is approved': which one, as others may have been made since."""
    if asked.state is decide.RequestState.APPROVED:
        words = gettext("Version %(n)s is approved")
        if has_changed:
            words = gettext("Version %(n)s is approved, and was changed since")
    elif not asked.ended:
        words = gettext("Version %(n)s waits for a decision")
    else:
        words = gettext("Version %(n)s is not approved")
    return words % {"n": version_sent(asked)}
