"""One valid minimal object of the correspond stage each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from carewright.correspond import api as correspond
from carewright.correspond.api import SubjectKind, TemplateKind
from carewright.platform import api as platform
from carewright.platform.api import Retention, Role
from tests.factories import govern as papers
from tests.factories import platform as make

BODY = """# Your invitation

Dear members of {{ meeting.body }},

please come on {{ meeting.day }}
at {{ meeting.time }}.

- Papers: {{ meeting.papers }}
- Where: {{ meeting.place }}

{{ officer.name }}, {{ organisation.name }}"""


def template(by: platform.Officer, **given: Any) -> UUID:
    """An invitation to a meeting that nobody has approved."""
    wanted = {
        "name": "Invitation", "kind": TemplateKind.LETTER, "subject": SubjectKind.MEETING,
        "retention": Retention.SEVEN_YEARS, "title": "{{ meeting.body }} on {{ meeting.day }}",
        "body": BODY,
    }  # fmt: skip
    return correspond.begin_template(**{**wanted, **given}, by=by, at=make.NOW)


def approver(by: platform.Officer) -> platform.Officer:
    """Somebody else in the same organisation who may approve words."""
    return papers.colleague(by, Role.LEGAL_ADVISER)


def approved(by: platform.Officer, **given: Any) -> UUID:
    """A template in use."""
    template_id = template(by, **given)
    correspond.approve_version(template_id=template_id, number=1, by=approver(by), at=make.NOW)
    return template_id


def meeting(by: platform.Officer, **given: Any) -> str:
    """A meeting to write about."""
    return str(papers.meeting(papers.colleague(by, Role.COMMITTEE_CLERK), **given))
