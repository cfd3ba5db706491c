"""Financial years in which the files count who uses a support; what is projected comes after."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import polars as pl

from carewright.analyse import api as analyse
from carewright.foresee.queries.projections import question_of
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.demand.scenarios.early import CannotAct, cannot_act
from carewright_engine.demand.scenarios.facts.counts import years_counted
from carewright_engine.demand.scenarios.facts.missing import CannotProject, not_counted
from carewright_engine.demand.scenarios.questions import SUPPORTS, Question
from carewright_engine.provision.inputs import Inputs


def years_counted_for(question: Question, inputs: Inputs) -> tuple[int, int] | None:
    """First and last year counted in the question's nation; None where no file tells."""
    if not question.area.councils:
        return None
    activity = _activity(inputs)
    nation = min(question.area.councils)[0]
    return years_counted(activity, question.support, nation, through=question.through)


def first_years_ahead(*, seen_by: platform.Officer, through: date) -> dict[str, int]:
    """The first year that a projection of one's own area begins in, by kind of support."""
    found = _years_here(seen_by, through)
    return {support: years[1] + 1 for support, years in found.items() if years}


def uncounted_here(*, seen_by: platform.Officer, through: date) -> dict[str, CannotProject]:
    """Kinds of support that no file counts in the nation of one's own area, each with why."""
    found = _years_here(seen_by, through)
    return {kind: not_counted(kind, through) for kind, years in found.items() if years is None}


def levers_left_out(projection_id: UUID, *, seen_by: platform.Officer) -> tuple[CannotAct, ...]:
    """Levers of a projection that was asked for that cannot act, as far as one's files tell."""
    activity = _activity(register.inputs_for(seen_by=seen_by))
    return cannot_act(question_of(projection_id, seen_by=seen_by), activity)


def _years_here(seen_by: platform.Officer, through: date) -> dict[str, tuple[int, int] | None]:
    """By kind of support the years counted; nothing where there is no own area, or no count."""
    inputs = register.inputs_for(seen_by=seen_by)
    own = analyse.own_area(analyse.areas(seen_by=seen_by), seen_by=seen_by)
    if own is None or not own.councils or not inputs.has("activity"):
        return {}
    activity, nation = _activity(inputs), min(own.councils)[0]
    return {kind: years_counted(activity, kind, nation, through=through) for kind in SUPPORTS}


def _activity(inputs: Inputs) -> pl.DataFrame:
    return analyse.placed(inputs).frame("activity")
