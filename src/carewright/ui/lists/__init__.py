"""One list for every stage: a few filters kept in the address, sorting, pages, and downloads.

A stage declares its list once, as data:

    SERVICES = Listing(
        name="services",
        caption=_("Registered services"),
        columns=(
            ListColumn("name", _("Service"), sort="name", link=lambda row: row.href),
            ListColumn("number", _("Number"), under="name"),
            ListColumn("places", _("Places"), kind="number", sort="places"),
        ),
        filters=(
            ListFilter("q", _("Name or number"), fields=("name", "number")),
            ListFilter("kind", _("Kind"), "select", choices=kinds_of_service),
        ),
        sort="name",
    )

and its view hands over the rows, from the database or from memory:

    asked = SERVICES.asked(request.GET)
    rows = register.services(seen_by=request.officer)
    if asked.download:
        return download(asked, rows)
    return render(request, "register/services.html", {"list": asked.page_of(rows)})
"""

from carewright.ui.lists.asked import Asked
from carewright.ui.lists.declared import Kind, ListColumn, ListFilter, Listing
from carewright.ui.lists.pages import ListPage
from carewright.ui.lists.sources import source_of

__all__ = ["Asked", "Kind", "ListColumn", "ListFilter", "ListPage", "Listing", "source_of"]
