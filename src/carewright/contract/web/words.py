"""Words and colours that several pages of agreements share."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.contract.web.lists import STATES
from carewright.ui.formats import written_date
from carewright.ui.rows import Tag


def state_tag(state: contract.AgreementState) -> Tag:
    """The state with its colour."""
    return Tag(state.label, STATES[state])


def not_verified() -> str:
    """What stands beside law that nobody has read and confirmed."""
    return _("Not verified")


def term_in_words(term: contract.Term) -> str:
    """1 April 2023 to 31 March 2027."""
    return days_in_words(term.starts_on, term.last_day)


def days_in_words(first: date, last: date | None) -> str:
    """From a day to a day, or on without an end."""
    words = {"first": written_date(first), "last": written_date(last)}
    return _("%(first)s to %(last)s") % words if last else _("From %(first)s on") % words
