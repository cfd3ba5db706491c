"""A scenario written as TOML is read as the same scenario."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.demand.scenarios.scenario import scenario_from, scenario_from_toml
from carewright_engine.demand.scenarios.written import written_scenario
from tests.engine.demand.scenarios.worlds import EVIDENCE

#: What a file must quote, and what it need not.
TEXTS = st.text('ab"\\\n\t ’é=#]', min_size=3, max_size=40).filter(
    lambda text: len(text.strip()) >= 3
)


@given(name=TEXTS, about=TEXTS, low=st.floats(0, 0.3), high=st.floats(0.3, 1))
def test_the_same_scenario_comes_back(name: str, about: str, low: float, high: float) -> None:
    common = {"name": name, "evidence": EVIDENCE, "from_year": 2027, "full_from": 2030}
    effect = {"low": low, "middle": 0.3, "high": high}
    levels = {"below_the_tests": effect, "meets_the_tests": 1}
    scenario = scenario_from(
        {
            "name": name, "about": about,
            "levers": [
                {**common, "lever": "prevention", "effect": effect, "reach": 0.4, "bands": ["85+"]},
                {**common, "lever": "eligibility", "nation": "england",
                 "now_from": "meets_the_tests", "then_from": "below_the_tests",
                 "people_at": levels, "each_at": levels},
            ],
        }
    )  # fmt: skip
    assert scenario_from_toml(written_scenario(scenario).encode()) == scenario
