"""Tables of the gap: area by area with its limits, the limits' curve, and beside the nation."""

from __future__ import annotations

from statistics import median
from typing import Final

from carewright_engine.provision.answers import Grid, GridColumn, RowsBehind, Value
from carewright_engine.provision.funnel import INNER, OUTER, Funnel
from carewright_engine.provision.groundwork import Scope, people_rows
from carewright_engine.provision.kinds_of_care import AGES_IN_WORDS
from carewright_engine.provision.peers import Peer, Peers

CURVE_POINTS: Final = 60
LIMITS: Final = (
    ("lower_998", "lower limit for 99.8 in 100 areas"),
    ("lower_95", "lower limit for 95 in 100 areas"),
    ("upper_95", "upper limit for 95 in 100 areas"),
    ("upper_998", "upper limit for 99.8 in 100 areas"),
)


def rates_table(scope: Scope, peers: Peers) -> Grid:
    """Every area of the kind by name, never ranked, with the limits for its size."""
    age = peers.age
    alike = {peer.area.code for peer in peers.alike}
    shown = sorted(peers.everyone, key=lambda peer: peer.area.name)
    return Grid(
        "rates",
        f"For every 1,000 people {AGES_IN_WORDS[age]}",
        (
            GridColumn("code", "code of the area"),
            GridColumn("area", "area"),
            GridColumn("people", f"people {AGES_IN_WORDS[age]}", "people"),
            GridColumn("provision", "provision", "places or staff", 0),
            GridColumn("rate", "provision for 1,000 people", "per 1,000", 1),
            *(GridColumn(name, words, "per 1,000", 1) for name, words in LIMITS),
            GridColumn("role", "asked, comparable or other"),
        ),
        tuple(_rate_row(peer, peers, alike) for peer in shown),
        "funnel" if peers.funnel else "rate",
        RowsBehind.of(scope.nation, people_rows(scope.ground, [peers.nation.area])),
    )


def _rate_row(peer: Peer, peers: Peers, alike: set[str]) -> tuple[Value, ...]:
    people = peer.people[peers.age]
    role = "comparable" if peer.area.code in alike else "other"
    role = "asked" if peer.area.code == peers.here.area.code else role
    limits = _limits(peers.funnel, people)
    return (
        *(peer.area.code, peer.area.name, people, peer.provision, peer.rate(peers.age)),
        *limits,
        role,
    )


def _limits(funnel: Funnel | None, people: float) -> tuple[float | None, ...]:
    if funnel is None or people == 0:
        return (None, None, None, None)
    inner, outer = funnel.limits(people, INNER), funnel.limits(people, OUTER)
    return tuple(1000 * limit for limit in (outer[0], inner[0], inner[1], outer[1]))


def limits_table(scope: Scope, peers: Peers, funnel: Funnel) -> Grid:
    """The curve of the limits from small areas to large ones, for drawing the funnel."""
    largest = max(peer.people[peers.age] for peer in peers.everyone)
    steps = [largest * step / CURVE_POINTS for step in range(1, CURVE_POINTS + 1)]
    return Grid(
        "funnel_limits",
        f"Limits, over-dispersion {funnel.dispersion:.1f}",
        (
            GridColumn("people", f"people {AGES_IN_WORDS[peers.age]}", "people"),
            *(GridColumn(name, words, "per 1,000", 1) for name, words in LIMITS),
        ),
        tuple((people, *_limits(funnel, people)) for people in steps),
        "funnel",
        RowsBehind.of(scope.nation),
    )


def beside_table(scope: Scope, peers: Peers) -> Grid:
    """The area, the nation and the middle of comparable areas, age by age."""
    ages = sorted(peers.ages)
    return Grid(
        "beside_nation",
        f"{scope.area.name} beside {peers.nation.area.name}",
        (
            GridColumn("age", "people of which age"),
            GridColumn("here", scope.area.name, "per 1,000", 1),
            GridColumn("nation", peers.nation.area.name, "per 1,000", 1),
            GridColumn("comparable", "middle one of the comparable areas", "per 1,000", 1),
        ),
        tuple(
            (
                AGES_IN_WORDS[age],
                peers.here.rate(age),
                peers.nation.rate(age),
                _middle(peers.alike, age),
            )
            for age in ages
        ),
        "rate",
        RowsBehind.of(scope.nation, people_rows(scope.ground, [peers.nation.area])),
    )


def _middle(alike: tuple[Peer, ...], age: str) -> float | None:
    rates = [rate for peer in alike if (rate := peer.rate(age)) is not None]
    return median(rates) if rates else None
