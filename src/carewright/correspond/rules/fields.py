"""The fields that a template may name: a closed list for each kind of subject."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Final


class TemplateKind(StrEnum):
    """What is written from a template."""

    LETTER = "letter"
    REPORT = "report"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.capitalize()


class SubjectKind(StrEnum):
    """What a letter or report is about."""

    PROVIDER = "provider"
    MEETING = "meeting"
    PLAN = "plan"
    REQUEST = "request"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "provider": "A provider", "meeting": "A meeting", "plan": "A plan of actions",
            "request": "A request for approval",
        }[self.value]  # fmt: skip


#: Known for every letter: who writes, for whom they act, and the day.
EVERYWHERE: Final[Mapping[str, str]] = {
    "organisation.name": "The organisation that writes",
    "organisation.kind": "What it is, as in council",
    "officer.name": "Who writes",
    "officer.job_title": "Their post",
    "officer.email": "Their work address",
    "today": "The day on which it is written",
}
ABOUT: Final[Mapping[SubjectKind, Mapping[str, str]]] = {
    SubjectKind.PROVIDER: {
        "provider.name": "The name in the register",
        "provider.number": "The number in the register",
        "provider.services": "How many services it has there",
        "provider.areas": "The councils in which they are",
    },
    SubjectKind.MEETING: {
        "meeting.body": "The body that meets",
        "meeting.day": "The day",
        "meeting.time": "The hour",
        "meeting.place": "Where",
        "meeting.papers": "How many papers are on the agenda",
    },
    SubjectKind.PLAN: {
        "plan.title": "What the plan is called",
        "plan.about": "The organisation it is about",
        "plan.reference": "The reference of what it came from",
        "plan.source": "What it came from, as in audit",
        "plan.begun": "The day on which it began",
        "plan.actions": "How many actions it has",
        "plan.to_do": "How many are still to do",
        "plan.overdue": "How many of those are overdue",
    },
    SubjectKind.REQUEST: {
        "request.reference": "Its reference, as in D-0012",
        "request.title": "What it is called",
        "request.kind": "The kind of decision",
        "request.value": "The value in a year",
        "request.state": "Where it stands",
        "request.asked_by": "Who asked",
        "request.asked_on": "The day on which they asked",
    },
}


def fields_for(kind: SubjectKind) -> dict[str, str]:
    """Every field of a template about this kind of subject, with what it holds."""
    return {**ABOUT[kind], **EVERYWHERE}


def nearest(name: str, kind: SubjectKind) -> str:
    """The field that the name is most like; nothing when it is like none."""
    found = get_close_matches(name.casefold(), fields_for(kind), n=1)
    return found[0] if found else ""
