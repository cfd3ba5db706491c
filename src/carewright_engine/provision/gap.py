"""Gap now: provision for every 1,000 people, beside comparable areas and the nation."""

from __future__ import annotations

from statistics import median
from typing import Final

from carewright_engine.provision.answers import Figure, Finding, NotAssessed, Section
from carewright_engine.provision.comparators import MEASURES
from carewright_engine.provision.figures import Behind, Dimension, figure, gaps, not_known
from carewright_engine.provision.gap_tables import beside_table, limits_table, rates_table
from carewright_engine.provision.groundwork import Scope, people_of, people_rows
from carewright_engine.provision.kinds_of_care import AGES_IN_WORDS, ages_for
from carewright_engine.provision.peers import Peer, Peers, here_of, peers_of, provision_column
from carewright_engine.provision.words import listed

NO_PEOPLE: Final = NotAssessed(
    "Provision for every 1,000 people",
    "no population by age was given for all of this area",
    "Population by single year of age, by data zone with a look-up or by council",
)
NO_PROVISION: Final = NotAssessed(
    "Provision for every 1,000 people",
    "neither places nor staff are stated for this kind of care",
    "Registered places, providers' yearly returns, or hours of care by council",
)
NO_NATION: Final = NotAssessed(
    "Provision beside the nation and comparable areas",
    "the given lists cover too few areas of the nation",
    "The register's list for the whole nation, and population for every council",
)
UNITS: Final = {"places": "places", "staff_once": "whole-time equivalent staff"}


def gap(scope: Scope) -> Dimension:
    """How much there is for every 1,000 people, and whether that is unusual."""
    here = here_of(scope)
    if here is None:
        return _nothing_to_divide(scope)
    own = _own_rates(scope, here)
    peers = peers_of(scope, here)
    if peers is None:
        heading = f"{scope.name}: {own[0].shown} {own[0].unit}"
        return Section("gap", heading, tuple(own)), gaps((), (NO_NATION,))
    figures = (*own, *_beside(scope, peers))
    tables = [beside_table(scope, peers), rates_table(scope, peers)]
    if peers.funnel is not None:
        tables.append(limits_table(scope, peers, peers.funnel))
    section = Section("gap", _heading(scope, peers), figures, _findings(peers), tuple(tables))
    return section, gaps(figures)


def unit_of(scope: Scope, age: str) -> str:
    """'places per 1,000 people aged 75 and over'."""
    return f"{UNITS[provision_column(scope)]} per 1,000 people {AGES_IN_WORDS[age]}"


def _nothing_to_divide(scope: Scope) -> Dimension:
    missing = NO_PEOPLE if people_of(scope.ground, scope.area) is None else NO_PROVISION
    age = ages_for(scope.kind, scope.question.care_group)[0] if scope.kind else "65+"
    unit = unit_of(scope, age)
    figures = (not_known(f"gap.rate.{_slug(age)}", unit, "rate", missing),)
    return Section("gap", "The gap cannot be shown", figures), gaps((), (missing,))


def _slug(age: str) -> str:
    """'75+' as part of a figure's name: '75_and_over'."""
    return age.replace("+", "_and_over").replace("-", "_to_")


def _own_rates(scope: Scope, here: Peer) -> list[Figure]:
    ages = ages_for(scope.kind, scope.question.care_group) if scope.kind else ("65+",)
    behind = Behind.of(scope.services, people_rows(scope.ground, [scope.area]))
    return [
        figure(
            f"gap.rate.{_slug(age)}",
            rate,
            unit_of(scope, age),
            f"in {scope.area.name}",
            "rate",
            behind,
            decimals=1,
        )
        for age in ages
        if (rate := here.rate(age)) is not None
    ]


def _nation_rows(scope: Scope, peers: Peers) -> Behind:
    return Behind.of(scope.nation, people_rows(scope.ground, [peers.nation.area]))


