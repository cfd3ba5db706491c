"""Routes of the decide stage."""

from django.urls import URLPattern

app_name = "decide"
urlpatterns: list[URLPattern] = []
