"""The list of services as a `ListView`."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.utils.formats import date_format
from django.views.generic import ListView

from bench.page_peer.forms import ServiceFilters
from carewright.register import api as register
from carewright.register.models import ServiceReading
from carewright.register.web.places import places


class ServiceList(ListView):
    """Services of every imported file, fifty a page."""

    template_name = "page_peer/services.html"
    template_engine = "django"
    context_object_name = "services"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[ServiceReading]:
        """The services that the filters leave, by name."""
        officer = self.request.officer
        offered = register.places_and_days(seen_by=officer)
        self.filters = ServiceFilters(
            self.request.GET,
            councils=offered.councils,
            days=[(day.isoformat(), date_format(day, "j F Y")) for day in offered.days],
        )
        services = register.services(seen_by=officer).order_by(Lower("name"), "pk")
        if not self.filters.is_valid():
            return services
        wanted = self.filters.cleaned_data
        if wanted["q"]:
            services = services.filter(reduce(and_, map(_found_in, wanted["q"].split())))
        columns = {"council": "council_code", "sector": "sector", "counting": "counting"}
        columns["day"] = "as_at"
        chosen = {column: wanted[name] for name, column in columns.items() if wanted[name]}
        return services.filter(**chosen)

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        """The page, with its filters and the numbers of the pages near this one."""
        context = super().get_context_data(**given)
        page = context["page_obj"]
        return {
            **context,
            "filters": self.filters,
            "places": places(self.request.officer, "services"),
            "pages": context["paginator"].get_elided_page_range(
                page.number, on_each_side=1, on_ends=1
            ),
        }


def _found_in(word: str) -> Q:
    return (
        Q(name__icontains=word) | Q(service_id__icontains=word) | Q(provider_name__icontains=word)
    )
