"""One agreement as its page prints it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carewright.contract import api as contract
from carewright.contract.api import ONE_PERSON, AgreementState, Authority, Owner, Side, Standing
from carewright.contract.web.words import days_in_words, state_tag, term_in_words
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import count_of, not_known, pounds, written_date
from carewright.ui.rows import Fact, Grid, GridCell, GridColumn, Identity, State, Tag

STANDINGS: dict[Standing, State] = {
    Standing.MET: "good", Standing.NOT_MET: "late", Standing.NOT_IN_FILE: "wait",
    Standing.NOT_ASKED: "none", Standing.NOT_ASSESSED: "wait",
}  # fmt: skip
AUTHORITIES: dict[Authority, State] = {
    Authority.HELD: "good", Authority.LACKED: "late", Authority.NOT_OURS: "none",
}  # fmt: skip


def about(found: contract.Agreement) -> Identity:
    """The line between the stages and the page."""
    providers = ", ".join(each.name for each in found.providers) or _("No provider yet")
    people = found.wording.people_supported
    supported = (
        count_of(people, "%(n)s person supported", "%(n)s people supported")
        if people is not None
        else _("People supported: not known")
    )
    return Identity(
        found.reference, (providers, supported, term_in_words(found)), state_tag(found.state)
    )


def key_facts(found: contract.Agreement) -> tuple[Fact, ...]:
    """What one looks for first."""
    words = found.wording
    ours = [each for each in found.signatures if each.side is Side.BUYER]
    signed = written_date(ours[0].signed_on) if ours else _unsigned(found)
    return (
        Fact(_("Value over the term"), pounds(words.value_pence, whole=True), words.risk.label
             + " " + _("risk")),
        Fact(_("Signed for us"), signed, ours[0].authority_says if ours else ""),
        Fact(_("Looked after by"), found.contact or _("Nobody")),
        Fact(_("Answers for the budget"), found.budget_holder or _("Nobody")),
    )  # fmt: skip


def source_again(found: contract.Agreement, by: platform.Officer) -> str:
    """Where it is decided how the care is sourced again; one person's placement never is."""
    if found.wording.kind in ONE_PERSON or not platform.may(by, Act.WRITE_SOURCING):
        return ""
    handed = {
        "agreement": str(found.id), "title": found.wording.title, "reference": found.reference,
        "provider": ", ".join(each.name for each in found.providers),
    }  # fmt: skip
    return f"{reverse('plan:begin')}?{urlencode(handed)}"


def _unsigned(found: contract.Agreement) -> str:
    """Nobody has, or nobody can say: the file that it came from does not hold signatures."""
    if "signatures" in found.facts.not_in_source:
        return _("Not in the file")
    return _("Nobody has signed for us")


def finding(found: contract.Agreement) -> dict[str, str]:
    """The heading of what is to be put right, and how much is met."""
    asked = [e for e in found.checks if e.standing in (Standing.MET, Standing.NOT_MET)]
    met = sum(each.standing is Standing.MET for each in asked)
    wrong = len(asked) - met
    words = {"met": met, "all": len(asked), "n": wrong}
    heading = ngettext("%(n)s thing to put right", "%(n)s things to put right", wrong) % words
    return {
        "caption": _("%(met)s of %(all)s checks are met") % words,
        "heading": heading if wrong else _("Nothing to put right"),
    }


def to_put_right(found: contract.Agreement, steps: set[str]) -> list[dict[str, Any]]:
    """What is not met, with whose it is and the way to put it right."""
    return [
        {
            "title": each.title, "why": each.why, "owner": owner_of(each.owner, found),
            "mends": each.mends, "code": each.code,
            "href": step_address(found, each.step) if each.step in steps else "",
        }
        for each in found.to_put_right
    ]  # fmt: skip


def owner_of(owner: Owner, found: contract.Agreement) -> str:
    """Whose it is: the officer named in the agreement, or the words for what is missing."""
    named = contract.whose(owner, contact=found.contact, budget_holder=found.budget_holder)
    return named or _("Nobody has been named")


def step_address(found: contract.Agreement, step: str) -> str:
    """The page that mends something."""
    if step in ("sign", "goes_on"):
        return reverse(f"contract:{step}", args=[found.id])
    return reverse("contract:step", args=[found.id, step])


