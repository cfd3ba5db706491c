"""The questions of a lever, read off the engine's own model: types, ranges and what is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin

from django import forms
from django.utils.translation import gettext_lazy as _
from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from carewright.foresee.web.lever_fields import (
    IN_100,
    PLAIN,
    POUNDS,
    NumberField,
    Range,
    Scale,
    UncertainField,
)
from carewright.foresee.web.lever_kinds import (
    BANDS,
    CHOICES,
    LEVEL_NAMES,
    WORDINGS,
    LeverKind,
    Wording,
)
from carewright_engine.demand.scenarios.evidence import QUALITY_IN_WORDS, Evidence
from carewright_engine.demand.scenarios.levers import LEVELS
from carewright_engine.demand.scenarios.uncertain import Inside, Uncertain

Option = tuple[str, str]
#: Asked first, asked last, and never asked.
FIRST: Final = ("name", "support")
LAST: Final = ("from_year", "full_from", "areas", "bands")
SETTLED: Final = frozenset({"lever", "nation", "evidence"})
#: Prices and limits are the same for every age, so that naming ages would change nothing.
OF_EVERY_AGE: Final = frozenset({"unit_cost", "supply_limit"})
#: Shares of no more than twice the whole are said in parts of 100.
MOST_IN_100: Final = 2.0
LIKELY: Final = _(
    "Low and high: 8 chances in 10 that it lies between. Leave both empty if certain."
)


def questions(kind: LeverKind, areas: Sequence[Option]) -> dict[str, forms.Field]:
    """Every question of the kind in the order in which a form asks them."""
    asked: dict[str, forms.Field] = {}
    for name in _in_order(kind):
        info = kind.model.model_fields[name]
        if name in ("areas", "bands"):
            options = areas if name == "areas" else [(key, str(text)) for key, text in BANDS]
            if options:
                asked[name] = _ticked(WORDINGS[name], options)
        elif get_args(info.annotation)[:1] == (str,) and name.endswith("_at"):
            asked |= dict(_for_each_level(kind, name, info))
        else:
            asked[name] = _question(kind, name, info)
    return asked | _evidence()


def range_of(name: str, metadata: Sequence[Any]) -> Range:
    """Between which numbers the engine takes the field, and how people say them."""
    for each in metadata:
        if isinstance(each, AfterValidator) and isinstance(each.func, Inside):
            inside = each.func
            return Range(inside.low, inside.high, _scale(name, inside.high))
    low, above, high = (_limit(metadata, which) for which in ("ge", "gt", "le"))
    start = above if low is None else low
    return Range(start or 0.0, high, _scale(name, high), above_low=low is None)


def _limit(metadata: Sequence[Any], which: str) -> float | None:
    """A limit that pydantic keeps beside a type: `ge`, `gt` or `le`."""
    return next((float(getattr(each, which)) for each in metadata if hasattr(each, which)), None)


def _scale(name: str, high: float | None) -> Scale:
    if name.startswith("pounds"):
        return POUNDS
    return IN_100 if high is not None and high <= MOST_IN_100 else PLAIN


def _in_order(kind: LeverKind) -> Iterator[str]:
    left_out = SETTLED | ({"bands"} if kind.slug in OF_EVERY_AGE else set())
    fields = [name for name in kind.model.model_fields if name not in left_out]
    yield from (name for name in FIRST if name in fields)
    yield from (name for name in fields if name not in FIRST + LAST)
    yield from (name for name in LAST if name in fields)


def _question(kind: LeverKind, name: str, info: FieldInfo) -> forms.Field:
    words = Wording(WORDINGS["name"].label, kind.like) if name == "name" else WORDINGS[name]
    asked, metadata = _asked(info)
    if asked is Uncertain:
        return _uncertain(name, words, metadata, required=info.is_required())
    if asked is int:
        within = range_of(name, metadata)
        return forms.IntegerField(
            min_value=int(within.low), max_value=int(within.high or 0), **words.asked,
            widget=forms.NumberInput(attrs={"class": "govuk-input--width-4"}),
        )  # fmt: skip
    if asked is float:
        return NumberField(
            within=range_of(name, metadata), required=info.is_required(), **words.asked
        )
    if chosen := _choices(kind, name):
        return forms.ChoiceField(choices=chosen, widget=forms.RadioSelect, **words.asked)
    return forms.CharField(max_length=120, **words.asked)


def _choices(kind: LeverKind, name: str) -> list[tuple[str, Any]]:
    if name in ("now_from", "then_from"):
        return [(level, LEVEL_NAMES[level]) for level in LEVELS[kind.fixed["nation"]]]
    return list(CHOICES.get(name, ()))


def _asked(info: FieldInfo) -> tuple[Any, Sequence[Any]]:
    """The type of an answer and its limits, of a field that may be left out too."""
    parts = [part for part in get_args(info.annotation) if part is not type(None)]
    if len(parts) != 1 or get_origin(info.annotation) not in (Union, UnionType):
        return info.annotation, info.metadata
    inner = get_args(parts[0])
    return inner[0], [*parts[0].__metadata__, *_limits(parts[0].__metadata__)]


def _limits(metadata: Sequence[Any]) -> list[Any]:
    """Limits that stand within a `Field`."""
    return [each for field in metadata for each in getattr(field, "metadata", ())]


def _uncertain(
    name: str, words: Wording, metadata: Sequence[Any], *, required: bool = True
) -> UncertainField:
    hint = " ".join(filter(None, (str(words.hint), str(LIKELY))))
    return UncertainField(
        within=range_of(name, metadata), label=words.label, help_text=hint, required=required
    )


def _for_each_level(
    kind: LeverKind, name: str, info: FieldInfo
) -> Iterator[tuple[str, forms.Field]]:
    """One question for each level of need of the nation, each with its low, middle and high."""
    metadata = get_args(info.annotation)[1].__metadata__
    for level in LEVELS[kind.fixed["nation"]]:
        words = WORDINGS[name]
        label = str(words.label) % {"level": LEVEL_NAMES[level]}
        yield (
            f"{name}_{level}",
            _uncertain(name, Wording(label, words.hint), metadata, required=info.is_required()),
        )


def _ticked(words: Wording, options: Sequence[Option]) -> forms.Field:
    return forms.MultipleChoiceField(
        **words.asked, required=False, choices=list(options),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip


def _evidence() -> dict[str, forms.Field]:
    """What the lever rests on: where it comes from, what it says, how good it is."""
    longest = {
        name: next(each.max_length for each in info.metadata if hasattr(each, "max_length"))
        for name, info in Evidence.model_fields.items()
        if name != "quality"
    }
    source, says, quality = (WORDINGS[name] for name in ("source", "says", "quality"))
    kinds = [(key, words[0].upper() + words[1:]) for key, words in QUALITY_IN_WORDS.items()]
    return {
        "source": forms.CharField(
            **source.asked, max_length=longest["source"], min_length=3
        ),
        "says": forms.CharField(
            **says.asked, max_length=longest["says"], min_length=3,
            widget=forms.Textarea(attrs={"rows": 3}),
        ),
        "quality": forms.ChoiceField(
            **quality.asked, choices=kinds, widget=forms.RadioSelect
        ),
    }  # fmt: skip
