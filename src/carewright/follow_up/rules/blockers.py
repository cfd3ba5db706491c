"""What stands in the way of a step with an action, in the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from carewright.follow_up.rules.life_of_an_action import STILL_TO_DO, ActionState, may_move
from carewright.platform.api import Blocker


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """What the rules need to know of an action."""

    state: ActionState
    evidence: int


def blockers_to_move(facts: ActionFacts, to: ActionState) -> list[Blocker]:
    """Why the action cannot come into the other state at all."""
    if may_move(facts.state, to):
        return []
    return [Blocker("state", f"The action is {facts.state.label.lower()}, so this cannot be said")]


def blockers_to_finish(facts: ActionFacts, evidence: str, has_document: bool) -> list[Blocker]:
    """Why the action cannot be called done: it needs something that shows it."""
    found = blockers_to_move(facts, ActionState.DONE)
    if not (evidence.strip() or has_document or facts.evidence):
        found.append(Blocker("evidence", "Say what shows that it is done, or give a document"))
    return found


def blockers_to_close(facts: ActionFacts, *, did_it: bool) -> list[Blocker]:
    """Why this person cannot close it: whoever called it done does not also check it."""
    found = blockers_to_move(facts, ActionState.CLOSED)
    if facts.state is ActionState.DONE and did_it:
        found.append(
            Blocker("state", "You said that it was done, so somebody else has to close it")
        )
    return found


def blockers_to_give_up(facts: ActionFacts, reason: str) -> list[Blocker]:
    """Why it cannot be said that the action will not be done."""
    return blockers_to_move(facts, ActionState.NOT_DONE) + _reason(
        reason, "Say why it will not be done"
    )


def blockers_to_send_back(facts: ActionFacts, reason: str) -> list[Blocker]:
    """Why the action cannot go back to its owner."""
    return blockers_to_move(facts, ActionState.IN_PROGRESS) + _reason(
        reason, "Say what is missing, so that the owner can mend it"
    )


def blockers_to_move_date(
    facts: ActionFacts, *, due_at: datetime, new_due_at: datetime, reason: str
) -> list[Blocker]:
    """Why the due date cannot be changed."""
    found = []
    if facts.state not in STILL_TO_DO:
        found.append(Blocker("state", "Only the date of an action still to do can be changed"))
    if new_due_at == due_at:
        found.append(Blocker("due_on", "It is due then already. Give another date or time"))
    return found + _reason(reason, "Say why the date changes")


def blockers_to_supersede(facts: ActionFacts, reason: str) -> list[Blocker]:
    """Why it cannot be said that something else has taken the action's place."""
    return blockers_to_move(facts, ActionState.SUPERSEDED) + _reason(
        reason, "Say what takes its place"
    )


def blockers_to_hand_over(facts: ActionFacts, owner: str, reason: str) -> list[Blocker]:
    """Why somebody else cannot be made to answer for the action."""
    found = []
    if facts.state not in STILL_TO_DO:
        found.append(Blocker("state", "Only an action still to do can be handed over"))
    if not owner.strip():
        found.append(Blocker("owner", "Say who answers for it from now on"))
    return found + _reason(reason, "Say why somebody else answers for it")


def _reason(reason: str, says: str) -> list[Blocker]:
    return [] if reason.strip() else [Blocker("reason", says)]
