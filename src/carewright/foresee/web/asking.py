"""From what can be asked to a form, and from a form to a question of the engine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from carewright.analyse import api as analyse
from carewright.foresee import api as foresee
from carewright.foresee.web.forms import AskForm
from carewright.foresee.web.wording import SUPPORTS
from carewright.platform.api import Officer
from carewright_engine.demand.scenarios.facts.words import financial_year, last_ended
from carewright_engine.demand.scenarios.questions import Question, UnitCost
from carewright_engine.provision.areas import AreaRef

FIRST_ASKED: Final = {"support": "care_at_home", "years": 20}
KINDS: Final = {
    "council": "council",
    "integration_authority": "integration authority",
    "health_board": "health board",
    "country": "nation",
}


@dataclass(frozen=True, slots=True)
class Offered:
    """What this officer can ask about: areas of the files, and scenarios within reach."""

    areas: analyse.Areas
    own: AreaRef | None
    scenarios: tuple[foresee.ScenarioToCompare, ...]

    def area(self, key: str) -> AreaRef | None:
        """The area that a form's word names."""
        kind, _colon, code = key.partition(":")
        return self.areas.area(kind, code)

    def form(self, given: Any, initial: dict[str, Any]) -> AskForm:
        """The form; `given` is what was sent."""
        areas = [(key_of(each), f"{each.name} ({KINDS[each.kind]})") for each in self.areas.offered]
        own = {"area": key_of(self.own)} if self.own else {}
        return AskForm(
            given,
            areas=areas,
            scenarios=[(str(each.id), f"{each.name} ({each.whose})") for each in self.scenarios],
            initial={**FIRST_ASKED, **own, **initial},
        )


def offered(*, seen_by: Officer) -> Offered:
    """What this officer can ask about."""
    areas = analyse.areas(seen_by=seen_by)
    own = analyse.own_area(areas, seen_by=seen_by)
    return Offered(areas, own, tuple(foresee.scenarios_to_compare(seen_by=seen_by)))


def key_of(area: AreaRef) -> str:
    """An area in one word of a form."""
    return f"{area.kind}:{area.code}"


def like(asked: Question, scenario_ids: tuple[UUID, ...]) -> dict[str, Any]:
    """The answers of the form that asked this question."""
    cost = asked.cost
    return {
        "area": key_of(asked.area),
        "support": asked.support,
        "years": asked.years,
        "through": asked.through,
        "fit_from": asked.fit_from,
        "scenarios": [str(each) for each in scenario_ids],
        "cost": int(cost.pence) if cost else None,
        "cost_low": int(cost.low) if cost else None,
        "cost_high": int(cost.high) if cost else None,
        "cost_source": cost.source if cost else "",
    }


def question_of(area: AreaRef, said: dict[str, Any]) -> Question:
    """The question that a valid form puts."""
    cost = None
    if said["cost"]:
        cost = UnitCost(said["cost"], said["cost_low"], said["cost_high"], said["cost_source"])
    through: date = said["through"]
    return Question(
        area=area,
        support=said["support"],
        through=through,
        years=said["years"],
        fit_from=said["fit_from"],
        cost=cost,
    )


def title_of(question: Question) -> str:
    """'Home care in Fife, 20 years ahead of 2025/26'."""
    about = f"{SUPPORTS[question.support].name} in {question.area.name}"
    return f"{about}, {question.years} years ahead of {counted_from(question)}"


def counted_from(question: Question) -> str:
    """'2025/26': the last financial year that had ended by the day of the facts."""
    return financial_year(last_ended(question.through))
