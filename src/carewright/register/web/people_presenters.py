"""A person's record as its page prints it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register.web.people_lists import groups_in_words
from carewright.ui.formats import number, pounds, written_date, written_datetime
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


def let_in_heading(accesses: list[platform.PersonalAccess]) -> str:
    """How many may open the record now, and how many wait for the person's yes."""
    standing = [each for each in accesses if not each.ended_at]
    may = sum(each.agreed_at is not None for each in standing)
    asking = len(standing) - may
    found = ngettext(
        "%(n)s person can open this record by consent or law",
        "%(n)s people can open this record by consent or law", may,
    ) % {"n": number(may)}  # fmt: skip
    if not asking:
        return found
    waits = ngettext(
        "%(n)s waits for the person's yes", "%(n)s wait for the person's yes", asking
    ) % {"n": number(asking)}  # fmt: skip
    return f"{found}; {waits}"


def let_in(access: platform.PersonalAccess) -> dict[str, Any]:
    """One access as officers read it: as what, by what right, and where it stands."""
    says, end = access.ground.label, _("End the access of %(name)s")
    if access.ended_at:
        ended = {"day": written_date(access.ended_at), "name": access.ended_by}
        says = _("Ended on %(day)s by %(name)s") % ended + f": {access.end_reason}"
    elif not access.agreed_at:
        says = _("Asks for the person's yes, which has not been given")
        end = _("End the request of %(name)s")
    elif access.own:
        end = _("Close the sign-in of %(name)s, if it is not really theirs")
    return {
        "name": access.name, "says": f"{access.capacity.label}. {says.rstrip('.')}.",
        "end": "" if access.ended_at else reverse("register:end_access", args=[access.id]),
        "end_words": end % {"name": access.name},
    }  # fmt: skip


def how_much(each: register.Activity) -> str:
    """A quantity as people say it: 9 hours, 1 day, £312.50 a week; something done is done once."""
    if each.unit.startswith("pounds"):
        return pounds(int(each.quantity * 100)) + each.unit.removeprefix("pounds")
    whole = each.quantity == each.quantity.to_integral_value()
    if each.unit == "times":
        return (
            _("Once")
            if each.quantity == 1
            else _("%(n)s times") % {"n": number(int(each.quantity))}
        )
    unit = each.unit.removesuffix("s") if each.quantity == 1 else each.unit
    return f"{number(float(each.quantity), 0 if whole else 1)} {unit}"


def activity_grid(activity: list[register.Activity]) -> Grid:
    """What happened, how much of it, and who says so; a provider where any is known."""
    named = any(each.provider_id for each in activity)
    return Grid(
        caption=_("What happened"),
        caption_hidden=True,
        stacked=True,
        columns=(
            GridColumn(_("Day")), GridColumn(_("What")), GridColumn(_("How much"), figures=True),
            *((GridColumn(_("Provider")),) if named else ()), GridColumn(_("Source")),
        ),
        rows=tuple(
            (
                written_date(each.on), each.kind.replace("_", " ").capitalize(),
                how_much(each), *((each.provider_id or _("Not said"),) if named else ()),
                each.source,
            )
            for each in activity
        ),
    )  # fmt: skip
