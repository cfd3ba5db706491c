"""Routes to one's own record, and to records that one opens for somebody."""

from django.urls import URLPattern, path

from carewright.register.web.views import own

app_name = "own"
urlpatterns: list[URLPattern] = [
    path("", own.records, name="records"),
    path("<uuid:access_id>/", own.record, name="record"),
    path("<uuid:access_id>/yes/<uuid:other_id>/", own.agree, name="agree"),
    path("<uuid:access_id>/stop/<uuid:other_id>/", own.withdraw, name="withdraw"),
]
