"""Routes of the cost stage."""

from django.urls import URLPattern, path

from carewright.cost.web.views import forecast

app_name = "cost"
urlpatterns: list[URLPattern] = [
    path("", forecast.forecast, name="forecast"),
    path("years.csv", forecast.years, name="years"),
    path("solve/", forecast.solve, name="solve"),
]
