"""What an action refuses, said on the form that asked for it."""

from __future__ import annotations

from collections.abc import Callable

from carewright.govern import api as govern
from carewright.ui.forms import PlainForm


def tried(form: PlainForm, act: Callable[[], object]) -> bool:
    """Whether the act was done; if not, the form says why, beside the question where it can."""
    try:
        act()
    except govern.CannotDo as refused:
        for blocker in refused.blockers:
            form.add_error(blocker.where if blocker.where in form.fields else None, blocker.says)
        return False
    return True
