"""Whether a release may be about one person: what it says is read for signs of it.

Councils have published one child's placement, with the home's address and the price. What counts
is what a neighbour could work out, so that a sign is enough to stop: a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
#: None of the signs is without one of these, so that most texts need one look.
STEMS: Final = re.compile(
    r"placement|package|provision|support|care|accommodation|transport|child|young|client|person"
    r"|pupil|case|resident|patient|mosaic|liquidlogic|\bre\b|birth|born|dob|d\.o\.b|age|year|\d{6}"
    r"|\d\d \d\d \d\d",
    re.IGNORECASE,
)
HEALTH_NUMBER: Final = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
#: Said to people about what is bought; addresses, contacts and names of organisations are not.
SAID: Final = frozenset(
    {"title", "description", "rationale", "name", "details", "procurementMethodRationale"}
)
NOT_ABOUT_WHAT_IS_BOUGHT: Final = frozenset(
    {"parties", "buyer", "procuringEntity", "suppliers", "tenderers", "address", "contactPoint"}
)


def signs_of_one_person(release: Release) -> Iterator[Finding]:
    """What reads as being about one person, for somebody to look at before it is published."""
    for at, text in _said(release, ""):
        for words in signs_in(text):
            yield Finding(Kind.PRIVACY, at, f"{words} Publish it only if it is about nobody.")


def signs_in(text: str) -> list[str]:
    """The signs that one text has."""
    if not STEMS.search(text) and not HEALTH_NUMBER.search(text):
        return []
    found = [words for sign, words in SIGNS if sign.search(text)]
    if any(is_health_number(one) for one in HEALTH_NUMBER.findall(text)):
        found.append("It has what may be somebody’s NHS or CHI number.")
    return found


def is_health_number(written: str) -> bool:
    """Ten digits whose last one checks the nine before it, as NHS and CHI numbers have."""
    digits = [int(one) for one in written if one.isdigit()]
    rest = 11 - sum(digit * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return len(set(digits)) > 1 and rest % 11 == digits[9]


def _said(found: dict[str, Any], at: str) -> Iterator[tuple[str, str]]:
    for name, value in found.items():
        if isinstance(value, str):
            if name in SAID or name.endswith(("Rationale", "Details")):
                yield f"{at}{name}", value
        elif isinstance(value, dict):
            if name not in NOT_ABOUT_WHAT_IS_BOUGHT:
                yield from _said(value, f"{at}{name}/")
        elif isinstance(value, list) and name not in NOT_ABOUT_WHAT_IS_BOUGHT:
            for place, one in enumerate(value):
                if isinstance(one, dict):
                    yield from _said(one, f"{at}{name}/{place}/")
