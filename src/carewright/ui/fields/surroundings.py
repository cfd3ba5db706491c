"""What surrounds every question: its name, hint and error, under the design system's names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from markupsafe import Markup

Params = dict[str, Any]

#: Attributes that the design system writes itself, or leaves out on purpose (`required` makes a
#: browser complain in its own words and place).
WRITTEN_ELSEWHERE = {"id", "class", "required", "rows", "cols", "type", "maxlength"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part of the design system by its macro's name, with its parameters."""

    component: str
    params: Params
    parts: tuple[Drawn, ...] = ()


def surroundings(field: BoundField) -> Params:
    """Name, id, hint and error, which every part takes under the same names."""
    around: Params = {"name": field.html_name, "id": field.auto_id}
    if field.help_text:
        around["hint"] = in_words(field.help_text)
    if field.errors:
        around["errorMessage"] = _error(field)
    if field.field.disabled:
        around["disabled"] = True
    return around


def _error(field: BoundField) -> Params:
    lines = [Markup.escape(error) for error in field.errors]
    return {"html": Markup("<br>").join(lines), "visuallyHiddenText": gettext("Error")}


def in_words(text: Any) -> Params:
    """Words that their author marked as safe may hold markup; all others may not."""
    return {"html": Markup.escape(text)} if isinstance(text, SafeString) else {"text": str(text)}


def label_of(field: BoundField) -> Params:
    return {"text": named(field), "classes": "govuk-label--s"}


def fieldset_of(field: BoundField) -> Params:
    return {"legend": {"text": named(field), "classes": "govuk-fieldset__legend--s"}}


def named(field: BoundField) -> str:
    """The label; an answer that may be left out says so, as most may not.

    A form that is saved in parts (`saved_in_parts`) asks for what is missing later.
    """
    asked = field.field.required or getattr(field.form, "saved_in_parts", False)
    if asked or isinstance(field.field, forms.BooleanField):
        return str(field.label)
    return gettext("%(label)s (optional)") % {"label": field.label}


def widget_of(field: BoundField) -> dict[str, Any]:
    """What Django would hand to a widget's template: the value as text, choices, attributes."""
    widget = field.field.widget
    context = widget.get_context(field.html_name, field.value(), {"id": field.auto_id})
    found: dict[str, Any] = context["widget"]
    return found


def attributes_of(attrs: dict[str, Any]) -> Params:
    return {
        name: True if value is True else str(value)
        for name, value in attrs.items()
        if name not in WRITTEN_ELSEWHERE and value is not False and value is not None
    }
