"""Keeps what was answered upon a version of a scenario, or says on the form why it cannot."""

from __future__ import annotations

from collections.abc import Callable

from carewright.foresee import api as foresee
from carewright.foresee.web.scenario_forms import UponVersion
from carewright.foresee.web.scenario_presenters import changed_meanwhile
from carewright.ui.forms import tried


def kept(form: UponVersion, act: Callable[[], object]) -> bool:
    """Whether it was kept; if somebody was faster, the form stands upon their version now."""
    try:
        return tried(form, act)
    except foresee.ChangedMeanwhile as changed:
        form.add_error(None, changed_meanwhile(changed))
        form.moved_to(changed.version)
        return False
