"""Says of each answer how much of the processor its view and template took."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from time import thread_time
from typing import Any, Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase

HEADER: Final = "Server-Timing"


class ViewTime:
    """The innermost middleware: calls the view, draws its template, and counts CPU time only.

    What waits for the database costs nothing here; what other threads do is not counted.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., Any],
        given: Sequence[Any],
        named: Mapping[str, Any],
    ) -> HttpResponseBase:
        """The answer itself, in milliseconds of CPU."""
        started = thread_time()
        response: Any = view(request, *given, **named)
        if not getattr(response, "is_rendered", True):
            response.render()
        response[HEADER] = f"view;dur={(thread_time() - started) * 1000:.3f}"
        return response


def milliseconds(header: str) -> float:
    """What `ViewTime` wrote."""
    return float(header.partition("dur=")[2])
