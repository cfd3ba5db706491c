"""Routes of the uplift stage."""

from django.urls import URLPattern

app_name = "uplift"
urlpatterns: list[URLPattern] = []
