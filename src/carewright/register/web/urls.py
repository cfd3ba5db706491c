"""Routes of the register stage."""

from django.urls import URLPattern

app_name = "register"
urlpatterns: list[URLPattern] = []
