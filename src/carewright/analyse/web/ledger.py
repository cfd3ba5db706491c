"""The head of an analysis's page: one sentence a dimension, and what they come to together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from carewright.analyse.web.reading import Reading
from carewright.analyse.web.sections.accessibility import COMES_TO_PEOPLE
from carewright.analyse.web.sections.cost import RUN, year_of_costs
from carewright.analyse.web.sections.market import band
from carewright.analyse.web.wording import (
    RUN_BY,
    capital,
    count,
    listed,
    number,
    rate,
    sentence,
    share,
    whole,
    year_of,
)
from carewright.ui.rows import LedgerLine, Link
from carewright_engine.provision.answers import Figure, Value
from carewright_engine.reports.area_pictures import spoken_name

UNKNOWN: Final = "Not known"
#: How a class that runs most services is said: 'homes are run privately'.
RUN_SO: Final = {
    "publicly_run": "are publicly run",
    "private": "are run privately",
    "voluntary": "are run by voluntary bodies",
    "not_said": "do not say who runs them",
}
BANDS: Final = {
    "low": "Not concentrated",
    "moderately concentrated": "Moderately concentrated",
    "highly concentrated": "Highly concentrated",
}


def ledger(reading: Reading) -> tuple[LedgerLine, ...]:
    """One line a dimension that the answer has."""
    there = {part.name for part in reading.answer.sections}
    return tuple(line(reading) for name, line in LINES.items() if name in there)


def _overview(reading: Reading) -> LedgerLine:
    kinds = reading.known("overview.kinds")
    figure = reading.known("overview.services")
    if figure is None:
        missing = reading.figure("overview.services")
        return _missing("All kinds", missing, "#not-assessed", "No list of services was given.")
    return LedgerLine(
        "All kinds",
        figure.shown if figure.value else "None",
        words=f"services of {kinds.shown} kinds of care stand on the given lists."
        if kinds and figure.value
        else _none_here(reading),
        source=reading.of_figure(figure),
    )


def _type(reading: Reading) -> LedgerLine:
    """'61 of 71 | homes are run privately. Fife Council runs 8 and voluntary bodies 2.'"""
    every = reading.count("type.services")
    if not every:
        figure = reading.figure("type.services")
        if figure is None or figure.value is None:
            return _missing("Type", figure, "#not-assessed", "No list of services was given.")
        source = reading.of_figure(figure)
        return LedgerLine("Type", "None", words=_none_here(reading), source=source)
    counts = {key: reading.count(f"type.{key}") for key in RUN_BY}
    leading = max(counts, key=lambda key: counts[key])
    others = _others(reading, {k: n for k, n in counts.items() if n and k != leading})
    return LedgerLine(
        "Type",
        f"{counts[leading]:,}",
        f"of {every:,}",
        f"{reading.many} {RUN_SO[leading]}.{others}",
        source=reading.of_figure(reading.figure(f"type.{leading}")),
    )


def _others(reading: Reading, counts: dict[str, int]) -> str:
    """' Fife Council runs 8 and voluntary bodies 2.'"""
    who = {"private": "private companies", "voluntary": "voluntary bodies"}
    told = [(_public_body(reading), n) for key, n in counts.items() if key == "publicly_run"]
    told += [(who[key], n) for key, n in counts.items() if key in who]
    unsaid = counts.get("not_said", 0)
    more = f" For {unsaid:,} the lists do not say." if unsaid else ""
    if not told:
        return more
    (first, many), *rest = told
    verb = "runs" if first not in ("public bodies", *who.values()) else "run"
    said = listed([f"{capital(first)} {verb} {many:,}", *(f"{name} {n:,}" for name, n in rest)])
    return f" {said}.{more}"


def _public_body(reading: Reading) -> str:
    """The one public body that runs services here, by name."""
    public = [r for r in reading.records("shares_by_group") if r["publicly_run"] == "yes"]
    every = sum(count(record["services"]) for record in public)
    if len(public) == 1 and every == reading.count("type.publicly_run"):
        return str(public[0]["supplier"])
    return "public bodies"


def _none_here(reading: Reading) -> str:
    return f"No {reading.one} of this kind stands on the given lists for {reading.area}."


def _quality(reading: Reading) -> LedgerLine:
    """'32 of 70 | graded homes are good or better on every question. It was 55 of 72 in 2019.'"""
    good, rated = reading.known("quality.good"), reading.known("quality.rated_good")
    if good is None and rated is not None:
        return LedgerLine(
            "Quality", rated.shown, f"of {reading.count('quality.rated'):,}",
            f"rated {reading.many} are good or outstanding overall.",
            source=reading.of_figure(rated),
        )  # fmt: skip
    if good is None:
        figure = reading.figure("quality.good") or reading.figure("quality.median_age")
        return _missing("Quality", figure, "#quality", "No grades are given.")
    return LedgerLine(
        "Quality",
        good.shown,
        f"of {reading.count('quality.graded'):,}",
        f"graded {reading.many} are good or better on every question.{_before(reading)}",
        source=reading.of_figure(good),
    )


def _before(reading: Reading) -> str:
    records = reading.records("grade_trend")
    if len(records) < 2:
        return ""
    then = records[-2]
    return f" It was {then['good']} of {then['graded']} in {year_of(then['as_at'])}."


def _capacity(reading: Reading) -> LedgerLine:
    """'2,950 places | or 85 for every 1,000 people aged 75 and over. Scotland has 79.'"""
    key, unit = ("places", "places") if reading.in_places else ("staff", "staff")
    figure = reading.figure(f"capacity.{key}")
    if figure is None or figure.value is None:
        return _missing("Capacity", figure, "#capacity", "The given lists do not state it.")
    return LedgerLine(
        "Capacity",
        figure.shown,
        unit,
        _for_people(reading, figure),
        source=reading.of_figure(figure),
    )


def _for_people(reading: Reading, figure: Figure) -> str:
    """'or 85 for every 1,000 people aged 75 and over. Scotland has 79.'"""
    own = next(iter(reading.starting("gap.rate.")), None)
    every = f"{reading.count('type.services'):,} {reading.many}"
    _, partly, stated = figure.words.partition(" in the ")
    where = f"stated by {stated.split()[0]} of {every}" if partly else ""
    if own is None:
        return f"{where or 'in ' + every}."
    people = own.unit.partition("people ")[2]
    said = f"{rate(own.value)} for every 1,000 people {people}.{_nation(reading, own)}"
    return f"{where}; {said}" if where else f"or {said}"


def _nation(reading: Reading, own: Figure) -> str:
    found = reading.known(own.id.replace("gap.rate.", "gap.nation_rate."))
    if found is None or reading.answer.question.area.kind == "country":
        return ""
    return f" {found.words.removeprefix('in ')} has {rate(found.value)}."


def _cost(reading: Reading) -> LedgerLine:
    records = reading.records("unit_costs")
    if not records:
        return LedgerLine(
            "Cost", UNKNOWN, words="No price or unit cost has been given.",
            source=reading.of_figure(reading.figure("cost.price")),
            link=Link("What would fill it", "#cost", "cost"),
        )  # fmt: skip
    source = reading.of_figure(reading.known("cost.1"))
    year = year_of_costs(reading)
    units = {(r["kind"], r["unit"], r["care_group"]) for r in records}
    if len(units) > 1:
        words = f"kinds of unit cost were returned by councils for {year}."
        return LedgerLine("Cost", f"{len(units)}", words=words, source=source)
    costs = {str(r["provision"]): r for r in records}
    (first, record), *rest = sorted(costs.items(), key=lambda item: item[0] != "external")
    also = "".join(f" {RUN[key]} it cost {_pounds(r['pence'])}." for key, r in rest)
    words = f"is what {RUN[first].lower()} care cost in {year}.{also}"
    unit = f"a {record['unit']}"
    return LedgerLine("Cost", _pounds(record["pence"]), unit, words, source=source)


def _pounds(pence: Value) -> str:
    found = number(pence)
    return UNKNOWN if found is None else f"£{found / 100:,.2f}"


def _access(reading: Reading) -> LedgerLine:
    """'96% | of people aged 65 and over live within 5 km of a home; 92% within 5 km of one …'"""
    near = next(iter(reading.starting("access.any.within_")), None)
    if near is None:
        figure = reading.figure("access.any.within_5_km")
        asked = [n for n in reading.answer.not_assessed if n.question == COMES_TO_PEOPLE]
        why = sentence(asked[0].why) if asked else "Distance to an office means nothing."
        return _missing("Access", figure, "#accessibility", why)
    who = near.words.partition(" live ")[0]
    distance = near.words.partition("within ")[2].partition(" of ")[0]
    good = reading.known(near.id.replace(".any.", ".good."))
    more = f"; {share(good.value)} within {distance} of one graded 4 or better" if good else ""
    return LedgerLine(
        "Access",
        share(near.value),
        words=f"{who} live within {distance} of a {reading.one}{more}.",
        source=reading.of_figure(near),
    )


def _market(reading: Reading) -> LedgerLine:
    """'637 HHI | Not concentrated. The three largest hold 35% of places, the council included.'"""
    index = reading.known("market.hhi.group")
    if index is None:
        figure = reading.figure("market.hhi.group")
        return _missing("Market", figure, "#market", _none_here(reading))
    said = band(index).partition(" (")[0]
    records = reading.records("shares_by_group")
    return LedgerLine(
        "Market",
        whole(index.value),
        "HHI",
        f"{BANDS.get(said, capital(said))}. {_largest(reading, records)}",
        source=reading.of_figure(index),
    )


def _largest(reading: Reading, records: list[dict[str, Value]]) -> str:
    if len(records) == 1:
        return f"{spoken_name(str(records[0]['supplier']))} runs every {reading.one}."
    three = reading.known("market.three_largest_share")
    what = three.words.removeprefix("of ").partition(",")[0] if three else reading.many
    if len(records) <= 3 or three is None:
        first, part = spoken_name(str(records[0]["supplier"])), share(records[0]["share"])
        return f"{first} is the largest, with {part} of {what}."
    public = {
        spoken_name(str(r["supplier"])): None for r in records[:3] if r["publicly_run"] == "yes"
    }
    among = f", {listed(list(public))} among them" if public else ""
    return f"The three largest hold {share(three.value)} of {what}{among}."


def _missing(name: str, figure: Figure | None, place: str, words: str) -> LedgerLine:
    said = sentence(figure.not_assessed) if figure and figure.not_assessed else words
    return LedgerLine(
        name,
        UNKNOWN,
        words=said,
        link=Link("What would fill it", place, name.lower()),
    )


LINES: Final[dict[str, Callable[[Reading], LedgerLine]]] = {
    "overview": _overview,
    "type": _type,
    "quality": _quality,
    "capacity": _capacity,
    "cost": _cost,
    "accessibility": _access,
    "market": _market,
}
