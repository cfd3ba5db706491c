"""Thresholds of procurement law, typed a second time from the law or the notice that set each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from carewright_engine.rules.dated import dated, dated_of
from carewright_engine.rules.reading import NotInForce

ACT, YEAR_2026, YEAR_2028 = date(2025, 2, 24), date(2026, 1, 1), date(2028, 1, 1)
PCR = date(2015, 2, 26)
PAYMENTS, PSR, SCOTLAND = date(2026, 4, 1), date(2024, 1, 1), date(2016, 4, 18)

#: Name, first day, first day no longer, pounds or per cent, and where it is written.
TYPED = [
    ("pa2023.threshold.light_touch", ACT, YEAR_2026, 663_540, "Schedule 1 row 8"),
    ("pa2023.threshold.light_touch", YEAR_2026, YEAR_2028, 663_540, "SI 2025/1200"),
    ("pa2023.threshold.services", ACT, YEAR_2026, 214_904, "Schedule 1 row 12"),
    ("pa2023.threshold.services", YEAR_2026, YEAR_2028, 207_720, "SI 2025/1200"),
    ("pa2023.threshold.central", ACT, YEAR_2026, 139_688, "Schedule 1 row 11"),
    ("pa2023.threshold.central", YEAR_2026, YEAR_2028, 135_018, "SI 2025/1200"),
    ("pa2023.threshold.works", ACT, YEAR_2026, 5_372_609, "Schedule 1 row 10"),
    ("pa2023.threshold.works", YEAR_2026, YEAR_2028, 5_193_000, "SI 2025/1200"),
    ("pa2023.threshold.light_touch_concession", ACT, YEAR_2026, 5_372_609, "Schedule 1 row 7"),
    ("pa2023.threshold.light_touch_concession", YEAR_2026, YEAR_2028, 5_372_609, "SI 2025/1200"),
    ("pa2023.notifiable", ACT, None, 30_000, "section 87(4)"),
    ("pa2023.publish_contract", ACT, None, 5_000_000, "sections 53(3) and 77(2)"),
    ("pa2023.indicators", ACT, None, 5_000_000, "section 52(1)"),
    ("pa2023.pipeline_spend", ACT, None, 100_000_000, "section 93(1)"),
    ("pa2023.pipeline_contract", ACT, None, 2_000_000, "section 93(3)"),
    ("pa2023.payment_published", PAYMENTS, None, 30_000, "section 70(1)"),
    ("pcr2015.threshold.light_touch", PSR, YEAR_2026, 663_540, "regulation 5"),
    ("pcr2015.threshold.services", PSR, YEAR_2026, 214_904, "regulation 5"),
    ("scotland.threshold.regulated", SCOTLAND, None, 50_000, "section 3"),
    ("scotland.threshold.regulated_works", SCOTLAND, None, 2_000_000, "section 3"),
    ("scotland.threshold.social_services", PSR, YEAR_2026, 663_540, "regulation 5"),
    ("scotland.threshold.works", PSR, YEAR_2026, 5_372_609, "regulation 5"),
    ("scotland.threshold.works", YEAR_2026, YEAR_2028, 5_193_000, "Policy Note 4/2025"),
    ("scotland.threshold.services", PSR, YEAR_2026, 214_904, "regulation 5"),
    ("scotland.threshold.community_benefit", SCOTLAND, None, 4_000_000, "section 25"),
    ("scotland.threshold.strategy", SCOTLAND, None, 5_000_000, "section 15"),
    ("transparency_code.contract", date(2015, 4, 1), None, 5_000, "paragraph 32"),
    ("psr2023.own_decision", PSR, None, 500_000, "regulation 13"),
    ("pa2023.change.most", ACT, None, 50, "Schedule 8"),
    ("pa2023.change.small", ACT, None, 10, "sections 74(4) and 75(2)"),
    ("pa2023.change.small_works", ACT, None, 15, "sections 74(4) and 75(2)"),
    ("pa2023.change.term", ACT, None, 10, "sections 74(3) and 75(2)"),
    ("reg72.change.most", PCR, None, 50, "72(1)(b) and (c)"),
    ("reg72.change.small", PCR, None, 10, "72(5) and (6)"),
    ("reg72.change.small_works", PCR, None, 15, "72(5) and (6)"),
    ("psr2023.own_decision_share", PSR, None, 25, "regulation 13(2)(b)(ii)"),
]


@pytest.mark.parametrize(("name", "starts_on", "ends_before", "value", "written"), TYPED)
def test_a_threshold_is_the_figure_that_the_law_gives_for_the_day(
    name: str, starts_on: date, ends_before: date | None, value: int, written: str
) -> None:
    row = dated(name, on=starts_on)
    assert (row.starts_on, row.ends_before, row.value) == (starts_on, ends_before, value)
    assert written in row.source


def test_every_threshold_was_typed_twice() -> None:
    kept = {(row.id, row.starts_on) for rows in dated_of("thresholds.csv").values() for row in rows}
    assert kept == {(name, starts_on) for name, starts_on, *_ in TYPED}


def test_a_threshold_whose_next_figure_is_not_at_hand_is_not_carried_on() -> None:
    dated("scotland.threshold.social_services", on=YEAR_2026 - timedelta(days=1))
    with pytest.raises(NotInForce, match=r"No scotland\.threshold\.social\S+ is held for 2026"):
        dated("scotland.threshold.social_services", on=YEAR_2026)
