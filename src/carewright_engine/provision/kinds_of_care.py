"""Kinds of care as people speak of them, gathered from what registers call them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl


@dataclass(frozen=True, slots=True)
class KindOfCare:
    """A kind of care: its words, and what may be said about it.

    `patterns` are tried, lower case, against the register's kind. `has_walls` says whether
    distance to it means anything: people go to a day centre, home care comes to them.
    `measure` is what its provision is counted in.
    """

    key: str
    name: str
    one: str
    many: str
    patterns: tuple[str, ...]
    children: bool = False
    has_walls: bool = False
    measure: str = "staff_wte"


KINDS: Final = (
    KindOfCare(
        "children_homes",
        "Children's homes",
        "home",
        "homes",
        (r"care home.*children", r"children'?s home"),
        children=True,
        has_walls=True,
        measure="places",
    ),
    KindOfCare(
        # A place for a short break is not a place to live, whatever group it is for.
        "short_breaks",
        "Short breaks in care homes",
        "home",
        "homes",
        (r"^care home.*(respite|short break)",),
        has_walls=True,
        measure="places",
    ),
    KindOfCare(
        "care_homes",
        "Care homes",
        "home",
        "homes",
        (r"^care home", r"^nursing home", r"^residential home", r"residential social care"),
        has_walls=True,
        measure="places",
    ),
    KindOfCare(
        "day_care_children",
        "Day care of children",
        "service",
        "services",
        (r"day care of children", r"nurser(y|ies)", r"playgroup", r"creche"),
        children=True,
        has_walls=True,
        measure="places",
    ),
    KindOfCare(
        "day_support",
        "Day and other support",
        "service",
        "services",
        (
            r"other than care at home",
            r"^support service(: adult.*)?$",
            r"day ?care",
            r"day (centre|club|support|service)",
        ),
        has_walls=True,
        measure="places",
    ),
    KindOfCare(
        "care_at_home",
        "Care at home",
        "service",
        "services",
        (r"care at home", r"homecare", r"home care", r"domiciliary"),
    ),
    KindOfCare(
        "housing_support",
        "Housing support",
        "service",
        "services",
        (r"^housing support", r"supported living", r"extra care housing"),
    ),
    KindOfCare("nurse_agencies", "Nurse agencies", "agency", "agencies", (r"nurse agency",)),
    KindOfCare(
        "adult_placement",
        "Adult placement",
        "service",
        "services",
        (r"^adult placement", r"shared lives"),
    ),
    KindOfCare(
        "offender_accommodation",
        "Offender accommodation",
        "service",
        "services",
        (r"^offender accommodation",),
        has_walls=True,
        measure="places",
    ),
    KindOfCare(
        "childminding",
        "Childminding",
        "childminder",
        "childminders",
        (r"^child ?minding",),
        children=True,
        measure="places",
    ),
    KindOfCare(
        "fostering_adoption",
        "Fostering and adoption",
        "service",
        "services",
        (r"^fostering", r"^adoption"),
        children=True,
    ),
    KindOfCare(
        "child_care_agencies",
        "Child care agencies",
        "agency",
        "agencies",
        (r"^child ?care agency",),
        children=True,
    ),
    KindOfCare(
        "school_accommodation",
        "School and secure accommodation",
        "service",
        "services",
        (r"^school care accommodation", r"^secure accommodation"),
        children=True,
        has_walls=True,
        measure="places",
    ),
)
OTHER: Final = KindOfCare("other", "Other services", "service", "services", ())
KIND_BY_KEY: Final = {kind.key: kind for kind in (*KINDS, OTHER)}

CARE_GROUPS: Final = {
    "older_people": "older people",
    "learning_disability": "people with a learning disability",
    "mental_health": "people with mental health problems",
    "physical_sensory": "people with a physical or sensory impairment",
    "substance_use": "people who use alcohol or drugs",
    "adults": "adults (group not said)",
    "children": "children and young people",
    "carers": "unpaid carers",
    "other": "other groups",
}

# Bands of age that provision may be divided by: first and last year of age.
AGES: Final = {
    "0-17": (0, 17),
    "18-64": (18, 64),
    "65+": (65, None),
    "75+": (75, None),
    "85+": (85, None),
    "all": (0, None),
}
AGES_IN_WORDS: Final = {
    "0-17": "aged under 18",
    "18-64": "aged 18 to 64",
    "65+": "aged 65 and over",
    "75+": "aged 75 and over",
    "85+": "aged 85 and over",
    "all": "of all ages",
}


def kind_key() -> pl.Expr:
    """The key of the first kind of care whose pattern the register's kind fits."""
    called = pl.col("kind").str.to_lowercase()
    chosen = pl.lit(OTHER.key)
    for kind in reversed(KINDS):
        fits = called.str.contains("|".join(kind.patterns))
        if kind.key == "children_homes":
            fits = fits | (
                called.str.starts_with("care home") & (pl.col("care_group") == "children")
            )
        chosen = pl.when(fits).then(pl.lit(kind.key)).otherwise(chosen)
    return chosen


def for_children() -> pl.Expr:
    """Whether a row is for children: its kind is, or its care group says so."""
    keys = [kind.key for kind in KINDS if kind.children]
    return pl.col("kind_key").is_in(keys) | (pl.col("care_group") == "children")


def ages_for(kind: KindOfCare, care_group: str | None) -> tuple[str, ...]:
    """The ages by which provision may be divided, the most telling first.

    Children's services are never divided by people aged 65 and over, and homes for adults
    with a learning disability mostly support people under 65.
    """
    if kind.children or care_group == "children":
        return ("0-17",)
    if care_group in ("learning_disability", "mental_health", "physical_sensory", "substance_use"):
        return ("18-64",)
    return ("75+", "65+", "85+") if care_group == "older_people" else ("65+", "75+", "85+")


def name_of(kind: KindOfCare, care_group: str | None) -> str:
    """'Care homes for older people'; the kind alone when all groups are taken together."""
    return f"{kind.name} for {CARE_GROUPS[care_group]}" if care_group else kind.name
