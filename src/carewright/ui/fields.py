"""Which part of the design system asks which question, and with what around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from markupsafe import Markup

from carewright.ui.dates import DateInputs

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


def drawn(field: BoundField) -> Drawn:
    """How this question looks, chosen by its widget."""
    for kind in type(field.field.widget).__mro__:
        if kind in DRAWINGS:
            return DRAWINGS[kind](field)
    return _text(field)


def first_input_id(field: BoundField) -> str:
    """The id of the first thing that can be filled in, to which an error leads."""
    widget, stem = field.field.widget, field.auto_id
    if isinstance(widget, DateInputs):
        return widget.ids(stem)[_first_wrong_part(field)]
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple | forms.SelectMultiple):
        return f"{stem}_0"
    if isinstance(widget, forms.MultiWidget):
        return f"{stem}_0"
    if isinstance(widget, forms.SelectDateWidget):
        return f"{stem}_day"
    return stem


# What surrounds every question ----------------------------------------------------------------


def _around(field: BoundField) -> Params:
    """Name, id, hint and error, which every part takes under the same names."""
    around: Params = {"name": field.html_name, "id": field.auto_id}
    if field.help_text:
        around["hint"] = _words(field.help_text)
    if field.errors:
        around["errorMessage"] = _error(field)
    if field.field.disabled:
        around["disabled"] = True
    return around


def _error(field: BoundField) -> Params:
    lines = [Markup.escape(error) for error in field.errors]
    return {"html": Markup("<br>").join(lines), "visuallyHiddenText": gettext("Error")}


def _words(text: Any) -> Params:
    """Words that their author marked as safe may hold markup; all others may not."""
    return {"html": Markup.escape(text)} if isinstance(text, SafeString) else {"text": str(text)}


def _label(field: BoundField) -> Params:
    return {"text": _named(field), "classes": "govuk-label--s"}


def _fieldset(field: BoundField) -> Params:
    return {"legend": {"text": _named(field), "classes": "govuk-fieldset__legend--s"}}


def _named(field: BoundField) -> str:
    """The label; an answer that may be left out says so, as most may not."""
    if field.field.required or isinstance(field.field, forms.BooleanField):
        return str(field.label)
    return gettext("%(label)s (optional)") % {"label": field.label}


def _widget(field: BoundField) -> dict[str, Any]:
    """What Django would hand to a widget's template: the value as text, choices, attributes."""
    widget = field.field.widget
    context = widget.get_context(field.html_name, field.value(), {"id": field.auto_id})
    found: dict[str, Any] = context["widget"]
    return found


def _attributes(attrs: dict[str, Any]) -> Params:
    return {
        name: True if value is True else str(value)
        for name, value in attrs.items()
        if name not in WRITTEN_ELSEWHERE and value is not False and value is not None
    }


# One line, many lines --------------------------------------------------------------------------


def _text(field: BoundField) -> Drawn:
    widget = _widget(field)
    attrs = dict(widget["attrs"])
    params = {
        **_around(field),
        "label": _label(field),
        "type": widget.get("type", "text"),
        "value": "" if widget["value"] is None else str(widget["value"]),
        "classes": attrs.get("class", ""),
        "autocomplete": attrs.pop("autocomplete", None),
        "inputmode": attrs.pop("inputmode", None),
        "attributes": _attributes(attrs),
    }
    for affix in ("prefix", "suffix"):
        if words := getattr(field.field.widget, affix, ""):
            params[affix] = {"text": words}
    return Drawn("govukInput", params)


def _number(field: BoundField) -> Drawn:
    """Figures are typed into plain text: number inputs change when somebody scrolls over them."""
    found = _text(field)
    whole = isinstance(field.field, forms.IntegerField) and not isinstance(
        field.field, forms.FloatField | forms.DecimalField
    )
    for limit in ("min", "max", "step"):
        found.params["attributes"].pop(limit, None)
    keys = "numeric" if whole else "decimal"
    classes = found.params["classes"] or "govuk-input--width-10"
    return Drawn(
        "govukInput",
        {**found.params, "type": "text", "inputmode": keys, "classes": classes},
    )