def _beside(scope: Scope, peers: Peers) -> list[Figure]:
    behind = _nation_rows(scope, peers)
    nation = [
        figure(
            f"gap.nation_rate.{_slug(age)}",
            rate,
            unit_of(scope, age),
            f"in {peers.nation.area.name}",
            "rate",
            behind,
            decimals=1,
        )
        for age in peers.ages
        if (rate := peers.nation.rate(age)) is not None
    ]
    return [
        *nation,
        *_expected(scope, peers, behind),
        *_comparable(scope, peers),
        *_unusual(scope, peers, behind),
    ]


def _expected(scope: Scope, peers: Peers, behind: Behind) -> list[Figure]:
    """What the area would have at the nation's rate, and how many more or fewer that is."""
    rate = peers.nation.rate(peers.age)
    if rate is None:
        return []
    expected = peers.here.people[peers.age] * rate / 1000
    unit = UNITS[provision_column(scope)]
    words = f"at {peers.nation.area.name}’s rate for people {AGES_IN_WORDS[peers.age]}"
    difference = expected - peers.here.provision
    return [
        figure("gap.expected", expected, unit, words, "expected", behind),
        figure(
            "gap.expected_difference",
            difference,
            unit,
            f"{'more' if difference > 0 else 'fewer'} than it has, {words}",
            "expected",
            behind,
        ),
    ]


def _comparable(scope: Scope, peers: Peers) -> list[Figure]:
    rates = [rate for peer in peers.alike if (rate := peer.rate(peers.age)) is not None]
    if not rates:
        return []
    names = listed([peer.area.name for peer in peers.alike])
    by = listed([MEASURES.get(name, name) for name in peers.alike_by])
    behind = people_rows(scope.ground, [peer.area for peer in peers.alike])
    return [
        figure(
            "gap.comparators_rate",
            median(rates),
            unit_of(scope, peers.age),
            f"in the middle one of {names}, comparable by {by}",
            "comparators",
            behind,
            decimals=1,
        )
    ]


def _unusual(scope: Scope, peers: Peers, behind: Behind) -> list[Figure]:
    if peers.funnel is None:
        return []
    position = peers.funnel.position(peers.here.provision, peers.here.people[peers.age])
    pulled = scope.ground.parameters.winsorised
    words = f"over-dispersion, {pulled:.0%} of areas pulled in at each end"
    return [
        figure("gap.position", position, "", "in the funnel plot", "funnel", behind),
        figure(
            "gap.dispersion",
            peers.funnel.dispersion,
            "factor",
            words,
            "funnel",
            behind,
            decimals=1,
        ),
    ]


def _heading(scope: Scope, peers: Peers) -> str:
    """'Fife is within the expected range, a little above Scotland'."""
    here, nation = peers.here.rate(peers.age), peers.nation.rate(peers.age)
    if here is not None and scope.area.kind == "country":
        return f"{scope.area.name} has {here:.1f} {unit_of(scope, peers.age)}"
    if here is None or nation is None or nation == 0:
        return f"{scope.area.name} beside {peers.nation.area.name}"
    ratio = here / nation
    level = "level with"
    if abs(ratio - 1) >= 0.02:
        little = "a little " if abs(ratio - 1) < 0.1 else ""
        level = f"{little}{'above' if ratio > 1 else 'below'}"
    against = f"{level} {peers.nation.area.name}"
    if peers.funnel is None:
        return f"{scope.area.name} is {against}"
    position = peers.funnel.position(peers.here.provision, peers.here.people[peers.age])
    if position == "within the limits":
        return f"{scope.area.name} is within the expected range, {against}"
    return f"{scope.area.name} is {position}, {against}"


def _findings(peers: Peers) -> tuple[Finding, ...]:
    if not peers.alike:
        return ()
    names = listed([peer.area.name for peer in peers.alike])
    by = listed([MEASURES.get(name, name) for name in peers.alike_by])
    words = f"Comparable areas: {names}, most alike by {by}."
    return (Finding(words, ("gap.comparators_rate",)),)
