"""Every route of the service, stage by stage."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("carewright.web.urls")),
    path("", include("carewright.platform.web.urls")),
    path("register/", include("carewright.register.web.urls")),
    path("analyse/", include("carewright.analyse.web.urls")),
]
