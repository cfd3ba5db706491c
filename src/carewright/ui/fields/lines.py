"""Questions answered by typing, and by choosing a file."""

from __future__ import annotations

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext

from carewright.ui.fields.surroundings import (
    Drawn,
    attributes_of,
    label_of,
    surroundings,
    widget_of,
)


def draw_text(field: BoundField) -> Drawn:
    widget = widget_of(field)
    attrs = dict(widget["attrs"])
    params = {
        **surroundings(field),
        "label": label_of(field),
        "type": widget.get("type", "text"),
        "value": "" if widget["value"] is None else str(widget["value"]),
        "classes": attrs.get("class", ""),
        "autocomplete": attrs.pop("autocomplete", None),
        "inputmode": attrs.pop("inputmode", None),
        "attributes": attributes_of(attrs),
    }
    for affix in ("prefix", "suffix"):
        if words := getattr(field.field.widget, affix, ""):
            params[affix] = {"text": words}
    return Drawn("govukInput", params)


def draw_number(field: BoundField) -> Drawn:
    """Figures are typed into plain text: number inputs change when somebody scrolls over them."""
    found = draw_text(field)
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


def draw_email(field: BoundField) -> Drawn:
    found = draw_text(field)
    asked = found.params["autocomplete"] or "email"
    return Drawn("govukInput", {**found.params, "spellcheck": False, "autocomplete": asked})


def draw_short(field: BoundField) -> Drawn:
    found = draw_text(field)
    return Drawn(
        "govukInput",
        {**found.params, "classes": found.params["classes"] or "govuk-input--width-10"},
    )


def draw_password(field: BoundField) -> Drawn:
    attrs = widget_of(field)["attrs"]
    params = {
        **surroundings(field),
        "label": label_of(field),
        "autocomplete": attrs.get("autocomplete", "current-password"),
        "classes": attrs.get("class", ""),
        "showPasswordText": gettext("Show"),
        "hidePasswordText": gettext("Hide"),
        "showPasswordAriaLabelText": gettext("Show password"),
        "hidePasswordAriaLabelText": gettext("Hide password"),
    }
    return Drawn("govukPasswordInput", params)


def draw_textarea(field: BoundField) -> Drawn:
    widget = widget_of(field)
    params = {
        **surroundings(field),
        "label": label_of(field),
        "rows": widget["attrs"].get("rows", 5),
        "value": "" if widget["value"] is None else str(widget["value"]),
        "classes": widget["attrs"].get("class", ""),
        "attributes": attributes_of(widget["attrs"]),
    }
    longest = getattr(field.field, "max_length", None)
    if longest is None:
        return Drawn("govukTextarea", params)
    return Drawn("govukCharacterCount", {**params, "maxlength": longest})


def draw_file(field: BoundField) -> Drawn:
    attrs = dict(widget_of(field)["attrs"])
    params = {
        **surroundings(field),
        "label": label_of(field),
        "classes": attrs.get("class", ""),
        "multiple": bool(attrs.pop("multiple", False)),
        "attributes": attributes_of(attrs),
    }
    if field.initial and "hint" not in params:
        kept = gettext("Leave empty to keep %(file)s") % {"file": field.initial}
        params["hint"] = {"text": kept}
    return Drawn("govukFileUpload", params)
