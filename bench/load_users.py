"""Fifty people at work: each signs in, looks at what their role offers, waits, and looks again.

What each does is drawn from a seed. Between two clicks a person reads for one to three seconds.
A page is known by its address without the ids in it, so that one line of the table is one page.
"""

from __future__ import annotations

import random
import re
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection, HTTPException
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from bench.load_counting import HEADER

SEED: Final = 2_026
READS: Final = (1.0, 3.0)
ANSWERS_WITHIN: Final = 60
SESSION: Final = "carewright_session"

#: Who sits there, as often as their role is common; each by the address of a practice person.
PEOPLE: Final = (
    *("social-worker@elmshire.example",) * 10,
    *("broker@elmshire.example",) * 6,
    *("team-manager@elmshire.example",) * 4,
    *("finance@elmshire.example",) * 4,
    *("commissioner@elmshire.example",) * 6,
    *("contracts@elmshire.example",) * 4,
    *("director@elmshire.example",) * 3,
    *("auditor@elmshire.example",) * 2,
    *("councillor@elmshire.example",) * 2,
    *("commissioner@oakshire.example",) * 3,
    *("person@home.example",) * 2,
    *("carer@home.example",) * 2,
    *("advocate@home.example",) * 2,
)
#: Lists that begin with a question, tried by whoever may see the list.
QUESTIONS: Final = {
    "/register/people/": (
        "", "q=LP-00123", "area=S02900007", "age=85%2B&group=dementia", "page=37",
        "sort=-reference", "q=LP-0000042",
    ),
    "/register/services/": ("", "q=mere", "sort=-places", "council=S12900001&page=9"),
    "/search/": (
        "q=corrie", "q=LP-0000042", "q=contract", "q=mere", "q=EX1+1AA", "q=home+care", "q=rowan",
    ),
}  # fmt: skip
#: How often somebody looks for a thing by its name instead of walking to it.
SEARCHES: Final = 0.1
#: Of each question, when one person searches alone.
TIMES_EACH: Final = 10
UUID: Final = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
PERSON: Final = re.compile(r'href="(/register/people/[0-9a-f-]{36}/)"')
RECORD: Final = re.compile(r'href="(/my/[0-9a-f-]{36}/)"')
THING: Final = re.compile(r'<th scope="row"[^>]*><a href="(/[^"?#]+/)"')
PLACE: Final = re.compile(r'<a href="(/[^"#?]*)"')
TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
#: Never followed: they end the session, begin a download or long work, or leave the service.
LEFT_ALONE: Final = re.compile(r"sign-|second-factor|practice|download|/static/|give|/calendar")


@dataclass(frozen=True, slots=True)
class Answered:
    """One request as its user saw it."""

    page: str
    milliseconds: float
    queries: int
    status: int


@dataclass
class Browser:
    """A browser of one user: its connection, its cookies, and what it was answered."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    answered: list[Answered] = field(default_factory=list)
    connection: HTTPConnection | None = None

    def get(self, address: str) -> str:
        """A page, and where it leads."""
        return self._asked("GET", address, None)

    def post(self, address: str, form: dict[str, str]) -> str:
        """A form sent, and where it leads."""
        return self._asked("POST", address, urlencode(form))

    def _asked(self, method: str, address: str, body: str | None) -> str:
        started = time.perf_counter()
        status, headers, content = self._sent(method, address, body)
        spent = (time.perf_counter() - started) * 1000
        counted = int(headers.get(HEADER) or 0)
        self.answered.append(Answered(page_of(method, address), spent, counted, status))
        if status in (301, 302) and (where := headers.get("Location")):
            return self.get(where)
        return content if status == 200 else ""

    def _sent(self, method: str, address: str, body: str | None) -> tuple[int, dict[str, str], str]:
        said = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            said["Content-Type"] = "application/x-www-form-urlencoded"
        for again in (True, False):
            connection = self.connection or HTTPConnection(
                "127.0.0.1", self.port, timeout=ANSWERS_WITHIN
            )
            self.connection = connection
            try:
                connection.request(method, address, body, said)
                answer = connection.getresponse()
                content = answer.read().decode(errors="replace")
            except (HTTPException, OSError):
                # A server closes connections that were still for a while; a browser asks again.
                connection.close()
                self.connection = None
                if again:
                    continue
                return 599, {}, ""
            for line in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = line.partition(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, dict(answer.headers), content
        return 599, {}, ""


def page_of(method: str, address: str) -> str:
    """A page's name: its address without ids, and which questions were asked."""
    parts = urlsplit(address)
    path = UUID.sub("<id>", parts.path)
    path = re.sub(r"(/services/|/groups/|/rows/)[^/]+/$", r"\1<id>/", path)
    asked = ",".join(name for name, _value in parse_qsl(parts.query))
    return f"{method} {path}{'?' + asked if asked else ''}"


