"""The page of lifecycles: each drawn from the dict of moves that the code itself obeys."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from carewright.config.docs.markdown import block, page
from carewright.contract import api as contract
from carewright.decide import api as decide
from carewright.follow_up import api as follow_up
from carewright.govern import api as govern
from carewright.keep_to import api as keep_to
from carewright.plan import api as plan
from carewright.platform import api as platform
from carewright.register import api as register
from carewright.vary import api as vary

INTRODUCTION = (
    "A thing moves only along these arrows; any other move is refused. The words on the arrows' "
    "ends are those that a screen shows."
)
LIVES: Final[tuple[tuple[str, str, Mapping[Any, frozenset[Any]]], ...]] = (
    (
        "A published file",
        "From being given to its facts being used. Only an imported file is used by any figure.",
        register.MOVES,
    ),
    (
        "A request for approval",
        "From being asked to its end. What was approved before a request came back with questions "
        "stays approved.",
        decide.REQUEST_MOVES,
    ),
    (
        "A step of a request",
        "The steps of one stage open together; the next stage opens when all of them are approved.",
        decide.STEP_MOVES,
    ),
    (
        "A version of a scheme of delegation",
        "Another person than the one who proposed it adopts it. From its day on it counts until "
        "the next.",
        decide.SCHEME_MOVES,
    ),
    (
        "A decision paper",
        "From being sent on it follows its approval: decided when that is approved or declined, "
        "returned when it comes back with questions.",
        govern.MOVES,
    ),
    (
        "A version of a sourcing decision",
        "Approved by another person than any who wrote in it, and put into force. A later version "
        "replaces it once that is approved too; two persons set it aside.",
        plan.MOVES,
    ),
    (
        "An agreement",
        "Care that began before the approval or the signature is written down as it was, with its "
        "reason. Before anybody has signed, two persons may take an approved one back to a draft.",
        contract.MOVES,
    ),
    (
        "Something that an agreement obliges to",
        "What nobody has answered for follows the facts and the law; what was done or is not "
        "needed is touched by no recomputing, only by somebody who takes it back with a reason.",
        keep_to.MOVES,
    ),
    (
        "A variation of an agreement",
        "Until both sides have signed, two persons may take an approved one back to a draft.",
        vary.VARIATION_MOVES,
    ),
    (
        "The end of an agreement by a plan",
        "A second person confirms it. It is over once no step that protects people is open, all "
        "care has gone elsewhere, or a dated exception says how it goes on.",
        vary.EXIT_MOVES,
    ),
    (
        "An exemption from competition",
        "A granted one lapses on its last day; nothing has to be done for that.",
        vary.EXEMPTION_MOVES,
    ),
    (
        "A piece of background work",
        "Running work goes back to waiting when the process that ran it has died.",
        platform.MOVES,
    ),
    (
        "A tracked action",
        "Its owner says that it is done; somebody else closes it, or sends it back.",
        follow_up.MOVES,
    ),
)


def lifecycles_page() -> str:
    """One diagram a lifecycle."""
    return page("Lifecycles", INTRODUCTION, *(_section(*life) for life in LIVES))


def _section(title: str, words: str, moves: Mapping[Any, frozenset[Any]]) -> str:
    return f"## {title}\n\n{words}\n\n{block('mermaid', _diagram(moves))}"


def _diagram(moves: Mapping[Any, frozenset[Any]]) -> str:
    states = list(moves)
    names = [f'    state "{state.label}" as {state.value}' for state in states]
    begins = [f"    [*] --> {states[0].value}"]
    arrows = [
        f"    {start.value} --> {end.value}" for start in states for end in _in_order(moves, start)
    ]
    ends = [f"    {state.value} --> [*]" for state in states if not moves[state]]
    return "\n".join(["stateDiagram-v2", *names, *begins, *arrows, *ends])


def _in_order(moves: Mapping[Any, frozenset[Any]], start: StrEnum) -> list[Any]:
    return [state for state in moves if state in moves[start]]
