"""The log keeps its tracebacks for faults."""

from __future__ import annotations

import logging

import pytest

from carewright.config.logs import without_refusals_traces


@pytest.mark.parametrize(("status", "kept"), [(403, False), (404, False), (500, True)])
def test_a_refusal_leaves_a_line_and_a_fault_leaves_its_traceback(status: int, kept: bool) -> None:
    fault = (ValueError, ValueError("x"), None)
    record = logging.LogRecord("django.request", 30, "x", 1, "Said", (), fault)
    record.status_code = status
    assert without_refusals_traces(record)
    assert (record.exc_info is not None) is kept
