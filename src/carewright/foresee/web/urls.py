"""Routes of the foresee stage."""

from django.urls import URLPattern, path

from carewright.foresee.web.views import ask, keep, read, take

app_name = "foresee"
urlpatterns: list[URLPattern] = [
    path("", ask.need, name="need"),
    path("ask/", ask.ask, name="ask"),
    path("<uuid:projection_id>/", read.projection, name="projection"),
    path("<uuid:projection_id>/again/", ask.again, name="again"),
    path("<uuid:projection_id>/name/", keep.name, name="name"),
    path("<uuid:projection_id>/share/", keep.share, name="share"),
    path("<uuid:projection_id>/answer.json", take.answer_json, name="answer"),
    path("<uuid:projection_id>/report.docx", take.report, name="report"),
    path("<uuid:projection_id>/tables.<slug:form>", take.tables, name="tables"),
    path("<uuid:projection_id>/tables/<slug:table>.csv", take.table, name="table"),
]
