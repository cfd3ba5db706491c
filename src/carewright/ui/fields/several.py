"""Questions of several parts: a date, a date with its time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext

from carewright.ui.dates import DateInputs
from carewright.ui.fields.choices import option_of
from carewright.ui.fields.surroundings import (
    Drawn,
    Params,
    fieldset_of,
    surroundings,
    widget_of,
)


def draw_date(field: BoundField) -> Drawn:
    """Day, month, year; the box around them and the first of them have ids of their own."""
    widget = field.field.widget
    values = widget.format_value(field.value())
    wrong = _wrong_parts(field)
    items = [
        {
            "id": part_id,
            "name": name,
            "label": label,
            "value": value,
            "classes": _date_classes(part, wrong),
            "autocomplete": None,
        }
        for part, part_id, name, label, value in zip(
            widget.parts,
            widget.ids(field.auto_id),
            widget.names(field.html_name),
            (gettext("Day"), gettext("Month"), gettext("Year")),
            values,
            strict=True,
        )
    ]
    around = surroundings(field)
    around.pop("name")
    return Drawn("govukDateInput", {**around, "fieldset": fieldset_of(field), "items": items})


def _date_classes(part: str, wrong: tuple[str, ...]) -> str:
    width = "govuk-input--width-4" if part == "year" else "govuk-input--width-2"
    return f"{width} govuk-input--error" if part in wrong else width


def _wrong_parts(field: BoundField) -> tuple[str, ...]:
    """The parts of a date that its errors speak of; an error that names none speaks of all."""
    return _named_parts(field) or (DateInputs.parts if field.errors else ())


def _named_parts(field: BoundField) -> tuple[str, ...]:
    """The parts of a question that its errors name."""
    if not field.errors:
        return ()
    errors = field.form.errors[field.name].as_data()
    return tuple(part for error in errors for part in (error.params or {}).get("parts", ()))


def first_wrong_part(field: BoundField) -> int:
    wrong = _wrong_parts(field)
    return min((DateInputs.parts.index(part) for part in wrong), default=0)


def draw_several(field: BoundField) -> Drawn:
    """A question that Django asks in parts: each part is drawn on its own within a fieldset."""
    labels = {"date": gettext("Date"), "time": gettext("Time")}
    labels |= {"day": gettext("Day"), "month": gettext("Month"), "year": gettext("Year")}
    labels |= {"low": gettext("Low"), "middle": gettext("Middle"), "high": gettext("High")}
    around, wrong = surroundings(field), _named_parts(field)
    parts = []
    for place, part in enumerate(widget_of(field)["subwidgets"], start=1):
        kind = part["name"].rpartition("_")[2]
        label = labels.get(kind) or gettext("Part %(place)s") % {"place": place}
        if isinstance(field.field.widget, forms.SplitDateTimeWidget):
            label = (gettext("Date"), gettext("Time"))[place - 1]
        parts.append(_part(part, label, is_wrong=kind in wrong))
    return Drawn("several", {**around, "fieldset": fieldset_of(field)}, tuple(parts))


def _part(part: dict[str, Any], label: str, *, is_wrong: bool) -> Drawn:
    params: Params = {"name": part["name"], "id": part["attrs"]["id"], "label": {"text": label}}
    if "optgroups" in part:
        items = [option_of(o) for _group, options, _index in part["optgroups"] for o in options]
        return Drawn("govukSelect", {**params, "items": items})
    value = "" if part["value"] is None else str(part["value"])
    classes = "govuk-input--width-10" + (" govuk-input--error" if is_wrong else "")
    return Drawn("govukInput", {**params, "value": value, "classes": classes})
