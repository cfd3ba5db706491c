"""An obligation as the rules see it."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from carewright.keep_to import models
from carewright.keep_to.rules.carrying_over import Kept, Said
from carewright.keep_to.rules.life_of_a_duty import DutyState

SAID: Final = tuple(each.name for each in fields(Said))


def kept_row(found: models.Obligation) -> Kept:
    """What stands, to be held beside what the rules say now."""
    said = Said(**{name: getattr(found, name) for name in SAID})
    return Kept(found.pk, (found.rule, found.nth), said, DutyState(found.state), found.settled_on)
