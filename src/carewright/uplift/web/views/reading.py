"""The page of the second reader."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.formats import number, percent, pounds
from carewright.ui.forms import given, tried
from carewright.uplift import api as uplift
from carewright.uplift.web import basis_presenters, presenters
from carewright.uplift.web.forms import ReadingForm, SendBackForm
from carewright.uplift.web.said import heard_grid
from carewright.uplift.web.views.rounds import round_of
from carewright.uplift.web.views.steps import done_by, form_page
from carewright_engine.costing.uplift import Drawn, chosen_by_chance, would_find


@policy(Act.CHECK_UPLIFT)
@require_http_methods(["GET", "HEAD", "POST"])
def read(request: OfficerRequest, round_id: UUID) -> HttpResponse:
    """Lines worked out afresh; the answer of the round is nowhere on the page."""
    found = round_of(request, round_id)
    reading = found.open_reading
    if reading is None or reading.reader_account != request.officer.account_id:
        messages.error(request, _("You have not been asked to read this round."))
        return redirect("uplift:round", round_id)
    form = ReadingForm(*given(request), lines=[_label(found, each) for each in reading.lines])
    came: list[bool] = []
    if form.is_valid() and tried(form, lambda: came.append(uplift.answer_reading(
        round_id=found.id, prices=form.prices, **done_by(request)
    ))):  # fmt: skip
        _say(request, agree=came[0])
        return redirect("uplift:round", round_id)
    return render(request, "uplift/read.html", _page(found, reading, form))


@policy(Act.CHECK_UPLIFT)
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: OfficerRequest, round_id: UUID) -> HttpResponse:
    """The reader says what has to change."""
    found = round_of(request, round_id)
    form = SendBackForm(*given(request))
    if form.is_valid() and tried(form, lambda: uplift.send_back(
        round_id=found.id, words=form.cleaned_data["words"], **done_by(request)
    )):  # fmt: skip
        messages.success(request, _("The round goes back with your words."))
        return redirect("uplift:round", round_id)
    return form_page(request, found, form, _("Send the round back"), _("Send it back"))


def _label(found: uplift.Round, line: uplift.ReadLine) -> str:
    """The line with the formula that it follows, or with what was agreed for it by hand."""
    known = {each.key: each.words for each in found.rule.formulas}
    words = _("%(agreement)s, %(priced)s: %(price)s now, by %(formula)s")
    if line.why is Drawn.AGREED:
        words = _("%(agreement)s, %(priced)s: %(price)s now, agreed by hand: %(formula)s")
    return words % {
        "agreement": line.reference, "priced": line.priced, "price": pounds(line.old_pence),
        "formula": known.get(line.source, line.source),
    }  # fmt: skip


def _drawn(found: uplift.Round, reading: uplift.Reading) -> str:
    """How the lines were drawn, and what so many find."""
    chance = chosen_by_chance(each.why for each in reading.lines)
    if len(reading.lines) >= found.figures["lines"]:
        return _("These are all the lines of the round.")
    words = _(
        "%(chance)s of %(lines)s lines were drawn by chance: were %(share)s of all lines wrong, "
        "one of them would be among these 19 times out of 20. With them stand the lines that rise "
        "most, and every price that was agreed by hand."
    )
    return words % {
        "chance": number(chance), "lines": number(found.figures["lines"]),
        "share": percent(would_find(chance)),
    }  # fmt: skip


def _page(found: uplift.Round, reading: uplift.Reading, form: ReadingForm) -> dict[str, object]:
    return {
        "title": _("Work out the lines"), "caption": presenters.caption(found),
        "crumbs": presenters.crumbs(found), "form": form, "button": _("Give these prices"),
        "cancel": reverse("uplift:round", args=[found.id]),
        "shares": basis_presenters.shares(found),
        "lead": _("For each row of a line’s formula multiply share by rise. Raise the price "
                  "now by all of them together, and round to whole pence, half a penny up. Of a "
                  "price agreed by hand give the one that its paper says."),
        "drawn": _drawn(found, reading),
        "back": reverse("uplift:send_back", args=[found.id]), "heard": heard_grid(found),
    }  # fmt: skip


def _say(request: OfficerRequest, *, agree: bool) -> None:
    if agree:
        messages.success(request, _("Your prices are those of the round. It may go on."))
    else:
        messages.error(request, _("Not every price is the same. Both stand on the record below."))
