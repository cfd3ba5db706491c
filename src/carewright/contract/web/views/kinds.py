"""Imported agreements without a kind, and saying the kind of many of them at once."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.contract import api as contract
from carewright.contract.web.kinds_form import KindsForm
from carewright.contract.web.lists import KINDLESS, agreement_address
from carewright.contract.web.places import crumbs, places
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import download
from carewright.ui.formats import count_of, not_known, pounds
from carewright.ui.forms import given, tried
from carewright.ui.lists import Asked
from carewright.ui.rows import Grid, GridCell, GridColumn, Link

#: What a preview sends, so that nothing is said before somebody has seen of what.
SEEN: Final = "seen"


@policy(Act.SEE_AGREEMENTS)
@require_safe
def kinds(request: OfficerRequest) -> HttpResponseBase:
    """Those of which nobody has said what they are, to be narrowed by a rule."""
    asked = KINDLESS.asked(request.GET)
    found = contract.without_a_kind(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Agreements without a kind"), "list": asked.page_of(found),
        "places": places("kinds"), "say": _address(asked),
        "may_say": platform.may(request.officer, Act.WRITE_AGREEMENT) and found.exists(),
    }  # fmt: skip
    return render(request, "contract/kinds.html", page)


@policy(Act.WRITE_AGREEMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def say(request: OfficerRequest) -> HttpResponse:
    """Asks of which agreements what is said, shows it, and says it of all of them together."""
    asked = KINDLESS.asked(request.GET)
    found = _among(asked, request.officer)
    form = KindsForm(
        *given(request), offered=[(str(each.pk), _named(each)) for each in found],
        may_see_people=platform.may(request.officer, Act.SEE_PEOPLE),
    )  # fmt: skip
    if not form.is_valid():
        return _asks(request, form, asked)
    if request.POST.get(SEEN) != "yes":
        return render(request, "contract/kinds_preview.html", _preview(form, found, asked))
    if tried(form, lambda: _say(request, form)):
        return redirect("contract:kinds")
    return _asks(request, form, asked)


def _asks(request: OfficerRequest, form: KindsForm, asked: Asked) -> HttpResponse:
    page = {
        "title": _("Say what kind they are"), "form": form, "button": _("See what would change"),
        "crumbs": _crumbs(), "cancel": reverse("contract:kinds"), "action": _address(asked),
        "lead": _("At most %(n)s at a time. Nothing is changed before you have seen the list.")
        % {"n": contract.MOST_KINDS_AT_ONCE},
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _preview(form: KindsForm, found: list[Any], asked: Asked) -> dict[str, Any]:
    chosen = {str(each) for each in form.agreement_ids}
    changed = [each for each in found if str(each.pk) in chosen]
    kind = form.chosen
    return {
        "title": count_of(
            len(changed), "%(n)s agreement would get a kind", "%(n)s agreements would get a kind"
        ),
        "crumbs": _crumbs(), "grid_of_them": _grid(changed, kind), "form": form,
        "agreements": [str(each.pk) for each in changed], "kind": kind, "seen": SEEN,
        "how": form.cleaned_data["how"], "action": _address(asked),
        "protects": kind in contract.ONE_PERSON,
    }  # fmt: skip


def _grid(changed: list[Any], kind: contract.Kind) -> Grid:
    columns = (_("Agreement"), _("Provider"), _("Taken for so far"), _("Would be"), _("Value"))
    return Grid(
        caption=_("Agreements that would change"),
        columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(
            (
                # Registers name many agreements alike, and links with one end each differ.
                GridCell(f"{each} {each.title}", link=agreement_address(each.pk)),
                each.provider_name, contract.Kind(each.kind).label, kind.label,
                not_known() if each.value_pence is None else pounds(each.value_pence, whole=True),
            )
            for each in changed
        ),
        stacked=True,
    )  # fmt: skip


def _say(request: OfficerRequest, form: KindsForm) -> None:
    done = contract.say_kinds(
        agreement_ids=form.agreement_ids, kind=form.chosen, how=form.cleaned_data["how"],
        by=request.officer, at=now(),
    )  # fmt: skip
    messages.success(request, count_of(
        done, "The kind of %(n)s agreement is on the record.",
        "The kind of %(n)s agreements is on the record.",
    ))  # fmt: skip


def _among(asked: Asked, by: platform.Officer) -> list[Any]:
    """Those that the rule leaves, as many as are said at once."""
    found = asked.narrowed(contract.without_a_kind(seen_by=by))
    return list(found.part(0, contract.MOST_KINDS_AT_ONCE))


def _named(each: Any) -> str:
    return ", ".join(filter(None, (f"{each} {each.title}", each.provider_name)))


def _address(asked: Asked) -> str:
    """The page that asks, with the same rule."""
    return f"{reverse('contract:say_kinds')}?{asked.query}"


def _crumbs() -> tuple[Link, ...]:
    return (*crumbs(), Link(_("Agreements without a kind"), reverse("contract:kinds")))
