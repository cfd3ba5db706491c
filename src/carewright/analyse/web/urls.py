"""Routes of the analyse stage."""

from django.urls import URLPattern, path

from carewright.analyse.web.views import ask, read, take

app_name = "analyse"
urlpatterns: list[URLPattern] = [
    path("", ask.areas, name="areas"),
    path("ask/", ask.ask, name="ask"),
    path("localities/", ask.localities, name="localities"),
    path("<uuid:run_id>/", read.run, name="run"),
    path("<uuid:run_id>/answer.json", read.answer_json, name="answer"),
    path("<uuid:run_id>/again/", take.again, name="again"),
    path("<uuid:run_id>/report.docx", take.report, name="report"),
    path("<uuid:run_id>/tables.<slug:form>", take.tables, name="tables"),
    path("<uuid:run_id>/charts.zip", take.charts, name="charts"),
    path("<uuid:run_id>/figures/", read.figures, name="figures"),
    path("<uuid:run_id>/figures/<str:figure_id>/", read.figure, name="figure"),
    path("<uuid:run_id>/tables/<slug:name>/", read.table, name="table"),
    path("<uuid:run_id>/tables/<slug:name>.csv", read.table_csv, name="table_csv"),
]
