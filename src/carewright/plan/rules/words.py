"""What a sourcing decision is made of; every code is kept for ever."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Step(StrEnum):
    """A part of the paper that is filled in and saved by itself, in the order of the questions."""

    ABOUT = "about"
    ENDS = "ends"
    NEEDS = "needs"
    ALTERNATIVES = "alternatives"
    RULES = "rules"
    RENEWAL = "renewal"
    OPTIONS = "options"
    ADVICE = "advice"
    ANSWER = "answer"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return _STEPS[self]


_STEPS: Final = {
    Step.ABOUT: "What it is about",
    Step.ENDS: "What ends",
    Step.NEEDS: "Needs, and people’s views",
    Step.ALTERNATIVES: "Alternatives, such as in-house",
    Step.RULES: "Whether the rules allow no competition",
    Step.RENEWAL: "Benefits and risks of renewal",
    Step.OPTIONS: "Options side by side",
    Step.ADVICE: "Advice and assessments",
    Step.ANSWER: "The answer",
}
#: The four-step question; each is answered in words and with evidence.
QUESTIONS: Final = (Step.NEEDS, Step.ALTERNATIVES, Step.RULES, Step.RENEWAL)


class Option(StrEnum):
    """A way to supply the care."""

    RENEW = "renew"
    EXTEND = "extend"
    RETENDER = "retender"
    JOIN = "join"
    GRANT = "grant"
    IN_HOUSE = "in_house"
    NOTHING = "nothing"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return _OPTIONS[self]

    @property
    def goes_on_with_what_ends(self) -> bool:
        """Whether it makes sense only where something ends."""
        return self in (Option.RENEW, Option.EXTEND)


_OPTIONS: Final = {
    Option.RENEW: "Renew without competition",
    Option.EXTEND: "Extend for a time",
    Option.RETENDER: "Compete for it",
    Option.JOIN: "Join another’s framework",
    Option.GRANT: "Give a grant",
    Option.IN_HOUSE: "Provide it in-house",
    Option.NOTHING: "Do nothing",
}


class Criterion(StrEnum):
    """What every option is held against, so that they can be compared."""

    PEOPLE = "people"
    CONTINUITY = "continuity"
    QUALITY = "quality"
    COST = "cost"
    MARKET = "market"
    WORKFORCE = "workforce"
    EFFORT = "effort"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return _CRITERIA[self]


_CRITERIA: Final = {
    Criterion.PEOPLE: "People and carers",
    Criterion.CONTINUITY: "Continuity of care",
    Criterion.QUALITY: "Quality",
    Criterion.COST: "Cost of the care",
    Criterion.MARKET: "Market, small and voluntary providers",
    Criterion.WORKFORCE: "Workforce and fair work",
    Criterion.EFFORT: "Time and cost of doing it",
}


class Leaning(StrEnum):
    """How an option stands beside what there is today; no answer at all is 'not assessed'."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "better": "Better than today", "same": "About the same", "worse": "Worse than today",
            "unknown": "Looked at, not known",
        }[self.value]  # fmt: skip


class EvidenceKind(StrEnum):
    """What an answer can rest on; all but a link lie in this service."""

    PROJECTION = "projection"
    SCENARIO = "scenario"
    ANALYSIS = "analysis"
    DOCUMENT = "document"
    LINK = "link"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"link": "Published elsewhere"}.get(self.value, self.value.capitalize())
