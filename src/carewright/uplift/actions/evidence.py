"""Keeps what a provider shows for what it says, in the transaction in which it is written down."""

from __future__ import annotations

from datetime import datetime
from typing import IO
from uuid import UUID

from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.uplift.actions.reach import CannotDo

Given = tuple[str, IO[bytes]]
"""A file as it was given: its name and its bytes."""


def keep_evidence(given: Given | None, by: platform.Officer, at: datetime) -> UUID | None:
    """The id of the document, judged by its kind and size first; None where nothing was given."""
    if given is None:
        return None
    platform.require(by, Act.FILE_DOCUMENT)
    name, content = given
    try:
        return platform.keep_given(
            name=name, content=content, retention=platform.Retention.SEVEN_YEARS, by=by, at=at
        ).id
    except platform.CannotKeep as refused:
        raise CannotDo([Blocker("document", str(refused))]) from None
