"""What an analysis can be asked about, as forms offer it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from carewright.analyse import api as analyse
from carewright.analyse.web.forms import CARE_GROUPS, KIND_CHOICES, QuestionForm
from carewright.analyse.web.wording import KINDS_OF_AREA
from carewright.platform.api import Officer
from carewright.register import api as register
from carewright.ui.formats import written_date
from carewright_engine.provision.areas import AreaRef
from carewright_engine.provision.kinds_of_care import KIND_BY_KEY
from carewright_engine.provision.questions import Parameters, Question

#: What a commissioner of care for adults asks first.
FIRST_ASKED: Final = {"kind": "care_homes", "care_group": "older_people"}

Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One drop-down of the question above an analysis: its options, and which is chosen."""

    name: str
    label: object
    options: tuple[tuple[str, object, bool], ...]

    @property
    def id(self) -> str:
        """The id of the drop-down on the page."""
        return f"ask-{self.name}"


@dataclass(frozen=True, slots=True)
class Choices:
    """Areas and days that the officer's files speak of."""

    areas: analyse.Areas
    own: AreaRef | None
    days: tuple[date, ...]

    def area(self, key: str) -> AreaRef | None:
        """The area that a form's word names."""
        kind, _colon, code = key.partition(":")
        return self.areas.area(kind, code)

    def area_options(self, chosen: AreaRef | None) -> list[Option]:
        """Areas as a form offers them; of the many localities only the chosen one."""
        extra = (chosen,) if chosen is not None and chosen not in self.areas.offered else ()
        return [(key_of(area), named(area)) for area in (*self.areas.offered, *extra)]

    def day_options(self, chosen: date | None = None) -> list[Option]:
        """Days as a form offers them, latest first."""
        days = sorted({*self.days, *((chosen,) if chosen else ())}, reverse=True)
        return [(day.isoformat(), written_date(day)) for day in days]


def choices(*, seen_by: Officer) -> Choices:
    """What this officer can ask about."""
    found = analyse.areas(seen_by=seen_by)
    days = register.days_with_services(seen_by=seen_by)
    return Choices(found, analyse.own_area(found, seen_by=seen_by), tuple(days))


def form_of(found: Choices, given: Any, asked: Any) -> QuestionForm:
    """The form; `given` is what was sent, `asked` what an address fills in beforehand."""
    chosen = found.area(str((given if given is not None else asked).get("area", "")))
    start = chosen or found.own
    initial = {**FIRST_ASKED, **{k: v for k, v in asked.items() if k in QuestionForm.base_fields}}
    return QuestionForm(
        given,
        areas=found.area_options(chosen),
        days=found.day_options(),
        initial={**initial, "area": key_of(start) if start else ""},
    )


def question_of(found: Choices, answers: dict[str, str]) -> Question:
    """The question that a valid form puts."""
    area = found.area(answers["area"])
    if area is None:
        raise LookupError("the form let an unknown area pass")
    kind, group = answers["kind"] or None, answers["care_group"] or None
    # Childminders, nurseries and children's homes are left out unless they are asked for.
    for_children = group == "children" or (kind is not None and KIND_BY_KEY[kind].children)
    return Question(
        area=area,
        as_at=date.fromisoformat(answers["as_at"]),
        kind=kind,
        care_group=group,
        parameters=Parameters(children_too=for_children),
    )


def bar_of(found: Choices, asked: Question) -> tuple[Choice, ...]:
    """The question above an analysis, filled in with what was asked."""
    return (
        _choice("area", _("Area"), found.area_options(asked.area), key_of(asked.area)),
        _choice("kind", _("Kind of care"), KIND_CHOICES, asked.kind or ""),
        _choice("care_group", _("Care group"), CARE_GROUPS, asked.care_group or ""),
        _choice(
            "as_at", _("As registered on"), found.day_options(asked.as_at), asked.as_at.isoformat()
        ),
    )


def _choice(name: str, label: object, options: Any, chosen: str) -> Choice:
    return Choice(name, label, tuple((value, text, value == chosen) for value, text in options))


def key_of(area: AreaRef) -> str:
    """An area in one word of a form."""
    return f"{area.kind}:{area.code}"


def named(area: AreaRef) -> str:
    """An area with its kind, as a board may have a council's name."""
    return f"{area.name} ({KINDS_OF_AREA[area.kind]})"