class User(threading.Thread):
    """One person at work until the time is over."""

    def __init__(self, number: int, port: int, until: Callable[[], bool]) -> None:
        super().__init__(daemon=True)
        self.draw = random.Random(SEED * 1000 + number)
        self.email = PEOPLE[number % len(PEOPLE)]
        self.browser = Browser(port)
        self.until = until
        self.places: list[str] = []
        self.failure = ""

    def run(self) -> None:
        """Signs in, and then works."""
        try:
            self._sign_in()
            while not self.until():
                time.sleep(self.draw.uniform(*READS))
                self._works()
        except Exception as failed:  # the table must say that somebody was thrown out
            self.failure = f"{self.email}: {failed!r}"

    def _sign_in(self) -> None:
        time.sleep(self.draw.uniform(0, 4))
        form = self.browser.get("/practice/")
        home = self.browser.post("/practice/", {"email": self.email, **token_in(form)})
        if not home:
            raise RuntimeError("could not sign in")
        found = {unescape(each) for each in PLACE.findall(home)}
        self.places = sorted(each for each in found if not LEFT_ALONE.search(each))

    def _works(self) -> None:
        place = self.draw.choice(self.places)
        listed = self.browser.get(place)
        places = [each for each in QUESTIONS if f'href="{each}"' in listed or each == place]
        may_search = 'action="/search/"' in listed
        if may_search and self.draw.random() < SEARCHES:
            self.browser.get(f"/search/?{self.draw.choice(QUESTIONS['/search/'])}")
        elif places and self.draw.random() < 0.7:
            asked = self.draw.choice(places)
            listed = self.browser.get(f"{asked}?{self.draw.choice(QUESTIONS[asked])}".rstrip("?"))
        if people := PERSON.findall(listed):
            self._opens(self.draw.choice(people))
        elif records := RECORD.findall(listed):
            self.browser.get(self.draw.choice(records))
        elif things := [each for each in THING.findall(listed) if not LEFT_ALONE.search(each)]:
            self.browser.get(unescape(self.draw.choice(things)))

    def _opens(self, person: str) -> None:
        """Opens a person's record: asked why, the officer says why, and reads it again later."""
        asked = self.browser.get(person)
        purposes = re.findall(r'name="purpose"[^>]* value="(\w+)"', asked)
        if purposes:
            time.sleep(self.draw.uniform(*READS))
            said = {"purpose": self.draw.choice(purposes), "why": "A visit today"}
            self.browser.post(f"{person}open/", {**said, **token_in(asked)})


def searching(port: int) -> Sequence[Answered]:
    """What one person alone is answered who looks for one thing after the other."""
    person = User(0, port, lambda: True)
    person.email = "social-worker@elmshire.example"
    person._sign_in()
    begun = len(person.browser.answered)
    for asked in QUESTIONS["/search/"] * TIMES_EACH:
        person.browser.get(f"/search/?{asked}")
    return person.browser.answered[begun:]


def token_in(page: str) -> dict[str, str]:
    """The form's own token, which protects it."""
    found = TOKEN.search(page)
    return {"csrfmiddlewaretoken": found[1]} if found else {}


def at_work(port: int, users: int, *, warming: float, seconds: float) -> tuple[
    Sequence[Answered], Sequence[str]
]:  # fmt: skip
    """What all users were answered while it counted, and who was thrown out."""
    over = time.monotonic() + warming + seconds
    crowd = [User(number, port, lambda: time.monotonic() > over) for number in range(users)]
    for user in crowd:
        user.start()
    time.sleep(warming)
    begun = [len(user.browser.answered) for user in crowd]
    for user in crowd:
        user.join(timeout=max(0.0, over - time.monotonic()) + ANSWERS_WITHIN)
    counted = [
        each
        for user, first in zip(crowd, begun, strict=True)
        for each in user.browser.answered[first:]
    ]
    return counted, [user.failure for user in crowd if user.failure]
