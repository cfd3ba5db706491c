"""Routes of the govern stage."""

from django.urls import URLPattern

app_name = "govern"
urlpatterns: list[URLPattern] = []
