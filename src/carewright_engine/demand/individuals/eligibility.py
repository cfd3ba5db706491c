"""Who is eligible for support, by nation: Scotland's bands and England's three tests, as data.

A threshold lever names levels of a nation; each level stands for a share of the people at each
level of need that the model follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from carewright_engine.demand.individuals.need_model import LEVELS, Need
from carewright_engine.demand.refusing import (
    BadParameter,
    require_between,
)

Nation = Literal["scotland", "england"]


@dataclass(frozen=True, slots=True)
class Rules:
    """The share of people at each level of need who meet a nation's rules, and where from."""

    name: str
    meets: tuple[float, ...]  # by level of need
    source: str
    verified: bool

    def __post_init__(self) -> None:
        if len(self.meets) != LEVELS:
            raise BadParameter("meets", f"{len(self.meets)} shares", f"{LEVELS}, one a level")
        require_between("meets", self.meets, 0, 1)
        if not self.source.strip():
            raise BadParameter("source", "empty", "where the rule is written")


@dataclass(frozen=True, slots=True)
class Test:
    """One test of an adult's needs: its words, where they stand, and who passes.

    `passes` is by level of need the share of those who pass it, of those who passed the tests
    before it. Levels of need do not record outcomes, so that these are practice figures.
    """

    words: str
    where: str
    passes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A level from which a council may help, lowest first: its word, and what it means."""

    word: str
    means: str


ENGLISH_LAW: Final = "Care Act 2014 s.13; Care and Support (Eligibility Criteria) Regulations 2015"
SCOTTISH_FRAMEWORK: Final = (
    "National eligibility framework, Scottish Government and COSLA, 28 September 2009"
)

#: An adult's needs are eligible where all three are passed (SI 2015/313, regulation 2).
TESTS: Final = (
    Test(
        "The needs arise from, or are related to, a physical or mental impairment or illness.",
        "regulation 2(1)(a)",
        (0.0, 0.9, 0.95, 1.0, 1.0),
    ),
    Test(
        "Because of the needs the adult is unable to achieve two or more of ten outcomes.",
        "regulation 2(1)(b) and 2(2)",
        (0.0, 0.05, 0.45, 0.97, 1.0),
    ),
    Test(
        "There is therefore, or is likely to be, a significant impact on the adult's wellbeing.",
        "regulation 2(1)(c)",
        (0.0, 0.5, 0.7, 0.98, 1.0),
    ),
)
#: Of regulation 2(2). Unable means without help, or only with significant pain, distress or
#: anxiety, or with danger to anybody's health or safety, or by taking much longer (2(3)).
OUTCOMES: Final = (
    "managing and maintaining nutrition",
    "maintaining personal hygiene",
    "managing toilet needs",
    "being appropriately clothed",
    "being able to make use of the home safely",
    "maintaining a habitable home",
    "developing and maintaining family or other personal relationships",
    "accessing and engaging in work, training, education or volunteering",
    "making use of necessary facilities or services in the local community",
    "carrying out any caring responsibilities for a child",
)

#: The levels of each nation, lowest first, as a threshold lever names them.
BY_NATION: Final[Mapping[Nation, tuple[Level, ...]]] = {
    "scotland": (
        Level("low", "some quality-of-life issues, little or no risk to living independently"),
        Level("moderate", "some risks, which may be manageable for now without services"),
        Level("substantial", "significant risks, likely to call for services at once or soon"),
        Level("critical", "major risks, likely to call for services at once or soon"),
    ),
    "england": (
        Level("below_the_tests", "some need, but not all three tests are passed"),
        Level("meets_the_tests", "all three tests are passed"),
    ),
}
#: From which level most councils of a nation help; each says for itself.
USUAL: Final[Mapping[Nation, str]] = {"scotland": "substantial", "england": "meets_the_tests"}


def scottish_bands(lowest: Need) -> Rules:
    """Everybody from one band of risk upwards, as the national framework lets a council choose."""
    return Rules(
        name=f"Scotland: {lowest.name.lower()} and above",
        meets=tuple(float(level >= max(lowest, Need.LOW)) for level in Need),
        source=SCOTTISH_FRAMEWORK,
        verified=False,
    )


#: The shares of those who pass are practice figures, not fitted.
ENGLISH_TESTS: Final = Rules(
    name="England: three tests",
    meets=tuple(float(each) for each in np.prod([test.passes for test in TESTS], axis=0)),
    source=ENGLISH_LAW,
    verified=False,
)
BELOW_THE_TESTS: Final = Rules(
    name="England: below the tests too",
    meets=tuple(float(level >= Need.LOW) for level in Need),
    source="Care Act 2014 s.19: a council may meet needs that are not eligible",
    verified=False,
)
#: Practice in most Scottish councils; each says for itself.
SCOTTISH_DEFAULT: Final = scottish_bands(Need.SUBSTANTIAL)


def rules_from(nation: Nation, level: str) -> Rules:
    """The rules under which help begins at a level of a nation; raises BadParameter."""
    words = [each.word for each in BY_NATION[nation]]
    if level not in words:
        raise BadParameter("level", level, f"one of {', '.join(words)}")
    if nation == "scotland":
        return scottish_bands(Need[level.upper()])
    return ENGLISH_TESTS if level == USUAL["england"] else BELOW_THE_TESTS
