"""What Elmshire’s agreements oblige to: worked out, some of it done, handed on or not needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from carewright.config.practice_govern import Cast
from carewright.contract import api as contract
from carewright.keep_to import api as keep_to
from carewright.keep_to.api import DutyState, Known
from carewright.platform import api as platform
from carewright.ui.formats import in_london

#: Who found the provider, and what is known of each agreement beside its register.
RAN_LONG: Final = "Care at home, Elm Valley and Alderside"
IN_ORDER: Final = "Supported living, Brackendale"


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Works the obligations out once; a council that has any keeps what it has."""
    cast = Cast(at)
    keeper = cast.person("contracts")
    with platform.acting_for(cast.council.id):
        if not keep_to.to_do(seen_by=keeper).exists():
            _say_what_is_known(cast)
            keep_to.work_out_all(organisation=keeper.organisation, by=by, at=at)
            _settle_some(cast)
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
