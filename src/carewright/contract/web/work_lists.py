"""The work list and the public view of the register, declared once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from carewright.contract.api import RULES_IN_WORDS, Kind, Regime
from carewright.contract.web.lists import agreement_address
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing

MINE: Final = "mine"


def _wrong(each: Any) -> str:
    """What is wrong with the reference, as several agreements lack the same."""
    return f"{each.check.title} ({each.reference})"


WORK: Final = Listing(
    name="to-put-right",
    caption=_("Things to put right"),
    columns=(
        ListColumn("wrong", _("What is wrong"), value=_wrong,
                   link=lambda e: agreement_address(e.agreement_id)),
        ListColumn("why", _("Why"), value=lambda e: e.check.why, under="wrong"),
        ListColumn("agreement", _("Agreement"), sort="agreement"),
        ListColumn("mends", _("What mends it"), value=lambda e: e.check.mends),
        ListColumn("owner", _("Owner"), value=lambda e: e.owner or _("Nobody"), sort="owner"),
        ListColumn("people", _("People supported"), "number", sort="people"),
    ),
    filters=(
        ListFilter(
            "whose", _("Whose"), "select", choices=((MINE, _("Mine")),),
            narrow=lambda rows, value: rows,
        ),
        ListFilter(
            "check", _("What"), "select", choices=RULES_IN_WORDS,
            narrow=lambda rows, code: [each for each in rows if each.check.code == code],
        ),
        ListFilter("q", _("Agreement or owner"), fields=("agreement", "owner", "reference")),
    ),
    nothing=_("Nothing is to be put right."),
    counted=lambda how_many: count_of(
        how_many, "%(n)s thing to put right", "%(n)s things to put right"
    ),
)  # fmt: skip


def _before(day: Any) -> Any:
    return day and day - timedelta(days=1)


def _bought_under(each: Any) -> Any:
    """What a person said of the contract itself; what was said of a whole file is not published."""
    said = "regime" not in each.not_in_source
    return Regime(each.regime).label if said else _("Not in the file")


SCOTTISH: Final = (Regime.SCOT_HIGHER.value, Regime.SCOT_REGULATED.value)
LAWS: Final = (
    ("s35", _("Scotland’s register of regulated contracts (2014 Act, section 35)")),
    ("code", _("England’s transparency code (2015)")),
)


def _asked_by(rows: Any, law: str) -> Any:
    regulated = {"regime__in": SCOTTISH}
    return rows.filter(**regulated) if law == "s35" else rows.exclude(**regulated)


#: What Scotland's register of contracts holds (Procurement Reform (Scotland) Act 2014 s.35) and
#: what England's transparency code asks beside it (2015); one person's placements are in neither.
PUBLIC: Final = Listing(
    name="public-register",
    caption=_("Public register of contracts"),
    columns=(
        ListColumn("title", _("Subject matter"), sort="title"),
        ListColumn("reference", _("Reference"), value=str, under="title"),
        ListColumn("provider", _("Contractor"), value="provider_name", sort="provider_name"),
        ListColumn("number", _("Number in a register"), value="provider_number", under="provider"),
        ListColumn("awarded_on", _("Date of award"), "date", sort="awarded_on"),
        ListColumn("value", _("Estimated value"), "pounds", value="value_pence",
                   sort="value_pence"),
        ListColumn("starts_on", _("Start"), "date", sort="starts_on"),
        ListColumn("ends_on", _("End"), "date", value=lambda e: _before(e.ends_before),
                   sort="ends_before"),
        ListColumn("extended_to", _("End with every extension"), "date",
                   value=lambda e: _before(e.extended_before)),
        ListColumn("review_on", _("Review"), "date"),
        ListColumn("kind", _("Kind"), value=lambda e: Kind(e.kind).label),
        ListColumn("regime", _("Bought under"), value=_bought_under, under="kind"),
    ),
    filters=(
        ListFilter("law", _("Asked for by"), "select", choices=LAWS, narrow=_asked_by),
        ListFilter("q", _("Subject or contractor"), fields=("title", "provider_name")),
    ),
    sort="title",
    nothing=_("Nothing is public yet."),
    counted=lambda how_many: count_of(how_many, "%(n)s entry", "%(n)s entries"),
)  # fmt: skip
