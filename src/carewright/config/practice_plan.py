"""Invented sourcing decisions: one in force, one to look at again, two that are being written.

Everything goes through the actions that people use, so that the record tells the same story.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from carewright.config.casting import persona
from carewright.config.practice_govern import Cast, take
from carewright.decide import api as decide
from carewright.decide.api import Outcome
from carewright.govern.api import Nation
from carewright.plan import api as plan
from carewright.plan.api import Criterion, Judged, Leaning, Option, Step
from carewright.platform import api as platform
from carewright.ui.formats import in_london

#: Members have five working days to call a decision in, so it is put into force after those.
ASKED: Final = timedelta(days=26)
IN_FORCE: Final = timedelta(days=12)
VILLAGES: Final = "Care at home in Brackendale and the hill villages"
LUNCH: Final = "Lunch clubs and befriending"
NIGHT: Final = "Night support in Riverside"
DAYS: Final = "Day support for people with a learning disability"
FOLLOWS: Final = "The missing assessments are with their authors and follow before the tender."
STAYS: Final = {each: Judged(Leaning.SAME, "Nothing changes.", "") for each in Criterion}
RENEWED: Final = STAYS | {
    Criterion.CONTINUITY: Judged(
        Leaning.BETTER, "People keep the care workers they know.", "They stay with one provider."
    ),
    Criterion.MARKET: Judged(
        Leaning.WORSE, "The provider can invest.", "Nobody else can enter for four years."
    ),
}
COMPETED: Final = STAYS | {
    Criterion.QUALITY: Judged(Leaning.BETTER, "Standards are set anew, with those who use it.", ""),
    Criterion.CONTINUITY: Judged(Leaning.WORSE, "Up to a third would meet new care workers.", ""),
    Criterion.MARKET: Judged(Leaning.BETTER, "Lots small enough for two local providers.", ""),
    Criterion.EFFORT: Judged(
        Leaning.WORSE, "About 30 days of our work, and 6 days for each who bids.", ""
    ),
}


@dataclass(frozen=True, slots=True)
class _Author:
    """Who writes for a council, on the day on which it is written."""

    slug: str
    at: datetime

    @property
    def officer(self) -> platform.Officer:
        """The commissioner of the council."""
        return persona("commissioner", self.slug, self.at)

    @property
    def done(self) -> dict[str, Any]:
        """By whom and when."""
        return {"by": self.officer, "at": self.at}

    def day(self, days: int) -> date:
        """So many days from then."""
        return in_london(self.at).date() + timedelta(days=days)

    def written(self, answers: Mapping[str, Any]) -> UUID:
        """A draft with these answers, each in its step."""
        decision_id = plan.begin_decision(
            title=answers["title"], nation=Nation.SCOTLAND, **self.done
        )
        for step in Step:
            plan.save_step(decision_id=decision_id, step=step, answers=answers, **self.done)
        return decision_id

    def weighed(self, decision_id: UUID, option: Option, **said: Any) -> None:
        """What is said of an option."""
        weighing = plan.Weighing(**said)
        plan.weigh_option(decision_id=decision_id, option=option, said=weighing, **self.done)

    def ruled_out(self, decision_id: UUID, why: Mapping[Option, str]) -> None:
        """Options that are not open, each with its reason."""
        for option, reason in why.items():
            self.weighed(decision_id, option, ruled_out=reason)

    def cited(self, decision_id: UUID, said: Iterable[tuple[Step, str, str]]) -> None:
        """What the questions rest on, published elsewhere."""
        for step, title, words in said:
            plan.add_evidence(
                decision_id=decision_id, step=step, source="", title=title, said=words,
                link="https://elmshire.example/evidence", **self.done,
            )  # fmt: skip


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Brings the decisions in where a council has none."""
    del by  # officers write decisions, never whoever runs the machine
    for slug, bring in (("elmshire", _elmshire), ("oakshire", _oakshire)):
        council = platform.organisation(slug)
        with platform.acting_for(council.id):
            seen_by = persona("commissioner", slug, at)
            if not plan.sourcing_decisions(seen_by=seen_by, on=in_london(at).date()):
                bring(at)


def _elmshire(at: datetime) -> None:
    then = _Author("elmshire", at - ASKED)
    for decision_id in (_villages(then), _lunch_clubs(then)):
        _decided(then, decision_id, at - IN_FORCE)
    now = _Author("elmshire", at)
    night = now.written({
        "title": NIGHT, "services": ["care_at_home"], "care_groups": ["older_people"],
        "areas": "Riverside", "starts_on": now.day(300), "is_new": False,
        "needs": "14 people cannot be left alone at night.",
    })  # fmt: skip
    _ends(now, night, "Night support, Riverside", people=14)
    now.weighed(night, Option.RENEW, judged={Criterion.PEOPLE: STAYS[Criterion.PEOPLE]})


