"""What an analysis comes to, in the sentences beneath its title."""

from __future__ import annotations

from typing import Final

from carewright.analyse.web.reading import Reading
from carewright.analyse.web.sections.quality import MOVED, moved
from carewright.analyse.web.wording import number, share, years_between
from carewright_engine.provision.answers import Figure

#: People of these ages are spoken of as older people.
OLDER: Final = ("65", "75", "85")
NEAR: Final = 0.9
ABOUT_LEVEL: Final = 0.02
SLIGHTLY: Final = 0.1
FAR: Final = 0.5


def summary(reading: Reading) -> str:
    """'Fife has slightly more places than Scotland for its older people, close to where …'"""
    said = (_how_much(reading), _how_good(reading), _how_dear(reading))
    return " ".join(filter(None, said))


def _how_much(reading: Reading) -> str:
    own = next(iter(reading.starting("gap.rate.")), None)
    nation = own and reading.known(own.id.replace("gap.rate.", "gap.nation_rate."))
    here = number(own.value) if own else None
    there = number(nation.value) if nation else None
    if own is None or nation is None or not here or not there or reading.area in nation.words:
        return _how_near(reading)
    what = "places" if reading.in_places else "staff"
    who = _who(own.unit)
    name = nation.words.removeprefix("in ")
    near = _near(reading)
    close = ", close to where they live" if near is not None and near >= NEAR else ""
    return f"{reading.area} has {_beside(here / there, what, name)} {who}{close}."


def _beside(ratio: float, what: str, nation: str) -> str:
    """'slightly more places than Scotland for'."""
    by = abs(ratio - 1)
    if by < ABOUT_LEVEL:
        return f"about as many {what} as {nation} for"
    much = "slightly " if by < SLIGHTLY else "far " if by >= FAR else ""
    return f"{much}{'more' if ratio > 1 else 'fewer'} {what} than {nation} for"


def _who(unit: str) -> str:
    age = unit.partition("people ")[2]
    if any(f"aged {years}" in age for years in OLDER):
        return "its older people"
    return "its children" if "under" in age else f"its people {age}"


def _near(reading: Reading) -> float | None:
    figure = _nearest(reading)
    return number(figure.value) if figure else None


def _nearest(reading: Reading) -> Figure | None:
    return next(iter(reading.starting("access.any.within_")), None)


def _how_near(reading: Reading) -> str:
    """'89% of people aged 65 and over live within 5 km of a home.'"""
    figure = _nearest(reading)
    if figure is None:
        return ""
    who, _, rest = figure.words.partition(" within ")
    return f"{share(figure.value)} {who} within {rest.partition(' of ')[0]} of a {reading.one}."


def _how_good(reading: Reading) -> str:
    """'Fewer homes are good or better than three years before.'"""
    by = moved(reading)
    if by is None:
        return ""
    before, now = (record["as_at"] for record in reading.records("grade_trend")[-2:])
    since = years_between(before, now)
    if abs(by) < MOVED:
        return f"About as many {reading.many} are good or better as {since} before."
    more = "More" if by > 0 else "Fewer"
    return f"{more} {reading.many} are good or better than {since} before."


def _how_dear(reading: Reading) -> str:
    return "" if reading.records("unit_costs") else "Prices are not known."
