"""An exemption, and what a change takes of it, as pages print them."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _

from carewright.ui.formats import pounds, written_date
from carewright.ui.rows import Fact
from carewright.vary import api as vary
from carewright.vary.web.written import day_or_nothing


def exempted_says(found: vary.AgainstExemptions) -> str:
    """What a change takes of the exemptions, beside what is left of them."""
    return _(
        "The agreement was bought without competition, on %(which)s. This change takes %(takes)s "
        "of it; %(left)s is left, until %(last)s."
    ) % {
        "which": ", ".join(found.references), "takes": pounds(found.takes_pence),
        "left": pounds(found.left_pence),
        "last": written_date(found.ends_before - timedelta(days=1)),
    }  # fmt: skip


def exemption_facts(found: vary.Exemption) -> tuple[Fact, ...]:
    """What one looks for first."""
    last = found.ends_before - timedelta(days=1)
    return (
        Fact(_("Value over its term"), pounds(found.value_pence, whole=True), found.scope.label),
        Fact(_("Used"), pounds(found.used_pence, whole=True),
             _("%s is left") % pounds(found.left_pence, whole=True)),
        Fact(_("Last day"), written_date(last), _("It has lapsed") if found.has_lapsed else ""),
        Fact(_("Providers told"), day_or_nothing(found.told_on) or _("Not yet"), found.told_how),
    )  # fmt: skip
