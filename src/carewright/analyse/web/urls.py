"""Routes of the analyse stage."""

from django.urls import URLPattern

app_name = "analyse"
urlpatterns: list[URLPattern] = []
