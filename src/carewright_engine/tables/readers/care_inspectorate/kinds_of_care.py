"""What a service is and whom it is for, from the register's own classes."""

from __future__ import annotations

from typing import Final

import polars as pl

CARE_HOME: Final = "Care Home Service"
SUPPORT: Final = "Support Service"
SUBDIVIDED: Final = (CARE_HOME, SUPPORT)
# For services that come to people's homes, or that place people with others, the register
# writes 0 places when none are stated: 675 of 1,095 care-at-home services in 2022.
WITHOUT_WALLS: Final = (
    "Housing Support Service",
    "Nurse Agency",
    "Fostering Service",
    "Adoption Service",
    "Adult Placement Service",
    "Child Care Agency",
)
FOR_CHILDREN: Final = (
    "Child Minding",
    "Day Care of Children",
    "Fostering Service",
    "Adoption Service",
    "School Care Accommodation Service",
    "Secure Accommodation Service",
    "Child Care Agency",
)
# First match wins; tried on the subtype, then on the care home's main area of care.
GROUPS: Final = (
    (r"child|young people", "children"),
    (r"older people|dementia|frail", "older_people"),
    (r"learning (disab|diffic)|autis", "learning_disability"),
    (r"alcohol|drug|substance|korsakoff", "substance_use"),
    (r"mental", "mental_health"),
    (r"physical|sensory|visual|hearing|neurolog|brain injury", "physical_sensory"),
    (r"mothers and children|blood.borne|palliative", "other"),
)


def is_care_at_home() -> pl.Expr:
    """Support with care in the person's own home."""
    return pl.col("subtype").str.to_lowercase().eq("care at home").fill_null(False)


def kind() -> pl.Expr:
    """The kind of care service, with the subtype for care homes and support services."""
    divided = pl.col("care_service").is_in(SUBDIVIDED) & pl.col("subtype").is_not_null()
    named = pl.concat_str("care_service", pl.lit(": "), "subtype")
    return pl.when(divided).then(named).otherwise(pl.col("care_service"))


def care_group() -> pl.Expr:
    """Whom the service is for: the subtype says it best, then the main area, then the clients."""
    clients = pl.col("client_group").str.to_lowercase()
    return pl.coalesce(
        _group_in("subtype", pl.col("care_service") == CARE_HOME),
        _group_in("main_area_of_care", pl.col("care_service") == CARE_HOME),
        pl.when(pl.col("care_service") == "Offender Accommodation Service").then(pl.lit("other")),
        pl.when(clients.str.starts_with("child")).then(pl.lit("children")),
        pl.when(clients.str.starts_with("adult")).then(pl.lit("adults")),
        pl.when(pl.col("care_service").is_in(FOR_CHILDREN)).then(pl.lit("children")),
        pl.lit("adults"),
    )


def _group_in(column: str, applies: pl.Expr) -> pl.Expr:
    # "Mental health problems (other than dementia)" is named after what it is not.
    text = pl.col(column).str.to_lowercase().str.replace(r"\(?other than dementia\)?", "")
    found = pl.coalesce(
        pl.when(text.str.contains(pattern)).then(pl.lit(group)) for pattern, group in GROUPS
    )
    return pl.when(applies).then(found)


def has_no_walls() -> pl.Expr:
    """Whether 0 places means that none are stated."""
    return is_care_at_home() | pl.col("care_service").is_in(WITHOUT_WALLS)
