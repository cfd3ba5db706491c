"""Routes of the foresee stage."""

from django.urls import URLPattern, path

from carewright.foresee.web.published import PAGES
from carewright.foresee.web.views import (
    ask,
    by_area,
    keep,
    levers,
    published,
    read,
    scenario_out,
    scenarios,
    take,
)

app_name = "foresee"
urlpatterns: list[URLPattern] = [
    path("", ask.need, name="need"),
    path("ask/", ask.ask, name="ask"),
    path("by-area/", by_area.by_area, name="by_area"),
    *(
        path(f"{page.replace('_', '-')}/", published.beside, {"page": page}, name=page)
        for page in PAGES
    ),
    path("<uuid:projection_id>/", read.projection, name="projection"),
    path("<uuid:projection_id>/where-from/", read.where_from, name="where_from"),
    path("<uuid:projection_id>/again/", ask.again, name="again"),
    path("<uuid:projection_id>/name/", keep.name, name="name"),
    path("<uuid:projection_id>/share/", keep.share, name="share"),
    path("<uuid:projection_id>/answer.json", take.answer_json, name="answer"),
    path("<uuid:projection_id>/report.docx", take.report, name="report"),
    path("<uuid:projection_id>/tables.<slug:form>", take.tables, name="tables"),
    path("<uuid:projection_id>/tables/<slug:table>.csv", take.table, name="table"),
    path("scenarios/", scenarios.scenarios, name="scenarios"),
    path("scenarios/begin/", scenarios.begin, name="begin_scenario"),
    path("scenarios/bring/", scenario_out.bring, name="bring_scenario"),
    path("scenarios/<uuid:scenario_id>/", scenarios.scenario, name="scenario"),
    path("scenarios/<uuid:scenario_id>/send/", scenario_out.send, name="send_scenario"),
    path(
        "scenarios/<uuid:scenario_id>/sent/<int:version>/",
        scenario_out.sent,
        name="sent_scenario",
    ),
    path(
        "scenarios/<uuid:scenario_id>/scenario.toml",
        scenario_out.scenario_file,
        name="scenario_file",
    ),
    path("scenarios/<uuid:scenario_id>/words/", scenarios.reword, name="reword_scenario"),
    path("scenarios/<uuid:scenario_id>/copy/", scenarios.copy, name="copy_scenario"),
    path("scenarios/<uuid:scenario_id>/share/", scenarios.share, name="share_scenario"),
    path("scenarios/<uuid:scenario_id>/comment/", scenarios.comment, name="comment"),
    path("scenarios/<uuid:scenario_id>/put-away/", scenarios.put_away, name="put_away"),
    path("scenarios/<uuid:scenario_id>/bring-back/", scenarios.bring_back, name="bring_back"),
    path("scenarios/<uuid:scenario_id>/levers/", levers.choose, name="choose_lever"),
    path("scenarios/<uuid:scenario_id>/levers/<slug:kind>/", levers.add, name="add_lever"),
    path("scenarios/<uuid:scenario_id>/lever/<int:number>/", levers.change, name="change_lever"),
    path(
        "scenarios/<uuid:scenario_id>/lever/<int:number>/remove/",
        levers.remove,
        name="remove_lever",
    ),
]