def _villages(author: _Author) -> UUID:
    """Competed for in lots, as several providers can give it and few have had the chance."""
    decision_id = author.written(
        _answers(author, VILLAGES)
        | {
            "services": ["care_at_home"], "areas": "Brackendale\nHill villages",
            "annual_pence": 42_000_000, "people_supported": 118, "chosen": Option.RETENDER,
            "answer": "Compete for it in three lots that small providers can take, with a year "
            "to hand over and no change of care worker against a person’s wish.",
            "look_again_on": author.day(180), "rules_allow": False,
            "ground_why": "Six providers work within ten miles, so no ground is met.",
        }
    )  # fmt: skip
    _ends(author, decision_id, "Care at home, north", people=118)
    author.weighed(
        decision_id, Option.RENEW, judged=RENEWED, people_moving=0, annual_pence=44_500_000
    )
    author.weighed(
        decision_id, Option.RETENDER, judged=COMPETED, people_moving=40, annual_pence=42_000_000,
        people_words="A handover of three months, with both care workers at first.",
    )  # fmt: skip
    author.ruled_out(decision_id, {
        Option.EXTEND: "The agreement has been extended for as long as it allows.",
        Option.JOIN: "The neighbouring framework has no provider for the hill villages.",
        Option.GRANT: "It is bought hour by hour, so a grant would be the wrong agreement.",
        Option.IN_HOUSE: "Nobody could be hired and registered within the year.",
        Option.NOTHING: "118 people would have no care from April.",
    })  # fmt: skip
    author.cited(decision_id, (
        (Step.NEEDS, "Strategic needs assessment 2026", "24% more people over 85 by 2035"),
        (Step.ALTERNATIVES, "Review of in-house care 2025", "18 months to register a service"),
        (Step.RENEWAL, "Visits of the contracts team 2025", "Four of six visits found no fault"),
    ))  # fmt: skip
    return decision_id


def _lunch_clubs(author: _Author) -> UUID:
    """A grant; the day to look at it again has come."""
    decision_id = author.written(
        _answers(author, LUNCH)
        | {
            "services": ["day_support"], "areas": "All of Elmshire", "annual_pence": 4_500_000,
            "people_supported": 160, "is_new": True, "chosen": Option.GRANT,
            "answer": "A grant to the six clubs: they raise half of what they cost themselves.",
            "look_again_on": author.day(23), "rules_allow": False,
            "ground_why": "A grant buys nothing, so no ground is needed.",
        }
    )  # fmt: skip
    author.weighed(decision_id, Option.GRANT, judged=STAYS, people_moving=0)
    return decision_id


def _oakshire(at: datetime) -> None:
    """Only its answer is still to come."""
    author = _Author("oakshire", at)
    decision_id = author.written(
        _answers(author, DAYS)
        | {
            "services": ["day_support"], "areas": "Oakshire", "annual_pence": 9_000_000,
            "care_groups": ["learning_disability"], "people_supported": 31, "rules_allow": True,
            "ground": "scot_regulated.exempt.care", "ground_why": "Below the limit; families ask "
            "for the same place and the same people.",
        }
    )  # fmt: skip
    _ends(author, decision_id, "Day support, Mill Lane", people=31)
    author.weighed(decision_id, Option.RENEW, judged=RENEWED, people_moving=0)
    author.weighed(decision_id, Option.RETENDER, judged=COMPETED, people_moving=31)
    author.cited(decision_id, [(Step.NEEDS, "Survey of families 2026", "28 of 31 want to stay")])


def _answers(author: _Author, title: str) -> dict[str, Any]:
    return {
        "title": title, "care_groups": ["older_people"], "starts_on": author.day(330),
        "term_months": 24, "is_new": False,
        "needs": "More people live alone and longer, and want to go on living where they are.",
        "views": "Asked in two meetings and by letter: people want the same faces, and carers "
        "want to know who comes.",
        "alternatives": "In-house care, direct payments, and help from neighbours were looked at.",
    }  # fmt: skip


def _ends(author: _Author, decision_id: UUID, title: str, *, people: int) -> None:
    words = plan.EndingWords(title=title, last_day=author.day(329), people=people)
    plan.add_ending(decision_id=decision_id, words=words, **author.done)


def _decided(author: _Author, decision_id: UUID, at: datetime) -> None:
    """Approved by all whom the scheme names, and in force once members' days are over."""
    request_id = plan.ask_for_approval(decision_id=decision_id, reason=FOLLOWS, **author.done)
    while steps := decide.approval(request_id, seen_by=author.officer).open_steps:
        for step in steps:
            take(Cast(author.at), step, Outcome.APPROVE, "Checked and supported.")
    plan.put_into_force(decision_id=decision_id, by=author.officer, at=at)
