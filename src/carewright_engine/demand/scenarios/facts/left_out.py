"""What a projection leaves out, and what would fill it."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from carewright_engine.demand.scenarios.levers import CarersStop
from carewright_engine.demand.scenarios.questions import Question
from carewright_engine.provision.answers import NotAssessed


def not_assessed(question: Question, activity: pl.DataFrame) -> tuple[NotAssessed, ...]:
    """What this projection does not hold, and what would fill it; files at hand fill no gap."""
    held = frozenset(activity.filter(pl.col("value").is_not_null())["kind"].unique())
    levers = [lever for scenario in question.compared for lever in scenario.levers]
    return (
        *([] if any(isinstance(lever, CarersStop) for lever in levers) else [_carers_stop(held)]),
        _delays(held),
        NotAssessed(
            "People who pay for themselves",
            "Councils count the people whose support they arrange."
            if question.support == "care_at_home"
            else "Residents who pay for themselves are counted as the publisher counts them.",
            "A count of self-funders from providers.",
        ),
        NotAssessed(
            "People who need support and get none",
            "Use is counted, not need: a waiting list does not show in it.",
            "People assessed and waiting, by council and age.",
        ),
        NotAssessed(
            "Children",
            "They are in the counts for all ages; only people aged 18 and over are projected.",
            "A count of children's support by age and council.",
        ),
    )


def _carers_stop(held: Collection[str]) -> NotAssessed:
    return NotAssessed(
        "Unpaid carers who stop",
        "Carers are taken to go on as they do now.",
        "A scenario with the lever of carers who stop; the files at hand count the carers."
        if "unpaid_care" in held
        else "A survey or census of unpaid carers by council and age.",
    )


def _delays(held: Collection[str]) -> NotAssessed:
    """Files that are held fill no gap: days of delay do not say who waited for what."""
    return NotAssessed(
        "Delays in leaving hospital",
        "Need that waits in a hospital is not counted as use.",
        "People who wait in hospital by the support that they wait for; the files at hand count "
        "their days only."
        if "delayed_discharge" in held
        else "Delayed discharges by council and month.",
    )
