"""Grades: the lowest by its published shares, the other questions at it or one above.

That one rule fits what is published for care homes and for care at home at once: the share of
each question's grades and the share of lowest grades. The shares that stay at the lowest are
solved from both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import numpy as np

from carewright_engine.tables.practice.draws import apportion, from_quantiles, spread
from carewright_engine.tables.practice.published import lowest_grades, ungraded_share
from carewright_engine.tables.practice.services import Service

QUESTIONS: Final = ("wellbeing", "planning", "setting", "staff", "leadership")
Shares = Mapping[int, float]

# Grade shares in per cent, adult services in the register of July 2024.
QUESTION_SHARES: Final[Mapping[str, Mapping[str, Shares]]] = {
    "older_people_home": {
        "wellbeing": {2: 1.6, 3: 22.6, 4: 46.7, 5: 28.4, 6: 0.7},
        "planning": {2: 0.9, 3: 19.8, 4: 57.4, 5: 21.3, 6: 0.5},
        "setting": {2: 1.5, 3: 17.3, 4: 54.4, 5: 24.7, 6: 2.0},
        "staff": {2: 0.8, 3: 19.2, 4: 51.0, 5: 28.3, 6: 0.5},
        "leadership": {2: 1.5, 3: 23.2, 4: 45.7, 5: 28.9, 6: 0.8},
    },
    "care_at_home": {
        "wellbeing": {2: 1.2, 3: 8.8, 4: 30.3, 5: 54.8, 6: 4.9},
        "leadership": {2: 2.2, 3: 11.4, 4: 43.1, 5: 41.2, 6: 2.2},
    },
}
USUAL_STAY: Final = 0.6
# The share of graded services that the questions of 2018 and later have reached, by edition.
ON_KEY_QUESTIONS: Final = {
    "older_people_home": {2019: 0.55, 2022: 0.9},
    "care_at_home": {2022: 0.5},
    "learning_disability_home": {2019: 0.2, 2022: 0.6},
}
ALL_FIVE_ASKED: Final = 0.45  # of those; the others were asked about wellbeing and planning only
ASKED_ABOUT_COVID: Final = 0.6  # of homes on key questions in 2022
# Years since the latest grades: half of homes .56, of care at home .89, one in ten of it 4.4.
AGE_OF_GRADES: Final = {
    "older_people_home": (0.03, 0.25, 0.56, 1.1, 2.4, 3.2),
    "care_at_home": (0.03, 0.4, 0.89, 2.1, 5.2, 6.0),
}
USUAL_AGE: Final = (0.05, 0.8, 2.0, 2.9, 4.5, 6.0)
AGE_AT: Final = (0.0, 0.25, 0.5, 0.75, 0.95, 1.0)
PRIVATE_BEHIND: Final = 0.35  # lowest grade 3 or less: private homes 40%, voluntary 27%


@dataclass(frozen=True, slots=True)
class Grading:
    """A service's grades in one register."""

    lowest: int  # the file's own lowest grade
    grades: Mapping[str, int]
    scheme: str  # themes, two_questions or all_questions
    covid: int | None
    published_on: date


def grade_services(
    rng: np.random.Generator, services: Sequence[Service], as_at: date
) -> dict[str, Grading]:
    """The grades of every graded service in the register of a day."""
    found: dict[str, Grading] = {}
    standing = {service.number: _standing(service) for service in services}
    for profile in dict.fromkeys(service.profile for service in services):
        members = [s for s in services if s.profile == profile and s.listed(as_at.year)]
        ungraded = round(ungraded_share(profile, as_at.year) * len(members))
        by_age = sorted(members, key=lambda s: (s.registered_on, s.number))
        graded = by_age[: len(by_age) - ungraded]
        noise = rng.normal(0, 0.6, len(graded))
        ranked = [
            service
            for _, service in sorted(
                zip(
                    (standing[s.number] + float(n) for s, n in zip(graded, noise, strict=True)),
                    graded,
                    strict=True,
                ),
                key=lambda pair: pair[0],
            )
        ]
        found |= _graded(rng, profile, ranked, as_at)
    return found


def _standing(service: Service) -> float:
    """How good a service is, the same in every register: it moves, but not at random."""
    own = np.random.default_rng(int(service.number[6:])).normal()
    return float(own) - (PRIVATE_BEHIND if service.site.sector == "private" else 0.0)


