"""Routes of the notify stage."""

from django.urls import URLPattern, path

from carewright.notify.web.views import notices

app_name = "notify"
urlpatterns: list[URLPattern] = [
    path("", notices.notices, name="notices"),
    path("read/", notices.mark_all_read, name="mark_all_read"),
    path("choose/", notices.choose, name="choose"),
]
