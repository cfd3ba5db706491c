"""Names of companies and charities, reduced to what tells one from another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# What follows is how an organisation trades or is constituted, not who it is.
TAILS: Final = re.compile(
    r"\b(t\s*/\s*a|trading as|a company limited by guarantee|a company registered|"
    r"company limited by guarantee|a scottish charitable incorporated organi[sz]ation|"
    r"a limited liability partnership|a limited company|an association|a partnership|"
    r"a member of the|"
    r"a charitable company|a registered charity)\b.*$"
)
LEGAL_FORMS: Final = frozenset(
    ("limited", "ltd", "llp", "plc", "lp", "cic", "scio", "cyf", "company", "co", "inc")
)
SERIAL: Final = re.compile(
    r"\b(no|number)\s*(\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
IN_BRACKETS: Final = re.compile(r"\([^)]*\)")


@lru_cache(maxsize=16_384)  # a register names one supplier in many of its rows
def plain_name(name: str) -> str:
    """Lower case, no punctuation, no legal form, no trading name, no number in a series."""
    text = name.lower().replace("&", " and ").replace("’", "'")
    text = TAILS.sub(" ", IN_BRACKETS.sub(" ", text))
    text = re.sub(r"(?<=[a-z])['.](?=[a-z])", "", text)  # G.O.L.D. and Women's
    text = SERIAL.sub(" ", re.sub(r"[^a-z0-9]+", " ", text))
    words = [word for word in text.split() if word not in LEGAL_FORMS]
    if words[:1] == ["the"]:
        words = words[1:]
    return " ".join(words)


def has_legal_form(name: str) -> bool:
    """Whether the name is a company's or partnership's registered one."""
    return bool(re.search(r"\b(limited|ltd|llp|plc|lp|cic|cyf)\b", name.lower()))
