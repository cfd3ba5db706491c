"""Acts before approval, where the scheme gives a power to; care never stops for paperwork."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.decide.actions.decide_step import CannotDecide
from carewright.decide.actions.news import KIND, tell_of_urgent_use
from carewright.decide.actions.subjects import request_in_reach
from carewright.decide.models import UrgentUse
from carewright.decide.queries.cases import urgent_case_of
from carewright.decide.queries.standing_in import person
from carewright.decide.rules.decided_acts import DecidedAct
from carewright.decide.rules.due import due_at
from carewright.decide.rules.who_may import blockers_to_act_urgently, urgent_power_for
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london


@transaction.atomic
def use_urgent_power(
    *,
    request_id: UUID,
    ground: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Writes down that it is done now; the steps stay open and are due within the scheme's days.

    A hold does not stop it, as scrutiny cannot keep somebody without care; the record says so.
    """
    request = request_in_reach(request_id, by=by, act=Act.USE_URGENT_POWER)
    if platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at).done:
        return
    act = DecidedAct(request.act)
    case = urgent_case_of(request, person(by, at=at))
    blockers, power = blockers_to_act_urgently(case, act), urgent_power_for(case, act)
    if not ground.strip():
        blockers.append(Blocker("", "Say why this cannot wait"))
    days = request.line.urgent_days
    if blockers or power is None or days is None:
        raise CannotDecide(blockers)
    due = due_at(in_london(at).date(), days, by.organisation.area_code)
    UrgentUse.objects.create(
        request=request, ground=ground.strip(), role=power.role.value, account_id=by.account_id,
        name=by.name, power_account_id=power.holder.account_id, power_name=power.holder.name,
        used_at=at, approval_due_at=due,
    )  # fmt: skip
    platform.audit.record(
        Act.USE_URGENT_POWER, KIND, request.pk, by=by, at=at,
        organisation_id=request.organisation_id, reason=ground.strip(), role=power.role.value,
        approval_due_at=due.isoformat(), on_hold=bool(case.held), scheme_row=str(request.line_id),
    )  # fmt: skip
    tell_of_urgent_use(request, by=by, at=at)
