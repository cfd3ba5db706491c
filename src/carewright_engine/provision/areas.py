"""Naming an area: what a person types, and the councils that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import polars as pl
from rapidfuzz import fuzz, process

from carewright_engine.provision.inputs import Inputs
from carewright_engine.tables.councils import COUNCILS, HEALTH_BOARDS, INTEGRATION_AUTHORITIES
from carewright_engine.tables.naming import ZONES, councils_within


@dataclass(frozen=True, slots=True)
class AreaRef:
    """An area that provision is analysed for.

    `councils` are the codes of the councils that it is made of; a locality, which is smaller
    than a council, has none of its own and is found through its data zones instead.
    """

    kind: str  # council, integration_authority, health_board, country, locality
    code: str
    name: str
    councils: tuple[str, ...] = ()


class UnknownArea(LookupError):
    """A name that no given file knows. The text says which names come nearest."""


# Smaller than a council: found through data zones.
LOCALITIES: Final = ("locality", "intermediate_zone")
MADE_OF_COUNCILS: Final = ("council", "integration_authority", "health_board", "country")
COUNTRIES: Final = {
    "S": ("S92000003", "Scotland"),
    "E": ("E92000001", "England"),
    "W": ("W92000004", "Wales"),
    "N": ("N92000002", "Northern Ireland"),
}
_GROUPINGS: Final = {
    "integration_authority": INTEGRATION_AUTHORITIES,
    "health_board": HEALTH_BOARDS,
}
# A name may be a council's and a board's at once ("Fife"): the first kind here is meant,
# unless the person says another ("NHS Fife", "Fife health board").
_ORDER: Final = (*MADE_OF_COUNCILS, *LOCALITIES)
_SAID: Final = (
    (re.compile(r"^nhs\s+|\s*\bhealth board$"), "health_board"),
    (
        re.compile(r"\s*\b(integration authority|hscp|health and social care partnership)$"),
        "integration_authority",
    ),
    (re.compile(r"\s*\bcouncil$"), "council"),
)
_ALSO_CALLED: Final = {
    "comhairle nan eilean siar": "na h eileanan siar",
    "eilean siar": "na h eileanan siar",
    "western isles": "na h eileanan siar",
}


def area_named(inputs: Inputs, text: str) -> AreaRef:
    """The area that a person means by a name or a code."""
    wanted = text.strip()
    known = all_areas(inputs)
    for area in known:
        if wanted.upper() == area.code.upper():
            return area
    kind, name = _kind_said(wanted)
    fitting = [a for a in known if _bare(a.name) == _bare(name) and kind in (None, a.kind)]
    if fitting:
        return min(fitting, key=lambda area: _closeness(area, name))
    raise UnknownArea(_not_found(text, known))


def all_areas(inputs: Inputs) -> tuple[AreaRef, ...]:
    """Every area that the given files know, councils first."""
    return tuple(area for kind in _ORDER for area in areas_of_kind(inputs, kind))


def areas_of_kind(inputs: Inputs, kind: str) -> tuple[AreaRef, ...]:
    """Every area of a kind, by name."""
    if kind == "council":
        return _councils(inputs)
    if kind == "country":
        return _countries(inputs)
    if kind in LOCALITIES:
        return _localities(inputs, kind)
    return _groupings(inputs, kind)


def data_zones_of(inputs: Inputs, area: AreaRef) -> list[str]:
    """Codes of the data zones (or LSOAs) that make up an area; none without a look-up."""
    rows = inputs.frame("membership")
    if area.kind in LOCALITIES:
        within = rows.filter(
            (pl.col("parent_kind") == area.kind) & (pl.col("parent_code") == area.code)
        )
    else:
        within = rows.filter(
            (pl.col("parent_kind") == "council") & pl.col("parent_code").is_in(list(area.councils))
        )
    return within.filter(pl.col("kind").is_in(list(ZONES)))["code"].unique().to_list()


def _councils(inputs: Inputs) -> tuple[AreaRef, ...]:
    """Councils by code: the statistics office's name, else the register's."""
    names = _listed(inputs, "council")
    populated = inputs.frame("population").filter(pl.col("area_kind") == "council")["area_code"]
    for code in populated.unique().sort():
        if code in COUNCILS:
            names.setdefault(code, COUNCILS[code])
    registered = inputs.frame("service").drop_nulls(["council_code", "council_name"])
    for code, name in (
        registered.select("council_code", "council_name")
        .unique()
        .sort("council_code", "council_name")
        .iter_rows()
    ):
        names.setdefault(code, COUNCILS.get(code, name))
    return _by_name(AreaRef("council", code, name, (code,)) for code, name in names.items())


def _countries(inputs: Inputs) -> tuple[AreaRef, ...]:
    codes = sorted(area.code for area in _councils(inputs))
    return tuple(
        AreaRef("country", code, name, tuple(c for c in codes if c.startswith(letter)))
        for letter, (code, name) in COUNTRIES.items()
        if any(c.startswith(letter) for c in codes)
    )


def _localities(inputs: Inputs, kind: str) -> tuple[AreaRef, ...]:
    return _by_name(AreaRef(kind, code, name) for code, name in _listed(inputs, kind).items())


def _groupings(inputs: Inputs, kind: str) -> tuple[AreaRef, ...]:
    """Health boards or integration authorities, each a whole number of councils.

    Scotland's are known by heart; another region's are told from its look-ups.
    """
    known = {area.code for area in _councils(inputs)}
    by_heart = {each.code: (each.name, each.councils) for each in _GROUPINGS.get(kind, ())}
    names = _listed(inputs, kind)
    looked_up = {
        code: (names[code], councils)
        for code, councils in councils_within(inputs.frame("membership"), kind).items()
        if code in names
    }
    return _by_name(
        AreaRef(kind, code, name, councils)
        for code, (name, councils) in (looked_up | by_heart).items()
        if set(councils) <= known
    )


def _listed(inputs: Inputs, kind: str) -> dict[str, str]:
    """Names of the areas of a kind by code, as the statistics office lists them."""
    rows = inputs.frame("area").filter(pl.col("kind") == kind).drop_nulls("name")
    return dict(rows.unique("code", keep="first").select("code", "name").iter_rows())


def _by_name(areas: Iterable[AreaRef]) -> tuple[AreaRef, ...]:
    return tuple(sorted(areas, key=lambda area: (area.name, area.code)))


def _kind_said(text: str) -> tuple[str | None, str]:
    """'NHS Fife' is the health board; 'Fife' alone leaves the kind open."""
    if ":" in text and text.split(":", 1)[0].strip() in _ORDER:
        kind, name = text.split(":", 1)
        return kind.strip(), name.strip()
    lower = text.lower()
    for pattern, kind in _SAID:
        if pattern.search(lower):
            return kind, pattern.sub("", lower)
    return None, text


def _closeness(area: AreaRef, name: str) -> tuple[int, bool, str]:
    """A council before a board of the same name; the same spelling before another."""
    return _ORDER.index(area.kind), _plain(area.name) != _plain(name), area.code


def _plain(name: str) -> str:
    """A name without case, punctuation or the ways of writing 'and'."""
    words = re.sub(r"[^a-z0-9]+", " ", name.lower().replace("&", " and ")).split()
    plain = " ".join(words)
    return _ALSO_CALLED.get(plain, plain)


def _bare(name: str) -> str:
    """A name without the words that offices add: 'City of Edinburgh' is 'edinburgh'."""
    kept = [w for w in _plain(name).split() if w not in ("the", "city", "of", "council", "islands")]
    return " ".join(kept)


def _nearness(typed: str, name: str, *, score_cutoff: float | None = None) -> float:
    """From 0 to 100: a slip in a short name, or the words of a long one in another order."""
    one, other = typed.lower(), name.lower()
    return max(fuzz.ratio(one, other), fuzz.token_set_ratio(one, other))


def _not_found(text: str, known: tuple[AreaRef, ...]) -> str:
    if not known:
        return (
            f"No area is called “{text}”: the given files name no councils. "
            "Add the register of services or a look-up of areas."
        )
    names = sorted({area.name for area in known})
    nearest = process.extract(text, names, scorer=_nearness, limit=3)
    offered = ", ".join(name for name, _, _ in nearest)
    return f"No area is called “{text}” in the given files. Nearest: {offered}."
