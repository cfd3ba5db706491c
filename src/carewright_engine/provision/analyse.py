"""The analysis of an area's provision, from canonical frames to an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version

from carewright_engine.provision.accessibility import accessibility
from carewright_engine.provision.answers import (
    AreaProvision,
    Grid,
    Section,
    SectionName,
)
from carewright_engine.provision.capacity import capacity
from carewright_engine.provision.cost import cost
from carewright_engine.provision.figures import Dimension
from carewright_engine.provision.gap import gap
from carewright_engine.provision.groundwork import (
    NO_LIST,
    Groundwork,
    Scope,
    groundwork,
    scope,
)
from carewright_engine.provision.kinds_of_care import KIND_BY_KEY
from carewright_engine.provision.market import market
from carewright_engine.provision.overview import kinds_present, overview
from carewright_engine.provision.quality import quality
from carewright_engine.provision.questions import Inputs, Question
from carewright_engine.provision.tables import market_table, provision_table
from carewright_engine.provision.type_of_care import type_of_care

DIMENSIONS: tuple[Callable[[Scope], Dimension], ...] = (
    type_of_care,
    quality,
    capacity,
    cost,
    accessibility,
    market,
    gap,
)
ALL_KINDS: tuple[Callable[[Scope], Dimension], ...] = (overview, type_of_care, quality, cost)
# Dimensions that say something about services, and nothing where there are none.
OF_SERVICES: dict[Callable[[Scope], Dimension], SectionName] = {
    quality: "quality",
    capacity: "capacity",
    market: "market",
}


def analyse_area(inputs: Inputs, question: Question) -> AreaProvision:
    """The analysis of one area for one kind of care, or of every kind side by side."""
    return analyse_on(groundwork(inputs, question.as_at, question.parameters), question)


def analyse_areas(inputs: Inputs, questions: Iterable[Question]) -> Iterator[AreaProvision]:
    """Many analyses, one after the other; what questions of a day share is worked out once."""
    shared: dict[tuple[object, ...], Groundwork] = {}
    for question in questions:
        key = (question.as_at, question.parameters)
        if key not in shared:
            shared[key] = groundwork(inputs, *key)
        yield analyse_on(shared[key], question)


def analyse_every_kind(inputs: Inputs, question: Question) -> Iterator[AreaProvision]:
    """Every kind of care that the area has, one analysis each."""
    ground = groundwork(inputs, question.as_at, question.parameters)
    grids = whole_area_tables(scope(ground, question))
    for kind, group in kinds_of_area(ground, question):
        asked = Question(question.area, question.as_at, kind, group, question.parameters)
        yield analyse_on(ground, asked, grids)


def kinds_of_area(ground: Groundwork, question: Question) -> list[tuple[str, str | None]]:
    """Kinds and care groups that have a service in the area."""
    everything = Question(question.area, question.as_at, None, None, question.parameters)
    return kinds_present(scope(ground, everything).services)


def whole_area_tables(asked: Scope) -> tuple[Grid, ...]:
    """Provision and concentration over every kind that the area has."""
    return (
        provision_table(asked.area, asked.every_kind),
        market_table(asked.area, asked.every_kind),
    )


def analyse_on(
    ground: Groundwork, question: Question, grids: tuple[Grid, ...] | None = None
) -> AreaProvision:
    """The analysis of one question on groundwork that is already laid.

    `grids` are the tables of the whole area, where they have been worked out before.
    """
    if question.kind is not None and question.kind not in KIND_BY_KEY:
        known = ", ".join(KIND_BY_KEY)
        raise ValueError(f"no kind of care is called {question.kind!r}; there are: {known}")
    asked = scope(ground, question)
    parts = [_part(dimension, asked) for dimension in _dimensions(question)]
    nothing = () if asked.has_list else (NO_LIST,)
    open_questions = (*nothing, *(each for _, missing in parts for each in missing))
    return AreaProvision(
        question=question,
        title=f"Care provision in {question.area.name}",
        sections=tuple(section for section, _ in parts),
        grids=whole_area_tables(asked) if grids is None else grids,
        not_assessed=tuple(dict.fromkeys(open_questions)),
        sources=ground.inputs.sources,
        engine_version=engine_version(),
    )


def _dimensions(question: Question) -> tuple[Callable[[Scope], Dimension], ...]:
    return DIMENSIONS if question.kind else ALL_KINDS


def _part(dimension: Callable[[Scope], Dimension], asked: Scope) -> Dimension:
    """One dimension; where an area on the lists has no such service there is nothing to judge."""
    name = OF_SERVICES.get(dimension)
    if name is None or asked.services.height > 0 or not asked.has_list:
        return dimension(asked)
    return Section(name, f"{asked.area.name} has no {asked.many} of this kind"), ()


def engine_version() -> str:
    """The version that did the work, as the package says."""
    try:
        return version("carewright")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "not installed"