def calling_off(
    found: contract.Agreement, by: platform.Officer, on: date
) -> contract.Answer | None:
    """Why new care may not begin under it today, with what is used instead; None where it may."""
    if found.state in (AgreementState.DRAFT, AgreementState.APPROVED):
        return None
    asked = contract.may_call_off(found.id, on=on, seen_by=by)
    return None if asked.allowed else asked


def checks_grid(found: contract.Agreement) -> Grid:
    """Every check with what it found."""
    return Grid(
        caption=_("Every check of this agreement"),
        columns=(GridColumn(_("Check")), GridColumn(_("Found")), GridColumn(_("Why"))),
        rows=tuple(
            (each.title, GridCell(tag=Tag(each.standing.label, STANDINGS[each.standing])), each.why)
            for each in found.checks
        ),
        stacked=True,
    )


def parties_grid(found: contract.Agreement) -> Grid:
    """Who agreed."""
    columns = (_("Party"), _("Side"), _("Number in a register"))
    return Grid(
        caption=_("Parties"), columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(
            (GridCell(each.name, beneath=_left(each)), each.side.label, each.number or not_known())
            for each in (*found.parties, *found.left)
        ),
        stacked=True,
    )  # fmt: skip


def _left(each: contract.Party) -> str:
    """Until when it was a party, where another has followed it."""
    if each.left_on is None:
        return ""
    return _("A party until %s") % written_date(each.left_on - timedelta(days=1))


def prices_grid(found: contract.Agreement) -> Grid:
    """Every price and the days on which it counts."""
    columns = (
        GridColumn(_("What is priced")), GridColumn(_("Days")), GridColumn(_("Price"), True),
        GridColumn(_("Why")),
    )  # fmt: skip
    return Grid(
        caption=_("Price lines"), how_to_read=_("Two prices of one thing never share a day."),
        columns=columns,
        rows=tuple(
            (each.priced.label, days_in_words(each.term.since, each.term.last_day),
             pounds(each.pence), each.reason)
            for each in found.prices
        ),
        stacked=True,
    )  # fmt: skip


def signatures_grid(found: contract.Agreement) -> Grid:
    """Who signed for whom, and whether they could."""
    columns = (_("Who signed"), _("For"), _("On"), _("Authority"))
    return Grid(
        caption=_("Signatures"), columns=tuple(GridColumn(each) for each in columns),
        rows=tuple(
            (
                GridCell(each.name, link=_copy_of(found, each), beneath=each.job_title), each.party,
                written_date(each.signed_on),
                GridCell(
                    tag=Tag(each.authority.label, AUTHORITIES[each.authority]),
                    beneath=" ".join(filter(None, (each.authority_says, each.reason))),
                ),
            )
            for each in found.signatures
        ),
        stacked=True,
    )  # fmt: skip


def _copy_of(found: contract.Agreement, each: contract.Signature) -> str:
    """Where the signed copy is, if it was kept."""
    return reverse("contract:paper", args=[found.id, each.document_id]) if each.document_id else ""


def _with_approval(each: contract.Extension, said: str) -> GridCell:
    if each.request_id is None:
        return GridCell(said)
    there = reverse("decide:request", args=[each.request_id])
    return GridCell(_("Approval of option %s") % each.number, link=there, beneath=said)


def dates_grid(found: contract.Agreement) -> Grid:
    """The term, what may follow it, and by when that is decided."""
    rows: list[tuple[str | GridCell, ...]] = [(_("Term"), term_in_words(found), "")]
    for each in found.extensions:
        until = _("To %s") % written_date(contract.Term(date.min, each.ends_before).last_day)
        decided = each.reason or _("Decide by %s") % written_date(each.decide_by)
        said = f"{each.state.label}. {decided}"
        rows.append((_("Option %s") % each.number, until, _with_approval(each, said)))
    for name, days in (
        (_("The provider’s notice"), found.wording.notice_days),
        (_("Our notice"), found.wording.own_notice_days),
    ):
        said = not_known() if days is None else count_of(days, "%(n)s day", "%(n)s days")
        rows.append((name, said, ""))
    return Grid(
        caption=_("Term, extensions and notice"),
        columns=(GridColumn(_("What")), GridColumn(_("When")), GridColumn(_("Said"))),
        rows=tuple(rows), stacked=True,
    )  # fmt: skip
