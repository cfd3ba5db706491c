"""Events, checkpoints and what came of looking over them, as their pages print them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.attest import api as attest
from carewright.attest.web.lists import act_in_words, kind_in_words, seal_tag
from carewright.attest.web.places import crumbs, places
from carewright.platform import api as platform
from carewright.ui.formats import number, written_date, written_datetime
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Identity, Link

MOST_SHOWN = 10


def event_page(
    event: platform.Event, seal: attest.Seal | None, about: Link | None
) -> dict[str, Any]:
    """What the page of one event prints."""
    return {
        "title": _("%(act)s, %(when)s")
        % {"act": act_in_words(event.act), "when": written_datetime(event.at)},
        "crumbs": crumbs(),
        "crumb_here": f"{act_in_words(event.act)} {str(event.id)[:6]}",
        "identity": Identity(
            kind_in_words(event.subject_kind),
            (act_in_words(event.act), written_datetime(event.at)),
            state=seal_tag(seal.place if seal else None),
        ),
        "facts": _facts(event, about),
        "grid": _told(event),
        "erased": _erased(event),
        "seal": _seal_in_words(seal),
        "proof": reverse("attest:proof", args=[event.id]) if seal else "",
    }


def whole_page(
    verdict: attest.Verdict | None, lag: attest.Lag, deposits: Sequence[attest.Deposit]
) -> dict[str, Any]:
    """What the page prints that says whether the record is whole."""
    return {
        "title": _verdict_in_words(verdict),
        "caption": _("Is the record whole?"),
        "places": places("whole"),
        "verdict": verdict,
        "findings": _findings(verdict) if verdict and not verdict.whole else None,
        "facts": _standing(verdict, lag),
        "deposits": _deposits(deposits) if deposits else None,
    }


def _facts(event: platform.Event, about: Link | None) -> tuple[Fact, ...]:
    organisation = _("The whole installation") if event.organisation_id is None else ""
    found = [
        Fact(_("Who"), event.by_name or _("Name erased"), beneath=event.by_id),
        Fact(_("When"), written_datetime(event.at)),
        Fact(_("About"), kind_in_words(event.subject_kind), beneath=event.subject_id),
    ]
    if about is not None:
        found.append(Fact(_("Which"), about.text, href=about.href))
    if event.reason:
        found.append(Fact(_("Why"), event.reason))
    if organisation:
        found.append(Fact(_("Whose"), organisation))
    found.append(Fact(_("Event"), str(event.id)))
    return tuple(found)


def _told(event: platform.Event) -> Grid | None:
    if not event.facts:
        return None
    return Grid(
        caption=_("What else was written down"),
        columns=(GridColumn(_("What")), GridColumn(_("As it was"))),
        rows=tuple((name.replace("_", " "), _plain(told)) for name, told in event.facts.items()),
        stacked=True,
        tight=True,
    )


def _plain(told: object) -> str:
    return told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)


def _erased(event: platform.Event) -> str:
    if event.erased_at is None:
        return ""
    return _(
        "Name, reason and facts were erased on %(when)s. That it happened, and that it was sealed, "
        "can still be proved."
    ) % {"when": written_date(event.erased_at)}


def _seal_in_words(seal: attest.Seal | None) -> str:
    if seal is None:
        return _(
            "It waits to be sealed, which happens within two minutes while the worker runs. Until "
            "then it could be changed unseen by whoever has the database."
        )
    words = {
        "place": number(seal.place),
        "n": number(seal.checkpoint.number),
        "when": written_datetime(seal.checkpoint.sealed_at),
    }
    said = _(
        "It stands at place %(place)s of the record, sealed under checkpoint %(n)s on %(when)s."
    )
    return said % words


def _verdict_in_words(verdict: attest.Verdict | None) -> str:
    if verdict is None:
        return _("Nobody has looked over the record yet")
    words = {"when": written_datetime(verdict.at)}
    if verdict.whole:
        return _("The record was whole on %(when)s") % words
    return _("The record was not whole on %(when)s") % words


def _standing(verdict: attest.Verdict | None, lag: attest.Lag) -> tuple[Fact, ...]:
    found = [_waiting(lag)]
    if lag.checkpoint is not None:
        found.insert(
            0,
            Fact(
                _("Sealed"),
                _events(lag.checkpoint.size),
                beneath=_("Under checkpoint %(n)s, %(when)s")
                % {
                    "n": number(lag.checkpoint.number),
                    "when": written_datetime(lag.checkpoint.sealed_at),
                },
                href=reverse("attest:checkpoints"),
            ),
        )
    if verdict is not None:
        found.append(
            Fact(
                _("Looked over"),
                _events(verdict.events),
                beneath=_("By %(who)s, against %(n)s kept by witnesses")
                % {"who": verdict.by_name, "n": _checkpoints(len(verdict.witnesses))},
            )
        )
    return tuple(found)


def _waiting(lag: attest.Lag) -> Fact:
    beneath = ""
    if lag.oldest is not None:
        beneath = _("The oldest since %(when)s") % {"when": written_datetime(lag.oldest)}
    return Fact(_("Waiting for a seal"), _events(lag.waiting), beneath=beneath)


def _events(count: int) -> str:
    return ngettext("%(n)s event", "%(n)s events", count) % {"n": number(count)}


def _checkpoints(count: int) -> str:
    return ngettext("%(n)s checkpoint", "%(n)s checkpoints", count) % {"n": number(count)}


def _findings(verdict: attest.Verdict) -> Grid:
    title = ngettext("%(n)s thing is wrong", "%(n)s things are wrong", verdict.findings_count)
    return Grid(
        caption=title % {"n": number(verdict.findings_count)},
        columns=(GridColumn(_("Place"), figures=True), GridColumn(_("What is wrong there"))),
        rows=tuple(
            (number(each.place) if each.place is not None else _("None"), each.says)
            for each in verdict.findings[:MOST_SHOWN]
        ),
        how_to_read=_(
            "The first is where to begin. An auditor should see this before anybody mends it."
        ),
        stacked=True,
    )


def _deposits(deposits: Sequence[attest.Deposit]) -> Grid:
    return Grid(
        caption=_("Who keeps which checkpoint"),
        columns=(
            GridColumn(_("Left with")), GridColumn(_("Checkpoint"), figures=True),
            GridColumn(_("By")), GridColumn(_("When")),
        ),
        rows=tuple(
            (
                GridCell(each.left_with, beneath=KINDS.get(each.kind, "")),
                number(each.checkpoint_number), each.by_name, written_datetime(each.at),
            )
            for each in deposits[:MOST_SHOWN]
        ),
        stacked=True, tight=True,
    )  # fmt: skip


KINDS = {each.value: each.label for each in attest.Deposited}
