"""Kinds of news, as data: their words, the subject line of their mail, and which cannot be off."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class NewsKind(StrEnum):
    """What a piece of news is for whoever is told; the sender says which.

    Nothing of the thing itself stands in the subject line, so that nothing personal can.
    """

    DECIDE = "decide"
    DECIDED = "decided"
    ACTED_FIRST = "acted_first"
    OVERDUE = "overdue"
    FOLLOW_UP = "follow_up"
    GOVERN = "govern"
    SHARED = "shared"
    WORK = "work"
    OTHER = "other"

    @property
    def label(self) -> Words:
        """The kind as the list of news and the choices have it."""
        return LABELS[self]

    @property
    def subject(self) -> Words:
        """The subject line of a mail with news of this kind alone."""
        return SUBJECTS[self]

    @property
    def always(self) -> bool:
        """Whether it comes by mail whatever was chosen."""
        return self in ALWAYS


LABELS: Final[dict[NewsKind, Words]] = {
    NewsKind.DECIDE: _("Decisions that wait for me"),
    NewsKind.DECIDED: _("What became of what I asked for"),
    NewsKind.ACTED_FIRST: _("What others did before it was approved"),
    NewsKind.OVERDUE: _("What is overdue or was escalated to me"),
    NewsKind.FOLLOW_UP: _("Findings, actions and reviews"),
    NewsKind.GOVERN: _("Papers, meetings and scrutiny"),
    NewsKind.SHARED: _("What partners share with us or answer us"),
    NewsKind.WORK: _("Work in the background that has ended"),
    NewsKind.OTHER: _("Everything else"),
}
SUBJECTS: Final[dict[NewsKind, Words]] = {
    NewsKind.DECIDE: _("A decision waits for you"),
    NewsKind.DECIDED: _("There is news of your request"),
    NewsKind.ACTED_FIRST: _("Something was done before it was approved"),
    NewsKind.OVERDUE: _("Something is overdue"),
    NewsKind.FOLLOW_UP: _("There is news of an action"),
    NewsKind.GOVERN: _("There is news of a paper"),
    NewsKind.SHARED: _("There is news of something that is shared"),
    NewsKind.WORK: _("Work that you asked for ended"),
    NewsKind.OTHER: _("There is news on your desk"),
}
ALWAYS: Final = frozenset(
    {NewsKind.DECIDE, NewsKind.DECIDED, NewsKind.ACTED_FIRST, NewsKind.OVERDUE}
)
MAY_BE_OFF: Final = tuple(kind for kind in NewsKind if not kind.always)
DIGEST_SUBJECT: Final = _("What happened since yesterday")
