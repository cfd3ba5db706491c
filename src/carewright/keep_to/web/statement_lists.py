"""Accounts of how money was used, declared once."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from django.utils.timezone import localdate
from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.keep_to.api import is_above
from carewright.ui.formats import count_of, number, written_date
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import Tag

statement_address = addresses("keep_to:statement")


def _share(each: Any) -> Fraction | None:
    return Fraction(each.overhead_pence, each.total_pence) if each.total_pence else None


def _overhead(each: Any) -> float | None:
    share = _share(each)
    return None if share is None else float(share)


def _level(each: Any) -> Tag:
    above = is_above(_share(each), each.agreed_overhead_percent)
    if above is None:
        return Tag(now_in_words("No level agreed"))
    agreed = f"{number(each.agreed_overhead_percent, 2)}%"
    words = now_in_words("Above %s") if above else now_in_words("Within %s")
    return Tag(words % agreed, "late" if above else "good")


def accounts_tag(due_on: Any, received_on: Any) -> Tag:
    """Whether audited accounts came, are still to come, or are late."""
    if received_on:
        return Tag(now_in_words("Came"), "good")
    if due_on is None:
        return Tag(now_in_words("Not wanted"))
    late = localdate() > due_on
    return Tag(now_in_words("Late"), "late") if late else Tag(now_in_words("To come"), "wait")


def accounts_by(due_on: Any, received_on: Any) -> str:
    """On which day they came, or by which they are due; nothing where none are wanted."""
    if received_on:
        return now_in_words("On %s") % written_date(received_on)
    return now_in_words("Due by %s") % written_date(due_on) if due_on else ""


STATEMENTS: Final = Listing(
    name="statements",
    caption=_("How the money of agreements was used"),
    columns=(
        ListColumn("agreement", _("Agreement"), value=lambda e: e.agreement.title,
                   sort="agreement__title", link=lambda e: statement_address(e.pk)),
        ListColumn("provider", _("Provider"), value="agreement__provider_name",
                   under="agreement"),
        ListColumn("year", _("Year"), value=str, sort="year"),
        ListColumn("received", _("Paid"), "pounds", value="received_pence",
                   sort="received_pence"),
        ListColumn("used", _("Used"), "pounds", value="total_pence", sort="total_pence"),
        ListColumn("unspent", _("Not used"), "pounds", value="unspent_pence",
                   sort="unspent_pence"),
        ListColumn("overhead", _("Management overhead"), "percent", value=_overhead, places=2),
        ListColumn("level", _("Against the agreed level"), "tag", value=_level),
        ListColumn("accounts", _("Audited accounts"), "tag",
                   value=lambda e: accounts_tag(e.accounts_due_on, e.accounts_received_on)),
        ListColumn("accounts_by", _("Accounts by"), under="accounts",
                   value=lambda e: accounts_by(e.accounts_due_on, e.accounts_received_on)),
    ),
    filters=(
        ListFilter("q", _("Agreement or provider"),
                   fields=("agreement__title", "agreement__provider_name")),
        ListFilter(
            "wanting", _("What is wanting"), "select",
            choices=(("accounts", _("Accounts that have not come")),
                     ("return", _("Money that has not come back"))),
            narrow=lambda rows, value: (
                rows.filter(accounts_due_on__isnull=False, accounts_received_on=None)
                if value == "accounts" else rows.filter(to_return_pence__gt=0, returned_on=None)
            ),
        ),
    ),
    sort="-year",
    nothing=_("No statement has been entered yet."),
    counted=lambda how_many: count_of(how_many, "%(n)s statement", "%(n)s statements"),
)  # fmt: skip
