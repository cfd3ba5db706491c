"""The list of what to put right, shown before a heading, each line leading to its question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.forms.boundfield import BoundField
from django.forms.forms import BaseForm
from django.utils.translation import gettext

from carewright.ui.fields import first_input_id


@dataclass(frozen=True, slots=True)
class ErrorLine:
    """One thing to put right, in the words that also stand beside its question."""

    text: str
    href: str = ""  # empty where the error belongs to no single question


@dataclass(frozen=True, slots=True)
class ErrorSummary:
    """Everything to put right on a page, in the order in which the page asks."""

    lines: tuple[ErrorLine, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lines)

    @classmethod
    def of(cls, *forms: BaseForm) -> ErrorSummary:
        """The errors of the given forms; an unbound form has none."""
        return cls(tuple(line for form in forms for line in _lines(form)))


def _lines(form: BaseForm) -> Iterator[ErrorLine]:
    for text in form.non_field_errors():
        yield ErrorLine(str(text))
    found = [(field, str(text)) for field in form for text in field.errors]
    times = Counter(text for _field, text in found)
    for field, text in found:
        yield _line(field, text, alone=times[text] == 1)


def _line(field: BoundField, text: str, *, alone: bool) -> ErrorLine:
    """The error; its question is named where several say the same or where nobody can see it."""
    words = {"label": str(field.label).rstrip("?"), "error": text}
    named = gettext("%(label)s: %(error)s") % words
    if field.is_hidden:
        return ErrorLine(named)
    return ErrorLine(text if alone else named, f"#{first_input_id(field)}")
