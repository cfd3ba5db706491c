"""The effect of a round on each provider, as its page prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.platform import api as platform
from carewright.ui.formats import (
    count_of,
    not_known,
    percent,
    pounds,
    written_date,
)
from carewright.ui.rows import Link, Tag
from carewright.uplift import api as uplift
from carewright.uplift.api import Said
from carewright.uplift.web.said import SAYS

MOST_PROVIDERS: Final = 100
WIDEST: Final = 50  # of a bar, in pixels


@dataclass(frozen=True, slots=True)
class Total:
    """The last row of the table of effects."""

    name: str
    rise: str
    cost: str


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """One provider in the table of effects."""

    name: str
    href: str
    beneath: str
    now: str
    then: str
    rise: str
    bar: int  # pixels
    cost: str
    floor: Tag
    says: Tag
    says_more: str
    below: bool
    papers: tuple[Link, ...]


def providers(
    found: uplift.Round, assessed: frozenset[str], by: platform.Officer
) -> list[ProviderRow]:
    """The providers with most spend; a bar is as long as the rise beside the largest.

    `assessed` names those of whose prices some were held against a least cost. Papers that would
    lack prices are written by those who see them all.
    """
    sees_all = uplift.sees_placements(by)
    largest = max((each.rise or 0 for each in found.providers), default=0)
    shown = found.providers[:MOST_PROVIDERS]
    return [
        _provider(
            found, each, largest, is_assessed=each.key in assessed,
            may_write=sees_all or not each.has_placements,
        )
        for each in shown
    ]  # fmt: skip


def _provider(
    found: uplift.Round, each: uplift.Provider, largest: float, *, is_assessed: bool,
    may_write: bool,
) -> ProviderRow:  # fmt: skip
    lines = count_of(each.lines, "%(n)s line", "%(n)s lines")
    people = count_of(each.people or 0, "%(n)s person", "%(n)s people")
    return ProviderRow(
        name=each.name, beneath=f"{lines} · {people}" if each.people is not None else lines,
        href=reverse("uplift:lines", args=[found.id]) + "?" + _query(each.name),
        now=pounds(each.main_old_pence) if each.lines else _("No line rises"),
        then=pounds(each.main_new_pence) if each.lines else "",
        rise=_rise(each),
        bar=round(WIDEST * max(each.rise or 0, 0) / largest) if largest > 0 else 0,
        cost=pounds(each.effect_pence, whole=True),
        floor=_floor(each, is_assessed=is_assessed), says=_says(each),
        says_more=_says_more(each), below=each.below > each.explained,
        papers=_papers(found, each) if may_write else (),
    )  # fmt: skip


def _papers(found: uplift.Round, each: uplift.Provider) -> tuple[Link, ...]:
    papers = (("letter", _("Letter")), ("minute", _("Minute of variation")))
    return tuple(
        Link(text, reverse("uplift:paper", args=[found.id, each.id, code])) for code, text in papers
    )


def _rise(each: uplift.Provider) -> str:
    if not each.lines:
        return ""
    return percent(each.rise) if each.rise is not None else not_known()


def _query(name: str) -> str:
    return urlencode({"q": name})


def _floor(each: uplift.Provider, *, is_assessed: bool) -> Tag:
    if not each.lines:
        return Tag(_("Left out"), "none")
    if each.below > each.explained:
        return Tag(_("Below by %s") % pounds(each.shortfall_pence), "late")
    if each.explained:
        return Tag(_("Below, signed for"), "soon")
    return Tag(_("Above"), "good") if is_assessed else Tag(_("Not assessed"), "none")


def _says(each: uplift.Provider) -> Tag:
    if each.said is None:
        return Tag(_("Not yet sent"), "none")
    return Tag(each.said.label, SAYS[each.said])


def _says_more(each: uplift.Provider) -> str:
    if each.said is Said.SENT:
        return _("answers by %s") % written_date(each.answer_by)
    if each.said_before is not None:
        return _("the figures changed since it was told")
    asked = each.requested_pence
    wants = [_("asks for %s") % pounds(asked)] if asked is not None else []
    return ". ".join(filter(None, (each.words, *wants)))


def total(found: uplift.Round) -> Total:
    """The last row of the table of effects."""
    told = found.figures
    share = told["effect"] / told["spend_now"] if told["spend_now"] else None
    providers = count_of(len(found.providers), "%(n)s provider", "%(n)s providers")
    lines = count_of(told["lines"], "%(n)s line", "%(n)s lines")
    return Total(
        name=_("In all %(providers)s, %(lines)s") % {"providers": providers, "lines": lines},
        rise=percent(share) if share is not None else not_known(),
        cost=pounds(told["effect"], whole=True),
    )
