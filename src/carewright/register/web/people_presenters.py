"""A person's record as its page prints it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.register import api as register
from carewright.register.web.people_lists import groups_in_words
from carewright.ui.formats import number, written_date, written_datetime
from carewright.ui.rows import Fact, Grid, GridColumn, Identity, Tag


def facts_of(person: register.Person) -> tuple[Fact, ...]:
    """What is kept of a person; what is not known says so."""
    unknown = _("Not known")
    return (
        Fact(_("Area"), person.area_name or unknown),
        Fact(_("Age"), person.age_band or unknown),
        Fact(_("Care groups"), groups_in_words(person.care_groups) or unknown),
        Fact(_("Level of need"), register.NEED_LEVELS.get(person.need_level, unknown)),
    )


def person_page(
    opened: register.OpenPerson, looks: list[register.Look], activity: list[register.Activity]
) -> dict[str, Any]:
    """Everything that the page of a record prints."""
    until = {"when": written_datetime(opened.until)}
    return {
        "title": _("Person %(reference)s") % {"reference": opened.person.reference},
        "about": Identity(
            opened.person.reference,
            (opened.purpose.label, _("Open to you until %(when)s") % until),
            Tag(_("Open"), "soon"),
        ),
        "facts": facts_of(opened.person),
        "looks_heading": looks_heading(looks),
        "looks": looks_grid(looks),
        "activity_heading": activity_heading(activity),
        "activity": activity_grid(activity) if activity else None,
    }


def looks_heading(looks: list[register.Look]) -> str:
    """How often somebody looked, as far back as is shown."""
    if len(looks) >= register.LATEST:
        return _("The last %(n)s looks at this record") % {"n": number(len(looks))}
    words = ngettext(
        "This record was looked at once", "This record was looked at %(n)s times", len(looks)
    )
    return words % {"n": number(len(looks))}


def looks_grid(looks: list[register.Look]) -> Grid:
    """Who looked, when and for what."""
    return Grid(
        caption=_("Who looked"),
        caption_hidden=True,
        stacked=True,
        columns=(GridColumn(_("When")), GridColumn(_("Who")), GridColumn(_("For what"))),
        rows=tuple(
            (written_datetime(each.at), f"{each.by_name}, {each.job_title}", each.purpose.label)
            for each in looks
        ),
    )


def activity_heading(activity: list[register.Activity]) -> str:
    """What happened, as far as anybody has told."""
    if not activity:
        return _("Nothing has been recorded as given or done")
    return _("What happened last: %(what)s on %(day)s") % {
        "what": activity[0].kind.replace("_", " "),
        "day": written_date(activity[0].on),
    }


def activity_grid(activity: list[register.Activity]) -> Grid:
    """What happened, how much of it, and who says so."""
    return Grid(
        caption=_("What happened"),
        caption_hidden=True,
        stacked=True,
        columns=(
            GridColumn(_("Day")), GridColumn(_("What")), GridColumn(_("How much"), figures=True),
            GridColumn(_("Provider")), GridColumn(_("Source")),
        ),
        rows=tuple(
            (
                written_date(each.on), each.kind.replace("_", " ").capitalize(),
                f"{number(float(each.quantity), 1)} {each.unit}", each.provider_id, each.source,
            )
            for each in activity
        ),
    )  # fmt: skip
