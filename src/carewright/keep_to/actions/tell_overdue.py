"""Tells owners of what has become overdue, each thing once for each day on which it was due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse

from carewright.keep_to import models
from carewright.keep_to.actions.reach import OBLIGATION
from carewright.keep_to.queries.obligations import late_at
from carewright.keep_to.rules.life_of_a_duty import DutyState
from carewright.notify import api as notify
from carewright.notify.api import NewsKind
from carewright.platform import api as platform
from carewright.platform.api import Act

#: So many of one owner are told one by one; more of them in one piece of news.
EACH_ALONE: Final = 3


@transaction.atomic(durable=True)
def tell_overdue(
    *, organisation: platform.Organisation, by: platform.Operator, at: datetime
) -> int:
    """Tells of everything whose day has passed since the owner was last told; how many things."""
    platform.require(by, Act.WORK_OUT_OBLIGATIONS)
    own = models.Obligation.objects.for_organisation(organisation.id)
    late = own.filter(
        late_at(at), Q(told_for=None) | ~Q(told_for=F("last_day")),
        state=DutyState.DUE.value, owner__isnull=False,
    )  # fmt: skip
    locked = late.select_for_update(of=("self",), skip_locked=True).select_related("agreement")
    found = list(locked.order_by("owner_id", "due_at", "pk"))
    for owner_id, theirs in groupby(found, key=lambda each: each.owner_id):
        if owner_id is not None:
            _tell(owner_id, list(theirs), organisation.id, by=by, at=at)
    for each in found:
        each.told_for = each.last_day
    models.Obligation.objects.bulk_update(found, ["told_for"], batch_size=400)
    return len(found)


def _tell(
    owner_id: UUID, late: Sequence[models.Obligation], organisation_id: UUID, *,
    by: platform.Operator, at: datetime,
) -> None:  # fmt: skip
    """A title names the reference of the agreement only, as it goes into mails."""
    if len(late) > EACH_ALONE:
        link = f"{reverse('keep_to:obligations')}?whose=mine&late=overdue"
        news = [(f"{len(late)} obligations under agreements are overdue", owner_id, link)]
    else:
        news = [
            (f"{each.agreement} is overdue: {each.words}", each.pk,
             reverse("keep_to:obligation", args=[each.pk]))
            for each in late
        ]  # fmt: skip
    for title, subject_id, link in news:
        notify.tell(
            officer_ids=[owner_id], kind=NewsKind.OVERDUE, subject_kind=OBLIGATION,
            subject_id=subject_id, title=title, link=link, organisation_id=organisation_id,
            by=by, at=at,
        )  # fmt: skip
