"""The routes of the service with what each says of itself: its policy and its methods."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.urls import URLPattern, URLResolver, get_resolver

from carewright.platform import api as platform

METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


@dataclass(frozen=True)
class Route:
    """One route: its name, the ids in its address, who may come, and what it answers to."""

    name: str
    where: str
    parameters: tuple[str, ...]
    policy: platform.Policy | None
    methods: frozenset[str] | None  # None: nobody has said
    ours: bool  # not a page of the sign-in library

    def __str__(self) -> str:
        return self.name


def routes() -> list[Route]:
    """Every route, by its name."""
    found = (_route(name, where, each) for name, where, each in _walk(get_resolver().url_patterns))
    return sorted(found, key=lambda route: route.name)


def _walk(
    patterns: list[URLPattern | URLResolver], where: str = "", space: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    for each in patterns:
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from _walk(each.url_patterns, where + str(each.pattern), inner)
        else:
            yield f"{space}{each.name}", where + str(each.pattern), each


def _route(name: str, where: str, pattern: URLPattern) -> Route:
    regex = pattern.pattern.regex  # type: ignore[attr-defined]
    view = pattern.callback
    return Route(
        name, where, tuple(regex.groupindex), platform.policy_of(view),
        _methods_of(view), inspect.unwrap(view).__module__.startswith("carewright."),
    )  # fmt: skip


def _methods_of(view: Callable[..., Any]) -> frozenset[str] | None:
    """The methods that a view's own decorator or class names."""
    if view_class := getattr(view, "view_class", None):
        named = (each for each in view_class.http_method_names if hasattr(view_class, each))
        answered = {each.upper() for each in named}
        # Django answers HEAD wherever a class answers GET.
        return frozenset(answered | {"HEAD"} if "GET" in answered else answered)
    layer: Any = view
    while layer is not None:
        held = dict(zip(layer.__code__.co_freevars, layer.__closure__ or (), strict=True))
        if "request_method_list" in held:
            return frozenset(held["request_method_list"].cell_contents)
        layer = getattr(layer, "__wrapped__", None)
    return None
