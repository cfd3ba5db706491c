"""Routes of the notify stage."""

from django.urls import URLPattern

app_name = "notify"
urlpatterns: list[URLPattern] = []
