"""Routes of the contract stage."""

from django.urls import URLPattern, path

from carewright.contract.web.views import agreements, steps, variety, work

app_name = "contract"
urlpatterns: list[URLPattern] = [
    path("", agreements.agreements, name="agreements"),
    path("new/", agreements.write, name="write"),
    path("to-put-right/", work.work, name="work"),
    path("public/", work.public, name="public"),
    path("variety/", variety.variety, name="variety"),
    path("<uuid:agreement_id>/", agreements.agreement, name="agreement"),
    path("<uuid:agreement_id>/approval/", steps.approval, name="approval"),
    path("<uuid:agreement_id>/sign/", steps.sign, name="sign"),
    path("<uuid:agreement_id>/care-goes-on/", steps.goes_on, name="goes_on"),
    path("<uuid:agreement_id>/track/<slug:check>/", work.track, name="track"),
    path("<uuid:agreement_id>/steps/<slug:step>/", steps.step, name="step"),
]
