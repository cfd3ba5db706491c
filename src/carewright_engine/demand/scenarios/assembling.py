"""From published tables to a projection: what is known before any lever, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.demand.draws import stream
from carewright_engine.demand.need.history import drift_of
from carewright_engine.demand.need.model import UseModel, fit_use
from carewright_engine.demand.need.settings import Settings
from carewright_engine.demand.need.steady import steadied
from carewright_engine.demand.news import News, unheard
from carewright_engine.demand.scenarios.answers import Basis, Projection
from carewright_engine.demand.scenarios.facts.counts import Counts, counts_of, is_counted
from carewright_engine.demand.scenarios.facts.following import (
    assumptions_of_following,
    followed_of,
    follows,
)
from carewright_engine.demand.scenarios.facts.held_in import apart_of, held_in
from carewright_engine.demand.scenarios.facts.hours import (
    LEAST_DOUBT,
    drift_of_totals,
    hours_each,
)
from carewright_engine.demand.scenarios.facts.left_out import not_assessed
from carewright_engine.demand.scenarios.facts.missing import CALLED, CannotProject, not_counted
from carewright_engine.demand.scenarios.facts.people_ahead import BANDS, PeopleAhead, people_ahead
from carewright_engine.demand.scenarios.facts.rows_used import rows_used
from carewright_engine.demand.scenarios.facts.words import (
    ages_of,
    assumptions_of,
    last_ended,
    warnings_of,
)
from carewright_engine.demand.scenarios.known import Kind, Known, Part
from carewright_engine.demand.scenarios.levers import BalanceOfCare
from carewright_engine.demand.scenarios.projecting import projected
from carewright_engine.demand.scenarios.questions import SUPPORTS, Question, kinds_wanted
from carewright_engine.demand.scenarios.uncertain import Uncertain
from carewright_engine.provision.areas import AreaRef, areas_of_kind
from carewright_engine.provision.inputs import Inputs, SourceRef

__all__ = ["CannotProject", "assembled", "project", "projections"]

#: Two thirds of the rounds of a back-test, as a page waits for it.
ROUNDS: Final = {"settling": 200, "kept": 600}
ONE: Final = Part(np.ones((1, 1, 1, 1)), np.ones((1, 1, 1)))
NOTHING: Final = Part(np.zeros((1, 1, 1, 1)), np.zeros((1, 1, 1)))


def project(inputs: Inputs, question: Question, *, news: News = unheard) -> Projection:
    """The answer to a question out of published tables.

    Raises CannotProject where a file is missing, and BadParameter where a lever does not fit.
    """
    known, basis = assembled(inputs, question, news=news)
    return projected(known, basis, question, news=news)


def assembled(inputs: Inputs, question: Question, *, news: News = unheard) -> tuple[Known, Basis]:
    """What is known of the area's councils, and what that rests on; raises CannotProject.

    Rates are fitted to every council of the nation that the files hold, so that small ones borrow
    strength; then only the area's own are kept.
    """
    return _known(_ground(inputs, question, news), inputs, question, news)


def projections(
    inputs: Inputs, question: Question, areas: Sequence[AreaRef], *, news: News = unheard
) -> Iterator[Projection]:
    """The same question of many areas of one nation, fitted once; raises as `project` does."""
    together = tuple(sorted({code for area in areas for code in area.councils}))
    everywhere = replace(question, area=replace(areas[0], councils=together))
    ground = _ground(inputs, everywhere, news)
    for area in areas:
        asked = replace(question, area=area)
        known, basis = _known(ground, inputs, asked, news)
        yield projected(known, basis, asked, news=news)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is fitted to a whole nation, before an area's own is kept."""

    years: tuple[int, int]
    people: PeopleAhead
    counts: Mapping[str, Counts]
    kinds: Mapping[str, Kind]
    uncounted: Mapping[str, CannotProject]


def _ground(inputs: Inputs, question: Question, news: News) -> _Ground:
    councils = _councils(question)
    counts = {question.support: _counts(inputs, question, question.support)}
    last_seen = counts[question.support].last_year
    until = replace(question, through=date(last_seen + 1, 3, 31))
    uncounted = {}
    for other in _other_supports(question):
        try:
            counts[other] = _counts(inputs, until, other)
        except CannotProject as cannot:
            uncounted[other] = cannot
    for kind in kinds_wanted(question) - counts.keys() - uncounted.keys():
        if not is_counted(inputs.frame("activity"), kind, councils[0][0], through=until.through):
            uncounted[kind] = not_counted(kind, until.through)
    if follows(question):
        counts = {**_counts_too(inputs, until), **counts}
    years = (last_seen + 1, last_ended(question.through) + question.years)
    news("Projecting the population")
    people = people_ahead(
        inputs, councils, through=question.through, draws=question.draws, seed=question.seed,
        years=(min(each.first_counted for each in counts.values()), years[1]),
    )  # fmt: skip
    kinds = {}
    for name, each in counts.items():
        news(f"Fitting how many people use {CALLED[name]}")
        kinds[name] = _kind(each, people, question, years)
    return _Ground(years, people, counts, kinds, uncounted)


def _known(ground: _Ground, inputs: Inputs, question: Question, news: News) -> tuple[Known, Basis]:
    councils = _councils(question)
    kinds = {
        name: _of_councils(kind, ground.counts[name].places(councils))
        for name, kind in ground.kinds.items()
    }
    first, last = ground.years
    population = ground.people.part(first, last, councils)
    followed = followed_of(question, ground.people, population, kinds, councils, ground.years, news)
    known = Known(
        councils, tuple(range(first, last + 1)), BANDS, question.draws,
        population, kinds, ground.people.variants(first, last, councils), followed,
        ground.uncounted,
    )  # fmt: skip
    return known, _basis(inputs, question, ground, known)