def _graded(
    rng: np.random.Generator, profile: str, ranked: Sequence[Service], as_at: date
) -> dict[str, Grading]:
    """Lowest grades in their shares from the worst up, then the questions, then the dates."""
    shares = lowest_grades(profile, as_at.year)
    numbers = apportion(list(shares.values()), len(ranked))
    ages = from_quantiles(spread(rng, len(ranked)), AGE_AT, AGE_OF_GRADES.get(profile, USUAL_AGE))
    found: dict[str, Grading] = {}
    remaining = iter(zip(ranked, ages, strict=True))
    for lowest, number in zip(shares, numbers, strict=True):
        answers = _questions(rng, profile, lowest, number)
        for grades in answers:
            service, age = next(remaining)
            published_on = as_at - timedelta(days=max(2, round(float(age) * 365.25)))
            earliest = service.registered_on + timedelta(days=90)
            found[service.number] = Grading(
                lowest, grades, "themes", None, min(max(published_on, earliest), as_at)
            )
    return _by_scheme(rng, profile, found, as_at.year)


def _questions(
    rng: np.random.Generator, profile: str, lowest: int, number: int
) -> list[dict[str, int]]:
    """The five questions of services with one lowest grade; at least one of them is at it."""
    places = spread(rng, number)
    answers: list[dict[str, int]] = [{} for _ in range(number)]
    offset = 0.0
    for question in _asked(profile):
        stays = stay_share(profile, question, lowest)
        for answer, place in zip(answers, places, strict=True):
            at_lowest = (float(place) + offset) % 1 < stays or lowest == 6
            answer[question] = lowest if at_lowest else lowest + 1
        offset -= stays
    for answer in answers:
        if min(answer.values()) > lowest:
            answer["leadership"] = lowest
    return answers


def _asked(profile: str) -> tuple[str, ...]:
    """Home care has no setting of its own, and childminders have no staff to grade."""
    left_out = {
        "care_at_home": {"setting"},
        "housing_support": {"setting"},
        "nurse_agency": {"setting"},
        "adult_placement": {"setting"},
        "childminder": {"staff"},
    }.get(profile, set())
    return tuple(question for question in QUESTIONS if question not in left_out)


def stay_share(profile: str, question: str, lowest: int) -> float:
    """The share of services with this lowest grade whose answer to the question is the same.

    From the bottom up: a question's share of grade g is what stays of lowest grade g and what
    steps up from g - 1.
    """
    published = QUESTION_SHARES.get(profile, {}).get(question)
    if published is None:
        return USUAL_STAY
    shares = lowest_grades(profile, 2022)
    stays = 1.0
    stepping_up = 0.0
    for grade in range(2, lowest + 1):
        if shares[grade] > 0:
            stays = (published.get(grade, 0.0) - stepping_up) / shares[grade]
            stays = min(max(stays, 0.0), 1.0)
        stepping_up = shares[grade] * (1 - stays)
    return stays


def _by_scheme(
    rng: np.random.Generator, profile: str, found: Mapping[str, Grading], year: int
) -> dict[str, Grading]:
    """Some services on the questions asked since 2018, some still on the four themes."""
    reached = ON_KEY_QUESTIONS.get(profile, {}).get(year, 0.0)
    schemed: dict[str, Grading] = {}
    for (number, grading), draw, second, third in zip(
        found.items(), *(spread(rng, len(found)) for _ in range(3)), strict=True
    ):
        if draw >= reached:
            schemed[number] = replace(grading, grades=_themes(grading.grades))
            continue
        scheme = "all_questions" if second < ALL_FIVE_ASKED else "two_questions"
        asked = year == 2022 and profile.endswith("_home") and third < ASKED_ABOUT_COVID
        covid = min(6, grading.lowest + int(third * 100) % 2) if asked else None
        schemed[number] = replace(grading, scheme=scheme, covid=covid)
    return schemed


def _themes(grades: Mapping[str, int]) -> dict[str, int]:
    """The old theme of care and support answers for wellbeing and for planning."""
    care = min(grades["wellbeing"], grades["planning"])
    return {**grades, "wellbeing": care, "planning": care}
