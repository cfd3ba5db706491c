"""Routes of the cost stage."""

from django.urls import URLPattern

app_name = "cost"
urlpatterns: list[URLPattern] = []
