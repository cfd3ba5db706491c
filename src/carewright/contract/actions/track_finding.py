"""Makes a tracked action of something that is to be put right in an agreement."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from carewright.contract.actions.reach import refuse_if
from carewright.contract.queries.agreements import agreement
from carewright.follow_up import api as follow_up
from carewright.follow_up.api import Agreed, Source
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london
from carewright_engine.values.local_time import LONDON

NOON: Final = time(12)


def track_finding(
    *,
    agreement_id: UUID,
    code: str,
    action: str,
    owner_id: UUID,
    due_on: date,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Agrees an action about a check that is not met, due at noon; its id.

    The action's own stage keeps it, tells its owner and escalates it; nothing changes here.
    """
    platform.require(by, Act.KEEP_ACTIONS)
    today = in_london(at).date()
    found = agreement(agreement_id, seen_by=by, on=today)
    wrong = next((each for each in found.to_put_right if each.code == code), None)
    refuse_if(wrong is None, "This has been put right")
    refuse_if(due_on <= today, "It is due on a day to come", "due_on")
    refuse_if(not action.strip(), "Say what will be done", "action")
    try:
        owner = platform.enrolled_officer(owner_id, seen_by=by)
    except platform.NotFound:
        raise platform.NotYours from None
    agreed = Agreed(
        finding=f"{found.reference}: {wrong.title if wrong else ''}. {wrong.why if wrong else ''}",
        action=action, owner_words=owner.name, owner_id=owner_id, source=Source.REVIEW,
        due_at=datetime.combine(due_on, NOON, tzinfo=LONDON), reference=found.reference,
        themes=("Contracts",), people_affected=found.wording.people_supported,
    )  # fmt: skip
    return follow_up.agree_action(agreed=agreed, by=by, at=at, intent=intent)
