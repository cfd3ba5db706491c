"""What Elmshire’s agreements oblige to: worked out, some of it done, handed on or not needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from carewright.config.practice_govern import Cast
from carewright.contract import api as contract
from carewright.keep_to import api as keep_to
from carewright.keep_to.api import (
    Account,
    Asked,
    BriefingWords,
    DutyState,
    Known,
    Standing,
    UsedFor,
)
from carewright.platform import api as platform
from carewright.ui.formats import in_london

#: Who found the provider, and what is known of each agreement beside its register.
RAN_LONG: Final = "Care at home, Elm Valley and Alderside"
IN_ORDER: Final = "Supported living, Brackendale"

GRANT: Final = "Lunch club at Elm Row"
BRIEFING: Final = BriefingWords(
    buys="Visits at home: washing, dressing, meals, medicine. No cleaning and no shopping.",
    who_for="Adults of any age whose assessment gives them care at home. Not for end-of-life care, "
    "which the health board's team gives.",
    how_to_refer="Send the support plan to the brokerage desk by noon; they offer it to Corriemoor "
    "the same day. From hospital, ring the desk as well.",
    call_in_hours="Brokerage desk, 01632 960 117. Corriemoor's co-ordinator, 01632 960 140.",
    call_out_of_hours="Corriemoor's night line, 01632 960 141; if nobody answers, the council's "
    "out-of-hours social work service, 01632 960 199.",
    complaint="Help the person to tell Corriemoor first, and write down what they said. If the "
    "answer does not settle it, or comes late, send it to the complaints officer.",
    concern="Ring adult protection at once, 01632 960 110, at any hour. Do not wait for a form, "
    "and do not ask Corriemoor to look into it first.",
    challenge="Send what the provider wrote to the contracts team on the day it comes, and answer "
    "nothing yourself: a challenge has legal time limits.",
    afterwards="The agreement may be extended twice. If it is not, a tender is to follow.",
)  # fmt: skip


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Works the obligations out once; a council that has any keeps what it has."""
    cast = Cast(at)
    keeper = cast.person("contracts")
    with platform.acting_for(cast.council.id):
        if not keep_to.to_do(seen_by=keeper).exists():
            _say_what_is_known(cast)
            keep_to.work_out_all(organisation=keeper.organisation, by=by, at=at)
            _settle_some(cast)
            _brief(cast)
            _account(cast)
            _fund(cast)
            keep_to.tell_overdue(organisation=keeper.organisation, by=by, at=at)


def _ids(cast: Cast) -> dict[str, UUID]:
    found = contract.agreements(seen_by=cast.person("contracts"))
    return {each.title: each.pk for each in found}


def _say_what_is_known(cast: Cast) -> None:
    today = in_london(cast.at).date()
    done: dict[str, Any] = {"by": cast.person("contracts"), "at": cast.at}
    ids = _ids(cast)
    keep_to.say_known(
        agreement_id=ids[RAN_LONG], **done,
        known=Known(
            light_touch=True, user_choice=False, visits_a_year=4,
            entered_on=date(today.year - 3, 2, 20), awarded_on=date(today.year - 3, 2, 2),
            insurance_ends_before=today + timedelta(days=24),
            accounts_year_ends_on=date(today.year - 2, 3, 31),
            price_review_on=date(today.year - 2, 2, 1),
        ),
    )  # fmt: skip
    keep_to.say_known(
        agreement_id=ids[IN_ORDER], **done,
        known=Known(
            light_touch=True, user_choice=False, visits_a_year=2, awarded_on=today,
            insurance_ends_before=today + timedelta(days=210),
        ),
    )  # fmt: skip


def _settle_some(cast: Cast) -> None:
    """The last two visits: one with its report, one that was put off; the insurance handed on."""
    keeper, today = cast.person("contracts"), in_london(cast.at).date()
    of_old = keep_to.timetable(_ids(cast)[RAN_LONG], seen_by=keeper).obligations
    past = [each for each in of_old if each.rule == "policy.visit" and _past(each, today)]
    done: dict[str, Any] = {"by": keeper, "at": cast.at}
    if past:
        keep_to.mark_done(
            obligation_id=past[-1].id, done_on=past[-1].last_day or today, **done,
            evidence="Report of the visit to Corriemoor, with two actions agreed.",
        )  # fmt: skip
    for each in _of_rule(of_old, "policy.insurance"):
        keep_to.hand_on(
            obligation_id=each.id, owner_id=cast.person("finance").id, **done,
            reason="Finance keeps the certificates.",
        )  # fmt: skip
    for each in _of_rule(of_old, "scot_higher.award_notice.light_touch"):
        keep_to.mark_not_needed(
            obligation_id=each.id, **done,
            reason="It was sent before this register was kept; the old file has its number.",
        )  # fmt: skip


