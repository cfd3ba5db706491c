"""Whether a release may be about one person: what it says is read for signs of it.

Councils have published one child's placement, with the home's address and the price. What counts
is what a neighbour could work out, so that a sign is enough to stop: a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from carewright_engine.open_contracting.findings import Finding, Kind, Release

_ONE: Final = (
    r"child|baby|infant|sibling|young person|young adult|adult|individual|person|service[ -]user"
    r"|client|resident|patient|pupil|learner|student|tenant|boy|girl|man|woman|male|female"
)
_CARE: Final = "placement|package|provision|support|care|accommodation|residential|transport"
_NUMBERED: Final = "placement|child|client|person|pupil|case|resident|patient|mosaic|liquidlogic"
_INITIALED: Final = "[Cc]hild|[Yy]oung [Pp]erson|[Cc]lient|[Rr]esident|[Pp]atient|[Pp]upil|[Rr]e:?"
_AND_OLDER: Final = r"\s*(?:-|–|to|and|\+|plus|or|years? and)"
#: Capitals count in some, so each says for itself when they do not.
SIGNS: Final = (
    (
        re.compile(
            rf"(?i)\b(?:{_CARE})\b[^.]{{0,30}}\b(?:for|of)\s+(?:a|an|one|1|1x|single)\s+"
            rf"(?:\w+\s+){{0,3}}(?:{_ONE})\b"
        ),
        "It reads as care for one person.",
    ),
    (
        re.compile(
            r"(?i)\b(?:single|individual|one|1|emergency|spot|bespoke)[ -](?:\w+ )?placement\b"
        ),
        "It reads as one placement.",
    ),
    (
        re.compile(
            rf"(?i)\b(?:{_NUMBERED})(?:'s|’s)?\s*(?:id|no|ref|reference|number)\b"
            r"\.?\s*[:#-]?\s*[\w-]*\d"
        ),
        "It has the number of a placement or a person.",
    ),
    (
        re.compile(rf"\b(?:{_INITIALED})\s+(?:[A-Z]\.?\s?[A-Z]\.?|[A-Z]\.?)(?=$|[\s,;)-])"),
        "It has what may be somebody’s initials.",
    ),
    (
        re.compile(r"(?i)\b(?:dob|d\.o\.b|date of birth|born on)\b"),
        "It speaks of a date of birth.",
    ),
    (
        re.compile(rf"(?i)\baged?\s+\d{{1,2}}\b(?!{_AND_OLDER})|\b\d{{1,2}}[ -]year[ -]old\b"),
        "It gives somebody’s age.",
    ),
    (
        re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b"),
        "It has a National Insurance number.",
    ),
)
HEALTH_NUMBER: Final = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
#: Said to people about what is bought; addresses, contacts and names of organisations are not.
SAID: Final = frozenset(
    {"title", "description", "rationale", "name", "details", "procurementMethodRationale"}
)
NOT_ABOUT_WHAT_IS_BOUGHT: Final = frozenset(
    {"parties", "buyer", "procuringEntity", "suppliers", "tenderers", "address", "contactPoint"}
)


def signs_of_one_person(release: Release) -> list[Finding]:
    """What reads as being about one person, for somebody to look at before it is published."""
    if not any(map(signs_in, _texts(release))):
        return []
    return [
        Finding(Kind.PRIVACY, at, f"{words} Publish it only if it is about nobody.")
        for at, text in _placed(release, "")
        for words in signs_in(text)
    ]


@lru_cache(maxsize=65_536)
def signs_in(text: str) -> tuple[str, ...]:
    """The signs that one text has; releases of one process say most things again and again."""
    found = [words for sign, words in SIGNS if sign.search(text)]
    if any(is_health_number(one) for one in HEALTH_NUMBER.findall(text)):
        found.append("It has what may be somebody’s NHS or CHI number.")
    return tuple(found)


def is_health_number(written: str) -> bool:
    """Ten digits whose last one checks the nine before it, as NHS and CHI numbers have."""
    digits = [int(one) for one in written if one.isdigit()]
    rest = 11 - sum(digit * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return len(set(digits)) > 1 and rest % 11 == digits[9]


@lru_cache(maxsize=4_096)
def _is_said(name: str) -> bool:
    return name in SAID or name.endswith(("Rationale", "Details"))


def _texts(release: Release) -> Iterator[str]:
    """Every text that says what is bought: most releases need no more than this look."""
    waiting = [release]
    while waiting:
        for name, value in waiting.pop().items():
            kind = type(value)
            if kind is str:
                if _is_said(name):
                    yield value
            elif kind is dict and name not in NOT_ABOUT_WHAT_IS_BOUGHT:
                waiting.append(value)
            elif kind is list and name not in NOT_ABOUT_WHAT_IS_BOUGHT:
                waiting += [one for one in value if type(one) is dict]


def _placed(found: dict[str, Any], at: str) -> Iterator[tuple[str, str]]:
    """The same texts, each with where it is."""
    for name, value in found.items():
        if isinstance(value, str) and _is_said(name):
            yield f"{at}{name}", value
        elif name in NOT_ABOUT_WHAT_IS_BOUGHT:
            continue
        elif isinstance(value, dict):
            yield from _placed(value, f"{at}{name}/")
        elif isinstance(value, list):
            for place, one in enumerate(value):
                if isinstance(one, dict):
                    yield from _placed(one, f"{at}{name}/{place}/")
