"""Says of each answer how many queries it took, as the outermost middleware."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase

HEADER: Final = "X-Queries"


class CountQueries:
    """Counts each statement that is sent while a request is answered."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        sent = 0

        def count(run: Callable[..., Any], *given: Any) -> Any:
            nonlocal sent
            sent += 1
            return run(*given)

        with connection.execute_wrapper(count):
            response = self.answer(request)
        response[HEADER] = str(sent)
        return response
