"""Figures and names as people say them."""

from __future__ import annotations

import pytest

from carewright.analyse.web import wording
from carewright_engine.reports.area_pictures import spoken_name


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1, "100%"), (0.9996, ">99%"), (0.995, ">99%"), (0.994, "99%"), (0.5, "50%"),
        (0.006, "1%"), (0.004, "<1%"), (0, "0%"), (None, "Not known"),
    ],
)  # fmt: skip
def test_a_share_that_is_not_all_is_never_said_to_be_all(share: float | None, said: str) -> None:
    assert wording.nearly(share) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(39.5, "39.5"), (40.0, "40"), (2334.14, "2,334.1"), (None, "Not known"), ("x", "Not known")],
)
def test_a_decimal_is_told_only_where_it_says_something(value: object, said: str) -> None:
    assert wording.plain_number(value) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(("value", "said"), [(85.25, "85"), (3.44, "3.4"), (19.96, "20.0")])
def test_a_small_rate_is_told_with_a_decimal(value: float, said: str) -> None:
    assert wording.rate(value) == said


@pytest.mark.parametrize(
    ("earlier", "later", "said"),
    [
        ("2019-03-31", "2022-03-31", "three years"), ("2021-03-31", "2022-03-31", "one year"),
        ("2005-03-31", "2022-03-31", "17 years"),
    ],
)  # fmt: skip
def test_years_between_are_counted_in_words(earlier: str, later: str, said: str) -> None:
    assert wording.years_between(earlier, later) == said


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("ROWAN PRACTICE CARE LTD", "Rowan Practice Care Ltd"),
        ("RPC-ONE LIMITED", "RPC-One Limited"),
        ("ST ROWAN’S TRUST", "St Rowan’s Trust"),
        ("Rowan Practice Care Ltd", "Rowan Practice Care Ltd"),
        ("RPC", "RPC"),
    ],
)
def test_a_name_in_capitals_is_said_without_them(published: str, said: str) -> None:
    assert spoken_name(published) == said
