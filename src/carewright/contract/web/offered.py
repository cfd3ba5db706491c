"""Which steps an officer may take with an agreement now: the page shows no others."""

from __future__ import annotations

from typing import Final

from carewright.contract import api as contract
from carewright.contract.api import OVER, AgreementState, OptionState
from carewright.contract.web.fill_in_form import open_facts
from carewright.contract.web.steps import STEPS
from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.platform.api import Act

#: The steps that a state leaves open; signing, prices and plans are open until the end.
_DRAFT: Final = frozenset({"terms", "provider", "service", "option", "begin", "abandon"})
WORDS: Final = frozenset({"terms", "provider", "service", "price", "option", "take_out"})
BY_STATE: Final[dict[AgreementState, frozenset[str]]] = {
    AgreementState.DRAFT: _DRAFT,
    AgreementState.APPROVED: frozenset({"take_back", "begin", "abandon", "keep"}),
    AgreementState.SIGNED: frozenset({"begin", "end", "ask_to_extend", "extend"}),
    AgreementState.LIVE: frozenset({"ask_to_extend", "extend", "ending", "end"}),
    AgreementState.ENDING: frozenset({"extend", "end"}),
    AgreementState.ENDED: frozenset(),
    AgreementState.TERMINATED: frozenset(),
    AgreementState.ABANDONED: frozenset(),
}


def steps_open(
    found: contract.Agreement, by: platform.Officer, *, is_asked: bool = False
) -> set[str]:
    """The codes of the steps that the officer may take now.

    While its approval `is_asked` for, or given and not marked, the words of a draft are closed.
    """
    offered: set[str] = set()
    over = found.state in OVER
    if platform.may(by, Act.WRITE_AGREEMENT):
        offered |= BY_STATE[found.state] | {"plans", "successor"}
        offered |= set() if over or not found.services else {"price"}
        if found.state is AgreementState.DRAFT and (found.providers or found.services):
            offered.add("take_out")
        if open_facts(found):
            offered.add("fill_in")
        offered -= _not_of_an_option(found, by)
        offered -= _not_of_a_reversal(found)
        if found.by_plan:
            offered -= {"ending", "end"}
        if found.state is AgreementState.DRAFT and is_asked:
            offered -= WORDS
    if platform.may(by, Act.RECORD_SIGNATURE) and not over:
        offered.add("sign")
    if platform.may(by, Act.LET_CARE_GO_ON):
        offered.add("end_goes_on" if found.goes_on else "goes_on")
    return offered


def _not_of_an_option(found: contract.Agreement, by: platform.Officer) -> set[str]:
    """What cannot be done with the next option: all while others decide on it."""
    waiting = [each for each in found.extensions if each.state is OptionState.OPEN]
    if not waiting:
        return {"ask_to_extend", "extend"}
    if waiting[0].request_id is None:
        return set()
    state = decide.state_of(waiting[0].request_id, seen_by=by)
    if state in (RequestState.REQUESTED, RequestState.RETURNED):
        return {"ask_to_extend", "extend"}
    return {"ask_to_extend"} if state is RequestState.APPROVED else set()


def _not_of_a_reversal(found: contract.Agreement) -> set[str]:
    """It is taken back before anybody signs, and left as it is only where somebody has asked."""
    back = {"take_back"} if found.reversal or found.signatures else set()
    return back if found.reversal else back | {"keep"}


def titles(offered: set[str]) -> list[tuple[str, str]]:
    """The plain steps in their order, with what a link to each says."""
    return [(code, str(step.title)) for code, step in STEPS.items() if code in offered]
