"""People followed one by one: ours, neworder and vivarium on one small model, and Scotland whole.

Peers run in their natural form, on one thread as they are: a pandas frame with a column for each
characteristic. neworder runs the same model as ours; vivarium runs it closed, without births and
moves, which is less work. Ours works out settings by expectation, which has the same mean and less
noise; "setting thrown" throws for each person as the peers do, like for like. No time is printed
unless every answer lies within four standard errors of the course worked out without chance, and
one and two threads gave the same bits.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from bench import demand_model, harness, peers
from bench.harness import AnswersDiffer, Case, Figures, Run

OURS: Final = ("one_thread", "two_threads", "thrown_one_thread", "thrown_two_threads")
PEERS: Final = ("neworder", "vivarium")
NAMES: Final = {
    "one_thread": "Carewright, 1 thread",
    "two_threads": "Carewright, 2 threads",
    "thrown_one_thread": "  setting thrown, 1 thread",
    "thrown_two_threads": "  setting thrown, 2 threads",
    "neworder": "neworder",
    "vivarium": "vivarium (closed)",
    "nation": "five states, 2 threads",
    "full": "full model, 2 threads",
}
MOST_ERRORS: Final = 4.0
#: What is claimed of two threads beside each peer, and of the whole nation.
LEAST_TIMES: Final = {"neworder": 25.0, "vivarium": 100.0}
MOST_SECONDS: Final = {"nation": 1.0, "full": 15.0}
MOST_MB: Final = 500.0


def measured(scale: float, runs: int, *, with_peers: bool) -> dict[str, Any]:
    """All figures; nothing is returned unless the answers agree."""
    harness.run_module("carewright_engine.demand.warm", ())
    people = round(demand_model.PEOPLE * scale)
    present, skipped = _peers(with_peers)
    found = harness.in_turn([_case(name, people) for name in (*OURS, *present)], runs)
    away = require_agreement(found, people)
    nation = round(demand_model.SCOTLAND * scale)
    whole = harness.in_turn([_case(name, nation) for name in MOST_SECONDS], runs)
    figures = {name: _figures(of) for name, of in {**found, **whole}.items()}
    return {
        "people": people,
        "nation": nation,
        "figures": figures,
        "errors_away": away,
        "times": {peer: {name: _times(figures, name, peer) for name in OURS} for peer in present},
        "best_times": {
            peer: {name: _times(figures, name, peer, "best_millions_a_second") for name in OURS}
            for peer in present
        },
        "noise_spared": _noise_spared(),
        "skipped": skipped,
    }


def require_agreement(found: Mapping[str, Sequence[Run]], people: int) -> dict[str, float]:
    """How many standard errors each answer lies from the course without chance."""
    away = {}
    base = demand_model.base(people)
    for name, runs in found.items():
        of = demand_model.model(people, closed=name == "vivarium")
        expected = demand_model.expected_settings(of, base)
        away[name] = max(demand_model.errors_away(run.answer["settings"], expected) for run in runs)
        if away[name] > MOST_ERRORS:
            raise AnswersDiffer(
                f"{name} lies {away[name]:.1f} standard errors from the expected course; "
                "no time is printed."
            )
    digests = {run.answer["digest"] for name in OURS for run in found[name]}
    if len(digests) != 1:
        raise AnswersDiffer("One thread and two gave different bits; no time is printed.")
    return {name: round(value, 2) for name, value in away.items()}


def failed(figures: Mapping[str, Any]) -> list[str]:
    """The claims that do not hold in the best runs, those that other work disturbed least."""
    of, times = figures["figures"], figures["best_times"]
    return [
        *(
            f"{peer}: {times[peer]['two_threads']} times, claimed {least:.0f}"
            for peer, least in LEAST_TIMES.items()
            if peer in times and times[peer]["two_threads"] < least
        ),
        *(
            f"{NAMES[name]}: {of[name]['best_seconds']} s, claimed {most:.0f}"
            for name, most in MOST_SECONDS.items()
            if of[name]["best_seconds"] > most
        ),
        *(["memory of the nation"] if of["nation"]["peak_mb"] > MOST_MB else []),
        *(["noise of a difference"] if figures["noise_spared"] < 10 else []),
    ]


def printed(figures: Mapping[str, Any]) -> str:
    """The figures as a person reads them."""
    of, years = figures["figures"], demand_model.YEARS
    beside = [name for name in NAMES if name in of and name not in MOST_SECONDS]
    lines = [
        _table(f"{figures['people']:,} people, {years} years", of, beside),
        *_ratios("medians", figures["times"]),
        *_ratios("best runs", figures["best_times"]),
        "",
        _table(f"Scotland: {figures['nation']:,} people, {years} years", of, list(MOST_SECONDS)),
        "Answers lie within four standard errors of the course without chance: "
        + ", ".join(f"{name} {away}" for name, away in figures["errors_away"].items()),
        "One and two threads gave the same bits.",
        "5% fewer hours a visit: common dice make the variance of the difference in hours "
        f"{figures['noise_spared']:,.0f} times smaller than independent dice (20 seeds).",
        *figures["skipped"],
    ]
    return "\n".join(lines)


def _ratios(runs: str, times: Mapping[str, Mapping[str, float]]) -> list[str]:
    """How many times a peer's person-years a second, for each way of ours."""
    return [
        f"beside {peer}, {runs}: "
        + ", ".join(f"{NAMES[name].strip()} {ratio} times" for name, ratio in of.items())
        for peer, of in times.items()
    ]


