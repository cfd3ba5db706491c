"""What keeps an option to extend from being taken, whoever has approved it."""

from __future__ import annotations

from datetime import date
from typing import Final

from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.terms import Term
from carewright.platform.api import Blocker
from carewright.ui.formats import written_date

#: Bound by both sides, and meant to go on.
MAY_GO_ON: Final = frozenset({AgreementState.SIGNED, AgreementState.LIVE})


def blockers_to_extend(state: AgreementState, *, exit_planned: bool) -> list[Blocker]:
    """Why the term cannot be made longer; a certain end is not undone by an option."""
    if exit_planned or state is AgreementState.ENDING:
        return [
            Blocker(
                "",
                "Its end is planned, and no option brings it back. Whoever is still supported on "
                "the last day goes on by a dated exception",
            )
        ]
    if state not in MAY_GO_ON:
        return [Blocker("", f"It is {state.label.lower()}: only what is signed is extended")]
    return []


def blockers_by_exemption(ends_before: date, *, exempted_before: date | None) -> list[Blocker]:
    """Why days up to an end are not bought without competition; None: no exemption is relied on."""
    if exempted_before is None or ends_before <= exempted_before:
        return []
    last = Term(None, exempted_before).last_day
    return [
        Blocker(
            "",
            f"It was bought without competition, on an exemption that counts until "
            f"{written_date(last)}. Have an exemption granted for the further days, and name this "
            "agreement as relying on it",
        )
    ]
