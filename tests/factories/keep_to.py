"""One valid minimal object of the keep_to stage each."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from carewright.contract import api as contract
from carewright.keep_to import api as keep_to
from carewright.keep_to import models
from carewright.platform import api as platform
from tests.factories import contract as agreements
from tests.factories import platform as make


def begun(by: platform.Officer, **given: Any) -> UUID:
    """An agreement that runs, with 90 days of notice and an end on 31 March 2028."""
    agreement_id = agreements.draft(by, **given)
    _begin(agreement_id, by)
    return agreement_id


def extendable(by: platform.Officer) -> tuple[UUID, UUID]:
    """The same with a year more that may be taken: the agreement's id and the option's."""
    agreement_id = agreements.draft(by)
    option_id = contract.add_extension(
        agreement_id=agreement_id, ends_before=date(2029, 4, 1), decide_by=date(2027, 9, 30),
        by=by, at=make.NOW,
    )  # fmt: skip
    _begin(agreement_id, by)
    return agreement_id, option_id


def _begin(agreement_id: UUID, by: platform.Officer) -> None:
    contract.begin_agreement(
        agreement_id=agreement_id, reason="It ran before this register.", by=by, at=make.NOW
    )


def taken(option_id: UUID, by: platform.Officer, at: datetime) -> None:
    """The year more is taken: the agreement ends a year later."""
    contract.decide_extension(option_id=option_id, taken=True, reason="It goes well.", by=by, at=at)


def worked_out(by: platform.Officer, at: datetime = make.NOW) -> keep_to.Worked:
    """Everything of the organisation brought up to date."""
    return keep_to.work_out_all(organisation=by.organisation, by=make.OPERATOR, at=at)


def standing(agreement_id: UUID, rule: str) -> models.Obligation:
    """The one that a rule asks for first and nobody has settled."""
    open_ones = models.Obligation.objects.filter(settled_at=None)
    return open_ones.get(agreement_id=agreement_id, rule=rule, nth=1)


def owed(by: platform.Officer, **given: Any) -> models.Obligation:
    """The notice that an agreement with an end asks for."""
    agreement_id = begun(by, **given)
    worked_out(by)
    return standing(agreement_id, "agreement.notice")


def held_by(by: platform.Officer, agreement_id: UUID) -> dict[str, str]:
    """An obligation of an agreement that is there already."""
    _begin(agreement_id, by)
    worked_out(by)
    return {"obligation_id": str(standing(agreement_id, "agreement.notice").pk)}
