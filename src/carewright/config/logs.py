"""Structured logs: one event a line, JSON for machines and readable text on a terminal."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any, Final

import structlog

#: Addresses that open something to whoever knows them, up to the secret in them.
_SECRET: Final = re.compile(r"(/calendar/(?!end/)|/invited/[^/\s?]*/)[^/\s?.]+")


def without_secrets(_logger: Any, _method: str, event: Any) -> Any:
    """Hides the secret of an address wherever a line quotes one, as Django does of every 404."""
    return {name: _masked(value) for name, value in event.items()}


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return _SECRET.sub(r"\1***", value)
    if isinstance(value, tuple | list):
        return type(value)(_masked(each) for each in value)
    return value


def without_refusals_traces(record: logging.LogRecord) -> bool:
    """A refused or mistaken address is a line of the log, and no fault that needs a traceback."""
    if getattr(record, "status_code", None) in (403, 404):
        record.exc_info = None
    return True


def configure(settings: dict[str, Any]) -> None:
    """Sends every log record, Django's own included, through one structured formatter."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: Any = (
        structlog.dev.ConsoleRenderer(colors=False)
        if settings["plain"]
        else structlog.processors.JSONRenderer()
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            without_secrets,
            renderer,
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    handler.addFilter(without_refusals_traces)
    logging.root.handlers = [handler]
    logging.root.setLevel(settings["level"])
    logging.getLogger("procrastinate").setLevel(logging.WARNING)  # a line a job is too much
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
