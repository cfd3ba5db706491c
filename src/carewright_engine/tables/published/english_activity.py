"""The words of English councils' activity returns, read into the activity table."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import Matching
from carewright_engine.tables.published.age_bands import age_band
from carewright_engine.tables.published.english_councils import with_council
from carewright_engine.tables.published.figures import figure, is_absent
from carewright_engine.tables.reading import Field

SUPPORT: Final = Field("support", (r"support_type|care_type",), "long term or short term")
AGE: Final = Field("age", (r"age_(?:category|bands?|group)",), "ages", required=True)
REASON: Final = Field(
    "reason", (r"primary_support_reason",), "primary support reasons", required=True
)
SERVICE: Final = Field(
    "service",
    (r"service_delivery_mechanism|(?:long_term_)?support_?setting",),
    "kinds of care",
    required=True,
)
PROVISION: Final = Field(
    "provision", (r"(?:activity_?)?provision",), "in-house or external provision", required=True
)
KIND_OF_CARE: Final = {
    "residential": ("residential", "weeks"),
    "nursing": ("nursing", "weeks"),
    "home care": ("care_at_home", "hours"),
    "day care": ("day_care", "people"),
    "to maximise independence": ("other", "weeks"),
}
PROVISIONS: Final = {
    "in house": "in_house",
    "in house provision": "in_house",
    "external": "external",
    "external provision": "external",
    "total provision": "",
    "99": "",  # the series writes 99 for all provision together
}
WEEKS: Final = (
    "Figures are weeks of care that the council paid for in the year, as the returns define."
)
NOT_ALL: Final = "People who pay for themselves are not in the returns."


def described(rows: pl.DataFrame, matching: Matching) -> pl.DataFrame:
    """`kind`, `measure`, `detail` and `age_band`, from the return's own words."""
    service = _words(matching, "service")
    purpose = _words(matching, "purpose")
    care = pl.when(service.is_in(["", "-"])).then(purpose).otherwise(service)
    kinds = {words: kind for words, (kind, _) in KIND_OF_CARE.items()}
    measures = {words: measure for words, (_, measure) in KIND_OF_CARE.items()}
    reason = matching.header("reason")
    parts = [
        pl.when(care == "to maximise independence").then(pl.lit("to maximise independence")),
        _words(matching, "provision").replace_strict(PROVISIONS, default=None).replace("", None),
        pl.col(reason) if reason else pl.lit(None, pl.String),
    ]
    age = matching.header("age")
    bands = {text: age_band(text) for text in rows[age].drop_nulls().unique()} if age else {}
    return rows.with_columns(
        kind=care.replace_strict(kinds, default=None, return_dtype=pl.String()),
        measure=care.replace_strict(measures, default=None, return_dtype=pl.String()),
        detail=pl.concat_str(parts, separator="; ", ignore_nulls=True),
        provided=_words(matching, "provision").is_in(list(PROVISIONS)),
        age_band=pl.col(age).replace_strict(bands, default=None, return_dtype=pl.String())
        if age
        else pl.lit("not_said"),
    )


def _words(matching: Matching, meaning: str) -> pl.Expr:
    header = matching.header(meaning)
    return pl.col(header).str.to_lowercase().fill_null("") if header else pl.lit("")


def left_out(rows: pl.DataFrame, matching: Matching, otherwise: pl.Expr) -> pl.DataFrame:
    """Rows that are not weeks, hours or people in a kind of care: headings, notes, counts."""
    told = pl.col("kind").is_not_null() & pl.col("provided") & pl.col("age_band").is_not_null()
    return rows_where(
        rows,
        ~(told | otherwise).fill_null(False),
        column=matching.matched["service"],
        reason="the row does not say which kind of care, whose provision and which ages it counts",
        mend="Nothing, when it is a note or a heading; else fill in those columns.",
    )


def activity_rows(long: pl.DataFrame) -> pl.DataFrame:
    return with_council(long).with_columns(
        value=figure("written"),
        sex=pl.lit("all"),
        period_kind=pl.lit("financial_year"),
        flag=pl.when(is_absent("written")).then(pl.lit("not_available")),
    )
