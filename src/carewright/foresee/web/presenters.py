"""A projection as its page prints it, from the finding to the files it rests on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from carewright.foresee.web import drawing, findings, grids, resting
from carewright.foresee.web.other_halves import other_halves
from carewright.foresee.web.places import crumbs_to_need
from carewright.foresee.web.prices import prices
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.wording import chance, money
from carewright.ui.formats import number, written_date
from carewright.ui.rows import Fact, Figure, Link, NavigationItem, Unknown
from carewright_engine.charts import Picture
from carewright_engine.demand.scenarios.questions import MOST_SCENARIOS


def projection_page(reading: Reading, near: Collection[UUID]) -> dict[str, Any]:
    """What the page of an answered projection prints; `near` are scenarios one may open."""
    row, support = reading.row, reading.support
    return {
        "title": f"{support.name} to {reading.last}, {reading.area}",
        "heading": f"{support.name} to {reading.last}",
        "caption": f"Need, {reading.area}" + (f" · {row.name}" if row.name else ""),
        "crumbs": crumbs(reading),
        "crumb_here": support.name,
        "lead": findings.lead(reading),
        "row": row,
        "scenarios": _bar(reading),
        "can_add": len(reading.answer.outcomes) < MOST_SCENARIOS,
        "fan": _fan(reading),
        "warnings": reading.answer.basis.warnings,
        "compared": findings.of_scenarios(reading),
        "compared_table": grids.of_scenarios(reading),
        "could_not_act": findings.of_levers_left_out(reading),
        "differences": findings.DIFFERENCES if reading.is_compared else "",
        "rounding": f"{support.short.capitalize()}{reading.to_nearest}.",
        "what_pounds_count": findings.what_pounds_count(reading),
        "other_halves": other_halves(reading, near),
        "under_limits": grids.under_limits(reading),
        "why": findings.of_ages(reading),
        "ages": _figure(reading, drawing.ages_chart(reading), "ages"),
        "by_age": grids.by_age(reading),
        "not_assessed": grids.not_assessed(reading),
        "left_out": findings.of_left_out(reading),
        "assumptions": resting.assumptions(reading),
        "levers": resting.of_levers(reading, near),
        "moves": _figure(reading, drawing.moves_chart(reading), "moves"),
        "gap": findings.of_gap(reading),
        "gap_figure": _figure(reading, drawing.gap_chart(reading), "gap"),
        "gap_facts": _gap_facts(reading),
        "gap_table": grids.of_gap(reading),
        "not_known_before": findings.of_years_without_capacity(reading),
        "capacity": grids.of_capacity(reading),
        "closes": grids.closes(reading),
        "no_capacity": _no_capacity(reading),
        "files": grids.files(reading),
        "where_from_rows": reading.where_from if reading.answer.basis.rows else "",
        "question": reading.answer.question,
        "version": reading.answer.engine_version,
        "sources": _sources(reading),
        "csv": {name: reading.csv(name) for name in ("difference", "by_age", "gap", "unmet")},
    }


def crumbs(reading: Reading) -> tuple[Link, ...]:
    """The way back: where analyses begin, need, and what was projected for the same area."""
    here = f"{reverse('foresee:need')}?{urlencode({'q': reading.area})}"
    return (*crumbs_to_need(), Link(reading.area, here))


def _bar(reading: Reading) -> tuple[NavigationItem, ...]:
    return tuple(
        NavigationItem(
            outcome.name,
            f"{reading.address}?of={place}" if place else reading.address,
            place == reading.chosen,
        )
        for place, outcome in enumerate(reading.answer.outcomes)
    )


def _figure(reading: Reading, picture: Picture | None, table: str) -> Figure | None:
    if picture is None:
        return None
    source = reading.source(picture.title.casefold())
    return Figure.of(picture, source=source, csv=reading.csv(table))


def _fan(reading: Reading) -> Figure:
    """The fan, with a table of selected years: every year is in the file."""
    picture = drawing.fan_chart(reading)
    source = reading.source(picture.title.casefold())
    drawn = Figure.of(picture, source=source, csv=reading.csv("amount"))
    return replace(drawn, table=grids.by_year(reading))


def _sources(reading: Reading) -> dict[str, Link]:
    about = {
        "difference": "differences between scenarios",
        "by_age": f"{reading.support.short} by age",
        "gap": "the gap by year",
    }
    return {name: reading.source(words) for name, words in about.items()}


def _gap_facts(reading: Reading) -> tuple[Fact, ...]:
    gap, last = reading.outcome.gap, reading.last
    if gap is None:
        return ()
    low, high = gap.missing.at(last, 0.025), gap.missing.at(last, 0.975)
    found = [
        Fact("Opens", str(gap.opens) if gap.opens else f"Not by {last}",
             "the first year in which it is likelier than not"),
        Fact(f"Chance in {last}", chance(gap.chance[-1])),
        Fact(f"Missing in {last}", f"{reading.say(gap.size(last))} {reading.support.short}",
             f"95 chances in 100: {reading.say(low)} to {reading.say(high)}"),
    ]  # fmt: skip
    if (limited := reading.outcome.limited) and (most := limited.most[-1]) is not None:
        found.append(
            Fact(
                f"Limit in {last}",
                f"{number(round(most))} {reading.support.short}",
                f"of “{reading.outcome.name}”; capacity above it is not counted",
            )
        )
    if reading.answer.question.cost:
        found.append(
            Fact(
                "To provide it",
                f"{money(gap.pounds_a_year.at(last))} a year",
                prices(reading).words,
            )
        )
    return tuple(found)


def _no_capacity(reading: Reading) -> Unknown | None:
    if reading.outcome.gap is not None:
        return None
    words = (
        f"Nobody has reported how many {reading.support.many} can be provided in "
        f"{reading.area}, so nobody can say whether there will be enough. A report of present "
        "or planned capacity would fill it."
    )
    return Unknown(words, fill=(Link("Report capacity", reverse("register:report_capacity")),))


def cited(reading: Reading, address: str) -> str:
    """How a strategy cites the projection."""
    row = reading.row
    asked = written_date(row.answered_at)
    name = f"“{row.called}”"
    return (
        f"{row.organisation}, {name}, {row.reference.lower()}, Carewright "
        f"{reading.answer.engine_version}, {asked}, {address}"
    )
