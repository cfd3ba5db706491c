"""Which part of the design system asks which question, and with what around it."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.forms.boundfield import BoundField

from carewright.ui.dates import DateInputs
from carewright.ui.fields.choices import (
    draw_checkboxes,
    draw_one_checkbox,
    draw_radios,
    draw_select,
)
from carewright.ui.fields.lines import (
    draw_email,
    draw_file,
    draw_number,
    draw_password,
    draw_short,
    draw_text,
    draw_textarea,
)
from carewright.ui.fields.several import draw_date, draw_several, first_wrong_part
from carewright.ui.fields.surroundings import Drawn

__all__ = ["Drawn", "drawn", "first_input_id"]


def drawn(field: BoundField) -> Drawn:
    """How this question looks, chosen by its widget."""
    for kind in type(field.field.widget).__mro__:
        if kind in DRAWINGS:
            return DRAWINGS[kind](field)
    return draw_text(field)


def first_input_id(field: BoundField) -> str:
    """The id of the first thing that can be filled in, to which an error leads."""
    widget, stem = field.field.widget, field.auto_id
    if isinstance(widget, DateInputs):
        return widget.ids(stem)[first_wrong_part(field)]
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple | forms.SelectMultiple):
        return f"{stem}_0"
    if isinstance(widget, forms.MultiWidget):
        return f"{stem}_0"
    if isinstance(widget, forms.SelectDateWidget):
        return f"{stem}_day"
    return stem


DRAWINGS: dict[type[forms.Widget], Callable[[BoundField], Drawn]] = {
    forms.TextInput: draw_text,
    forms.NumberInput: draw_number,
    forms.EmailInput: draw_email,
    forms.PasswordInput: draw_password,
    forms.DateInput: draw_short,
    forms.DateTimeInput: draw_short,
    forms.TimeInput: draw_short,
    forms.Textarea: draw_textarea,
    forms.FileInput: draw_file,
    forms.CheckboxInput: draw_one_checkbox,
    forms.RadioSelect: draw_radios,
    forms.CheckboxSelectMultiple: draw_checkboxes,
    forms.SelectMultiple: draw_checkboxes,
    forms.Select: draw_select,
    DateInputs: draw_date,
    forms.MultiWidget: draw_several,
    forms.SelectDateWidget: draw_several,
}