def _past(each: keep_to.Obligation, today: date) -> bool:
    return each.last_day is not None and each.last_day < today


def _of_rule(found: tuple[keep_to.Obligation, ...], rule: str) -> Iterator[keep_to.Obligation]:
    waiting = (DutyState.DUE, DutyState.EARLIER)
    return (each for each in found if each.rule == rule and each.state in waiting)


def _brief(cast: Cast) -> None:
    """Two versions of one briefing, the second of which not everybody has read."""
    keeper, broker = cast.person("contracts"), cast.person("broker")
    agreement_id = _ids(cast)[RAN_LONG]
    teams = [each.id for each in platform.teams(seen_by=keeper) if each.ended_at is None][:2]
    about: dict[str, Any] = {"agreement_id": agreement_id, "team_ids": teams, "by": keeper}
    keep_to.write_briefing(**about, words=BRIEFING, at=cast.at - timedelta(days=40))
    keep_to.say_read(agreement_id=agreement_id, number=1, by=broker, at=cast.at)
    keep_to.write_briefing(
        **about, words=BRIEFING, why="The night line has another number.", at=cast.at
    )
    keep_to.say_read(agreement_id=agreement_id, number=2, by=broker, at=cast.at)


def _account(cast: Cast) -> None:
    """The lunch club's year, with some money to return; and overhead above the agreed level."""
    ids, year = _ids(cast), in_london(cast.at).year
    done: dict[str, Any] = {"by": cast.person("contracts"), "at": cast.at}
    keep_to.enter_statement(
        agreement_id=ids[GRANT], accounts_wanted=False, **done,
        account=Account(
            year=year - 2, received_pence=200_000, total_pence=186_450, unspent_pence=13_550,
            to_return_pence=13_550,
            lines=(
                UsedFor("Food", 121_300, False), UsedFor("Hall", 52_000, False),
                UsedFor("Insurance", 13_150, True),
            ),
        ),
    )  # fmt: skip
    keep_to.enter_statement(
        agreement_id=ids[RAN_LONG], **done,
        account=Account(
            year=year - 2, received_pence=46_000_000, total_pence=46_000_000, unspent_pence=0,
            agreed_overhead_percent=Decimal("12.00"),
            lines=(
                UsedFor("Care workers' pay and pensions", 32_480_000, False),
                UsedFor("Travel", 4_310_000, False), UsedFor("Training", 3_520_000, False),
                UsedFor("Management and office", 5_690_000, True),
            ),
        ),
    )  # fmt: skip


def _fund(cast: Cast) -> None:
    """The lunch club's grant with an exception on record, and two more who ask."""
    grant, today = _ids(cast)[GRANT], in_london(cast.at).date()
    done: dict[str, Any] = {"by": cast.person("contracts"), "at": cast.at}
    keep_to.check_undertaking(
        agreement_id=grant, undertaking="compact.advance", standing=Standing.MET, **done
    )
    keep_to.check_undertaking(
        agreement_id=grant, undertaking="compact.notice", standing=Standing.EXCEPTION,
        told=Decimal(1), reason="The grant is for one year; the club knew in April.", **done,
    )  # fmt: skip
    asked = (
        ("Elm Valley Lunch Club", "Lunches twice a week for a year", 260_000, 310_000, 31_000),
        ("Alder Carers’ Link", "A worker for young carers", 3_400_000, 3_400_000, 410_000),
    )
    for days, (applicant, purpose, pence, full_cost, overhead) in enumerate(asked, 3):
        keep_to.take_application(
            asked=Asked(
                applicant=applicant, purpose=purpose, asked_pence=pence,
                full_cost_pence=full_cost, overhead_pence=overhead,
                received_on=today - timedelta(days=days),
            ),
            **done,
        )  # fmt: skip
