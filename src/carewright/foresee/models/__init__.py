"""Tables of what is foreseen."""

from carewright.foresee.models.projection import Projection
from carewright.foresee.models.scenario import Scenario, ScenarioComment

__all__ = ["Projection", "Scenario", "ScenarioComment"]
