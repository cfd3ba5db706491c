"""Market: who holds which share, how concentrated it is, and who is hard to do without."""

from __future__ import annotations

import polars as pl

from carewright_engine.provision.answers import (
    Figure,
    Finding,
    Grid,
    GridColumn,
    NotAssessed,
    RowsBehind,
    Section,
)
from carewright_engine.provision.concentration import (
    Basis,
    Weight,
    band_of,
    hhi,
    shares,
    standing_of_bands,
    weight_of,
)
from carewright_engine.provision.figures import Dimension, figure, gaps, not_known
from carewright_engine.provision.groundwork import Scope
from carewright_engine.provision.operators import many_councils_table, oversight_table
from carewright_engine.provision.words import about_one_in, counted

NO_SERVICES = NotAssessed(
    "Concentration of the market",
    "no service of this kind stands on the given lists",
    "The regulator's list of services",
)
HOME_CARE_HOURS = NotAssessed(
    "Concentration by hours or money",
    "registers hold neither hours nor payments",
    "Contracts, commitments or visits by provider",
)


def market(scope: Scope) -> Dimension:
    """Shares by legal provider and by group, and what the area would lose with the largest."""
    rows = scope.services
    if rows.height == 0:
        missing = not_known("market.hhi.group", "HHI", "hhi", NO_SERVICES)
        section = Section("market", "There is no market to describe", (missing,))
        return section, gaps((), (NO_SERVICES,))
    weight = weight_of(rows)
    standing = standing_of_bands(scope.ground.as_at)
    figures = (
        *_concentration(rows, weight, "group", standing),
        *_concentration(rows, weight, "entity", standing),
        *_largest(scope, weight),
    )
    tables = (
        shares_table(scope, "group", weight),
        shares_table(scope, "entity", weight),
        many_councils_table(scope),
        oversight_table(scope),
    )
    findings = (*_joined(rows), *_sole(rows, scope))
    heading = _heading(scope, weight)
    open_questions = () if weight == "places" else (HOME_CARE_HOURS,)
    return Section("market", heading, figures, findings, tables), gaps(figures, open_questions)


def _concentration(rows: pl.DataFrame, weight: Weight, basis: Basis, standing: str) -> list[Figure]:
    suppliers = shares(rows, basis, weight)
    index = hhi(suppliers)
    by = "legal provider" if basis == "entity" else "group"
    words = f"by {by}, over {weight}: {band_of(index)}{f' ({standing})' if standing else ''}"
    count = figure(
        f"market.suppliers.{basis}", suppliers.height, "suppliers", f"by {by}", "shares", rows
    )
    return [figure(f"market.hhi.{basis}", index, "HHI", words, "hhi", rows), count]


def _largest(scope: Scope, weight: Weight) -> list[Figure]:
    """The largest group, and what would be left if it closed."""
    rows = scope.services
    groups = shares(rows, "group", weight)
    first = groups.row(0, named=True)
    theirs = rows.filter(pl.col("group") == first["supplier"])
    three = rows.filter(pl.col("group").is_in(groups["supplier"].head(3).to_list()))
    lost = first[weight]
    parts = (
        ("market.largest", first["name"], "", "largest group", theirs),
        ("market.largest_share", first["share"], "share", f"of {weight}, largest group", theirs),
        (
            "market.three_largest_share",
            float(groups["share"].head(3).sum()),
            "share",
            f"of {weight}, three largest groups",
            three,
        ),
        (
            "market.if_largest_closed",
            lost,
            weight,
            f"{about_one_in(first['share'])}, in "
            f"{counted(theirs.height, scope.one, scope.many)}, if the largest closed",
            theirs,
        ),
    )
    return [
        figure(key, value, unit, words, "largest", behind, decimals=1 if unit == "share" else 0)
        for key, value, unit, words, behind in parts
    ]


def _joined(rows: pl.DataFrame) -> list[Finding]:
    """Which companies are joined as one group here."""
    groups = shares(rows, "group", "services").filter(pl.col("entities") > 1)
    if groups.height == 0:
        return []
    joined = sorted(f"{name} ({count})" for name, count in groups["name", "entities"].iter_rows())
    words = f"Legal providers joined as one group: {', '.join(joined)}."
    return [Finding(words, ("market.hhi.group", "market.hhi.entity"))]


def _sole(rows: pl.DataFrame, scope: Scope) -> list[Finding]:
    """A monopoly that is public is a choice, not a market that failed."""
    if rows["group"].n_unique() > 1:
        return []
    public = bool(rows["publicly_run"].all())
    label = "Public sole supplier" if public else "Sole supplier"
    words = f"{label}: all {rows.height} {scope.many} are run by {rows['group_name'][0]}."
    return [Finding(words, ("market.hhi.group",), caution=not public)]


def _heading(scope: Scope, weight: Weight) -> str:
    """'36 operators; no one has more than one place in seven'."""
    rows = scope.services
    groups = shares(rows, "group", weight)
    if groups.height == 1:
        sole = "A public body is" if rows["publicly_run"].all() else "One operator is"
        return f"{sole} the sole supplier"
    largest = float(groups["share"][0])
    part = about_one_in(largest)
    unit = "place" if weight == "places" else scope.one
    if part.startswith("one in "):
        words = f"no one has more than one {unit} in {part.removeprefix('one in ')}"
    else:
        words = f"the largest has {largest * 100:.0f}% of {weight}"
    return f"{groups.height} operators; {words}"


def shares_table(scope: Scope, basis: Basis, weight: Weight) -> Grid:
    """Every supplier with its services, places and share."""
    rows = scope.services
    suppliers = shares(rows, basis, weight)
    return Grid(
        f"shares_by_{basis}",
        f"Share of {weight}, by {'legal provider' if basis == 'entity' else 'group'}",
        (
            GridColumn("supplier", "legal provider or group"),
            GridColumn("publicly_run", "all its services are publicly run: yes or no"),
            GridColumn("services", "registrations", scope.many),
            GridColumn("places", "registered places, where stated", "places"),
            GridColumn("share", f"share of {weight}", "share", 1),
        ),
        tuple(
            (
                line["name"],
                "yes" if line["publicly_run"] else "no",
                line["services"],
                line["places"],
                line["share"],
            )
            for line in suppliers.iter_rows(named=True)
        ),
        "shares",
        RowsBehind.of(rows),
        tuple(
            RowsBehind.of(rows.filter(pl.col(basis) == supplier))
            for supplier in suppliers["supplier"]
        ),
    )
