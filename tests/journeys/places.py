"""Every page of the service with an address that works, found as people find them: by links."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import APIRequestContext

MOST_OF_A_ROUTE: Final = 3


@dataclass
class Places:
    """What one person can come to: a few addresses of each route, and files to take away."""

    pages: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, list[str]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    @property
    def routes(self) -> set[str]:
        """The routes that were reached."""
        return {*self.pages, *self.files}


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (end := dict(attributes).get("href")):
            self.found.append(end)


def places_linked_from(start: str, browsing: APIRequestContext, base: str) -> Places:
    """Follows links from a page on, a few of each route, until nothing new turns up."""
    places, waiting, known = Places(), [start], {start}
    while waiting:
        path = waiting.pop(0)
        route = route_of(path)
        seen = [*places.pages.get(route, []), *places.files.get(route, [])]
        if len(seen) >= MOST_OF_A_ROUTE:
            continue
        for link in _visit(path, route, places, browsing, base):
            if link not in known:
                known.add(link)
                waiting.append(link)
    return places


def route_of(path: str) -> str:
    """The name of the route that answers to an address."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return f"nothing: {path}"


def _visit(
    path: str, route: str, places: Places, browsing: APIRequestContext, base: str
) -> list[str]:
    response = browsing.get(path, max_redirects=0)
    if response.status in {301, 302}:
        places.pages.setdefault(route, []).append(path)
        return _within(base, [urljoin(base + path, response.headers["location"])])
    if response.status != 200:
        places.broken.append(f"{path} answers {response.status}")
        return []
    if "text/html" not in response.headers["content-type"]:
        places.files.setdefault(route, []).append(path)
        return []
    places.pages.setdefault(route, []).append(path)
    parser = _Links()
    parser.feed(response.text())
    return _within(base, [urljoin(base + path, link) for link in parser.found])


def _within(base: str, links: list[str]) -> list[str]:
    own = [link.partition("#")[0] for link in links if link.startswith(base + "/")]
    return [link.removeprefix(base) for link in own]


def in_words(places: Places) -> str:
    """The places as a table for a person, when something about them is wrong."""
    return json.dumps({**places.pages, **places.files, "broken": places.broken}, indent=1)
