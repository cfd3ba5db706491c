"""Who runs the services: councils, a health board, companies, charities and childminders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from carewright_engine.tables.practice.land import HEALTH_BOARD_BODY
from carewright_engine.tables.practice.names import childminder
from carewright_engine.tables.practice.published import EDITIONS
from carewright_engine.tables.practice.sites import Site

# A company that the council owns and the register files as private.
COUNCIL_COMPANY: Final = "Elmshire Community Care Company Limited"
COUNCIL_COMPANY_KINDS: Final = (
    "older_people_home",
    "care_at_home",
    "care_at_home",
    "care_at_home_with_housing_support",
)
# Two companies of one group, and a company whose name is spelled with a comma and without.
GROUP_COMPANIES: Final = ("Corriemoor Care Limited", "Corriemoor Care (No. 2) Limited")
COMMA_SPELLINGS: Final = ("Thornmere Homes Limited", "Thornmere Homes, Limited")
CHAINS: Final = (
    *((GROUP_COMPANIES[0],) * 3),
    *((GROUP_COMPANIES[1],) * 2),
    *((COMMA_SPELLINGS[0],) * 3),
    *(("Larkvane Healthcare Ltd",) * 2),
    *(("Pentarholm Care Homes Limited",) * 2),
)

# The chance that a service belongs to somebody who already runs another of its family.
RUNS_ANOTHER: Final = {
    "home": 0.0,  # beside the chains above: 300 of 398 companies have a single home
    "support": 0.2,
    "children": 0.5,
    "nursery": 0.12,
    "agency": 0.0,
    "charity": 0.72,
}
WORDS_OF_A_FAMILY: Final = {
    "home": ("Care Limited", "Care Homes Limited", "Healthcare Ltd", "Nursing Homes Ltd"),
    "support": ("Homecare Ltd", "Care Services Limited", "Support Limited", "Home Support Ltd"),
    "children": ("Young People’s Services Limited", "Residential Childcare Ltd"),
    "nursery": ("Childcare Limited", "Nurseries Ltd", "Early Years Limited"),
    "agency": ("Nursing Agency Limited", "Staffing Ltd"),
    "charity": ("Trust", "Housing Association Ltd", "Society", "Community Support"),
    "playgroup": ("Playgroup Committee", "Parents' Association"),
}


@dataclass(frozen=True, slots=True)
class Provider:
    """Who is answerable for a service; `word` is the part of the name that is its own."""

    number: str
    name: str
    word: str
    sector: str


def assign_providers(
    rng: np.random.Generator, sites: Sequence[Site], words: Iterator[str]
) -> list[Provider]:
    """A provider for each site."""
    named = _named_in_advance(sites)
    found: list[Provider] = []
    known: dict[str, Provider] = {}
    families: dict[str, list[Provider]] = {}
    for at, site in enumerate(sites):
        family = _family(site)
        own = families.setdefault(family, [])
        name = named.get(at) or _public_name(site)
        if name is None and own and rng.random() < RUNS_ANOTHER.get(family, 0.0):
            provider = own[int(rng.integers(len(own)))]
        else:
            word = name or next(words)
            name = name or _name(rng, family, word)
            provider = known.setdefault(name, _provider(len(known), name, word, site))
        if at not in named and _public_name(site) is None and provider not in own:
            own.append(provider)
        found.append(provider)
    return found


def _provider(number: int, name: str, word: str, site: Site) -> Provider:
    # Real numbers carry the year of registration after the letters: none is of 2099.
    return Provider(f"SP2099{number + 1:06d}", name, word.split(" ")[0], site.sector)


def _named_in_advance(sites: Sequence[Site]) -> dict[int, str]:
    """The sites of the chains and of the council's company, by their number."""
    named: dict[int, str] = {}
    for kind in COUNCIL_COMPANY_KINDS:
        at = next(_lasting(sites, kind, named, council="Elmshire"))
        named[at] = COUNCIL_COMPANY
    homes = _lasting(sites, "older_people_home", named)
    for chain in CHAINS:
        named[next(homes)] = chain
    return named


def _lasting(
    sites: Sequence[Site], kind: str, taken: dict[int, str], council: str | None = None
) -> Iterator[int]:
    """Private services of a kind that run today, those in most registers first."""
    running = [
        at
        for at, site in enumerate(sites)
        if (site.kind.kind, site.sector) == (kind, "private")
        and EDITIONS[-1] in site.years
        and (council is None or site.council == council)
    ]
    for at in sorted(running, key=lambda at: -len(sites[at].years)):
        if at not in taken:
            yield at


def _public_name(site: Site) -> str | None:
    if site.sector == "council":
        return f"{site.council} Council"
    return HEALTH_BOARD_BODY if site.sector == "health_board" else None


def _family(site: Site) -> str:
    kind = site.kind.kind
    if kind == "childminder":
        return "childminder"
    if kind.startswith("nursery"):
        return "playgroup" if site.sector == "voluntary" else "nursery"
    if site.sector == "voluntary":
        return "charity"
    if kind in ("childrens_home", "school_accommodation"):
        return "children"
    if kind in ("nurse_agency", "child_care_agency"):
        return "agency"
    return "home" if site.kind.is_care_home else "support"


def _name(rng: np.random.Generator, family: str, word: str) -> str:
    if family == "childminder":
        return childminder(rng, word)
    endings = WORDS_OF_A_FAMILY[family]
    return f"{word} {endings[int(rng.integers(len(endings)))]}"
