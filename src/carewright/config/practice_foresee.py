"""Three example scenarios; the sizes of their effects are practice figures, and say so.

None of them is anybody's evidence: they show how levers are written, shared, talked about and
decided. One is shared so that partners comment on it, one so that the health board decides with
the council.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from carewright.config.casting import persona
from carewright.config.practice_who import PARTNERSHIP
from carewright.foresee import api as foresee
from carewright.platform import api as platform
from carewright.platform.api import Level, Part, SharedKind

JOINT: Final = "Home from hospital, together"
COMMENTED: Final = "More telecare and recovery"
#: Council and health board write and decide on scenarios of this one together.
TOGETHER: Final = "Home from Hospital Partnership"
DECIDED: Final = {
    SharedKind.SCENARIO: Level.DECIDE,
    SharedKind.APPROVAL: Level.DECIDE,
    SharedKind.PROJECTION: Level.COMMENT,
}
EVIDENCE: Final = {
    "source": "Practice figure, invented for learning",
    "says": "No study stands behind this size of effect; put your own evidence in its place.",
    "quality": "practice",
}
LATER: Final = {"evidence": EVIDENCE, "from_year": 2027, "full_from": 2032}
SCENARIOS: Final[tuple[tuple[str, str, tuple[dict[str, Any], ...]], ...]] = (
    (
        COMMENTED,
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
#: Of which scenario, who says it, and what; each may say it by what the partnership agreed.
SAID: Final = (
    (
        COMMENTED, "commissioner", "oakshire",
        "We tried telecare for four in ten people last winter. Half of them sent it back; would "
        "you count those as reached?",
    ),
    (
        JOINT, "joint", "alder-and-elm",
        "The board could lend two nurses to the recovery teams. Does the share count people who "
        "go home within two days?",
    ),
)  # fmt: skip
#: What going home sooner together would cost a year, in pence, and for how many months.
COST, MONTHS = 18_000_000, 36


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Writes the scenarios down where they are missing; officers do it, as nobody else may."""
    del by
    isla = persona("commissioner", "elmshire", at)
    known = set(foresee.scenarios(seen_by=isla).values_list("name", flat=True))
    if known.issuperset(name for name, _about, _levers in SCENARIOS):
        return
    _work_together(at)
    isla = persona("commissioner", "elmshire", at)  # who is in the new partnership now
    for name, about, levers in SCENARIOS:
        if name not in known:
            made = foresee.begin_scenario(name=name, about=about, levers=levers, by=isla, at=at)
            _share(name, made, isla, at)


def _work_together(at: datetime) -> None:
    """Forms the partnership in which both sides decide, and lets both agree to it."""
    isla = persona("commissioner", "elmshire", at)
    if any(each.name == TOGETHER for each in platform.partnerships(seen_by=isla)):
        return
    members = {slug: platform.organisation(slug).id for slug in ("elmshire", "alder-and-elm")}
    formed = platform.form_partnership(
        name=TOGETHER, purpose="Get people home from hospital sooner, and decide together how.",
        starts_on=date(2026, 4, 1), parts=[Part(each, None) for each in members.values()],
        shared=DECIDED, by=isla, at=at,
    )  # fmt: skip
    [terms] = platform.partnership(formed, seen_by=isla).terms
    for slug in members:
        platform.agree_terms(terms_id=terms.id, by=persona("director", slug, at), at=at)


def _share(name: str, scenario_id: UUID, isla: platform.Officer, at: datetime) -> None:
    """Shows it to those with whom it is talked about, who say something; sends the joint one."""
    named = {
        called: key for key, called in platform.partnerships_sharing(
            SharedKind.SCENARIO, seen_by=isla
        )
    }  # fmt: skip
    joint = named.get({JOINT: TOGETHER, COMMENTED: PARTNERSHIP}.get(name, ""))
    if joint is None:
        return
    foresee.share_scenario(scenario_id=scenario_id, partnership_id=joint, by=isla, at=at)
    for about, key, slug, words in SAID:
        if about == name:
            foresee.comment_on_scenario(
                scenario_id=scenario_id, words=words, by=persona(key, slug, at), at=at
            )
    if name == JOINT:
        foresee.send_scenario(
            scenario_id=scenario_id, version=1, annual_value_pence=COST, term_months=MONTHS,
            partnership_id=joint, by=isla, at=at,
        )  # fmt: skip
