"""One valid minimal object of the keep_to stage each."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from carewright.contract import api as contract
from carewright.keep_to import api as keep_to
from carewright.keep_to import models
from carewright.keep_to.api import Account, Asked, BriefingWords, UsedFor
from carewright.platform import api as platform
from tests.factories import contract as agreements
from tests.factories import platform as make

NAMES: Final = tuple(each.name for each in fields(BriefingWords))
BRIEFING: Final = BriefingWords(**{name: f"What teams need: {name}" for name in NAMES})
#: £1,000 paid, £800 used, 15% of it for management where 12% was agreed, £200 to return.
ACCOUNT: Final = Account(
    year=2024, lines=(UsedFor("Wages", 68_000, False), UsedFor("Management", 12_000, True)),
    received_pence=100_000, total_pence=80_000, unspent_pence=20_000, to_return_pence=20_000,
    agreed_overhead_percent=Decimal("12.00"),
)  # fmt: skip


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
    agreements.extended(option_id, by, at)


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


def briefed(agreement_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """A briefing, or its next version."""
    wanted: dict[str, Any] = {"words": BRIEFING, "team_ids": ()}
    return keep_to.write_briefing(
        agreement_id=agreement_id, **{**wanted, **given}, by=by, at=make.NOW
    )


def accounted(agreement_id: UUID, by: platform.Officer, **given: Any) -> UUID:
    """The statement of 2024/25."""
    wanted: dict[str, Any] = {"account": ACCOUNT}
    return keep_to.enter_statement(
        agreement_id=agreement_id, **{**wanted, **given}, by=by, at=make.NOW
    )


def applied(by: platform.Officer, **given: Any) -> UUID:
    """Somebody asks for £2,000 towards work that costs £2,400."""
    wanted: dict[str, Any] = {
        "applicant": "Alder Lunch Club", "purpose": "Lunches", "asked_pence": 200_000,
        "full_cost_pence": 240_000, "overhead_pence": 20_000, "received_on": make.TODAY,
    }  # fmt: skip
    return keep_to.take_application(asked=Asked(**{**wanted, **given}), by=by, at=make.NOW)


def held_by(by: platform.Officer, agreement_id: UUID) -> dict[str, str]:
    """One thing of each kind, about an agreement that is there already."""
    _begin(agreement_id, by)
    worked_out(by)
    briefed(agreement_id, by)
    return {
        "obligation_id": str(standing(agreement_id, "agreement.notice").pk),
        "statement_id": str(accounted(agreement_id, by)),
        "application_id": str(applied(by)),
    }
