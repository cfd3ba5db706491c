"""Questions for the numbers of a lever: typed as people say them, kept as the engine takes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from carewright.ui.formats import number

SHORT: Final = {"class": "govuk-input--width-5", "inputmode": "decimal", "spellcheck": "false"}
MOST_DIGITS: Final = 15
#: The boxes of an uncertain number, as their labels call them.
PARTS: Final = {"low": _("Low"), "middle": _("Middle"), "high": _("High")}


@dataclass(frozen=True, slots=True)
class Scale:
    """How a number is said: what the engine calls 0.09, people call 9 in 100."""

    times: int = 1
    prefix: str = ""
    suffix: str = ""

    def said(self, engine: float) -> str:
        """The engine's number as somebody would type it."""
        exact = (Decimal(str(engine)) * self.times).normalize()
        return f"{exact:f}"

    def written(self, engine: float) -> str:
        """The engine's number within a sentence: 9%, £25, 1,250."""
        return f"{self.prefix}{self.spoken(engine)}{self.suffix}"

    def spoken(self, engine: float) -> str:
        """The engine's number with commas, and nothing before or after it."""
        typed = self.said(engine)
        return number(Decimal(typed), len(typed.partition(".")[2]))


IN_100: Final = Scale(100, suffix="%")
POUNDS: Final = Scale(prefix="£")
PLAIN: Final = Scale()


@dataclass(frozen=True, slots=True)
class Range:
    """Between which numbers of the engine an answer lies, and how they are said."""

    low: float
    high: float | None
    scale: Scale = PLAIN
    above_low: bool = False  # the low itself is not allowed

    @property
    def words(self) -> str:
        """'a number from 0 to 100'."""
        low = self.scale.spoken(self.low)
        if self.high is None:
            more = (
                gettext("a number above %(low)s")
                if self.above_low
                else gettext("a number of %(low)s or more")
            )
            return more % {"low": low}
        return gettext("a number from %(low)s to %(high)s") % {
            "low": low, "high": self.scale.spoken(self.high)
        }  # fmt: skip

    def taken(self, typed: str) -> float:
        """The engine's number; ValidationError where nothing in the range was typed."""
        try:
            exact = Decimal(re.sub(r"[£%,\s]", "", typed).replace("\N{MINUS SIGN}", "-"))
        except InvalidOperation:
            raise self._refused() from None
        if not exact.is_finite() or not _of_a_size(exact):
            raise self._refused()
        found = float(exact / self.scale.times)
        too_low = found <= self.low if self.above_low else found < self.low
        if too_low or (self.high is not None and found > self.high):
            raise self._refused()
        return found

    def _refused(self) -> ValidationError:
        return ValidationError(gettext("Enter %(range)s") % {"range": self.words}, code="range")


def _of_a_size(exact: Decimal) -> bool:
    """Whether it can be worked with: neither endless figures nor an exponent without measure."""
    return len(exact.as_tuple().digits) <= MOST_DIGITS and abs(exact.adjusted()) <= MOST_DIGITS


def _refused_at(question: Any, says: str, *parts: str) -> ValidationError:
    """The refusal with its question, as a summary tells several apart; `parts` are its boxes."""
    words = gettext("%(question)s %(says)s") % {"question": question, "says": says}
    return ValidationError(words, code="range", params={"parts": parts})


class OneNumber(forms.TextInput):
    """A short box, with what stands before and after the figure."""

    def __init__(self, scale: Scale) -> None:
        super().__init__(SHORT)
        self.prefix, self.suffix = scale.prefix, scale.suffix


class NumberField(forms.CharField):
    """One number, certain."""

    def __init__(self, *, within: Range, **options: Any) -> None:
        super().__init__(widget=OneNumber(within.scale), max_length=40, **options)
        self.within = within

    def clean(self, value: Any) -> Any:
        """The engine's number, or None where nothing had to be typed."""
        typed = super().clean(value)
        try:
            return self.within.taken(typed) if typed else None
        except ValidationError as refused:
            raise _refused_at(self.label, str(refused.message)) from None

    def prepare_value(self, value: Any) -> Any:
        """What was typed stays as it was; a number of the engine is said as people say it."""
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return self.within.scale.said(value) if is_number else value


class ThreeNumbers(forms.MultiWidget):
    """Boxes for low, middle and high."""

    def __init__(self, scale: Scale) -> None:
        super().__init__({part: OneNumber(scale) for part in ("low", "middle", "high")})
        self.scale = scale

    def decompress(self, value: Any) -> list[str]:
        """The engine's three numbers as somebody would type them."""
        return [self.scale.said(value[part]) for part in ("low", "middle", "high")] if value else []


class UncertainField(forms.MultiValueField):
    """A middle, and between which two numbers it lies with 80 chances in 100."""

    widget: ThreeNumbers

    def __init__(self, *, within: Range, **options: Any) -> None:
        parts = [forms.CharField(required=False, max_length=40) for _ in range(3)]
        super().__init__(
            parts, require_all_fields=False, widget=ThreeNumbers(within.scale), **options
        )
        self.within = within

    def compress(self, data_list: Any) -> dict[str, float] | None:
        """Low, middle and high for the engine; all alike where only the middle was typed.

        None where nothing had to be typed, and nothing was.
        """
        low, middle, high = data_list or ("", "", "")
        if not (middle or low or high or self.required):
            return None
        if not middle:
            raise _refused_at(self.label, gettext("Enter the middle"), "middle")
        if bool(low) != bool(high):
            both = gettext("Enter both low and high, or neither if it is certain")
            raise _refused_at(self.label, both, "high" if low else "low")
        sure = self._taken("middle", middle)
        likely = {part: self._taken(part, typed) if typed else sure
                  for part, typed in (("low", low), ("high", high))}  # fmt: skip
        if not likely["low"] <= sure <= likely["high"]:
            order = gettext("Enter low, middle and high in this order")
            raise _refused_at(self.label, order, "low" if likely["low"] > sure else "high")
        return {"low": likely["low"], "middle": sure, "high": likely["high"]}

    def _taken(self, part: str, typed: str) -> float:
        """The number in one of the boxes, which a refusal names."""
        try:
            return self.within.taken(typed)
        except ValidationError:
            says = gettext("%(part)s: enter %(range)s") % {
                "part": PARTS[part], "range": self.within.words
            }  # fmt: skip
            raise _refused_at(self.label, says, part) from None
