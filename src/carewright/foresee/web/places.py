"""The way back from any page on what people will need."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.ui.rows import Link


def crumbs_to_need() -> tuple[Link, ...]:
    """Where analyses begin, and the projections made before."""
    return (
        Link(_("Analyse"), reverse("analyse:areas")),
        Link(_("Need"), reverse("foresee:need")),
    )