def _of_councils(kind: Kind, places: list[int]) -> Kind:
    return replace(kind, use=_taken(kind.use, places), each=_taken(kind.each, places))


def _taken(part: Part, places: list[int]) -> Part:
    if part.drawn.shape[2] == 1:
        return part
    return Part(part.drawn[:, :, places], part.middle[:, places])


def _councils(question: Question) -> tuple[str, ...]:
    if not question.area.councils:
        raise CannotProject(
            f"{question.area.name} is not made of councils, and use is counted by council.",
            "Ask for its council, or give a count of use by locality.",
        )
    return tuple(sorted(question.area.councils))


def _counts(inputs: Inputs, question: Question, support: str) -> Counts:
    return counts_of(
        inputs, support, _councils(question), through=question.through, fit_from=question.fit_from
    )


def _other_supports(question: Question) -> tuple[str, ...]:
    """The other kind, where a scenario moves people between the two."""
    levers = [lever for scenario in question.compared for lever in scenario.levers]
    both = any(isinstance(lever, BalanceOfCare) for lever in levers)
    return tuple(each for each in SUPPORTS if both and each != question.support)


def _counts_too(inputs: Inputs, question: Question) -> dict[str, Counts]:
    """Every kind that the files count: people who are followed use them all."""
    found = {}
    for support in SUPPORTS:
        with suppress(CannotProject):
            found[support] = _counts(inputs, question, support)
    return found


def _kind(counts: Counts, people: PeopleAhead, question: Question, years: tuple[int, int]) -> Kind:
    model = _fitted(counts, people, question.seed)
    to_come = people.in_bands(counts.last_year + 1, years[1], counts.areas)
    model = steadied(model, to_come)
    shape = (question.draws, *to_come.shape)
    ahead = slice(years[0] - counts.last_year - 1, None)
    free = model.people(np.broadcast_to(1.0, shape), question.seed)
    drawn = held_in(free, apart_of(model.kept.level.mean(axis=0)))[:, ahead]
    use = Part(drawn, np.median(drawn, axis=0))
    each = _hours(counts, question, len(to_come), ahead)
    return Kind(SUPPORTS[counts.kind], use, each, _cost(counts.kind, question))


def _fitted(counts: Counts, people: PeopleAhead, seed: int) -> UseModel:
    lived = people.in_bands(counts.first_year, counts.last_year, counts.areas)
    through = date(counts.last_year + 1, 3, 31)
    by = _settings(counts, people)
    return fit_use(counts.fitted, lived, through=through, settings=by, seed=seed)


def _settings(counts: Counts, people: PeopleAhead) -> Settings:
    """With the drift that totals for all ages tell, where every council gave three or more."""
    councils = (
        counts.whole.filter(measure="people")
        .group_by("year")
        .agg(n=pl.len(), value=pl.col("value").sum())
        .filter(n=len(counts.areas))
    )
    totals = dict(councils.select("year", "value").iter_rows())
    lived = people.in_bands(people.first_year, counts.last_year, counts.areas).sum(axis=1)
    rates = np.nansum(counts.people[-1], axis=0) / lived[-1]
    by_year = dict(enumerate(lived, start=people.first_year))
    try:
        drift = drift_of(totals, by_year, rates)
    except ValueError:
        return Settings(**ROUNDS)
    return Settings(drift=drift.mean, drift_doubt=max(drift.error, LEAST_DOUBT), **ROUNDS)


def _hours(counts: Counts, question: Question, years: int, ahead: slice) -> Part:
    if counts.hours is None:
        return ONE
    when = np.arange(counts.first_year, counts.last_year + 1)
    used = (when[:, None] >= counts.hours_since)[:, :, None] & np.isfinite(counts.people)
    drift = drift_of_totals(counts.whole, len(counts.areas))
    fitted = hours_each(counts.hours, counts.people, used, drift)
    part = fitted.part(years, question.draws, question.seed)
    return Part(part.drawn[:, ahead], part.middle[ahead])


def _cost(kind: str, question: Question) -> Part:
    if question.cost is None or kind != question.support:
        return NOTHING
    cost = question.cost
    number = Uncertain(low=cost.low, middle=cost.pence, high=cost.high)
    drawn = number.drawn(stream(question.seed, "unit cost", kind), question.draws)
    return Part(drawn[:, None, None, None], np.full((1, 1, 1), cost.pence))


def _basis(inputs: Inputs, question: Question, ground: _Ground, known: Known) -> Basis:
    counts, people = ground.counts[question.support], ground.people
    kind = known.kinds[question.support]
    last_years = {name: each.last_year for name, each in ground.counts.items()}
    names = {area.code: area.name for area in areas_of_kind(inputs, "council")}
    return Basis(
        unit=SUPPORTS[question.support],
        counted=counts.history(known.areas),
        ages=ages_of(people, known.areas, known.years[-1]),
        base_year=people.base_year,
        assumptions=(
            *assumptions_of(question, counts, people, kind.each, kind.use),
            *assumptions_of_following(known.followed),
        ),
        not_assessed=not_assessed(question, inputs.frame("activity")),
        warnings=warnings_of(question, counts, people, known.areas, names),
        sources=_sources(inputs),
        rows=rows_used(inputs, question, last_years, people, known.years[-1]),
    )


def _sources(inputs: Inputs) -> tuple[SourceRef, ...]:
    """The files whose rows a projection takes."""
    tables = ("population", "population_rate", "population_band", "activity")
    used = {
        digest
        for name in tables
        if inputs.has(name)
        for digest in inputs.frame(name)["dataset"].unique()
    }
    return tuple(each for each in inputs.sources if each.sha256 in used)
