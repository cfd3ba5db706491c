"""The list of templates, declared once."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from carewright.correspond.api import SubjectKind, TemplateKind
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses
from carewright.ui.rows import Tag

template_address = addresses("correspond:template")


def standing(each: Any) -> Tag:
    """Whether letters can be written from it, and whether newer words wait."""
    if each.in_use is None:
        return Tag(now_in_words("Waits for approval"), "wait")
    if each.in_use < each.newest:
        return Tag(now_in_words("In use; newer words wait"), "soon")
    return Tag(now_in_words("In use"), "good")


TEMPLATES: Final = Listing(
    name="templates",
    caption=_("Templates"),
    columns=(
        ListColumn("name", _("Template"), sort="name", link=lambda e: template_address(e.pk)),
        ListColumn("kind", _("Kind"), value=lambda e: TemplateKind(e.kind).label, sort="kind"),
        ListColumn("subject", _("About"), value=lambda e: SubjectKind(e.subject_kind).label),
        ListColumn("in_use", _("Version in use"), kind="number", sort="in_use"),
        ListColumn("standing", _("State"), kind="tag", value=standing),
        ListColumn("letters", _("Written so far"), kind="number", value=lambda e: e.letters or 0),
    ),
    filters=(
        ListFilter("q", _("Name"), fields=("name",)),
        ListFilter(
            "subject", _("About"), kind="select",
            choices=tuple((each.value, each.label) for each in SubjectKind),
            narrow=lambda rows, value: rows.filter(subject_kind=value),
        ),
    ),
    sort="name",
    nothing=_("There is no template yet."),
    counted=lambda how_many: count_of(how_many, "%(n)s template", "%(n)s templates"),
)  # fmt: skip
