"""A round that is killed anywhere is applied or not, and of two officers at once one applies it.

Every point is drawn by a seed among the steps that applying a whole round takes at the database.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from carewright.contract import models as contract_models
from carewright.platform import api as platform
from carewright.platform import models as platform_models
from carewright.platform.api import Role
from carewright.uplift import api as uplift
from carewright.uplift import models
from carewright.uplift.api import CannotDo
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import uplift as given
from tests.factories.uplift import EVERY_UNIT, FROM, LATER, People
from tests.robustness.killing import SEEDS, carried_out, killed_at_a_random_point

pytestmark = pytest.mark.django_db(transaction=True)

LINES = 12
APPLY = """
from uuid import UUID
from datetime import datetime, timezone
from carewright.platform import api as platform
from carewright.uplift import api as uplift
organisation, officer, wanted = (UUID(each) for each in {ids!r})
at = datetime.fromisoformat({at!r})
with platform.acting_for(organisation):
    by = platform.officer(officer, on=at.date())
    uplift.apply_round(round_id=wanted, by=by, at=at)
"""


def ready() -> tuple[People, UUID]:
    """A round of a council of its own that only has to be applied."""
    people = People.beside(make.officer(Role.CONTRACT_MANAGER))
    prices = [(EVERY_UNIT[place % 3], 1000 + place) for place in range(LINES)]
    given.many(people.proposer, prices)
    return people, given.approved(people)


def script(people: People, round_id: UUID) -> str:
    by = people.proposer
    ids = [str(each) for each in (by.organisation.id, by.id, round_id)]
    return APPLY.format(ids=ids, at=LATER.isoformat())


def left_by(people: People, round_id: UUID) -> tuple[str, int, int, int]:
    """The round's state; prices closed, prices opened, and events of its being applied."""
    prices = contract_models.PriceLine.objects.for_organisation(people.proposer.organisation.id)
    events = platform_models.AuditEvent.objects.filter(act="apply_uplift", subject_id=str(round_id))
    return (
        models.UpliftRound.objects.get(pk=round_id).state,
        prices.filter(ends_before=FROM).count(), prices.filter(starts_on=FROM).count(),
        events.count(),
    )  # fmt: skip


ALL, NOTHING = ("applied", LINES, LINES, 1), ("approved", 0, 0, 0)


def test_a_killed_round_is_applied_or_not_and_runs_again_to_its_end(
    tmp_path: Path, record_property: object
) -> None:
    people, round_id = ready()
    steps = carried_out(script(people, round_id), tmp_path)
    assert left_by(people, round_id) == ALL
    for seed in SEEDS:
        people, round_id = ready()
        after = killed_at_a_random_point(script(people, round_id), tmp_path, seed=seed, steps=steps)
        assert left_by(people, round_id) in (ALL, NOTHING), f"half-applied after {after} steps"
        with suppress(CannotDo):  # whose work was done before the process was killed
            uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
        assert left_by(people, round_id) == ALL
    record_property("rounds killed at a random point, and run again", len(SEEDS))  # type: ignore[operator]


def test_of_two_officers_at_once_one_applies_and_the_other_is_told_who() -> None:
    people, round_id = ready()
    other = decisions.colleague(people.proposer, Role.FINANCE_OFFICER)
    gate = Barrier(2)

    def applied(by: platform.Officer) -> str:
        gate.wait(timeout=30)
        try:
            uplift.apply_round(round_id=round_id, by=by, at=LATER)
        except CannotDo as refused:
            return str(refused)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as threads:
        came = sorted(threads.map(applied, (people.proposer, other)))
    assert came[0] == ""
    assert came[1].startswith("U-0001 has been applied already, by ")
    assert left_by(people, round_id) == ALL
