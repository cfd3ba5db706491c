"""The lists of plans, reviews and faulty rows, declared once."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.routes import addresses

plan_address = addresses("follow_up:plan")
review_address = addresses("follow_up:review")

PLANS: Final = Listing(
    name="plans",
    caption=_("Action plans"),
    columns=(
        ListColumn(
            "title", _("Action plan"), sort="title", link=lambda plan: plan_address(plan.pk)
        ),
        ListColumn("about", _("About"), under="title"),
        ListColumn("reference", _("From"), under="title"),
        ListColumn("actions", _("How many actions"), kind="number", sort="actions"),
        ListColumn("to_do", _("To do"), kind="number", sort="to_do"),
        ListColumn("overdue", _("Overdue"), kind="number", sort="overdue"),
        ListColumn("begun_at", _("Begun"), kind="date", sort="begun_at"),
    ),
    filters=(ListFilter("q", _("Plan or organisation"), fields=("title", "about", "reference")),),
    sort="-begun_at",
    counted=lambda how_many: count_of(how_many, "%(n)s plan", "%(n)s plans"),
)

REVIEWS: Final = Listing(
    name="reviews",
    caption=_("Reviews"),
    columns=(
        ListColumn(
            "title", _("Review"), sort="title", link=lambda review: review_address(review.pk)
        ),
        ListColumn("phase_count", _("Phases"), kind="number", sort="phase_count"),
        ListColumn("organisations", _("Organisations"), kind="number", sort="organisations"),
        ListColumn("begun_at", _("Begun"), kind="date", sort="begun_at"),
    ),
    filters=(ListFilter("q", _("Review"), fields=("title", "purpose")),),
    sort="-begun_at",
    counted=lambda how_many: count_of(how_many, "%(n)s review", "%(n)s reviews"),
)

FAULTS: Final = Listing(
    name="rows-to-mend",
    caption=_("Rows that cannot be imported as they are"),
    columns=(
        ListColumn("row", _("Row"), sort="row"),
        ListColumn("column", _("Column"), sort="column"),
        ListColumn("what", _("What is wrong")),
        ListColumn("how", _("How to mend it")),
    ),
    sort="row",
    counted=lambda how_many: count_of(how_many, "%(n)s cell to mend", "%(n)s cells to mend"),
)
