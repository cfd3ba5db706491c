"""One service over time as its page prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from carewright.register import api as register
from carewright.register.web.forms import WithdrawForm
from carewright.register.web.places import crumbs_to_services
from carewright.ui.formats import number, written_date, written_datetime
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Link

SHOWN: Final = {
    "kind": gettext_lazy("Kind"), "care_group": gettext_lazy("Care group"),
    "sector": gettext_lazy("Sector"), "public_class": gettext_lazy("Proposed as publicly run"),
    "provider_name": gettext_lazy("Provider"), "status": gettext_lazy("Status"),
    "counting": gettext_lazy("Counted"), "town": gettext_lazy("Town"),
    "postcode": gettext_lazy("Postcode"), "council_name": gettext_lazy("Council"),
    "places": gettext_lazy("Places"), "beds": gettext_lazy("Beds"),
    "staff_wte": gettext_lazy("Staff, whole-time equivalents"),
    "min_grade": gettext_lazy("Lowest grade"), "graded_on": gettext_lazy("Graded on"),
}  # fmt: skip

REGISTERS: Final = {
    "care_inspectorate": gettext_lazy("Care Inspectorate"),
    "cqc": gettext_lazy("Care Quality Commission"),
    "council_list": gettext_lazy("A council's own list"),
}


def crumbs_to(service_id: str, name: object) -> tuple[Link, ...]:
    """The way back to the list of services and to one of them."""
    here = Link(str(name), reverse("register:service", args=[service_id]))
    return (*crumbs_to_services(), here)


def service_page(
    readings: list[register.Reading],
    mended: list[register.Correction],
    *,
    may_correct: bool,
    refused: WithdrawForm | None = None,
    refused_id: UUID | None = None,
) -> dict[str, Any]:
    """What the page of one service prints, the latest file first.

    `refused` is the answer to "why withdraw?" that was not accepted, for the correction named.
    """
    latest = readings[0]
    days = list(dict.fromkeys(reading.as_at for reading in readings))
    return {
        "title": latest.values["name"] or latest.service_id,
        "caption": _("%(register)s, number %(number)s")
        % {"register": REGISTERS.get(latest.register, ""), "number": latest.service_id},
        "crumbs": crumbs_to_services(),
        "facts": _facts(latest, mended),
        "heading_of_readings": _heading(readings),
        "grid_of_readings": _grid(readings, mended),
        "days": days,
        "correct_links": tuple(_correct_link(latest.service_id, day) for day in days),
        "mended": [_mended(c, refused if c.id == refused_id else None) for c in mended],
        "may_correct": may_correct,
        "withdrawing": refused,
    }


def correct_page(
    latest: register.Reading,
    day: date,
    published: Mapping[str, object],
    mended: list[register.Correction],
) -> dict[str, Any]:
    """What the page that asks for a right value prints: each value as figures take it now."""
    right = {c.column: c for c in mended}
    name = latest.values["name"] or latest.service_id
    words = {"service": name, "day": written_date(day)}
    return {
        "title": _("Put a value right: %(service)s, %(day)s") % words,
        "heading": _("Put a value right"),
        "caption": _("%(service)s, %(day)s") % words,
        "crumbs": crumbs_to(latest.service_id, name),
        "crumb_here": _("Put a value right"),
        "cancel": reverse("register:service", args=[latest.service_id]),
        "button": _("Put it right"),
        "facts": tuple(
            Fact(str(words), *_now(published.get(column), right.get(column)))
            for column, words in register.CORRECTABLE.items()
        ),
        "heading_of_facts": _("What figures take now"),
        "words_to_use": tuple(
            (str(register.CORRECTABLE[column]), ", ".join(_said(each) for each in offered))
            for column, offered in register.CHOICES.items()
        ),
    }


def _heading(readings: list[register.Reading]) -> str:
    count = len(readings)
    return ngettext(
        "%(n)s imported file shows it", "%(n)s imported files show it", count
    ) % {"n": number(count)}  # fmt: skip


def _facts(latest: register.Reading, mended: list[register.Correction]) -> tuple[Fact, ...]:
    right = {c.column: c for c in mended if c.as_at == latest.as_at}
    shown = ("kind", "provider_name", "council_name", "places", "min_grade")
    facts = [
        Fact(str(SHOWN[column]), *_now(latest.values[column], right.get(column)))
        for column in shown
    ]
    return (*facts, Fact(_("True on"), written_date(latest.as_at)))


def _now(published_value: object, correction: register.Correction | None) -> tuple[str, str]:
    """The value that figures use, and beneath it the published one where they differ."""
    published = _said(published_value)
    if correction is None:
        return published, ""
    return _said(correction.new_value), _("published: %(value)s") % {"value": published}


def _grid(readings: list[register.Reading], mended: list[register.Correction]) -> Grid:
    return Grid(
        caption=_("As each file shows it"),
        columns=(
            GridColumn(_("What")), *(GridColumn(_which(r, readings)) for r in readings)
        ),
        rows=tuple(_rows(readings, mended)), caption_hidden=True,
    )  # fmt: skip


def _rows(
    readings: list[register.Reading], mended: list[register.Correction]
) -> Iterator[tuple[str | GridCell, ...]]:
    right = {(c.as_at, c.column): c for c in mended}
    for column, words in SHOWN.items():
        yield (str(words), *(_cell(r, column, right.get((r.as_at, column))) for r in readings))
    yield (_("Row of the file"), *(_source(reading, readings) for reading in readings))


def _which(reading: register.Reading, readings: list[register.Reading]) -> str:
    """The file by its day, and where two files tell of one day, by its digest too."""
    words = {"day": written_date(reading.as_at), "digest": reading.sha256[:8]}
    if sum(each.as_at == reading.as_at for each in readings) == 1:
        return words["day"]
    return _("%(day)s, file %(digest)s") % words


def _source(reading: register.Reading, readings: list[register.Reading]) -> GridCell:
    words = {"n": number(reading.source_row), "day": _which(reading, readings)}
    rows = reverse("register:rows", args=[reading.sha256])
    return GridCell(
        _("row %(n)s of %(day)s") % words, link=f"{rows}?rows={reading.source_row}"
    )  # fmt: skip


def _cell(
    reading: register.Reading, column: str, correction: register.Correction | None
) -> str | GridCell:
    now, published = _now(reading.values[column], correction)
    if correction is None:
        return now
    words = {"published": published, "who": correction.by, "why": correction.reason}
    return GridCell(now, beneath=_("%(published)s; put right by %(who)s: %(why)s") % words)


def _correct_link(service_id: str, day: date) -> Link:
    return Link(
        _("Put a value of %(day)s right") % {"day": written_date(day)},
        reverse("register:correct", args=[day.isoformat(), service_id]),
    )


def _mended(correction: register.Correction, refused: WithdrawForm | None) -> dict[str, Any]:
    what = str(register.CORRECTABLE.get(correction.column, correction.column))
    day = written_date(correction.as_at)
    words = {
        "old": _said(correction.old_value), "new": _said(correction.new_value),
        "why": correction.reason, "what": what, "day": day,
    }  # fmt: skip
    who = {"who": correction.by, "when": written_datetime(correction.at)}
    return {
        "id": correction.id,
        "heading": _("%(what)s on %(day)s: %(new)s, not %(old)s") % words,
        "words": correction.reason,
        "who": _("By %(who)s, %(when)s") % who,
        "withdraw": _("Withdraw this correction of %(what)s on %(day)s") % words,
        "form": refused or WithdrawForm(auto_id=f"id_{correction.id}_%s"),
    }


def _said(value: object) -> str:
    if value is None or value == "":
        return _("Not known")
    if isinstance(value, date):
        return written_date(value)
    if isinstance(value, int | float):
        return number(value, 0 if float(value).is_integer() else 1)
    text = str(value)
    return text.replace("_", " ").capitalize() if text.islower() else text
