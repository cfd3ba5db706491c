"""Routes of the correspond stage."""

from django.urls import URLPattern, path

from carewright.correspond.web.views import letters, templates

app_name = "correspond"
urlpatterns: list[URLPattern] = [
    path("", templates.templates, name="templates"),
    path("new/", templates.begin, name="begin"),
    path("<uuid:template_id>/", templates.template, name="template"),
    path("<uuid:template_id>/change/", templates.change, name="change"),
    path("<uuid:template_id>/approve/", templates.approve, name="approve"),
    path("<uuid:template_id>/write/", letters.write, name="write"),
]
