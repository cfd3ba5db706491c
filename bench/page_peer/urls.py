"""Every route of the product, and the peer's list among those of the register."""

from django.urls import URLPattern, URLResolver, include, path

from bench.page_peer.views import ServiceList
from carewright.platform.api import Act, policy

urlpatterns: list[URLPattern | URLResolver] = [
    path("register/peer/services/", policy(Act.SEE_FACTS)(ServiceList.as_view())),
    path("", include("carewright.config.urls")),
]
