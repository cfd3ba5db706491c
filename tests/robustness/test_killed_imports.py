"""An import that is killed anywhere is all there or not there, and running it again finishes it.

Every point is drawn by a seed among the steps that a whole import takes at the database: before and
after each of its statements. What the whole import makes is what a killed one has to make.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from carewright.decide import api as decide
from carewright.decide import models as deciding
from carewright.decide.api import DecidedAct
from carewright.follow_up import api as follow_up
from carewright.follow_up import models as following
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import follow_up as given
from tests.factories import platform as make
from tests.robustness.killing import SEEDS, carried_out, killed_at_a_random_point

pytestmark = pytest.mark.django_db(transaction=True)

Count = Callable[[str, object], None]
Made = list[tuple[Any, ...]]
AS_THE_OFFICER = """
from uuid import UUID
from datetime import date
from django.utils.timezone import localdate, now
from carewright.platform import api as platform
organisation, officer, wanted = (UUID(each) for each in {ids!r})
with platform.acting_for(organisation):
    by = platform.officer(officer, on=localdate())
"""

ACTIONS = 60
PLAN = "Ref,Finding,Owner,Action,Due date\n" + "".join(
    f"{n}.1,Finding {n},Team,Do {n},30/06/2027 5 pm\n" for n in range(1, ACTIONS + 1)
)
BAD_ROW = "61.1,Finding 61,Team,Do 61,some day\n"
IMPORT_PLAN = (
    AS_THE_OFFICER
    + """
    from carewright.follow_up import api as follow_up
    follow_up.import_plan(import_id=wanted, by=by, at=now())
"""
)


def test_a_killed_import_of_a_plan_runs_again_to_the_exact_result(
    tmp_path: Path, record_property: Count
) -> None:
    by, import_id = plan_given()
    steps = carried_out(script(IMPORT_PLAN, by, import_id), tmp_path)
    assert steps > ACTIONS
    assert actions_of(import_id) == [(f"{n}.1", f"Do {n}") for n in range(1, ACTIONS + 1)]
    for seed in SEEDS:
        by, again_id = plan_given()
        again = script(IMPORT_PLAN, by, again_id)
        after = killed_at_a_random_point(again, tmp_path, seed=seed, steps=steps)
        left = actions_of(again_id)
        assert left in ([], actions_of(import_id)), f"half-applied after {after} steps"
        with suppress(follow_up.Refused):  # whose work was done before the process was killed
            follow_up.import_plan(import_id=again_id, by=by, at=make.NOW)
            assert not left
        assert actions_of(again_id) == actions_of(import_id)
        assert imports_recorded(again_id, by) == [(ACTIONS, 1)]
    record_property("imports of a plan killed at a random point, and run again", len(SEEDS))


#: What the test is there to find: a row that stands though its import may not come to its end.
KEEP_EACH_ROW_AT_ONCE = """
    from django.db import connection
    from carewright.follow_up.actions import import_plan as importing
    write_down = importing.write_down
    def kept_at_once(*given, **more):
        write_down(*given, **more)
        connection.connection.commit()
    importing.write_down = kept_at_once
"""


def test_an_import_that_kept_each_row_at_once_would_be_noticed(tmp_path: Path) -> None:
    by, import_id = plan_given()
    kept_at_once = IMPORT_PLAN.replace(AS_THE_OFFICER, AS_THE_OFFICER + KEEP_EACH_ROW_AT_ONCE)
    killed_at_a_random_point(script(kept_at_once, by, import_id), tmp_path, seed=0, steps=ACTIONS)
    assert 0 < len(actions_of(import_id)) < ACTIONS


def plan_given() -> tuple[platform.Officer, UUID]:
    """An officer of a new organisation, and the file of a plan with a row that is refused."""
    by = make.commissioner()
    import_id = follow_up.give_plan_file(
        plan_id=given.plan(by), file_name="plan.csv", content=(PLAN + BAD_ROW).encode(), by=by,
        at=make.NOW,
    )  # fmt: skip
    return by, import_id


def actions_of(import_id: UUID) -> Made:
    """The plan's actions in their order."""
    plan = following.PlanImport.objects.get(pk=import_id).plan
    tasks = following.Task.objects.filter(plan=plan).order_by("number")
    return list(tasks.values_list("finding_number", "action"))


