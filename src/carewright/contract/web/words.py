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


def term_in_words(found: contract.Agreement) -> str:
    """1 April 2023 to 31 March 2027; what the file that it came from does not say, it says so."""
    first, last = found.term.starts_on, found.term.last_day
    end_unknown = last is None and "ends_before" in found.facts.not_in_source
    if first is not None and not end_unknown:
        return days_in_words(first, last)
    begins = written_date(first) if first else not_in_file()
    ends = not_in_file() if end_unknown else written_date(last) if last else _("no end")
    return _("First day: %(begins)s. Last day: %(ends)s") % {"begins": begins, "ends": ends}


def not_in_file() -> str:
    """What stands where the file that an agreement came from says nothing."""
    return _("not in the file")


def days_in_words(first: date, last: date | None) -> str:
    """From a day to a day, or on without an end."""
    words = {"first": written_date(first), "last": written_date(last)}
    return _("%(first)s to %(last)s") % words if last else _("From %(first)s on") % words
