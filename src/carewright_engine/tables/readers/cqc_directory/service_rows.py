"""The directory's locations as canonical services."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.cells import day, flag, number, whole
from carewright_engine.tables.english_councils import resolve_english_council
from carewright_engine.tables.postcodes import postcode
from carewright_engine.tables.readers.cqc_directory.fields import BANDS, SERVICE_TYPES
from carewright_engine.tables.schemas import SERVICE

REGISTER: Final = "cqc"
RATINGS: Final = ("Outstanding", "Good", "Requires improvement", "Inadequate")
CARE_HOME: Final = r"^Care home service"
ANY_HOME: Final = "Care home service"  # short editions do not say whether with nursing
HOMES: Final = ("Care home service with nursing", "Care home service without nursing")
NOT_STATED: Final = "Adult social care, type not stated"
# How councils, and companies and trusts of theirs, name themselves in the directory.
COUNCIL_NAME: Final = (
    r"(?i)(\bcouncil$|\bcouncil of the isles|^(the )?(london|royal) borough of |^council of |"
    r"\bmetropolitan borough$|\bcity of london corporation|^city of london$)"
)
NHS_NAME: Final = r"(?i)\bNHS\b.*\btrust\b|\bintegrated care board\b"


def with_types_and_bands(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows with each type and band as yes or no, from its column or from the public list."""
    types = [
        _said(f"type:{name}", "service_types", words).alias(f"type:{name}")
        for name, _, words in SERVICE_TYPES
    ]
    bands = [
        _said(f"band:{name}", "specialisms", words).alias(f"band:{name}")
        for name, _, words in BANDS
    ]
    told = rows.with_columns(*types, *bands)
    nursing, residential = (pl.col(f"type:{name}") for name in HOMES)
    return told.with_columns(
        pl.col(f"type:{ANY_HOME}") & ~nursing & ~residential,
    )


def _said(column: str, listed_in: str, words: str) -> pl.Expr:
    listed = pl.col(listed_in).str.to_lowercase().str.contains(words.lower(), literal=True)
    return pl.coalesce(flag(column), listed, pl.lit(False))


def services(rows: pl.DataFrame) -> pl.DataFrame:
    """One canonical service a row; `rows` have types, bands, `as_at` and `doubt`."""
    return SERVICE.conform(
        rows.with_columns(
            register=pl.lit(REGISTER),
            kind=kind(),
            care_service=kind(),
            subtype=_all_types(),
            care_group=care_group(),
            sector=sector(),
            counting=counting(),
        ).with_columns(
            *_public_class(),
            brand=pl.col("brand").str.replace(r"^BRAND\s+", "").replace("-", None),
            status=pl.when(flag("dormant")).then(pl.lit("Dormant")).otherwise(pl.lit("Active")),
            registered_on=day("started"),
            address=_address(),
            postcode=postcode("postcode"),
            council_name="council",
            latitude=_degrees("latitude", 49.0, 61.0),
            longitude=_degrees("longitude", -9.0, 2.5),
            places=_beds(),
            beds=_beds(),
            combined_with=_first_registration(),
            rating=rating(),
            graded_on=day("rated"),
            inspected_on=day("checked"),
        )
    )


def kind() -> pl.Expr:
    """The most telling service type; a care home before the home care it may also give."""
    named = [pl.when(pl.col(f"type:{name}")).then(pl.lit(name)) for name, _, _ in SERVICE_TYPES]
    by_category = pl.when(pl.col("category").str.contains("(?i)^residential")).then(
        pl.lit(ANY_HOME)
    )
    unnamed = pl.when(is_adult_social_care()).then(pl.lit(NOT_STATED))
    return pl.coalesce(*named, by_category, unnamed, pl.col("category"), pl.lit("Not stated"))


def _all_types() -> pl.Expr:
    """Every social care type that the location has, when it has more than one."""
    named = [pl.when(pl.col(f"type:{name}")).then(pl.lit(name)) for name, _, _ in SERVICE_TYPES]
    several = pl.sum_horizontal(f"type:{name}" for name, _, _ in SERVICE_TYPES) > 1
    return pl.when(several).then(pl.concat_str(named, separator="; ", ignore_nulls=True))


def is_adult_social_care() -> pl.Expr:
    """Whether the regulator inspects it as adult social care; dentists and hospitals are not."""
    directorate = pl.col("directorate").str.to_lowercase().str.contains("adult social care")
    any_type = pl.any_horizontal(f"type:{name}" for name, _, _ in SERVICE_TYPES)
    return directorate.fill_null(any_type)


