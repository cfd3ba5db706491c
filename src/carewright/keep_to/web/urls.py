"""Routes of the keep_to stage."""

from django.urls import URLPattern, path

from carewright.keep_to.web.views import obligations, steps

app_name = "keep_to"
urlpatterns: list[URLPattern] = [
    path("", obligations.obligations, name="obligations"),
    path("settled/", obligations.settled, name="settled"),
    path("mine.ics", obligations.my_calendar, name="my_calendar"),
    path("of/<uuid:agreement_id>/", obligations.timetable, name="timetable"),
    path("of/<uuid:agreement_id>/calendar.ics", obligations.calendar_of_agreement,
         name="calendar"),
    path("of/<uuid:agreement_id>/work-out/", obligations.work_out, name="work_out"),
    path("of/<uuid:agreement_id>/known/", steps.known, name="known"),
    path("<uuid:obligation_id>/", obligations.obligation, name="obligation"),
    path("<uuid:obligation_id>/done/", steps.done, name="done"),
    path("<uuid:obligation_id>/not-needed/", steps.not_needed, name="not_needed"),
    path("<uuid:obligation_id>/hand-on/", steps.hand_on, name="hand_on"),
    path("<uuid:obligation_id>/take-back/", steps.take_back, name="take_back"),
]  # fmt: skip