def _email(field: BoundField) -> Drawn:
    found = _text(field)
    asked = found.params["autocomplete"] or "email"
    return Drawn("govukInput", {**found.params, "spellcheck": False, "autocomplete": asked})


def _short(field: BoundField) -> Drawn:
    found = _text(field)
    return Drawn(
        "govukInput",
        {**found.params, "classes": found.params["classes"] or "govuk-input--width-10"},
    )


def _password(field: BoundField) -> Drawn:
    attrs = _widget(field)["attrs"]
    params = {
        **_around(field),
        "label": _label(field),
        "autocomplete": attrs.get("autocomplete", "current-password"),
        "classes": attrs.get("class", ""),
        "showPasswordText": gettext("Show"),
        "hidePasswordText": gettext("Hide"),
        "showPasswordAriaLabelText": gettext("Show password"),
        "hidePasswordAriaLabelText": gettext("Hide password"),
    }
    return Drawn("govukPasswordInput", params)


def _textarea(field: BoundField) -> Drawn:
    widget = _widget(field)
    params = {
        **_around(field),
        "label": _label(field),
        "rows": widget["attrs"].get("rows", 5),
        "value": "" if widget["value"] is None else str(widget["value"]),
        "classes": widget["attrs"].get("class", ""),
        "attributes": _attributes(widget["attrs"]),
    }
    longest = getattr(field.field, "max_length", None)
    if longest is None:
        return Drawn("govukTextarea", params)
    return Drawn("govukCharacterCount", {**params, "maxlength": longest})


def _file(field: BoundField) -> Drawn:
    attrs = dict(_widget(field)["attrs"])
    params = {
        **_around(field),
        "label": _label(field),
        "classes": attrs.get("class", ""),
        "multiple": bool(attrs.pop("multiple", False)),
        "attributes": _attributes(attrs),
    }
    if field.initial and "hint" not in params:
        kept = gettext("Leave empty to keep %(file)s") % {"file": field.initial}
        params["hint"] = {"text": kept}
    return Drawn("govukFileUpload", params)


# Choices -----------------------------------------------------------------------------------------


def _radios(field: BoundField) -> Drawn:
    return _choices(field, "govukRadios")


def _checkboxes(field: BoundField) -> Drawn:
    return _choices(field, "govukCheckboxes")


def _choices(field: BoundField, component: str) -> Drawn:
    params = {
        **_around(field),
        "idPrefix": field.auto_id,
        "fieldset": _fieldset(field),
        "items": list(_items(field)),
        "classes": _widget(field)["attrs"].get("class", ""),
    }
    return Drawn(component, params)


def _items(field: BoundField) -> Iterator[Params]:
    """The choices; the ids are Django's own, so that the first of them ends in _0."""
    hints = getattr(field.field.widget, "hints", {})
    number = 0
    for group, options, _index in _widget(field)["optgroups"]:
        if group:
            yield {"divider": str(group)}
        for option in options:
            if option["value"] == "" and isinstance(field.field.widget, forms.RadioSelect):
                continue  # "---------" answers no question
            item = {
                "id": f"{field.auto_id}_{number}",
                "name": field.html_name,
                "value": str(option["value"]),
                "checked": option["selected"],
                "disabled": bool(field.field.disabled or option["attrs"].get("disabled")),
                **_words(option["label"]),
            }
            if hint := hints.get(option["value"]):
                item["hint"] = _words(hint)
            yield item
            number += 1


def _one_checkbox(field: BoundField) -> Drawn:
    item = {
        "id": field.auto_id,
        "value": "on",
        "checked": bool(field.value()),
        "disabled": bool(field.field.disabled),
        "text": str(field.label),
    }
    around = _around(field)
    if hint := around.pop("hint", None):
        item["hint"] = hint
    return Drawn("govukCheckboxes", {**around, "idPrefix": field.auto_id, "items": [item]})


