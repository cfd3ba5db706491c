"""Three example scenarios; the sizes of their effects are practice figures, and say so.

None of them is anybody's evidence: they show how levers are written, shared and talked about.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from carewright.foresee import api as foresee
from carewright.platform import api as platform
from carewright.platform.api import SharedKind
from carewright.ui.formats import in_london

JOINT: Final = "Home from hospital, together"
EVIDENCE: Final = {
    "source": "Practice figure, invented for learning",
    "says": "No study stands behind this size of effect; put your own evidence in its place.",
    "quality": "practice",
}
LATER: Final = {"evidence": EVIDENCE, "from_year": 2027, "full_from": 2032}
SCENARIOS: Final[tuple[tuple[str, str, tuple[dict[str, Any], ...]], ...]] = (
    (
        "More telecare and recovery",
        "Telecare for more people at home, and help to recover after a stay in hospital.",
        (
            {
                "lever": "prevention", "name": "Telecare", **LATER,
                "effect": {"low": 0.05, "middle": 0.12, "high": 0.2},
                "reach": {"low": 0.35, "middle": 0.5, "high": 0.6},
            },
            {
                "lever": "prevention", "name": "Recovery at home", **LATER, "on": "people",
                "effect": {"low": 0.1, "middle": 0.25, "high": 0.4},
                "reach": {"low": 0.08, "middle": 0.12, "high": 0.18},
                "bands": ["65-74", "75-84", "85+"],
            },
        ),
    ),
    (
        "Help more people",
        "Help begins at moderate need, as early help may keep people well.",
        (
            {
                "lever": "eligibility", "name": "Help from moderate need on", **LATER,
                "nation": "scotland", "now_from": "substantial", "then_from": "moderate",
                "people_at": {
                    "low": 0.5, "moderate": {"low": 0.1, "middle": 0.25, "high": 0.4},
                    "substantial": 0.55, "critical": 0.45,
                },
                "each_at": {"low": 0.2, "moderate": 0.45, "substantial": 0.75, "critical": 1.3},
            },
        ),
    ),
    (
        JOINT,
        "Council and health board move people home sooner, with more hours each and fewer places "
        "in care homes.",
        (
            {
                "lever": "balance_of_care", "name": "Home instead of a care home", **LATER,
                "share": {"low": 0.04, "middle": 0.08, "high": 0.12}, "hours_a_week": 24.5,
            },
            {
                "lever": "hours_for_each", "name": "Shorter visits once people recover", **LATER,
                "change": {"low": -0.06, "middle": -0.03, "high": 0},
            },
        ),
    ),
)  # fmt: skip
SAID: Final = (
    "The board could lend two nurses to the recovery teams. Does the share count people who go "
    "home within two days?"
)


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Writes the scenarios down where they are missing; officers do it, as nobody else may."""
    del by
    isla = _persona("commissioner", "elmshire", at)
    known = set(foresee.scenarios(seen_by=isla).values_list("name", flat=True))
    for name, about, levers in SCENARIOS:
        if name in known:
            continue
        scenario_id = foresee.begin_scenario(name=name, about=about, levers=levers, by=isla, at=at)
        joint = isla.partnerships_sharing(SharedKind.SCENARIO)
        if name == JOINT and joint:
            foresee.share_scenario(scenario_id=scenario_id, partnership_id=joint[0], by=isla, at=at)
            anwen = _persona("joint", "alder-and-elm", at)
            foresee.comment_on_scenario(scenario_id=scenario_id, words=SAID, by=anwen, at=at)


def _persona(key: str, slug: str, at: datetime) -> platform.Officer:
    organisation = platform.organisation(slug)
    found = platform.officer_with(f"{key}@{slug}.example", organisation_id=organisation.id)
    if found is None:
        raise LookupError(f"There is no persona {key} in {organisation.name}")
    return platform.officer(found, on=in_london(at).date())
