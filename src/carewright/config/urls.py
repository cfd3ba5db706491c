"""Every route of the service, stage by stage."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("carewright.web.urls")),
    path("", include("carewright.platform.web.urls")),
    path("record/", include("carewright.attest.web.urls")),
    path("notices/", include("carewright.notify.web.urls")),
    path("follow-up/", include("carewright.follow_up.web.urls")),
    path("decide/", include("carewright.decide.web.urls")),
    path("govern/", include("carewright.govern.web.urls")),
    path("register/", include("carewright.register.web.urls")),
    path("letters/", include("carewright.correspond.web.urls")),
    path("my/", include("carewright.register.web.own_urls")),
    path("plan/", include("carewright.plan.web.urls")),
    path("contract/cost/", include("carewright.cost.web.urls")),
    path("contract/obligations/", include("carewright.keep_to.web.urls")),
    path("contract/uplifts/", include("carewright.uplift.web.urls")),
    path("contract/changes/", include("carewright.vary.web.urls")),
    path("contract/", include("carewright.contract.web.urls")),
    path("analyse/need/", include("carewright.foresee.web.urls")),
    path("analyse/", include("carewright.analyse.web.urls")),
]
