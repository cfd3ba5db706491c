"""An action plan whose import is killed anywhere is all there or not there, and runs again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction

from carewright.follow_up import api as follow_up
from carewright.follow_up import models
from carewright.platform import api as platform
from tests.factories import follow_up as given
from tests.factories import platform as make
from tests.robustness.killing import killed_at_a_random_point

pytestmark = pytest.mark.django_db(transaction=True)

ROWS = 60
POINTS = 20
#: A few points each time; all twenty in a full run.
SEEDS = range(POINTS if os.environ.get("CAREWRIGHT_FULL") else 3)
HEAD = "Ref,Finding,Owner,Action,Due date\n"
PLAN = HEAD + "".join(
    f"{n}.1,Finding {n},Team,Do {n},30/06/2027 5 pm\n" for n in range(1, ROWS + 1)
)

IMPORT = """
import sys
from uuid import UUID
from django.utils.timezone import localdate, now
from carewright.platform import api as platform
from carewright.follow_up import api as follow_up
from carewright.follow_up.actions import import_plan

write = import_plan.write_down

def write_and_say(*given, **more):
    made = write(*given, **more)
    print("row", flush=True)
    return made

import_plan.write_down = write_and_say
organisation, officer, wanted = (UUID(each) for each in {ids!r})
with platform.acting_for(organisation):
    by = platform.officer(officer, on=localdate())
    print("ready", flush=True)
    follow_up.import_plan(import_id=wanted, by=by, at=now())
print("done", flush=True)
"""


@pytest.mark.parametrize("seed", SEEDS)
def test_a_killed_import_of_a_plan_runs_again_to_the_exact_result(
    seed: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    by = make.commissioner()
    plan_id = given.plan(by)
    import_id = follow_up.give_plan_file(
        plan_id=plan_id, file_name="plan.csv", content=PLAN.encode(), by=by, at=make.NOW
    )
    ids = [str(each) for each in (by.organisation.id, by.id, import_id)]
    killed_at_a_random_point(IMPORT.format(ids=ids), tmp_path / "home", seed=seed, lines=ROWS + 2)
    with transaction.atomic():  # until the database has noticed that the process is gone
        models.PlanImport.objects.select_for_update().get(pk=import_id)
    assert models.Task.objects.count() in (0, ROWS), "half-applied"
    if not models.Task.objects.exists():
        follow_up.import_plan(import_id=import_id, by=by, at=make.NOW)
    tasks = models.Task.objects.order_by("number")
    assert [(task.number, task.action) for task in tasks] == [
        (n, f"Do {n}") for n in range(1, ROWS + 1)
    ]
    acts = [event.act for event in platform.events_about("plan", plan_id, seen_by=by)]
    assert acts.count("import_plan") == 1
    record_property("imports killed at a random point, and run again", 1)
