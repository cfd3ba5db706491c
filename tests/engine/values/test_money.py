"""Money is whole pence, and an exact amount becomes whole pence in one way only."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright_engine.tables.published.figures import pence_of
from carewright_engine.values.money import in_pounds, rounded_ratio, whole_pence


@pytest.mark.parametrize(
    ("exact", "pence"),
    [("0.5", 1), ("1.5", 2), ("2.5", 3), ("2.4999", 2), ("-0.5", -1), ("-2.5", -3), ("0", 0)],
)
def test_half_a_penny_goes_up_and_below_nought_away_from_it(exact: str, pence: int) -> None:
    assert whole_pence(Decimal(exact)) == whole_pence(Fraction(exact)) == pence


@given(st.decimals(-(10**15), 10**15, places=6))
def test_it_is_the_half_up_of_decimal_arithmetic(exact: Decimal) -> None:
    with localcontext(prec=60):
        assert whole_pence(exact) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


@given(st.integers(), st.integers(min_value=1))
def test_a_ratio_is_never_rounded_by_more_than_a_half(numerator: int, denominator: int) -> None:
    off = abs(Fraction(numerator, denominator) - rounded_ratio(numerator, denominator))
    assert off <= Fraction(1, 2)


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError, match="Decimal or a Fraction"):
        whole_pence(0.5)  # type: ignore[arg-type]


def test_tables_round_published_pounds_in_the_same_way() -> None:
    pounds = pl.DataFrame({"pounds": [0.125, 0.375, -0.125]})
    assert pounds.select(pence_of(pl.col("pounds"))).to_series().to_list() == [13, 38, -13]


@pytest.mark.parametrize(
    ("pence", "said"), [(2205, "£22.05"), (-125000, "-£1,250.00"), (5, "£0.05")]
)
def test_pence_are_said_in_pounds(pence: int, said: str) -> None:
    assert in_pounds(pence) == said
