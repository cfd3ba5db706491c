"""How a form's answers become an action, and its refusal words beside the question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from carewright.contract import api as contract
from carewright.ui.forms import PlainForm


def given(request: HttpRequest) -> Any:
    """What somebody has answered, be it nothing at all; None for who has not been asked yet."""
    return request.POST if request.method == "POST" else None


def tried(form: PlainForm, act: Callable[[], object]) -> bool:
    """Whether the act was done; if not, the form says why, beside the question where it can."""
    try:
        act()
    except contract.CannotDo as refused:
        for each in refused.blockers:
            form.add_error(each.where if each.where in form.fields else None, each.says)
        return False
    return True
