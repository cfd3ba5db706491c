"""Routes of the cost stage."""

from django.urls import URLPattern, path

from carewright.cost.web.views import forecast, models

app_name = "cost"
urlpatterns: list[URLPattern] = [
    path("", forecast.forecast, name="forecast"),
    path("years.csv", forecast.years, name="years"),
    path("home-care/", models.home_care, name="home_care"),
    path("side-by-side/", models.side_by_side, name="side_by_side"),
    path("reference-data/", models.reference, name="reference"),
    path("solve/", forecast.solve, name="solve"),
]
