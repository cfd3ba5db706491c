"""Finds what an action is about, locked, and only within the actor's reach."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from carewright.platform import api as platform
from carewright.register.models import Dataset
from carewright.register.rules.life_of_a_dataset import DatasetState, may_move


class CannotDo(Exception):
    """The file is in a state in which this cannot be done; the text says what can."""


def nothing(*_: object) -> None:
    """What is done where nobody asked for anything to be done."""


def dataset_in_reach(dataset_id: UUID, *, by: platform.Actor, act: platform.Act) -> Dataset:
    """The file, locked for this transaction; a stranger's does not exist."""
    found = Dataset.objects.select_for_update(of=("self",)).filter(pk=dataset_id).first()
    if found is None:
        raise platform.NotYours
    platform.require(by, act, found)
    return found


def move(found: Dataset, to: DatasetState) -> None:
    """Brings the file into a state that its present one allows."""
    start = DatasetState(found.state)
    if not may_move(start, to):
        raise CannotDo(
            f"{found.file_name} is {start.label.lower()}; it cannot be {to.label.lower()}."
        )
    found.state = to.value


def record(
    act: str, found: Dataset, *, by: platform.Actor, at: datetime, reason: str = "", **facts: object
) -> None:
    """Writes an event about the file."""
    platform.audit.record(
        act, "dataset", found.pk, by=by, at=at, organisation_id=found.organisation_id,
        reason=reason, file=found.file_name, sha256=found.sha256, **facts,
    )  # fmt: skip
