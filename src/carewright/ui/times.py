"""A question that takes a time of day however people write it."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from carewright_engine.values.clock import NotAClock, read_clock


class TimeField(forms.TimeField):
    """A time of day from 8.30 am, 08:30, 0830 or 12 noon; shown as 08:30."""

    widget = forms.TimeInput(format="%H:%M")

    def to_python(self, value: Any) -> time | None:
        """The time meant; what cannot be read is refused with the way to write it."""
        if isinstance(value, time):
            return value
        if value in self.empty_values:
            return None
        try:
            return read_clock(str(value))
        except NotAClock as refused:
            raise ValidationError(str(refused), code="invalid") from None
