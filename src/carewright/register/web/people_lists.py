"""The list of people, who stand in it by reference only."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from carewright.register import api as register
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses

person_address = addresses("register:person")


def groups_in_words(codes: Any) -> str:
    """Care groups as a screen says them."""
    return ", ".join(register.CARE_GROUPS.get(code, code) for code in codes)


def _with_reference(people: Any, words: tuple[str, ...]) -> Any:
    """Whose reference begins as was typed."""
    for word in words:
        people = register.beginning_with(word.upper(), among=people)
    return people


def _in_group(people: Any, code: str) -> Any:
    return people.filter(care_groups__contains=[code])


def _people_counted(how_many: int) -> str:
    return count_of(how_many, "%(n)s person", "%(n)s people")


@lru_cache(maxsize=64)
def people_listing(areas: tuple[tuple[str, str], ...]) -> Listing:
    """People of the organisation; areas are those that people live in."""
    return Listing(
        name="people",
        caption=_("People"),
        columns=(
            ListColumn(
                "reference", _("Reference"), sort="reference",
                link=lambda person: person_address(person.pk),
            ),
            ListColumn("area_name", _("Area"), sort="area_name"),
            ListColumn("age_band", _("Age")),
            ListColumn(
                "care_groups", _("Care groups"),
                value=lambda person: groups_in_words(person.care_groups),
            ),
            ListColumn(
                "need_level", _("Level of need"),
                value=lambda person: register.NEED_LEVELS.get(person.need_level, ""),
            ),
        ),
        filters=(
            ListFilter("q", _("Reference begins with"), narrow=_with_reference),
            ListFilter("area", _("Area"), "select", fields=("area_code",), choices=areas),
            ListFilter(
                "age", _("Age"), "select", fields=("age_band",),
                choices=tuple((band, band) for band in register.AGE_BANDS),
            ),
            ListFilter(
                "group", _("Care group"), "select", choices=tuple(register.CARE_GROUPS.items()),
                narrow=_in_group,
            ),
        ),
        sort="reference",
        counted=_people_counted,
    )  # fmt: skip
