"""Questions answered by choosing: radios, boxes to tick, drop-downs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext

from carewright.ui.fields.surroundings import (
    Drawn,
    Params,
    attributes_of,
    fieldset_of,
    in_words,
    label_of,
    surroundings,
    widget_of,
)


def draw_radios(field: BoundField) -> Drawn:
    return _choices(field, "govukRadios")


def draw_checkboxes(field: BoundField) -> Drawn:
    return _choices(field, "govukCheckboxes")


def _choices(field: BoundField, component: str) -> Drawn:
    params = {
        **surroundings(field),
        "idPrefix": field.auto_id,
        "fieldset": fieldset_of(field),
        "items": list(_items(field)),
        "classes": widget_of(field)["attrs"].get("class", ""),
    }
    return Drawn(component, params)


def _items(field: BoundField) -> Iterator[Params]:
    """The choices; the ids are Django's own, so that the first of them ends in _0."""
    hints = getattr(field.field.widget, "hints", {})
    number = 0
    for group, options, _index in widget_of(field)["optgroups"]:
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
                **in_words(option["label"]),
            }
            if hint := hints.get(option["value"]):
                item["hint"] = in_words(hint)
            yield item
            number += 1


def draw_one_checkbox(field: BoundField) -> Drawn:
    item = {
        "id": field.auto_id,
        "value": "on",
        "checked": bool(field.value()),
        "disabled": bool(field.field.disabled),
        "text": str(field.label),
    }
    around = surroundings(field)
    if hint := around.pop("hint", None):
        item["hint"] = hint
    return Drawn("govukCheckboxes", {**around, "idPrefix": field.auto_id, "items": [item]})


def draw_select(field: BoundField) -> Drawn:
    """A drop-down; where the choices come in groups, our own, as the design system has none."""
    widget = widget_of(field)
    groups = [
        (group, [option_of(option) for option in options])
        for group, options, _index in widget["optgroups"]
    ]
    params = {
        **surroundings(field),
        "label": label_of(field),
        "classes": widget["attrs"].get("class", ""),
        "attributes": attributes_of(widget["attrs"]),
    }
    if any(group for group, _options in groups):
        return Drawn("grouped_select", {**params, "groups": groups})
    items = [option for _group, options in groups for option in options]
    return Drawn("govukSelect", {**params, "items": items})


def option_of(option: dict[str, Any]) -> Params:
    empty = option["value"] == "" and set(str(option["label"])) == {"-"}
    return {
        "value": str(option["value"]),
        "text": gettext("Choose one") if empty else str(option["label"]),
        "selected": bool(option["selected"]),
    }
