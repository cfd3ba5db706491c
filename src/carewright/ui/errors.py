"""The list of what to put right, shown before a heading, each line leading to its question."""

from __future__ import annotations

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
    for field in form:
        for text in field.errors:
            yield _line(field, str(text))


def _line(field: BoundField, text: str) -> ErrorLine:
    if field.is_hidden:
        # Nobody can see a hidden question, so its error names it and leads nowhere.
        words = {"label": field.label, "error": text}
        return ErrorLine(gettext("%(label)s: %(error)s") % words)
    return ErrorLine(text, f"#{first_input_id(field)}")
