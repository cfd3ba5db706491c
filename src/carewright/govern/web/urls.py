"""Routes of the govern stage."""

from django.urls import URLPattern, path

from carewright.govern.web.views import papers, sections, take

app_name = "govern"
urlpatterns: list[URLPattern] = [
    path("", papers.papers, name="papers"),
    path("papers/new/", papers.begin, name="begin"),
    path("papers/<uuid:paper_id>/", papers.paper, name="paper"),
    path("papers/<uuid:paper_id>/word/", take.word, name="word"),
    path("papers/<uuid:paper_id>/pdf/", take.pdf, name="pdf"),
    path("papers/<uuid:paper_id>/files/<uuid:attachment_id>/", take.document, name="document"),
    path("papers/<uuid:paper_id>/write/<slug:section>/", sections.section, name="section"),
    path(
        "papers/<uuid:paper_id>/take-out/<slug:part>/<uuid:part_id>/",
        sections.take_out,
        name="take_out",
    ),
]
