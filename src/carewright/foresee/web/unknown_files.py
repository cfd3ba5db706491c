"""What no file at hand tells, and the file that would."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.ui.rows import Link, Unknown
from carewright_engine.demand.need.care_groups import Missing


def unknown(missing: Missing) -> Unknown:
    """What is not known, and the file that would fill it."""
    fill = Link(_("Published files: give this one"), reverse("register:upload"))
    words = _("A file that would tell: %(file)s.") % {"file": missing.file}
    return Unknown(words, _("%(what)s: not known") % {"what": missing.group}, (fill,))
