"""The same file and the same 33 rules, in the peers' own ways of saying them."""

from __future__ import annotations

import csv
import importlib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import polars as pl

from bench.harness import Answer
from carewright_engine.tables.visit_schema import CODES, DATES, FREE_TEXT, RULES


def answer(counts: Mapping[str, int], refused: int, rows: int) -> Answer:
    """What all must agree on: how many rows break each rule, and how many break any."""
    broken = {rule.code: counts.get(rule.code, 0) for rule in RULES}
    return {"rows": rows, "refused": refused, "broken": broken}


def pydantic_by_row(file: Path) -> Answer:
    """A model that every row is validated by, read as pydantic's documentation reads CSV."""
    from pydantic import ValidationError

    model = _pydantic_model()
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    rows = refused = 0
    with file.open(newline="", encoding="utf-8") as lines:
        for cells in csv.DictReader(lines):
            rows += 1
            row = {name: cell or None for name, cell in cells.items()}
            found: set[str] = set()
            try:
                model.model_validate(row)
            except ValidationError as error:
                found = {_rule_code(one) for one in error.errors(include_url=False)}
            if row["visit_ref"] in seen:
                found.add("visit_ref:unique")
            seen.add(row["visit_ref"] or "")
            counts.update(found)
            refused += bool(found)
    return answer(counts, refused, rows)


def _pydantic_model() -> Any:
    from pydantic import BaseModel, Field, ValidationInfo, create_model, field_validator

    class Ordered(BaseModel):
        """The rule across two fields, as the documentation says it: the earlier one is known."""

        event_start: date | None = None
        event_end: date | None = None

        @field_validator("event_end")
        @classmethod
        def not_before_start(cls, end: date | None, info: ValidationInfo) -> date | None:
            start = info.data.get("event_start")
            if end is not None and start is not None and end < start:
                raise ValueError("event_end is before event_start")
            return end

    fields: dict[str, Any] = {
        column: (Literal[allowed] | None, None) for column, allowed in CODES.items()
    }
    fields |= {column: (str | None, None) for column in FREE_TEXT}
    fields |= {column: (date | None, None) for column in ("review_date", "date_of_birth")}
    fields |= {column: (str | None, None) for column in ("postcode_sector", "specification")}
    fields |= {
        "visit_ref": (str, ...),
        "person_id": (Annotated[str, Field(pattern="^P[0-9]{9}$")], ...),
        "council_code": (Annotated[str, Field(pattern="^E0[0-9]{7}$")], ...),
        "age": (Annotated[int, Field(ge=18, le=120)], ...),
        "cost": (Annotated[float, Field(ge=0, le=100_000)], ...),
        "hours": (Annotated[float, Field(ge=0, le=168)], ...),
        "units": (Annotated[int, Field(ge=1, le=1_000_000)], ...),
        "currency": (Literal["GBP"], ...),
    }
    return create_model("Activity", __base__=Ordered, **fields)


def _rule_code(error: Mapping[str, Any]) -> str:
    """Our name for the rule behind an error."""
    column = error["loc"][0]
    if error["type"] == "value_error":
        return f"{column}:order"
    if column in DATES:
        return f"{column}:date"
    kinds = {"person_id": "form", "council_code": "form", "visit_ref": "unique"}
    number = column in ("age", "cost", "hours", "units")
    return f"{column}:{'range' if number else kinds.get(column, 'code')}"


def pandera_by_column(file: Path) -> Answer:
    """A schema of columns and checks over the same Polars; all failures are collected."""
    schema_errors = importlib.import_module("pandera.errors").SchemaErrors
    frame = pl.read_csv(file, infer_schema=False)
    counts: dict[str, int] = {}
    refused: set[int] = set()
    try:
        _pandera_schema().validate(frame, lazy=True)
    except schema_errors as errors:
        found = errors.failure_cases.select("check", "column", "index")
        # A failed check of a column is named by the check; uniqueness by pandera itself.
        code = pl.when(pl.col("check").str.contains(":")).then(pl.col("check"))
        named = found.with_columns(code.otherwise(pl.format("{}:unique", "column")).alias("code"))
        counts = dict(named.group_by("code").len().iter_rows())
        refused = set(named["index"])
    return answer(counts, len(refused), frame.height)


def _pandera_schema() -> Any:
    pa: Any = importlib.import_module("pandera.polars")

    def check(code: str, passes: pl.Expr) -> Any:
        return pa.Check(lambda given: given.lazyframe.select(passes.alias(code)), error=code)

    def column(name: str, *checks: Any, blank: bool = False, unique: bool = False) -> Any:
        return pa.Column(str, list(checks), nullable=blank, unique=unique)

    def day(name: str) -> pl.Expr:
        return pl.col(name).str.to_date("%Y-%m-%d", strict=False)

    def number(name: str, kind: type[pl.DataType], low: float, high: float) -> Any:
        value = pl.col(name).cast(kind, strict=False)
        return column(name, check(f"{name}:range", value.is_between(low, high).fill_null(False)))

    coded = {
        name: column(name, pa.Check.isin(allowed, error=f"{name}:code"), blank=True)
        for name, allowed in CODES.items()
    }
    dated = {
        name: column(
            name,
            check(f"{name}:date", pl.col(name).is_null() | day(name).is_not_null()),
            blank=True,
        )
        for name in DATES
    }
    person = pa.Check.str_matches("^P[0-9]{9}$", error="person_id:form")
    council = pa.Check.str_matches("^E0[0-9]{7}$", error="council_code:form")
    in_order = (day("event_end") >= day("event_start")).fill_null(True)
    return pa.DataFrameSchema(
        {
            **coded,
            **dated,
            "age": number("age", pl.Int64, 18, 120),
            "cost": number("cost", pl.Float64, 0, 100_000),
            "hours": number("hours", pl.Float64, 0, 168),
            "units": number("units", pl.Int64, 1, 1_000_000),
            "person_id": column("person_id", person),
            "council_code": column("council_code", council),
            "currency": column("currency", pa.Check.equal_to("GBP", error="currency:code")),
            "visit_ref": column("visit_ref", unique=True),
        },
        checks=[check("event_end:order", in_order)],
    )
