"""Whoever works out the same at once: nothing comes twice, and nothing that was done goes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from carewright.contract import api as contract
from carewright.keep_to import api as keep_to
from carewright.keep_to import models
from carewright.platform import api as platform
from tests.factories import keep_to as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> None:
    """Each on a connection of its own, all beginning together."""
    gate = Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        try:
            gate.wait(timeout=30)
            act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        list(threads.map(run, acts))


def test_two_recomputings_at_once_make_each_thing_once_and_one_done_meanwhile_stays_done(
    by: platform.Officer,
) -> None:
    agreement_id, option_id = given.extendable(by)
    given.begun(by)
    ids = sorted(contract.agreements(seen_by=by).values_list("pk", flat=True))

    def worked() -> keep_to.Worked:
        return keep_to.work_out(
            agreement_ids=ids, organisation=by.organisation, by=make.OPERATOR, at=make.NOW
        )

    at_once(worked, worked, worked)
    rows = models.Obligation.objects.values_list("agreement_id", "rule", "nth")
    assert len(rows) == len(set(rows)) > 0

    owed = given.standing(agreement_id, "agreement.notice")
    given.taken(option_id, by, make.NOW)
    at_once(
        worked,
        worked,
        lambda: keep_to.mark_done(
            obligation_id=owed.pk, done_on=make.TODAY, evidence="A letter", by=by, at=make.NOW
        ),
    )
    owed.refresh_from_db()
    assert owed.state == "done"
    worked()
    asked = models.Obligation.objects.filter(agreement_id=agreement_id, rule="agreement.notice")
    days = {each.last_day.isoformat() for each in asked if each.last_day}
    assert "2028-12-31" in days
    assert asked.filter(settled_at=None).count() <= 1
