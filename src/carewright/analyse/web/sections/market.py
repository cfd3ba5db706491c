"""Market: who holds which share, how concentrated it is, and who is hard to do without."""

from __future__ import annotations

import re
from typing import Final

from django.urls import reverse

from carewright.analyse.web.blocks import CallOut, Prose, Row, Table, row
from carewright.analyse.web.reading import Reading, facts, plain_grid
from carewright.analyse.web.wording import capital, listed
from carewright.ui import rows as ui
from carewright.ui.rows import Link
from carewright_engine.provision.answers import Figure
from carewright_engine.provision.words import count_in_words

JOINED: Final = "Legal providers joined as one group: "
#: "Four Seasons Health Care (2), HC-One (2)."
GROUP: Final = re.compile(r"(.+?) \((\d+)\)(?:, |\.$)")
SOLE: Final = ("Public sole supplier", "Sole supplier")


def market(reading: Reading) -> tuple[Row, ...]:
    """Shares of the largest, concentration by group and legal provider, operators elsewhere."""
    if not reading.starting("market."):
        figure = reading.figure("market.hhi.group")
        fill = reading.filling(figure.what_would_fill_it) if figure else None
        return row((reading.missing(figure),), (fill,), layout="g2")
    largest = (reading.chart("shares_by_group"), _folded(reading, "operators_in_many_councils"))
    beside = (
        facts(*_concentration(reading), _if_closed(reading)),
        _joined(reading),
        _oversight(reading),
    )
    return (*row((_sole(reading),)), *row(largest, beside))


def _concentration(reading: Reading) -> list[ui.Fact | None]:
    group, entity = reading.known("market.hhi.group"), reading.known("market.hhi.entity")
    groups, entities = (
        reading.count("market.suppliers.group"),
        reading.count("market.suppliers.entity"),
    )
    return [
        reading.fact(
            group, "Concentration by group (HHI, 0 to 10,000)",
            beneath=f"{band(group)}, across {groups:,} {'group' if groups == 1 else 'groups'}",
        ),
        reading.fact(
            entity, "By legal provider",
            beneath=f"across {entities:,} {'provider' if entities == 1 else 'providers'}",
        ),
    ]  # fmt: skip


def band(figure: Figure | None) -> str:
    """'low (band not verified)'."""
    return figure.words.partition(": ")[2] if figure else ""


def _if_closed(reading: Reading) -> ui.Fact | None:
    """'402 places, one in seven, in 10 homes'."""
    figure, largest = reading.known("market.if_largest_closed"), reading.known("market.largest")
    if figure is None or largest is None:
        return None
    part = figure.words.removesuffix(", if the largest closed")
    name = f"If the largest, {largest.shown}, closed"
    return reading.fact(figure, name, f"{figure.shown} {figure.unit}", part)


def _joined(reading: Reading) -> Prose:
    """Which companies are counted as one, and where a person confirms or undoes it."""
    part = reading.section("market")
    said = [f.words for f in part.findings if f.words.startswith(JOINED)] if part else []
    groups = GROUP.findall(said[0].removeprefix(JOINED)) if said else []
    named = [f"{name} ({count_in_words(int(number))} companies)" for name, number in groups]
    words = f"{listed(named)}." if named else "No two companies here are taken for one operator."
    return Prose(
        heading="Joined as one group",
        words=words,
        links=(Link("Confirm or undo", reverse("register:groups"), "groups of providers"),),
    )


def _sole(reading: Reading) -> CallOut | None:
    """A sole supplier is named as such; a public one is a choice, not a market that failed."""
    part = reading.section("market")
    told = [f.words for f in part.findings if f.words.startswith(SOLE)] if part else []
    if not told:
        return None
    return CallOut(
        told[0].partition(":")[0],
        tuple(capital(words.partition(": ")[2]) for words in told),
        reading.of_figure(reading.figure("market.hhi.group")),
    )


def _folded(reading: Reading, name: str) -> Table | None:
    table = reading.table(name)
    return reading.tabled(name, plain_grid(table), folded=True) if table else None


def _oversight(reading: Reading) -> Prose | None:
    """Operators so large that England would watch them."""
    records = reading.records("market_oversight")
    if not records:
        return None
    names = ", ".join(str(record["group"]) for record in records)
    return Prose(
        heading="Large enough for oversight",
        words="England watches operators of this size. In Scotland it is an indication, not law.",
        strong=f"{names}.",
        source=reading.of_table("market_oversight", "operators large enough for oversight"),
    )
