"""Routes of the pages that look across stages."""

from django.urls import URLPattern, path

from carewright.web.views import about, calendar, inbox, search, you

app_name = "web"
urlpatterns: list[URLPattern] = [
    path("", inbox.home, name="home"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/weeks.csv", inbox.weeks_csv, name="weeks"),
    path("search/", search.search, name="search"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/end/", calendar.end, name="end_calendar"),
    path("calendar/<str:token>.ics", calendar.feed, name="feed"),
    path("you/", you.you, name="you"),
    path("help/", about.help_page, name="help"),
    path("accessibility/", about.accessibility, name="accessibility"),
    path("privacy/", about.privacy, name="privacy"),
    path("gallery/", about.component_gallery, name="gallery"),
]