def _select(field: BoundField) -> Drawn:
    """A drop-down; where the choices come in groups, our own, as the design system has none."""
    widget = _widget(field)
    groups = [
        (group, [_option(option) for option in options])
        for group, options, _index in widget["optgroups"]
    ]
    params = {
        **_around(field),
        "label": _label(field),
        "classes": widget["attrs"].get("class", ""),
        "attributes": _attributes(widget["attrs"]),
    }
    if any(group for group, _options in groups):
        return Drawn("grouped_select", {**params, "groups": groups})
    items = [option for _group, options in groups for option in options]
    return Drawn("govukSelect", {**params, "items": items})


def _option(option: dict[str, Any]) -> Params:
    empty = option["value"] == "" and set(str(option["label"])) == {"-"}
    return {
        "value": str(option["value"]),
        "text": gettext("Choose one") if empty else str(option["label"]),
        "selected": bool(option["selected"]),
    }


# Questions of several parts ---------------------------------------------------------------------


def _date(field: BoundField) -> Drawn:
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
    around = _around(field)
    around.pop("name")
    return Drawn("govukDateInput", {**around, "fieldset": _fieldset(field), "items": items})


def _date_classes(part: str, wrong: tuple[str, ...]) -> str:
    width = "govuk-input--width-4" if part == "year" else "govuk-input--width-2"
    return f"{width} govuk-input--error" if part in wrong else width


def _wrong_parts(field: BoundField) -> tuple[str, ...]:
    """The parts of a date that its errors speak of; an error that names none speaks of all."""
    if not field.errors:
        return ()
    errors = field.form.errors[field.name].as_data()
    named = [part for error in errors for part in (error.params or {}).get("parts", ())]
    return tuple(named) or DateInputs.parts


def _first_wrong_part(field: BoundField) -> int:
    wrong = _wrong_parts(field)
    return min((DateInputs.parts.index(part) for part in wrong), default=0)


def _several(field: BoundField) -> Drawn:
    """A question that Django asks in parts: each part is drawn on its own within a fieldset."""
    labels = {"date": gettext("Date"), "time": gettext("Time")}
    labels |= {"day": gettext("Day"), "month": gettext("Month"), "year": gettext("Year")}
    around = _around(field)
    parts = []
    for place, part in enumerate(_widget(field)["subwidgets"], start=1):
        kind = part["name"].rpartition("_")[2]
        label = labels.get(kind) or gettext("Part %(place)s") % {"place": place}
        if isinstance(field.field.widget, forms.SplitDateTimeWidget):
            label = (gettext("Date"), gettext("Time"))[place - 1]
        parts.append(_part(part, label))
    return Drawn("several", {**around, "fieldset": _fieldset(field)}, tuple(parts))


def _part(part: dict[str, Any], label: str) -> Drawn:
    params: Params = {"name": part["name"], "id": part["attrs"]["id"], "label": {"text": label}}
    if "optgroups" in part:
        items = [_option(o) for _group, options, _index in part["optgroups"] for o in options]
        return Drawn("govukSelect", {**params, "items": items})
    value = "" if part["value"] is None else str(part["value"])
    return Drawn("govukInput", {**params, "value": value, "classes": "govuk-input--width-10"})


DRAWINGS: dict[type[forms.Widget], Callable[[BoundField], Drawn]] = {
    forms.TextInput: _text,
    forms.NumberInput: _number,
    forms.EmailInput: _email,
    forms.PasswordInput: _password,
    forms.DateInput: _short,
    forms.DateTimeInput: _short,
    forms.TimeInput: _short,
    forms.Textarea: _textarea,
    forms.FileInput: _file,
    forms.CheckboxInput: _one_checkbox,
    forms.RadioSelect: _radios,
    forms.CheckboxSelectMultiple: _checkboxes,
    forms.SelectMultiple: _checkboxes,
    forms.Select: _select,
    DateInputs: _date,
    forms.MultiWidget: _several,
    forms.SelectDateWidget: _several,
}
