"""Financial years in which the files count who uses a support; what is projected comes after."""

from __future__ import annotations

from datetime import date

from carewright.analyse import api as analyse
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.demand.scenarios.facts.counts import years_counted
from carewright_engine.demand.scenarios.questions import SUPPORTS, Question
from carewright_engine.provision.inputs import Inputs


def years_counted_for(question: Question, inputs: Inputs) -> tuple[int, int] | None:
    """First and last year counted in the question's nation; None where no file tells."""
    if not question.area.councils:
        return None
    activity = analyse.placed(inputs).frame("activity")
    nation = min(question.area.councils)[0]
    return years_counted(activity, question.support, nation, through=question.through)


def first_years_ahead(*, seen_by: platform.Officer, through: date) -> dict[str, int]:
    """The first year that a projection of one's own area begins in, by kind of support."""
    inputs = register.inputs_for(seen_by=seen_by)
    own = analyse.own_area(analyse.areas(seen_by=seen_by), seen_by=seen_by)
    if own is None or not own.councils or not inputs.has("activity"):
        return {}
    activity = analyse.placed(inputs).frame("activity")
    found = {
        support: years_counted(activity, support, min(own.councils)[0], through=through)
        for support in SUPPORTS
    }
    return {support: years[1] + 1 for support, years in found.items() if years}
