"""Forms as this service asks: drawn with the design system, with errors that say what to do."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import Jinja2, TemplatesSetting
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from markupsafe import Markup

from carewright.ui.dates import DateField, DateInputs
from carewright.ui.errors import ErrorLine, ErrorSummary
from carewright.ui.messages import required_sentence
from carewright.ui.refusals import Reason, Refusal

__all__ = [
    "DateField",
    "DateInputs",
    "ErrorLine",
    "ErrorSummary",
    "FormRenderer",
    "PlainForm",
    "PlainModelForm",
    "PoundsField",
    "PoundsInput",
    "given",
    "once_input",
    "tried",
]

#: The hidden field that carries a form's key; `carewright.platform.intents` reads it.
ONCE: Final = "once"

#: A whole number or a decimal with a comma at each thousand.
THOUSANDS: Final = re.compile(r"[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?")

#: Ninety billion pounds: more than any council spends, less than the database can hold.
MOST_PENCE: Final = 9_000_000_000_000
LARGEST_AMOUNT: Final = 12  # figures before the point, and after it


def given(request: HttpRequest) -> tuple[Any, Any]:
    """Answers and files as a form takes them, be it none; None for who has not been asked yet."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def tried(form: PlainForm, act: Callable[[], object]) -> bool:
    """Whether the act was done; if not, the form says why, beside the question where it can."""
    try:
        act()
    except Refusal as refused:
        form.take_reasons(refused.blockers)
        return False
    return True


def once_input() -> Markup:
    """A hidden field with a key of its own, by which a form that is sent twice is known again."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(ONCE, uuid.uuid4())


class FormRenderer(TemplatesSetting):
    """Draws whole forms and questions with our templates, and lone inputs with Django's own."""

    form_template_name = "ui/forms/form.html"
    formset_template_name = "ui/forms/formset.html"
    field_template_name = "ui/forms/field.html"

    def get_template(self, template_name: str) -> Any:
        """Django's own templates do not stand among ours but where Django keeps them."""
        if template_name.startswith("django/forms/"):
            return self._djangos_own.get_template(template_name)
        return super().get_template(template_name)

    @cached_property
    def _djangos_own(self) -> Jinja2:
        return Jinja2()


class PlainWords:
    """Names the question in the sentence that asks for a missing answer; reads 17,500 as typed."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            label = str(field.label or name.replace("_", " "))
            if sentence := required_sentence(field, label):
                field.error_messages["required"] = sentence
            if isinstance(field, forms.IntegerField):
                read = _without_commas(field.to_python)
                field.to_python = read  # type: ignore[method-assign, assignment]


def _without_commas(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Reads a number as people write it, 17,500; a comma anywhere else is refused as before."""

    def as_people_write(value: Any) -> Any:
        typed = value.strip() if isinstance(value, str) else ""
        return read(typed.replace(",", "") if THOUSANDS.fullmatch(typed) else value)

    return as_people_write


class PlainForm(PlainWords, forms.Form):
    """A form whose errors name the question."""

    def take_reasons(self, reasons: Iterable[Reason]) -> None:
        """Says each reason beside its question, or above all where the form does not ask it."""
        for each in reasons:
            self.add_error(each.field if each.field in self.fields else None, each.says)


class PlainModelForm(PlainWords, forms.ModelForm):  # type: ignore[type-arg]
    """A form on a table whose errors name the question."""


class PoundsInput(forms.TextInput):
    """A short box with a pound sign before it; whole pence come in, pounds are shown."""

    prefix = "£"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        shown = {"class": "govuk-input--width-10", "inputmode": "decimal", "spellcheck": "false"}
        super().__init__(shown | (attrs or {}))

    def format_value(self, value: Any) -> str | None:
        """412.30 for 41,230 pence; what was typed stays as it was."""
        if isinstance(value, int):
            return f"{Decimal(value) / 100:.2f}"
        return None if value is None else str(value)


class PoundsField(forms.Field):
    """An amount of money, typed in pounds and handed on as whole pence."""

    widget = PoundsInput
    default_error_messages = {  # noqa: RUF012 (Django's own way to declare them)
        "invalid": gettext_lazy("Enter an amount in pounds, like 412.30"),
        "pence": gettext_lazy("Enter at most 2 figures after the point, like 412.30"),
        "negative": gettext_lazy("Enter an amount of £0 or more"),
        "too_much": gettext_lazy("Enter a smaller amount"),
    }

    def __init__(self, *, may_be_negative: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.may_be_negative = may_be_negative

    def to_python(self, value: Any) -> int | None:
        """Whole pence from "£1,234.50", "1234.5" or "1234"; a figure is whole pence already."""
        if isinstance(value, int):
            return value
        typed = "" if value is None else re.sub(r"[£,\s]", "", str(value))
        if not typed:
            return None
        try:
            amount = Decimal(typed.replace("\N{MINUS SIGN}", "-"))
        except InvalidOperation:
            raise self._refused("invalid") from None
        if not amount.is_finite():
            raise self._refused("invalid")
        # By its size alone: 1e400000000 written out would fill the memory.
        if amount.adjusted() > LARGEST_AMOUNT or abs(amount) * 100 > MOST_PENCE:
            raise self._refused("too_much")
        if amount.adjusted() < -LARGEST_AMOUNT:
            raise self._refused("pence")
        if not re.fullmatch(r"-?\d*\.?\d*", f"{amount:f}"):
            raise self._refused("invalid")
        if amount * 100 != int(amount * 100):
            raise self._refused("pence")
        if amount < 0 and not self.may_be_negative:
            raise self._refused("negative")
        return int(amount * 100)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the amount typed is another than the one first shown."""
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True

    def _refused(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)
