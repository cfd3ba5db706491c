"""A record in words for people: reading age nine, nothing that needs explaining."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.platform import api as platform
from carewright.platform.api import Capacity, Ground, RecordPart
from carewright.register import api as register
from carewright.register.web.people_lists import groups_in_words
from carewright.register.web.people_presenters import activity_grid, how_much
from carewright.ui.formats import in_london, number, written_date, written_datetime
from carewright.ui.rows import Fact, Grid, GridColumn, Tag


def records_page(accesses: list[platform.PersonalAccess]) -> dict[str, Any]:
    """The records that somebody may open, one's own first."""
    ordered = sorted(accesses, key=lambda access: not access.own)
    return {
        "title": _("Which record do you want to see?"),
        "records": [
            {
                "href": reverse("own:record", args=[each.id]),
                "text": name_of(each),
                "beneath": f"{each.organisation.name}. {GROUNDS[each.ground]()}",
            }
            for each in ordered
        ],
    }


def name_of(access: platform.PersonalAccess) -> str:
    """What a record is called for whoever opens it; two may not be called the same."""
    if access.own:
        return _("Your record")
    day = written_date(access.starts_on)
    words = {
        Capacity.CARER: _("The record of the person you care for, since %(day)s"),
        Capacity.ADVOCATE: _("A person you speak up for, since %(day)s"),
        Capacity.ATTORNEY: _("The person you are attorney for, since %(day)s"),
        Capacity.GUARDIAN: _("The person you are guardian for, since %(day)s"),
        Capacity.PERSON: _("A record, since %(day)s"),
    }
    return words[access.capacity] % {"day": day}


GROUNDS = {
    Ground.SELF: lambda: _("This record is about you."),
    Ground.CONSENT: lambda: _("You see it because the person said yes."),
    Ground.POWER_OF_ATTORNEY: lambda: _("You see it because you have a power of attorney."),
    Ground.GUARDIANSHIP_ORDER: lambda: _("You see it because a court made you guardian."),
    Ground.ADVOCACY_APPOINTMENT: lambda: _("You see it because you were asked to speak up."),
}


def record_page(
    access: platform.PersonalAccess, found: register.OwnRecord, *, more: bool
) -> dict[str, Any]:
    """Everything that the page of one's own record prints; shut parts are left out."""
    return {
        "title": name_of(access),
        "lead": GROUNDS[access.ground](),
        "council": access.organisation.name,
        "own": access.own,
        "others_link": reverse("own:records") if more else "",
        "facts": _facts(found.person) if found.person else None,
        "shown": {part.value for part in access.may_see},
        "support_heading": _support_heading(found),
        "support": activity_grid(list(found.support)) if found.support else None,
        "decided": [_decision(each) for each in found.decided],
        "looks_heading": _looks_heading(found),
        "looks": _looks(found) if found.looks else None,
        "others": [_other(each, access) for each in found.others],
        "others_heading": _others_heading(found),
        "may_decide": RecordPart.CONSENT in access.may_decide,
    }


def _facts(person: register.Person) -> tuple[Fact, ...]:
    unknown = _("We do not know")
    return (
        Fact(_("Number"), person.reference),
        Fact(_("Area"), person.area_name or unknown),
        Fact(_("Age"), person.age_band or unknown),
        Fact(_("What care is about"), groups_in_words(person.care_groups) or unknown),
        Fact(_("How much help is needed"), register.NEED_LEVELS.get(person.need_level, unknown)),
    )


def _support_heading(found: register.OwnRecord) -> str:
    if not found.support:
        return _("No care has been written down here")
    latest = found.support[0]
    words = {"what": register.in_words(latest.kind), "day": written_date(latest.on)}
    return _("Latest care: %(what)s, %(day)s") % words


def _decision(each: register.Activity) -> dict[str, str]:
    words = register.DECISIONS[each.kind]
    if each.unit.startswith("pounds"):
        words = f"{words}: {how_much(each)}"
    return {"day": written_date(each.on), "words": words}


def _looks_heading(found: register.OwnRecord) -> str:
    if not found.looks:
        return _("Nobody has looked at this record")
    words = ngettext(
        "Somebody looked at this record once", "This record was looked at %(n)s times",
        len(found.looks),
    )  # fmt: skip
    if len(found.looks) >= register.LATEST:
        words = _("The last %(n)s times that somebody looked")
    return words % {"n": number(len(found.looks))}


def _looks(found: register.OwnRecord) -> Grid:
    return Grid(
        caption=_("Who looked at this record"),
        caption_hidden=True,
        stacked=True,
        columns=(GridColumn(_("When")), GridColumn(_("Who")), GridColumn(_("Why"))),
        rows=tuple(
            (
                written_datetime(each.at), f"{each.by_name}, {each.job_title}",
                each.purpose.for_the_person,
            )
            for each in found.looks
        ),
    )  # fmt: skip


def _others_heading(found: register.OwnRecord) -> str:
    waiting = sum(1 for each in found.others if not each.agreed_at and not each.ended_at)
    if waiting:
        return ngettext(
            "Somebody asks to see this record", "%(n)s people ask to see this record", waiting
        ) % {"n": number(waiting)}  # fmt: skip
    now = [each for each in found.others if not each.ended_at]
    if not now:
        return _("Nobody else was let in")
    return ngettext(
        "One other may see this record", "%(n)s others may see this record", len(now)
    ) % {"n": number(len(now))}  # fmt: skip


def _other(each: platform.PersonalAccess, mine: platform.PersonalAccess) -> dict[str, Any]:
    """Somebody else who may see the record, and what may be done about it."""
    parts = ", ".join(PARTS[part]() for part in RecordPart if part in each.may_see)
    stands = each.ground is Ground.CONSENT and not each.ended_at
    return {
        "name": each.name,
        "as_what": each.capacity.label,
        "parts": parts,
        "tag": _tag(each),
        "ended": _ended(each),
        "yes": _way("own:agree", mine, each) if stands and not each.agreed_at else "",
        "stop": _way("own:withdraw", mine, each) if stands else "",
        "by_law": each.ground is not Ground.CONSENT and not each.ended_at,
    }


PARTS = {
    RecordPart.RECORD: lambda: _("what we keep"),
    RecordPart.SUPPORT: lambda: _("care"),
    RecordPart.DECISIONS: lambda: _("what was decided"),
    RecordPart.LOOKS: lambda: _("who looked"),
    RecordPart.CONSENT: lambda: _("who may see it"),
}


def _tag(each: platform.PersonalAccess) -> Tag:
    if each.ended_at:
        ended = {"day": written_date(in_london(each.ended_at).date())}
        return Tag(_("Stopped on %(day)s") % ended, "none")
    if not each.agreed_at:
        return Tag(_("Asks you"), "wait")
    return Tag(_("May see it"), "good")


def _ended(each: platform.PersonalAccess) -> str:
    """When an access ended, by whom and why; empty while it stands."""
    if not each.ended_at:
        return ""
    said = {"day": written_date(each.ended_at), "who": each.ended_by}
    if each.taken_back:
        return _("Ended on %(day)s by %(who)s, who took back the yes.") % said
    said |= {"who": each.organisation.name, "why": each.end_reason}
    return _("Ended on %(day)s by %(who)s: %(why)s") % said


def _way(route: str, mine: platform.PersonalAccess, other: platform.PersonalAccess) -> str:
    return reverse(route, args=[mine.id, other.id])
