"""Words for codes that papers keep."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

#: Kinds of decision, as schemes of delegation know them.
ACTS: Final = {
    "strategy": _("Strategy"),
    "sourcing": _("Sourcing"),
    "award": _("Award"),
    "contract_signature": _("Contract signature"),
    "variation": _("Variation"),
    "extension": _("Extension"),
    "exemption": _("Exemption"),
    "uplift": _("Uplift"),
    "placement": _("Placement"),
    "grant": _("Grant"),
    "closure": _("Closure"),
}
