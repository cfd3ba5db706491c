"""A bounded number of requests for one page, over eight connections at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPResponse
from typing import Final

from bench.harness import CaseFailed
from bench.page_peer.view_time import HEADER, milliseconds

CONNECTIONS: Final = 8
ANSWERS_WITHIN: Final = 60


def first_page(port: int, address: str, cookies: str) -> tuple[str, str]:
    """The page once, and the cookies with those that came with it, as a browser keeps them."""
    connection = HTTPConnection("127.0.0.1", port, timeout=ANSWERS_WITHIN)
    answer, body = _asked(connection, address, cookies)
    connection.close()
    given = [line.partition(";")[0] for line in answer.headers.get_all("Set-Cookie") or ()]
    return body.decode(), "; ".join([cookies, *given])


def ask(port: int, address: str, cookies: str, requests: int) -> float:
    """Every request, each answered in full; the milliseconds of CPU that its view took."""
    share, more = divmod(requests, CONNECTIONS)
    shares = [share + (place < more) for place in range(CONNECTIONS)]
    with ThreadPoolExecutor(CONNECTIONS) as browsers:
        spent = browsers.map(lambda many: _ask_in_turn(port, address, cookies, many), shares)
        return sum(spent) / requests


def _ask_in_turn(port: int, address: str, cookies: str, requests: int) -> float:
    """One browser: a connection that the server closes is opened again."""
    connection = HTTPConnection("127.0.0.1", port, timeout=ANSWERS_WITHIN)
    answers = [_asked(connection, address, cookies)[0] for _ in range(requests)]
    connection.close()
    return sum(milliseconds(answer.headers[HEADER]) for answer in answers)


def _asked(connection: HTTPConnection, address: str, cookies: str) -> tuple[HTTPResponse, bytes]:
    connection.request("GET", address, headers={"Cookie": cookies})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise CaseFailed(f"{address} answered {answer.status}:\n{body[:500].decode()}")
    return answer, body
