"""Routes of the vary stage."""

from django.urls import URLPattern

app_name = "vary"
urlpatterns: list[URLPattern] = []
