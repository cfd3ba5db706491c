"""Whether a service counts, who runs it, and where it lies, as the register says."""

from __future__ import annotations

from datetime import date
from typing import Final

import polars as pl

from carewright_engine.tables.council_companies import council_companies_on
from carewright_engine.tables.councils import is_outside_scotland, resolve_council, sole_council_of
from carewright_engine.tables.names import plain_name

COUNTED: Final = ("active", "proposing to cancel")
SECTORS: Final = (
    (r"^local auth|council", "council"),
    (r"health", "health_board"),
    (r"^priv", "private"),
    (r"^vol|not.for.profit|charit|third", "voluntary"),
)


def standing() -> pl.Expr:
    """`counted` for a running service, `doubtful` when the status is blank, otherwise `apart`."""
    status = pl.col("status").str.to_lowercase()
    return (
        pl.when(status.is_null())
        .then(pl.lit("doubtful"))
        .when(status.is_in(COUNTED))
        .then(pl.lit("counted"))
        .otherwise(pl.lit("apart"))
    )


def sector(column: str = "service_type") -> pl.Expr:
    """council, health_board, private or voluntary; null when the register does not say."""
    text = pl.col(column).str.to_lowercase()
    return pl.coalesce(
        pl.when(text.str.contains(pattern)).then(pl.lit(name)) for pattern, name in SECTORS
    )


def with_public_class(rows: pl.DataFrame, as_at: date) -> pl.DataFrame:
    """Rows with `public_class` and `public_basis`: a proposal that a person confirms.

    Health-board services leave "provided by local authority" blank and council-owned
    companies are filed as private, so neither column alone tells what is publicly run.
    """
    owned = council_companies_on(as_at)
    names = rows["provider_name"].drop_nulls().unique().to_list()
    basis = {
        name: f"{company.name} is on the list of council-owned companies ({company.source})"
        for name in names
        if (company := owned.get(plain_name(name)))
    }
    company_basis = pl.col("provider_name").replace_strict(
        basis, default=None, return_dtype=pl.String()
    )
    by_council = pl.col("by_council").str.to_lowercase().is_in(["yes", "y", "true"])
    found = [
        ("council", pl.col("sector") == "council", "the register files it under local authority"),
        ("health_board", pl.col("sector") == "health_board", "the register files it under NHS"),
        ("council", by_council, 'the register says "provided by local authority"'),
    ]
    classes = [pl.when(holds).then(pl.lit(name)) for name, holds, _ in found]
    bases = [pl.when(holds).then(pl.lit(words)) for _, holds, words in found]
    in_company = pl.when(company_basis.is_not_null()).then(pl.lit("council_company"))
    return rows.with_columns(
        public_class=pl.coalesce(*classes, in_company),
        public_basis=pl.coalesce(*bases, company_basis),
    )


def with_council(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows with `council_code`, `outside` for those beyond Scotland, and `misnamed`.

    One strange name among known councils is a slip of the pen. A file in which every name is
    strange is of a region whose areas come with look-ups of their own.
    """
    councils = {name: resolve_council(name) for name in _names(rows, "council")}
    authorities = {name: sole_council_of(name) for name in _names(rows, "integration_authority")}
    return rows.with_columns(
        council_code=pl.coalesce(
            _resolved("council", councils),
            pl.when(pl.col("council").is_null()).then(
                _resolved("integration_authority", authorities)
            ),
        ),
        outside=pl.col("council")
        .fill_null(pl.col("integration_authority"))
        .is_in([name for name in {*councils, *authorities} if is_outside_scotland(name)])
        .fill_null(False),
        misnamed=pl.col("council").is_in(_strange(councils)).fill_null(False),
    )


def _strange(councils: dict[str, str | None]) -> list[str]:
    unknown = [n for n, code in councils.items() if code is None and not is_outside_scotland(n)]
    return unknown if any(councils.values()) else []


def _names(rows: pl.DataFrame, column: str) -> list[str]:
    return sorted(rows[column].drop_nulls().unique().to_list())


def _resolved(column: str, codes: dict[str, str | None]) -> pl.Expr:
    return pl.col(column).replace_strict(codes, default=None, return_dtype=pl.String())


def with_combined(rows: pl.DataFrame) -> pl.DataFrame:
    """Combined registrations linked only where each names the other."""
    pairs = rows.select("service_id", "combined_with").drop_nulls()
    mutual = pairs.join(
        pairs.rename({"service_id": "combined_with", "combined_with": "service_id"}),
        on=["service_id", "combined_with"],
    ).filter(pl.col("service_id") != pl.col("combined_with"))
    linked = mutual.unique("service_id", keep="first", maintain_order=True)
    return rows.drop("combined_with").join(
        linked, on="service_id", how="left", maintain_order="left"
    )