def imports_recorded(import_id: UUID, by: platform.Officer) -> Made:
    """How many rows the record says were imported and left out, each time."""
    plan_id = following.PlanImport.objects.get(pk=import_id).plan_id
    events = platform.events_about("plan", plan_id, seen_by=by)
    said = [each.facts for each in events if each.act == "import_plan"]
    return [(facts["added"], facts["left_out"]) for facts in said]


BANDS = (None, 10_000, 50_000, 250_000, None)
IN_FORCE_ON = date(2027, 4, 1)
ANSWERS = "5" * 64  # the digest of the form, sent again as a browser does
PROPOSE_SCHEME = (
    AS_THE_OFFICER
    + """
    from carewright.decide import api as decide
    decide.propose_scheme(
        file_name="scheme.csv", content={content!r}, takes_effect_on=date(2027, 4, 1), by=by,
        at=now(), intent=platform.Intent(wanted, {answers!r}),
    )
"""
)


def test_a_killed_import_of_a_scheme_runs_again_to_the_exact_result(
    tmp_path: Path, record_property: Count
) -> None:
    lines = every_act_at_every_value()
    by, key = make.officer(Role.LEGAL_ADVISER), uuid4()
    steps = carried_out(
        script(PROPOSE_SCHEME, by, key, content=scheme_file(), answers=ANSWERS), tmp_path
    )
    assert schemes_of(by) == [(1, lines)]
    for seed in SEEDS:
        by, key = make.officer(Role.LEGAL_ADVISER), uuid4()
        again = script(PROPOSE_SCHEME, by, key, content=scheme_file(), answers=ANSWERS)
        after = killed_at_a_random_point(again, tmp_path, seed=seed, steps=steps)
        assert schemes_of(by) in ([], [(1, lines)]), f"half-applied after {after} steps"
        scheme_id = decide.propose_scheme(
            file_name="scheme.csv", content=scheme_file(), takes_effect_on=IN_FORCE_ON, by=by,
            at=make.NOW, intent=platform.Intent(key, ANSWERS),
        )  # fmt: skip
        assert schemes_of(by) == [(1, lines)]
        events = platform.events_about("scheme_of_delegation", scheme_id, seen_by=by)
        assert [each.facts["rows"] for each in events] == [len(lines)]
    record_property("imports of a scheme killed at a random point, and run again", len(SEEDS))


def every_act_at_every_value() -> Made:
    """What the file says: row, act, and the limits in pence; the heading is the first row."""
    pence = [None if each is None else each * 100 for each in BANDS]
    bands = list(itertools.pairwise(pence))
    rows = [(act, *band) for act in DecidedAct for band in bands]
    return [(number, *row) for number, row in enumerate(rows, start=2)]


def scheme_file() -> bytes:
    """The file of a scheme: whoever decides an act at a value, with a second person."""
    rows = ["act,framework,value_over,value_up_to,step_1"]
    for act in DecidedAct:
        for over, up_to in itertools.pairwise(BANDS):
            rows.append(f"{act},either,{over or ''},{up_to or ''},Budget holder")
    return "\n".join(rows).encode()


def schemes_of(by: platform.Officer) -> list[tuple[int, Made]]:
    """Each version of the organisation with its rows."""
    found = deciding.Scheme.objects.for_organisation(by.organisation.id).order_by("version")
    wanted = ("number", "act", "over_pence", "up_to_pence")
    return [
        (each.version, list(each.lines.order_by("number").values_list(*wanted))) for each in found
    ]


def script(text: str, by: platform.Officer, wanted: UUID, **more: object) -> str:
    """The script of a process that works as the officer."""
    ids = [str(each) for each in (by.organisation.id, by.id, wanted)]
    return text.format(ids=ids, **more)
