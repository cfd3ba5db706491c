"""Routes of the attest stage."""

from django.urls import URLPattern

app_name = "attest"
urlpatterns: list[URLPattern] = []
