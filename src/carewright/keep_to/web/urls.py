"""Routes of the keep_to stage."""

from django.urls import URLPattern, path

from carewright.keep_to.web.views import briefings, grants, obligations, statements, steps

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
    path("briefings/", briefings.briefings, name="briefings"),
    path("briefings/<uuid:agreement_id>/", briefings.briefing, name="briefing"),
    path("briefings/<uuid:agreement_id>/write/", briefings.write, name="write_briefing"),
    path("briefings/<uuid:agreement_id>/read/", briefings.say_read, name="say_read"),
    path("briefings/<uuid:agreement_id>/versions/<int:number>/", briefings.version,
         name="briefing_version"),
    path("statements/", statements.statements, name="statements"),
    path("statements/<uuid:statement_id>/", statements.statement, name="statement"),
    path("statements/<uuid:statement_id>/accounts/", statements.accounts, name="accounts"),
    path("statements/<uuid:statement_id>/returned/", statements.returned, name="returned"),
    path("grants/", grants.applications, name="grants"),
    path("grants/new/", grants.apply, name="apply"),
    path("grants/<uuid:application_id>/", grants.application, name="application"),
    path("grants/<uuid:application_id>/decide/", grants.decide, name="decide"),
    path("of/<uuid:agreement_id>/undertakings/", grants.undertakings, name="undertakings"),
    path("of/<uuid:agreement_id>/undertakings/check/", grants.check, name="check"),
    path("of/<uuid:agreement_id>/statement/", statements.enter, name="enter_statement"),
]  # fmt: skip
