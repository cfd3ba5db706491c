"""A process that died is started again, and a worker that keeps on dying is left a while."""

from __future__ import annotations

from carewright.config.reviving import MOST_DEATHS, REST, WITHIN, Deaths
from carewright.config.worker import LONG
from carewright.platform import api as platform


def after(times: int, apart: float) -> tuple[Deaths, float]:
    """So many deaths, so many seconds apart, and the moment after the last."""
    deaths = Deaths()
    for number in range(times):
        deaths.started_again("worker", number * apart)
    return deaths, (times - 1) * apart + 1


def test_what_dies_now_and_then_is_always_started_again_at_once() -> None:
    deaths, now = after(50, apart=WITHIN / 2)
    assert deaths.is_due("worker", now)
    assert not deaths.too_many("worker", now)


def test_what_keeps_on_dying_rests_before_it_is_tried_again() -> None:
    deaths, now = after(MOST_DEATHS, apart=6)
    assert deaths.too_many("worker", now)
    assert not deaths.is_due("worker", now)
    assert deaths.is_due("worker", now + REST)


def test_one_process_does_not_pay_for_another() -> None:
    deaths, now = after(MOST_DEATHS, apart=6)
    assert deaths.is_due("web server", now)


def test_the_worker_for_long_work_listens_where_stages_queue_it() -> None:
    assert LONG == platform.LONG_WORK
