"""What a briefing holds: what only people know, beside what the record of the agreement says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Final

from carewright.contract.api import Agreement
from carewright.platform.api import Blocker
from carewright.ui.formats import written_date


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingWords:
    """What teams need to know and no record holds."""

    buys: str
    who_for: str
    how_to_refer: str
    call_in_hours: str
    call_out_of_hours: str
    complaint: str  # somebody is unhappy with the care or with how they were treated
    concern: str  # somebody may be harmed; never just a number
    challenge: str  # a provider disputes how it was chosen, paid or judged
    afterwards: str = ""  # what comes after it, as far as no successor is named


NAMES: Final = tuple(each.name for each in fields(BriefingWords))
_MAY_BE_EMPTY: Final = frozenset({"afterwards"})
_UNLIKE: Final = ("complaint", "concern", "challenge")


def blockers_to_brief(words: BriefingWords) -> list[Blocker]:
    """What is missing, and where two different things are given the same answer."""
    told = {name: value.strip() for name, value in asdict(words).items()}
    missing = [
        Blocker(name, "Teams need this: say it, or say where it is found")
        for name, value in told.items()
        if not value and name not in _MAY_BE_EMPTY
    ]
    return [*missing, *_alike(told)]


def _alike(told: Mapping[str, str]) -> Iterator[Blocker]:
    """A complaint, a concern and a challenge go different ways, with clocks of their own."""
    for n, name in enumerate(_UNLIKE[1:], 1):
        if told[name] and told[name].casefold() in {told[e].casefold() for e in _UNLIKE[:n]}:
            yield Blocker(name, "It is another thing than the one above, and goes another way")


def record_says(found: Agreement) -> dict[str, str]:
    """What the record of the agreement says that a team would act on, in words."""
    last = found.term.last_day
    return {
        "Provider": ", ".join(each.name for each in found.providers) or "Nobody yet",
        "What is bought, for whom and where": "; ".join(e.label for e in found.services)
        or "Nothing is named yet",
        "Until": written_date(last) if last else "It has no end",
        "What follows": _follows(found),
        "Who looks after it": found.contact or "Nobody",
    }  # fmt: skip


def _follows(found: Agreement) -> str:
    after = found.successor
    return f"{after.reference} {after.title}" if after else "Nothing is named yet"


def changed_since(said: Mapping[str, str], now: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """What the record says otherwise than when the words were written: name, then, now."""
    return [
        (name, said.get(name, ""), value) for name, value in now.items() if said.get(name) != value
    ]
