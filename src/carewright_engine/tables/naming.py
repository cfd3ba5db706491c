"""Names of councils, boards and partnerships in one file, and their codes in another.

A register gives a council by name; the statistics office gives names with codes. A reader knows
the councils of Scotland and England by heart. Those of any other region, and names that a reader
could not place, get their codes here, from whatever look-ups have been imported beside them.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.councils import is_outside_scotland, plain_area_name

COUNCIL_NOT_KNOWN: Final = "the council's name is not known"
AUTHORITY_NOT_KNOWN: Final = "the local authority's name is not known"
COUNCIL_NOT_SAID: Final = "the council is blank and cannot be told from the integration authority"
DOUBTS: Final = (COUNCIL_NOT_KNOWN, AUTHORITY_NOT_KNOWN, COUNCIL_NOT_SAID)
#: A name may be a council's and a partnership's at once: the council is meant.
KINDS: Final = ("council", "integration_authority")
ZONES: Final = ("data_zone", "lsoa")


def placed_in_areas(
    services: pl.DataFrame, areas: pl.DataFrame, membership: pl.DataFrame
) -> pl.DataFrame:
    """Services with the council that their reader could not tell.

    The published name of the council decides, then the data zone, then an integration authority
    that is one council. A doubt about the council goes when the council is found.
    """
    missing = services.select(
        pl.col("council_code").is_null() & ~_outside(services["council_name"])
    ).to_series()
    if not missing.any():
        return services
    authorities = _one_council(areas, membership)
    found = pl.coalesce(
        _by_name(services["council_name"], names_of(areas, "council")),
        _looked_up("data_zone", dict(_edges(membership, ZONES, "council").iter_rows())),
        _by_name(services["integration_authority_name"], authorities),
    )
    rows = services.with_columns(
        council_code=pl.when(missing).then(found).otherwise("council_code")
    )
    return _without_the_doubt(rows, missing & rows["council_code"].is_not_null())


def named_areas(rows: pl.DataFrame, areas: pl.DataFrame) -> pl.DataFrame:
    """Figures with the code (and kind) of an area that their reader knew only by name."""
    missing = rows["area_code"].is_null()
    if not missing.any():
        return rows
    found: dict[str, tuple[str, str]] = {}
    for name in rows.filter(missing)["area_name"].drop_nulls().unique().to_list():
        for kind in ("health_board",) if name.upper().startswith("NHS ") else KINDS:
            code = names_of(areas, kind).get(plain_name_of_area(name))
            if code is not None:
                found.setdefault(name, (code, kind))
    codes = {name: code for name, (code, _) in found.items()}
    kinds = {name: kind for name, (_, kind) in found.items()}
    here = missing & rows["area_name"].is_in(list(found))
    now = {"area_code": _looked_up("area_name", codes), "area_kind": _looked_up("area_name", kinds)}
    return rows.with_columns(
        pl.when(here).then(known).otherwise(column).alias(column)
        for column, known in now.items()
        if column in rows.columns
    )


def plain_name_of_area(name: str) -> str:
    """A name as any office may spell it: 'NHS Forth Valley', 'Council of Elmshire'."""
    return plain_area_name(name.removeprefix("NHS ")) or name.strip().lower()


def names_of(areas: pl.DataFrame, kind: str) -> dict[str, str]:
    """Codes of a kind of area by plain name; a name that two areas share tells neither."""
    listed = areas.filter(pl.col("kind") == kind).drop_nulls("name").unique(["code", "name"])
    codes: dict[str, set[str]] = {}
    for code, name in listed.select("code", "name").iter_rows():
        codes.setdefault(plain_name_of_area(name), set()).add(code)
    return {name: min(found) for name, found in codes.items() if len(found) == 1}


def councils_within(membership: pl.DataFrame, kind: str) -> dict[str, tuple[str, ...]]:
    """The councils that each board or partnership is made of, as the look-ups say.

    A council belongs when a look-up says so, or when every one of its data zones does.
    """
    direct = _edges(membership, ("council",), kind)
    zones = _edges(membership, ZONES, "council").rename({"parent_code": "council"})
    upper = _edges(membership, ZONES, kind)
    through = (
        zones.join(upper, on="code", how="left")
        .group_by("council")
        .agg(pl.col("parent_code").unique())
        .filter(pl.col("parent_code").list.len() == 1)
        .explode("parent_code", empty_as_null=True, keep_nulls=True)
        .drop_nulls()
        .select(code="council", parent_code="parent_code")
    )
    together = pl.concat([direct, through]).unique().sort("parent_code", "code")
    made: dict[str, tuple[str, ...]] = {}
    for code, parent in together.iter_rows():
        made[parent] = (*made.get(parent, ()), code)
    return made


def _edges(membership: pl.DataFrame, kinds: tuple[str, ...], parent_kind: str) -> pl.DataFrame:
    return (
        membership.filter(pl.col("kind").is_in(kinds) & (pl.col("parent_kind") == parent_kind))
        .select("code", "parent_code")
        .unique("code", keep="first", maintain_order=True)
    )


def _one_council(areas: pl.DataFrame, membership: pl.DataFrame) -> dict[str, str]:
    """The council of each integration authority that has only one."""
    made = councils_within(membership, "integration_authority")
    named = names_of(areas, "integration_authority").items()
    return {name: made[code][0] for name, code in named if len(made.get(code, ())) == 1}


def _by_name(written: pl.Series, known: dict[str, str]) -> pl.Expr:
    """The code of each name in a column, however it is spelled."""
    spellings = written.drop_nulls().unique().to_list()
    plain = {spelling: plain_name_of_area(spelling) for spelling in spellings}
    codes = {spelling: known[name] for spelling, name in plain.items() if name in known}
    return _looked_up(written.name, codes)


def _looked_up(column: str, codes: dict[str, str]) -> pl.Expr:
    return pl.col(column).replace_strict(codes, default=None, return_dtype=pl.String())


def _outside(council_name: pl.Series) -> pl.Expr:
    names = council_name.drop_nulls().unique().to_list()
    abroad = [name for name in names if is_outside_scotland(name)]
    return pl.col("council_name").is_in(abroad).fill_null(value=False)


def _without_the_doubt(services: pl.DataFrame, placed: pl.Series) -> pl.DataFrame:
    """A doubtful row of which no doubt remains is counted as plainly as any other."""
    told = pl.element().filter(~pl.element().is_in(DOUBTS))
    left = pl.col("doubt").str.split("; ").list.eval(told).list.join("; ")
    rows = services.with_columns(
        doubt=pl.when(placed & (left != "")).then(left).when(~placed).then("doubt")
    )
    settled = placed & services["doubt"].is_not_null() & rows["doubt"].is_null()
    lifted = settled & (services["counting"] == "doubtful")
    return rows.with_columns(counting=pl.when(lifted).then(pl.lit("counted")).otherwise("counting"))
