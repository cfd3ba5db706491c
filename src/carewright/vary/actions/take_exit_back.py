"""Undoes the confirmed end of an agreement: one asks, a second person confirms."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.vary.actions.reach import EXIT, exit_in_reach, move, record, refuse_if
from carewright.vary.models import Exit
from carewright.vary.rules.lives import EXIT_MOVES, ExitState


@transaction.atomic(durable=True)
def ask_exit_back(*, exit_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """Asks a second person to say that the agreement does not end after all, or not so."""
    found = _confirmed(exit_id, by)
    refuse_if(found.undo_asked_by_account, "Somebody has asked for this already")
    refuse_if(not reason.strip(), "Say why it does not end so", "reason")
    found.undo_asked_by_account, found.undo_asked_by_name = by.account_id, by.name
    found.undo_why = reason.strip()
    _save(found)
    record("ask_exit_back", EXIT, found, by=by, at=at, reason=reason)


@transaction.atomic(durable=True)
def confirm_exit_back(*, exit_id: UUID, by: platform.Officer, at: datetime) -> None:
    """A second person confirms it: the agreement goes on, and its end may be planned anew."""
    found = _confirmed(exit_id, by)
    refuse_if(found.undo_asked_by_account is None, "Nobody has asked for this")
    contract.refuse_own(asked_by=found.undo_asked_by_account, by=by, at=at)
    move(found, EXIT_MOVES, ExitState.WITHDRAWN)
    found.withdrawn_why = found.undo_why
    found.undone_by_account, found.undone_by_name = by.account_id, by.name
    found.save()
    contract.go_on_after_all(
        agreement_id=found.agreement_id, reason=found.undo_why, cites=f"exit {found.pk}", by=by,
        at=at,
    )  # fmt: skip
    record("confirm_exit_back", EXIT, found, by=by, at=at, reason=found.undo_why,
           asked_by=found.undo_asked_by_name)  # fmt: skip


@transaction.atomic(durable=True)
def keep_exit(*, exit_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """The end stays as two persons agreed it; nobody confirmed that it should not."""
    found = _confirmed(exit_id, by)
    refuse_if(found.undo_asked_by_account is None, "Nobody has asked for this")
    refuse_if(not reason.strip(), "Say why it ends all the same", "reason")
    found.undo_asked_by_account, found.undo_asked_by_name, found.undo_why = None, "", ""
    _save(found)
    record("keep_exit", EXIT, found, by=by, at=at, reason=reason)


def _confirmed(exit_id: UUID, by: platform.Officer) -> Exit:
    found = exit_in_reach(exit_id, by=by)
    state = ExitState(found.state)
    refuse_if(state is not ExitState.CONFIRMED, f"It is {state.label.lower()}")
    return found


def _save(found: Exit) -> None:
    found.save(update_fields=["undo_asked_by_account", "undo_asked_by_name", "undo_why"])
