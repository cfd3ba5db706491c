"""Routes of the register stage."""

from django.urls import URLPattern, path

from carewright.register.web.views import access, capacity, files, people, rows, services, who_runs

app_name = "register"
urlpatterns: list[URLPattern] = [
    path("", files.files, name="files"),
    path("give/", files.upload, name="upload"),
    path("files/<uuid:dataset_id>/", files.file, name="file"),
    path("files/<uuid:dataset_id>/read/", files.read, name="read"),
    path("files/<uuid:dataset_id>/explain/", files.explain, name="explain"),
    path("files/<uuid:dataset_id>/import/", files.import_file, name="import"),
    path("files/<uuid:dataset_id>/discard/", files.discard, name="discard"),
    path("files/<uuid:dataset_id>/undo/", files.undo, name="undo"),
    path("files/<uuid:dataset_id>/original/", rows.original, name="original"),
    path("files/<uuid:dataset_id>/rows/<slug:which>/", rows.issues, name="issues"),
    path("rows/<slug:sha256>/", rows.rows, name="rows"),
    path("services/", services.services, name="services"),
    # A council's own numbers may hold a slash, so the number comes last.
    path("services/put-right/<str:as_at>/<path:service_id>/", services.correct, name="correct"),
    path("services/<path:service_id>/", services.service, name="service"),
    path("corrections/", services.corrections, name="corrections"),
    path("corrections/<uuid:correction_id>/withdraw/", services.withdraw, name="withdraw"),
    path("who-runs/", who_runs.anywhere, name="who_runs_anywhere"),
    path("who-runs/<str:council_code>/", who_runs.who_runs, name="who_runs"),
    path("groups/", who_runs.groups, name="groups"),
    path("groups/<str:group_id>/", who_runs.group, name="group"),
    path("capacity/", capacity.capacity, name="capacity"),
    path("capacity/report/", capacity.report_capacity, name="report_capacity"),
    path("capacity/<uuid:report_id>/", capacity.capacity_report, name="capacity_report"),
    path(
        "capacity/<uuid:report_id>/take-back/",
        capacity.take_back_capacity,
        name="take_back_capacity",
    ),
    path("people/", people.people, name="people"),
    path("people/add/", people.add, name="add_person"),
    path("people/<uuid:person_id>/", people.person, name="person"),
    path("people/<uuid:person_id>/open/", people.open_person, name="open_person"),
    path("people/<uuid:person_id>/let-in/", access.let_in, name="let_in"),
    path("people/access/<uuid:access_id>/end/", access.end_access, name="end_access"),
]
