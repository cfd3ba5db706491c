"""One year's account as its page prints it."""

from __future__ import annotations

from fractions import Fraction

from django.utils.translation import gettext as _

from carewright.keep_to.api import Statement
from carewright.keep_to.web.statement_lists import accounts_by, accounts_tag
from carewright.ui.formats import not_known, number, percent, pounds, written_date
from carewright.ui.rows import Fact, Grid, GridColumn


def finding(found: Statement) -> str:
    """What the account comes to, as a heading."""
    agreed = found.account.agreed_overhead_percent
    if found.above is None or found.overhead is None:
        return _("No level of management overhead was agreed")
    words = {"share": _share(found.overhead), "agreed": f"{number(agreed, 2)}%"}
    if found.above:
        return _("Management overhead is %(share)s, above the agreed %(agreed)s") % words
    return _("Management overhead is %(share)s, within the agreed %(agreed)s") % words


def facts_of(found: Statement) -> tuple[Fact, ...]:
    """What was paid, used and left, and what is still wanting."""
    account = found.account
    days = (found.accounts_due_on, found.accounts_received_on)
    return (
        Fact(_("Paid"), pounds(account.received_pence)),
        Fact(_("Used"), pounds(account.total_pence)),
        Fact(_("Not used"), pounds(account.unspent_pence)),
        Fact(_("To be returned"), pounds(account.to_return_pence), _returned(found)),
        Fact(_("Audited accounts"), accounts_tag(*days).text, accounts_by(*days)),
    )


def lines_grid(found: Statement) -> Grid:
    """What the money was used for; the lines add up to the total."""
    used = found.account.total_pence
    return Grid(
        caption=_("What it was used for"),
        columns=(GridColumn(_("Used for")), GridColumn(_("Of management")),
                 GridColumn(_("Amount"), True), GridColumn(_("Share"), True)),
        rows=tuple(
            (each.words, _("Yes") if each.is_overhead else _("No"), pounds(each.pence),
             _share(Fraction(each.pence, used)) if used else not_known())
            for each in found.account.lines
        ),
        total=(_("In all"), "", pounds(used), ""),
        stacked=True,
    )  # fmt: skip


def _returned(found: Statement) -> str:
    if not found.account.to_return_pence:
        return ""
    if found.returned_on:
        return _("Came back on %s") % written_date(found.returned_on)
    return _("Has not come back")


def _share(share: Fraction) -> str:
    """Two places, so that what is just above a level does not read as the level."""
    return percent(float(share), 2)
