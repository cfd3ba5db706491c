"""Practice templates of Elmshire: an uplift letter, a visit letter, an invitation to scrutiny."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from carewright.config.practice_govern import Cast
from carewright.correspond import api as correspond
from carewright.correspond.api import SubjectKind, TemplateKind
from carewright.govern import api as govern
from carewright.platform import api as platform
from carewright.platform.api import Retention

UPLIFT: Final = """{{ provider.name }}
Our reference: {{ provider.number }}

Dear colleagues,

{{ organisation.name }} proposes new rates for the services that you run for us from 1 April. They follow the real living wage and the rise in prices of the past year.

# What happens next

- You will see your own rates in the provider pages and have 28 days to answer.
- Nothing changes before both sides have agreed.

If a rate would not cover what safe care costs you, tell us why with your answer.

Yours sincerely

{{ officer.name }}
{{ officer.job_title }}
{{ officer.email }}"""  # noqa: E501 - a paragraph is one line
VISIT: Final = """{{ provider.name }}

Dear manager,

we would like to visit the services that you run in {{ provider.areas }}. We want to see how people live with your support and to hear from them, their carers and your care workers.

# What we ask you to have ready

- The rota of the past four weeks and the training record
- Complaints and what came of them
- A quiet room in which people can talk to us alone

{{ officer.name }} will ring you to agree on a day.

{{ organisation.name }}, {{ today }}"""  # noqa: E501 - a paragraph is one line
INVITATION: Final = """Dear member,

{{ meeting.body }} meets on {{ meeting.day }} at {{ meeting.time }} in {{ meeting.place }}. Papers on the agenda: {{ meeting.papers }}.

You may look at each paper before the decision, ask questions and call for scrutiny. An answer names its source. The decision waits until scrutiny has ended.

{{ officer.name }}
{{ officer.job_title }}, {{ organisation.name }}"""  # noqa: E501 - a paragraph is one line
NAME: Final = "Invitation to scrutiny"
#: Name, subject, title, words, whether they are approved.
TEMPLATES: Final = (
    ("Uplift letter", SubjectKind.PROVIDER, "New rates: {{ provider.name }}", UPLIFT, True),
    ("Visit letter", SubjectKind.PROVIDER, "Visit to {{ provider.name }}", VISIT, False),
    (NAME, SubjectKind.MEETING, "Scrutiny before {{ meeting.body }}", INVITATION, True),
)


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Keeps the templates once, and writes one invitation."""
    del by  # officers write to others, never whoever runs the machine
    cast = Cast(at)
    if correspond.templates(seen_by=cast.person("commissioner")).exists():
        return
    with platform.acting_for(cast.council.id):
        kept = {each[0]: _template(cast, *each) for each in TEMPLATES}
        _invite(cast, kept[NAME])


def _template(
    cast: Cast, name: str, subject: SubjectKind, title: str, body: str, approved: bool
) -> UUID:
    template_id = correspond.begin_template(
        name=name, kind=TemplateKind.LETTER, subject=subject, retention=Retention.SEVEN_YEARS,
        title=title, body=body, by=cast.person("contracts"), at=cast.at,
    )  # fmt: skip
    if approved:
        correspond.approve_version(
            template_id=template_id, number=1, by=cast.person("legal"), at=cast.at
        )
    return template_id


def _invite(cast: Cast, template_id: UUID) -> None:
    """To the meeting that is still to come."""
    clerk = cast.person("clerk")
    coming = next((m for m in govern.meetings(seen_by=clerk) if m.place), None)
    if coming:
        correspond.write_letters(
            template_id=template_id, subject_ids=[str(coming.id)], by=clerk, at=cast.at
        )
