"""Steps of a change: what each asks, and what it does; the views run them alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from carewright.platform.api import OfficerRequest, intent_of
from carewright.ui.forms import PlainForm, given, tried
from carewright.ui.rows import Link
from carewright.vary import api as vary

SAVED: Final = _("Saved.")
Done = dict[str, Any]
"""Who does it and when; with an intent where something is made."""


@dataclass(frozen=True)
class Step:
    """One step: its page, its questions, and the action that the answers lead to."""

    title: Any
    button: Any
    form: Callable[[OfficerRequest, Any, tuple[Any, Any]], PlainForm]
    save: Callable[[Any, Any, Done], None]
    makes: bool = False  # something new, so that sending it twice must not make two
    said: Any = SAVED


@dataclass(frozen=True)
class Where:
    """What a page is about, and the way back to it."""

    about: str
    back: str
    crumbs: tuple[Link, ...]


@dataclass(frozen=True)
class Act:
    """Something that takes no answers: the action, and what is said when it is done."""

    act: Callable[..., object]
    said: Any
    makes: bool = False


def take(
    request: OfficerRequest, steps: Mapping[str, Step], name: str, found: Any, where: Where
) -> HttpResponse:
    """Asks what the step asks, or does what was answered."""
    if name not in steps:
        raise Http404
    step = steps[name]
    form = step.form(request, found, given(request))
    done = done_by(request, makes=step.makes)
    if form.is_valid() and tried(form, lambda: step.save(found, form, done)):
        messages.success(request, step.said)
        return redirect(where.back)
    return ask(request, form, step.title, step.button, where)


def ask(
    request: OfficerRequest, form: PlainForm, title: Any, button: Any, where: Where
) -> HttpResponse:
    """A page that asks."""
    page = {
        "title": title, "caption": where.about, "form": form, "button": button,
        "crumbs": where.crumbs, "cancel": where.back,
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def do_one(
    request: OfficerRequest, acts: Mapping[str, Act], back: str, **about: Any
) -> HttpResponse:
    """Does what one button says, or says why not."""
    named = acts.get(request.POST.get("what", ""))
    if named is None:
        messages.error(request, _("Choose what to do"))
        return redirect(back)
    try:
        named.act(**about, **done_by(request, makes=named.makes))
    except vary.CannotDo as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, named.said)
    return redirect(back)


def done_by(request: OfficerRequest, *, makes: bool) -> Done:
    """Who does it and when; what makes something new is made once."""
    done: Done = {"by": request.officer, "at": now()}
    return {**done, "intent": intent_of(request)} if makes else done
