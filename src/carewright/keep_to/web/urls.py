"""Routes of the keep_to stage."""

from django.urls import URLPattern

app_name = "keep_to"
urlpatterns: list[URLPattern] = []