def care_group() -> pl.Expr:
    """Whom the location is for, as far as its bands single a group out; else adults.

    Most home-care agencies tick nearly every band, so a group is named only when the bands
    that would speak against it are not ticked. Whole numbers of people are not known.
    """
    has = {name: pl.col(f"band:{name}") for name, _, _ in BANDS}
    older = has["older"] | has["dementia"]
    adult = pl.any_horizontal(*(has[name] for name in has if name != "children"))
    other_needs = older | has["learning"] | has["mental"]
    return (
        pl.when(has["children"] & ~adult)
        .then(pl.lit("children"))
        .when(older & ~has["learning"] & ~has["substances"])
        .then(pl.lit("older_people"))
        .when(has["learning"] & ~has["dementia"] & ~(has["older"] & has["physical"]))
        .then(pl.lit("learning_disability"))
        .when(has["substances"] & ~other_needs)
        .then(pl.lit("substance_use"))
        .when(has["mental"] & ~older & ~has["learning"])
        .then(pl.lit("mental_health"))
        .when((has["physical"] | has["sensory"]) & ~other_needs)
        .then(pl.lit("physical_sensory"))
        .otherwise(pl.lit("adults"))
    )


def is_council_name() -> pl.Expr:
    """Whether the provider's name is that of a council."""
    return pl.col("provider_name").str.contains(COUNCIL_NAME).fill_null(False)


def sector() -> pl.Expr:
    """Council and NHS by name or ownership; voluntary by charity number; private by company."""
    ownership = pl.col("ownership").str.to_lowercase()
    nhs = pl.col("provider_name").str.contains(NHS_NAME).fill_null(False)
    owned_by_nhs = (
        ownership.str.contains("nhs") | pl.col("type").str.contains(r"(?i)^nhs")
    ).fill_null(False)
    private = ownership.str.contains("individual|partnership") | (
        pl.col("company_number").is_not_null() & pl.col("charity_number").is_null()
    )
    return (
        pl.when(is_council_name() | ownership.str.contains("local authority").fill_null(False))
        .then(pl.lit("council"))
        .when(nhs | owned_by_nhs)
        .then(pl.lit("health_board"))
        .when(pl.col("charity_number").is_not_null())
        .then(pl.lit("voluntary"))
        .when(private.fill_null(False))
        .then(pl.lit("private"))
    )


def _public_class() -> tuple[pl.Expr, pl.Expr]:
    company = pl.col("company_basis").is_not_null()
    public = (
        pl.when(pl.col("sector").is_in(["council", "health_board"]))
        .then(pl.col("sector"))
        .when(company)
        .then(pl.lit("council_company"))
    )
    basis = (
        pl.when(pl.col("sector") == "council")
        .then(pl.lit("the provider's name or ownership is a council's"))
        .when(pl.col("sector") == "health_board")
        .then(pl.lit("the provider's name or ownership is the NHS's"))
        .otherwise(pl.col("company_basis"))
    )
    return public.alias("public_class"), basis.alias("public_basis")


def counting() -> pl.Expr:
    """Dormant locations, second registrations of one place and health care stand apart."""
    dormant = flag("dormant").fill_null(False)
    second = _first_registration().is_not_null()
    return (
        pl.when(dormant | second | ~is_adult_social_care())
        .then(pl.lit("apart"))
        .when(pl.col("doubt").is_not_null())
        .then(pl.lit("doubtful"))
        .otherwise(pl.lit("counted"))
    )


def _first_registration() -> pl.Expr:
    """The location that this one repeats, where two providers register one place jointly."""
    return pl.when(pl.col("dual_primary_id") != pl.col("service_id")).then("dual_primary_id")


def _beds() -> pl.Expr:
    """Beds of a care home; 0 beds are none stated, and other services have none to state."""
    found = whole("beds")
    return pl.when(kind().str.contains(CARE_HOME) & (found > 0)).then(found)


def rating() -> pl.Expr:
    """One of the four ratings; unrated and "insufficient evidence" are no rating."""
    text = pl.col("rating").str.to_lowercase()
    return text.replace_strict(
        {word.lower(): word for word in RATINGS}, default=None, return_dtype=pl.String()
    )


def _address() -> pl.Expr:
    joined = pl.concat_str("address_1", "address_2", separator=", ", ignore_nulls=True)
    return pl.when(joined != "").then(joined)


def _degrees(column: str, least: float, most: float) -> pl.Expr:
    found = number(column)
    return pl.when(found.is_between(least, most)).then(found)


def with_council(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows with `council_code`, where the name is known."""
    names = rows["council"].drop_nulls().unique().to_list()
    codes = {name: resolve_english_council(name) for name in names}
    return rows.with_columns(
        council_code=pl.col("council").replace_strict(codes, default=None, return_dtype=pl.String())
    )
