"""Projections of need: a small world that the engine projects at once, asked and answered."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

import numpy as np

from carewright.analyse import api as analyse
from carewright.foresee import models
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.demand.scenarios.answers import (
    AgeAndSex,
    Assumption,
    Basis,
    Counted,
    PartRows,
    Projection,
    Warned,
)
from carewright_engine.demand.scenarios.gap import Capacity
from carewright_engine.demand.scenarios.known import Kind, Known, Part
from carewright_engine.demand.scenarios.projecting import projected
from carewright_engine.demand.scenarios.questions import Question, UnitCost
from carewright_engine.demand.scenarios.scenario import scenario_from
from carewright_engine.provision.answers import NotAssessed
from carewright_engine.provision.areas import AreaRef
from carewright_engine.provision.inputs import SourceRef
from carewright_engine.provision.plain import as_plain
from carewright_engine.provision.rows_behind import FileRows, RowsBehind
from tests.factories.platform import NOW
from tests.factories.register import FIFE

EVIDENCE = {"source": "A trial of 2021", "says": "It helped some.", "quality": "practice"}
COST = UnitCost(2400, 2200, 2600, "Our rates")
CAPACITIES = (Capacity(date(2023, 4, 1), 40_000.0), Capacity(date(2030, 4, 1), 43_000.0, True))
BANDS = ("18-64", "65-74", "75-84", "85+")
YEARS = tuple(range(2024, 2046))


def lever(word: str = "prevention", **fields: Any) -> dict[str, Any]:
    """A lever in plain values; prevention unless told otherwise."""
    common = {"name": "Telecare for half", "evidence": EVIDENCE, "from_year": 2026,
              "full_from": 2032}  # fmt: skip
    if word == "prevention":
        common |= {"effect": {"low": 0.05, "middle": 0.15, "high": 0.25}, "reach": 0.6}
    return {"lever": word, **common, **fields}


def scenario(
    by: platform.Officer,
    name: str = "More telecare",
    levers: Sequence[dict[str, Any]] = (),
    **given: Any,
) -> UUID:
    """A scenario of the officer's organisation, kept as its page keeps it."""
    made = models.Scenario.objects.create(
        organisation_id=by.organisation.id, name=name, about="More people get telecare.",
        levers=list(levers) or [lever()], created_by_name=by.name, created_at=NOW,
        changed_by_name=by.name, changed_at=NOW, **given,
    )  # fmt: skip
    return made.pk


def compared(name: str, *levers: dict[str, Any]) -> str:
    """A scenario as a question holds it."""
    return scenario_from({"name": name, "about": "", "levers": list(levers)}).model_dump_json()


def question(**given: Any) -> Question:
    """Home care in Fife, beside which more telecare stands, unless told otherwise."""
    wanted: dict[str, Any] = {
        "area": AreaRef("council", FIFE, "Fife", (FIFE,)), "support": "care_at_home",
        "through": date(2024, 3, 31), "scenarios": (compared("More telecare", lever()),),
        "draws": 400,
    }  # fmt: skip
    return Question(**{**wanted, **given})


def _part(middle: list[float], spread: float, seed: int) -> Part:
    by_band = np.array(middle).reshape(1, 1, -1)
    dice = np.random.Generator(np.random.PCG64(seed)).normal(0, 1, size=(400, 1, 1, 1))
    return Part(by_band[None] * np.exp(spread * dice), by_band)


@cache
def world() -> Known:
    """One council whose oldest grow in number: 37,520 hours a week or so in the first year."""
    one = np.linspace(0, 1, len(YEARS)).reshape(-1, 1, 1)
    growth = 1 + one * np.array([-0.05, 0.0, 0.38, 0.83]).reshape(1, 1, -1)
    people = np.array([220_000, 42_000, 27_000, 9_000]).reshape(1, 1, -1) * growth
    population = Part(np.broadcast_to(people, (400, *people.shape)), people)
    home_care = Kind(
        "hours a week", _part([0.0019, 0.013, 0.045, 0.137], 0.09, 2),
        _part([23.0, 11.0, 9.0, 9.1], 0.05, 3), _part([2400.0], 0.04, 4),
    )  # fmt: skip
    one_place = Part(np.ones((1, 1, 1, 1)), np.ones((1, 1, 1)))
    homes = Kind("places", _part([0.0002, 0.005, 0.03, 0.12], 0.06, 5), one_place, one_place)
    kinds = {"care_at_home": home_care, "care_home": homes}
    return Known((FIFE,), YEARS, BANDS, 400, population, kinds)


def basis() -> Basis:
    """What the files told: counting changed in 2020, and one question stays open."""
    past = (55_400, 62_500, 56_600, 56_000, 61_870, 35_200, 31_800, 33_100, 37_520)
    counted = tuple(
        Counted(2015 + place, value / 12, float(value), fitted=place >= 5)
        for place, value in enumerate(past)
    )
    ages = tuple(
        AgeAndSex(
            f"{age}–{age + 4}" if age < 90 else "90+", age, 9000.0 - 60 * age, 8800.0 - 65 * age,
            9000.0 - 60 * age + (1500 if age >= 85 else -300), 8500.0 - 62 * age,
        )
        for age in range(0, 95, 5)
    )  # fmt: skip
    return Basis(
        "hours a week", counted, ages, 2020,
        (
            Assumption(
                "Population", "Fife 2020, Scotland’s change", "2020-based projection", "published"
            ),
            Assumption("Use at each age", "as in 2020/21 to 2023/24", "Census weeks", "fitted"),
        ),
        (
            NotAssessed(
                "Unpaid carers who stop", "no file tells how many stop", "A survey of carers"
            ),
        ),
        (Warned("The drop in 2020 may be a change in counting",
                "Hours fell by 43% in one year. We fit only to later years.", 2020),),
        (SourceRef("a" * 64, "care_at_home.csv", "activity", "Public Health Scotland",
                   "Open Government Licence", date(2024, 3, 31)),),
        (PartRows("people", RowsBehind((FileRows("a" * 64, ((2, 9, 1),)),))),),
    )  # fmt: skip


@cache
def answer(about: Question) -> Projection:
    """The engine's answer in the small world."""
    return projected(world(), basis(), about)


def asked(by: platform.Officer, about: Question | None = None, **given: Any) -> models.Projection:
    """A projection as it was asked for, on which nobody works."""
    about = about or question()
    wanted: dict[str, Any] = {
        "number": 1 + models.Projection.objects.for_organisation(by.organisation.id).count(),
        "title": f"Home care in {about.area.name}, {about.years} years ahead",
        "question": as_plain(about), "area_kind": about.area.kind, "area_code": about.area.code,
        "inputs_sha256": analyse.digest_of(register.inputs_for(seen_by=by), seen_by=by),
        "scenario_ids": [], "sources": [], "engine_version": "0", "asked_by_name": by.name,
        "asked_at": NOW,
    }  # fmt: skip
    return models.Projection.objects.create(
        organisation_id=by.organisation.id, **{**wanted, **given}
    )


def answered(by: platform.Officer, about: Question | None = None, **given: Any) -> UUID:
    """A projection with its answer, as the worker leaves it."""
    about = about or question()
    found = answer(replace(about))
    written = found.to_json()
    return asked(
        by, about, answer=zlib.compress(written), answered_at=NOW,
        answer_sha256=hashlib.sha256(written).hexdigest(), **given,
    ).pk  # fmt: skip
