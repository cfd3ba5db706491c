"""Kinds of news, as data: their words, the subject line of their mail, and which cannot be off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class NewsKind:
    """One kind; `codes` are what the codes of its news begin with.

    Nothing of the thing itself stands in the subject line, so that nothing personal can.
    """

    code: str
    label: Words
    subject: Words
    codes: tuple[str, ...]
    always: bool = False  # cannot be switched off


KINDS: Final = (
    NewsKind("decide", _("Decisions that wait for me"), _("A decision waits for you"),
             ("approval_request.decide", "decide"), always=True),
    NewsKind("decided", _("What became of what I asked for"), _("There is news of your request"),
             ("approval_request",), always=True),
    NewsKind("overdue", _("What is overdue or was escalated to me"), _("Something is overdue"),
             ("overdue", "escalat", "action.overdue", "action.escalat"), always=True),
    NewsKind("follow_up", _("Findings, actions and reviews"), _("There is news of an action"),
             ("action", "finding", "task", "plan", "review", "follow_up")),
    NewsKind("govern", _("Papers, meetings and scrutiny"), _("There is news of a paper"),
             ("paper", "meeting", "scrutiny", "govern")),
    NewsKind("work", _("Work in the background that has ended"), _("Work that you asked for ended"),
             ("job", "analysis", "dataset")),
    NewsKind("other", _("Everything else"), _("There is news on your desk"), ()),
)  # fmt: skip
BY_CODE: Final = {kind.code: kind for kind in KINDS}
MAY_BE_OFF: Final = tuple(kind for kind in KINDS if not kind.always)
DIGEST_SUBJECT: Final = _("What happened since yesterday")


def kind_of(code: str) -> NewsKind:
    """The kind of a piece of news; the longest beginning that fits decides."""
    fits = [
        (len(begins), kind)
        for kind in KINDS
        for begins in kind.codes
        if code == begins or code.startswith((f"{begins}.", f"{begins}_"))
    ]
    if "overdue" in code or "escalat" in code:
        return BY_CODE["overdue"]
    return max(fits, key=lambda each: each[0])[1] if fits else BY_CODE["other"]
