"""What agreements ask of an officer: exceptions to end, checks to put right, imports to answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import count_of, in_london
from carewright.web.desk.duties import Duty

#: The officer's largest agreements, as each is read with all its parts; the list itself has more.
MOST_LOOKED_AT: Final = 50
BEFORE_PEOPLE_GO_HOME: Final = time(17)


def agreements_of(officer: platform.Officer, at: datetime) -> Iterator[Duty]:
    """Care that goes on until a day, and what the officer's own agreements lack."""
    if not platform.may(officer, Act.SEE_AGREEMENTS):
        return
    for each in contract.owned_exceptions(seen_by=officer):
        yield Duty(
            text=_("Give the care a valid agreement: %(title)s") % {"title": each.title},
            href=reverse("contract:agreement", args=[each.agreement_id]),
            beneath=f"{each.reference} · {each.reason}",
            people=each.people,
            due=make_aware(datetime.combine(each.until, BEFORE_PEOPLE_GO_HOME)),
        )
    yield from _to_put_right(officer, at)


def _to_put_right(officer: platform.Officer, at: datetime) -> Iterator[Duty]:
    """One line for all that lacks, as none of it has a day of its own."""
    today = in_london(at).date()
    lacking = contract.work_list(seen_by=officer, on=today, of=officer.id, most=MOST_LOOKED_AT)
    if not lacking:
        return
    people = {each.agreement_id: each.people or 0 for each in lacking}
    yield Duty(
        text=count_of(
            len(people), "Put right what %(n)s agreement of yours lacks",
            "Put right what %(n)s agreements of yours lack",
        ),
        href=f"{reverse('contract:work')}?{urlencode({'whose': 'mine'})}",
        beneath=count_of(len(lacking), "%(n)s check is not met", "%(n)s checks are not met"),
        people=sum(people.values()),
        due=None,
    )  # fmt: skip


def imports_of(officer: platform.Officer) -> Iterator[Duty]:
    """Registers whose rows wait for somebody to say whom a supplier is, or to look at a row."""
    if not platform.may(officer, Act.IMPORT_AGREEMENTS):
        return
    for batch_id, file_name, questions in contract.imports_to_answer(seen_by=officer):
        yield Duty(
            text=_("Answer what the import of %(file)s asks") % {"file": file_name},
            href=reverse("contract:import", args=[batch_id]),
            beneath=count_of(questions, "%(n)s question", "%(n)s questions"),
            people=None,
            due=None,
            shared_with=_("anybody who imports agreements"),
        )
