"""Routes of the register stage."""

from django.urls import URLPattern, path

from carewright.register.web.views import files, services, who_runs

app_name = "register"
urlpatterns: list[URLPattern] = [
    path("", files.files, name="files"),
    path("give/", files.upload, name="upload"),
    path("files/<uuid:dataset_id>/", files.file, name="file"),
    path("files/<uuid:dataset_id>/explain/", files.explain, name="explain"),
    path("files/<uuid:dataset_id>/import/", files.import_file, name="import"),
    path("files/<uuid:dataset_id>/discard/", files.discard, name="discard"),
    path("files/<uuid:dataset_id>/undo/", files.undo, name="undo"),
    path("files/<uuid:dataset_id>/original/", files.original, name="original"),
    path("files/<uuid:dataset_id>/rows/<slug:which>/", files.issues, name="issues"),
    path("rows/<slug:sha256>/", files.rows, name="rows"),
    path("services/", services.services, name="services"),
    path("services/<str:service_id>/", services.service, name="service"),
    path("services/<str:service_id>/<str:as_at>/correct/", services.correct, name="correct"),
    path("corrections/", services.corrections, name="corrections"),
    path("corrections/<uuid:correction_id>/withdraw/", services.withdraw, name="withdraw"),
    path("who-runs/<str:council_code>/", who_runs.who_runs, name="who_runs"),
    path("groups/", who_runs.groups, name="groups"),
]
