"""What may follow what between the organisation and a provider, and what a round waits for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from carewright.platform.api import Blocker
from carewright.ui.formats import written_date
from carewright.uplift.rules.words import Said

#: What may be written down next; that the figures were sent is no answer, so it stands nowhere.
FOLLOWS: Final[dict[Said | None, frozenset[Said]]] = {
    None: frozenset({Said.REQUESTED}),
    Said.REQUESTED: frozenset({Said.REQUESTED}),
    Said.SENT: frozenset({Said.ACCEPTED, Said.DISPUTED}),
    Said.ACCEPTED: frozenset({Said.DISPUTED}),
    Said.DISPUTED: frozenset({Said.ACCEPTED, Said.SETTLED}),
    Said.SETTLED: frozenset({Said.ACCEPTED, Said.DISPUTED}),
}
#: Nobody sent the provider the figures as they are now.
NOT_SENT: Final = frozenset({None, Said.REQUESTED})
MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one provider stands: its last word on the figures as they are now; None: no word."""

    provider: str
    said: Said | None
    answer_by: date | None


def blockers_to_say(before: Said | None, said: Said, words: str) -> list[Blocker]:
    """Why an answer cannot be written down."""
    found = []
    if said not in FOLLOWS[before]:
        says = "Send the provider the figures first"
        if before and before not in NOT_SENT:
            says = f"The last word was: {before.label.lower()}"
        found.append(Blocker("said", says))
    if said is not Said.ACCEPTED and not words.strip():
        found.append(Blocker("words", "Say why"))
    return found


def blockers_of_providers(standing: Iterable[Standing], today: date) -> list[Blocker]:
    """Providers whose acceptance or dispute the round still waits for, the first few by name.

    Who was asked and has not answered by the day given does not hold the others up.
    """
    says = [each for each in (_waits_for(one, today) for one in standing) if each]
    more = len(says) - MOST_NAMED
    shown = says[:MOST_NAMED] + ([f"{more} more providers have to answer"] if more > 0 else [])
    return [Blocker("", each) for each in shown]


def counts_now(said: Said, about: str, now: str) -> bool:
    """Whether a provider's word is about the figures as they are now, told apart by a digest.

    A price that it asks for of its own accord is about no figures of ours.
    """
    return said is Said.REQUESTED or about == now


def _waits_for(each: Standing, today: date) -> str:
    if each.said in NOT_SENT:
        return f"{each.provider} has not been sent the figures"
    if each.said is Said.DISPUTED:
        return f"{each.provider} disputes them: settle it, or agree another price"
    if each.said is Said.SENT and each.answer_by and today <= each.answer_by:
        return f"{each.provider} has until {written_date(each.answer_by)} to answer"
    return ""
