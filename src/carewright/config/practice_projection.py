"""Practice projections: what the three councils will need, asked as soon as their files are in.

They are queued and not worked out here, so that a start waits for none of them: the worker answers
them once it runs, and whoever opens one before sees how far it is.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Final

from carewright.analyse import api as analyse
from carewright.config.casting import persona
from carewright.config.practice_foresee import SCENARIOS
from carewright.foresee import api as foresee
from carewright.foresee.jobs import queue_projection
from carewright.foresee.web.asking import title_of
from carewright.platform import api as platform
from carewright.ui.formats import in_london
from carewright_engine.demand.scenarios.questions import Question, UnitCost
from carewright_engine.provision.areas import AreaRef

COST: Final = UnitCost(2450, 2300, 2700, "The council’s own rates of this year (practice)")
#: Council, kind of support, whether beside the example scenarios and with what an hour costs.
ASKED: Final = (
    ("S12900001", "care_at_home", True), ("S12900002", "care_at_home", False),
    ("S12900003", "care_at_home", False), ("S12900001", "care_home", False),
)  # fmt: skip


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Asks once, as the practice commissioner would."""
    del by  # officers ask, never whoever runs the machine
    isla = persona("commissioner", "elmshire", at)
    with platform.acting_for(isla.organisation.id):
        if foresee.projections(seen_by=isla).exists():
            return
        areas = analyse.areas(seen_by=isla)
        for code, support, with_scenarios in ASKED:
            area = areas.area("council", code)
            if area is None:
                continue
            question = asked_about(area, support, in_london(at).date(), priced=with_scenarios)
            _ask(question, isla, at, beside=with_scenarios)


def asked_about(area: AreaRef, support: str, through: date, *, priced: bool) -> Question:
    """A question with as many draws as the form's, so that answers can be set side by side."""
    return Question(area, support, through, cost=COST if priced else None)


def _ask(question: Question, by: platform.Officer, at: datetime, *, beside: bool) -> None:
    names = {name for name, _about, _levers in SCENARIOS}
    compared = [each for each in foresee.scenarios_to_compare(seen_by=by) if each.name in names]
    foresee.ask_for_projection(
        question=question, scenario_ids=[each.id for each in compared] if beside else [],
        title=title_of(question), queue=partial(queue_projection, by=by), by=by, at=at,
    )  # fmt: skip
