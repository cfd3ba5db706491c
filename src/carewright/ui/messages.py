"""Errors in plain English: what to do, not what went wrong in the machine.

Django's own sentences ("Ensure this value is less than or equal to 5.") are replaced once, when
the application starts, so that forms of other packages speak plainly too. `PlainForm` goes one
step further and names the question.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import validators
from django.forms import models
from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

PLAIN: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": _("Enter an answer")},
    forms.IntegerField: {"invalid": _("Enter a whole number, like 12")},
    forms.FloatField: {"invalid": _("Enter a number, like 12.5")},
    forms.DecimalField: {"invalid": _("Enter a number, like 12.5")},
    forms.DateField: {"invalid": _("Enter a real date, like 3 6 2026")},
    forms.TimeField: {"invalid": _("Enter a time, like 14:30")},
    forms.DateTimeField: {"invalid": _("Enter a date and a time, like 3/6/2026 14:30")},
    forms.DurationField: {
        "invalid": _("Enter a length of time as hours, minutes and seconds, like 1:30:00"),
        "overflow": _("Enter a number of days from {min_days} to {max_days}"),
    },
    forms.RegexField: {"invalid": _("Enter the answer in the form that is asked for")},
    forms.FileField: {
        "required": _("Choose a file"),
        "invalid": _("The file did not arrive. Choose it again"),
        "missing": _("The file did not arrive. Choose it again"),
        "empty": _("The file is empty. Choose another"),
        "max_length": ngettext_lazy(
            "The file’s name has %(length)d characters. Shorten it to %(max)d or fewer",
            "The file’s name has %(length)d characters. Shorten it to %(max)d or fewer",
            "max",
        ),
        "contradiction": _("Either choose a file or tick the box that removes it, not both"),
    },
    forms.ImageField: {"invalid_image": _("The file is not a picture that we can read")},
    forms.BooleanField: {"required": _("Tick the box to go on")},
    forms.ChoiceField: {
        "required": _("Select an answer"),
        "invalid_choice": _("Select one of the answers shown"),
    },
    forms.MultipleChoiceField: {
        "required": _("Select at least one answer"),
        "invalid_choice": _("Select only answers that are shown"),
        "invalid_list": _("Select only answers that are shown"),
    },
    forms.MultiValueField: {
        "invalid": _("Fill in every part of the answer"),
        "incomplete": _("Fill in every part of the answer"),
    },
    forms.SplitDateTimeField: {
        "invalid_date": _("Enter a real date, like 3/6/2026"),
        "invalid_time": _("Enter a time, like 14:30"),
    },
    forms.UUIDField: {"invalid": _("Enter the reference exactly as it was given to you")},
    forms.JSONField: {"invalid": _("Enter valid JSON")},
    forms.URLField: {"invalid": _("Enter a web address, like https://www.example.org")},
    models.ModelChoiceField: {
        "required": _("Select an answer"),
        "invalid_choice": _("Select one of the answers shown"),
    },
    models.ModelMultipleChoiceField: {
        "required": _("Select at least one answer"),
        "invalid_choice": _("Select only answers that are shown"),
        "invalid_list": _("Select only answers that are shown"),
        "invalid_pk_value": _("Select only answers that are shown"),
    },
}

PLAIN_VALIDATORS: dict[type[Any], Any] = {
    validators.EmailValidator: _("Enter an email address, like name@example.org"),
    validators.URLValidator: _("Enter a web address, like https://www.example.org"),
    validators.MinValueValidator: _("Enter %(limit_value)s or more"),
    validators.MaxValueValidator: _("Enter %(limit_value)s or less"),
    validators.StepValueValidator: _("Enter a multiple of %(limit_value)s"),
    validators.MinLengthValidator: ngettext_lazy(
        "Enter at least %(limit_value)d character. You have entered %(show_value)d",
        "Enter at least %(limit_value)d characters. You have entered %(show_value)d",
        "limit_value",
    ),
    validators.MaxLengthValidator: ngettext_lazy(
        "Enter %(limit_value)d character or fewer. You have entered %(show_value)d",
        "Enter %(limit_value)d characters or fewer. You have entered %(show_value)d",
        "limit_value",
    ),
    validators.RegexValidator: _("Enter the answer in the form that is asked for"),
    validators.ProhibitNullCharactersValidator: _("Take out the characters that cannot be shown"),
    validators.FileExtensionValidator: _(
        "The file must be one of these kinds: %(allowed_extensions)s"
    ),
}

PLAIN_DECIMALS: dict[str, Any] = {
    "invalid": _("Enter a number, like 12.5"),
    "max_digits": ngettext_lazy(
        "Enter a number of at most %(max)s digit",
        "Enter a number of at most %(max)s digits",
        "max",
    ),
    "max_decimal_places": ngettext_lazy(
        "Enter a number with at most %(max)s decimal place",
        "Enter a number with at most %(max)s decimal places",
        "max",
    ),
    "max_whole_digits": ngettext_lazy(
        "Enter a number with at most %(max)s digit before the point",
        "Enter a number with at most %(max)s digits before the point",
        "max",
    ),
}


def speak_plainly() -> None:
    """Puts the sentences above in the place of Django's, once for the whole process."""
    for field, sentences in PLAIN.items():
        field.default_error_messages = {
            **field.__dict__.get("default_error_messages", {}),
            **sentences,
        }
    for validator, sentence in PLAIN_VALIDATORS.items():
        validator.message = sentence
    validators.DecimalValidator.messages = PLAIN_DECIMALS


def required_sentence(field: forms.Field, label: str) -> str | None:
    """ "Enter the provider’s name" in the place of "Enter an answer", unless the form says more."""
    if field.error_messages["required"] not in _general_sentences():
        return None
    words = {"question": _within_a_sentence(label)}
    if label.rstrip().endswith("?"):
        return now("Answer the question: %(question)s") % {"question": label}
    if isinstance(field, forms.BooleanField):
        return now("Tick the box: %(question)s") % {"question": label}
    if isinstance(field, forms.FileField):
        return now("Choose a file: %(question)s") % words
    if isinstance(field, forms.ChoiceField | models.ModelChoiceField):
        return now("Select %(question)s") % words
    return now("Enter %(question)s") % words


def _general_sentences() -> set[str | Promise]:
    return {sentences["required"] for sentences in PLAIN.values() if "required" in sentences}


def _within_a_sentence(label: str) -> str:
    """The label as it stands inside a sentence: "email address", but "NHS number"."""
    label = label.rstrip("?: ")
    begins_a_word = label[:1].isupper() and label[1:2].islower()
    return label[:1].lower() + label[1:] if begins_a_word else label
