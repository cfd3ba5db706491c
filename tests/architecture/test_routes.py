"""Every route names the policy that guards it, or stands on a short public list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path

from carewright.platform import api as platform

#: Routes whose views belong to the sign-in library, which guards them itself.
SIGN_IN_LIBRARY = ("allauth.",)


def routes(
    patterns: list[URLPattern | URLResolver], prefix: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        where = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, where)
        else:
            yield where, pattern


def undeclared(patterns: list[URLPattern | URLResolver]) -> list[str]:
    return [
        where
        for where, pattern in routes(patterns)
        if platform.policy_of(pattern.callback) is None
        and not pattern.callback.__module__.startswith(SIGN_IN_LIBRARY)
    ]


def test_every_route_names_its_policy() -> None:
    assert undeclared(get_resolver().url_patterns) == []


def test_a_route_without_a_policy_would_be_found() -> None:
    def unguarded(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert undeclared([path("unguarded/", unguarded)]) == ["unguarded/"]


@pytest.mark.parametrize("known", ["healthz/live", "healthz/ready"])
def test_the_walk_reaches_the_routes_that_exist(known: str) -> None:
    found: dict[str, Callable[..., object]] = {
        where: pattern.callback for where, pattern in routes(get_resolver().url_patterns)
    }
    assert known in found
