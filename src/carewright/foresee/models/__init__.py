"""Tables of what is foreseen."""

from carewright.foresee.models.projection import Projection
from carewright.foresee.models.scenario import Scenario, ScenarioComment
from carewright.foresee.models.scenario_version import ScenarioVersion
from carewright.foresee.models.sent_scenario import SentScenario

__all__ = ["Projection", "Scenario", "ScenarioComment", "ScenarioVersion", "SentScenario"]