def _times(
    figures: Mapping[str, Mapping[str, float]],
    name: str,
    peer: str,
    of: str = "millions_a_second",
) -> float:
    return round(figures[name][of] / figures[peer][of], 1)


def _case(name: str, people: int) -> Case:
    path = peers.search_path() if name in PEERS else ()
    return Case(name, "bench.demand_people_cases", (name, "--people", str(people)), path)


def _figures(runs: Sequence[Run]) -> dict[str, float]:
    of: Figures = harness.medians(runs)
    lived = runs[0].answer["person_years"] / 1e6
    return {
        **of.as_json(),
        "millions_a_second": lived / of.seconds,
        "best_millions_a_second": lived / of.best_seconds,
        "millions_a_cpu_second": lived / of.cpu_seconds,
    }


def _peers(wanted: bool) -> tuple[list[str], list[str]]:
    """The peers that can be measured, and a sentence for each that cannot."""
    if not wanted:
        return [], ["neworder and vivarium skipped: ask for them with --peers"]
    failed_to = peers.install()
    reasons = {name: peers.missing(name, name) for name in PEERS}
    skipped = [reason for reason in (failed_to, *reasons.values()) if reason]
    return [name for name, reason in reasons.items() if not reason], skipped


def _noise_spared() -> float:
    """How many times smaller the variance of a difference is with common dice; hours, 20 seeds."""
    from bench.demand_people_cases import full_model
    from carewright_engine.demand.individuals.chance import noise_spared, over_seeds
    from carewright_engine.demand.individuals.life import follow_lives

    print("  a difference under 20 seeds, twice", file=sys.stderr)
    hours = []
    for lever in (1.0, 0.95):
        model, base = full_model(10_000, hours_per_visit=lever)
        hours.append(
            over_seeds(
                lambda seed, of=model, who=base: np.asarray(  # type: ignore[misc]
                    follow_lives(of, who, years=5, seed=seed).hours[-1]
                ),
                range(20),
            )
        )
    return round(noise_spared(*hours), 1)


def _table(heading: str, figures: Mapping[str, Mapping[str, float]], names: list[str]) -> str:
    header = ("", "seconds", "best", "M person-years/s", "M a CPU s", "peak MB")
    rows = [
        (
            NAMES[name],
            f"{figures[name]['seconds']:.2f}",
            f"{figures[name]['best_seconds']:.2f}",
            f"{figures[name]['millions_a_second']:.1f}",
            f"{figures[name]['millions_a_cpu_second']:.1f}",
            f"{figures[name]['peak_mb']:.0f}",
        )
        for name in names
    ]
    return harness.table(heading, header, rows)
