"""Figures, money, dates and times as readers see them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright.ui import formats


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 6, 3, 11, 0, tzinfo=UTC), "3 June 2026, 12\u00a0noon"),
        (datetime(2026, 12, 3, 12, 0, tzinfo=UTC), "3 December 2026, 12\u00a0noon"),
        (datetime(2026, 11, 24, 9, 10, tzinfo=UTC), "24 November 2026, 9.10\u00a0am"),
        (datetime(2026, 11, 24, 17, 0, tzinfo=UTC), "24 November 2026, 5\u00a0pm"),
        (datetime(2026, 11, 24, 23, 59, tzinfo=UTC), "24 November 2026, 11.59\u00a0pm"),
        (datetime(2026, 11, 24, 0, 0, tzinfo=UTC), "24 November 2026, 12\u00a0midnight"),
        (datetime(2026, 11, 24, 0, 5, tzinfo=UTC), "24 November 2026, 12.05\u00a0am"),
    ],
)
def test_a_deadline_is_written_with_its_time_of_day_in_london(moment: datetime, words: str) -> None:
    assert formats.written_datetime(moment) == words


def test_late_evening_in_universal_time_is_already_tomorrow_in_a_london_summer() -> None:
    assert formats.written_date(datetime(2026, 6, 3, 23, 30, tzinfo=UTC)) == "4 June 2026"


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        formats.written_datetime(datetime(2026, 6, 3, 12, 0))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("pence", "words"),
    [
        (41_230, "£412.30"),
        (97_806_100, "£978,061.00"),
        (5, "£0.05"),
        (0, "£0.00"),
        (-2_205, "−£22.05"),
        (None, "Not known"),
    ],
)
def test_pounds_come_from_whole_pence(pence: int | None, words: str) -> None:
    assert formats.pounds(pence) == words


def test_whole_pounds_round_halves_up_and_never_show_a_negative_nothing() -> None:
    written = [formats.pounds(pence, whole=True) for pence in (150, 149, -49, -50)]
    assert written == ["£2", "£1", "£0", "−£1"]


@settings(deadline=None)
@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_reading_pounds_back_gives_the_pence(pence: int) -> None:
    plain = formats.pounds(pence).replace("£", "").replace(",", "").replace("−", "-")
    assert int(Decimal(plain) * 100) == pence


@pytest.mark.parametrize(
    ("value", "places", "words"),
    [
        (1250, 0, "1,250"),
        (-1250, 0, "−1,250"),
        (Decimal("1250.45"), 1, "1,250.5"),
        (0.5, 0, "1"),
        (-0.4, 0, "0"),
        (float("nan"), 0, "Not known"),
        (None, 2, "Not known"),
        (7, 2, "7.00"),
    ],
)
def test_numbers_have_thousands_and_a_true_minus(value: float, places: int, words: str) -> None:
    assert formats.number(value, places) == words


def test_a_share_is_written_in_parts_of_a_hundred() -> None:
    assert formats.percent(0.963) == "96.3%"
    assert formats.percent(Decimal(1), 0) == "100%"
    assert formats.percent(None) == "Not known"


def test_a_count_agrees_with_its_noun() -> None:
    said = [formats.count_of(n, "%(n)s home", "%(n)s homes") for n in (0, 1, 2, 2_000)]
    assert said == ["0 homes", "1 home", "2 homes", "2,000 homes"]


def test_no_date_is_not_known() -> None:
    assert formats.written_date(None) == "Not known"
    assert formats.written_date(date(2026, 6, 3)) == "3 June 2026"
