"""Routes of the cost stage."""

from django.urls import URLPattern, path

from carewright.cost.web.views import forecast, models, returns

app_name = "cost"
urlpatterns: list[URLPattern] = [
    path("", forecast.forecast, name="forecast"),
    path("years.csv", forecast.years, name="years"),
    path("home-care/", models.home_care, name="home_care"),
    path("side-by-side/", models.side_by_side, name="side_by_side"),
    path("reference-data/", models.reference, name="reference"),
    path("care-homes/", returns.care_homes, name="care_homes"),
    path("returns/", returns.returns, name="returns"),
    path("returns/new/", returns.record, name="record"),
    path("returns/<uuid:return_id>/", returns.one, name="return"),
    path("returns/<uuid:return_id>/check/", returns.check, name="check"),
    path("own-costs/", returns.own_costs, name="own_costs"),
    path("own-costs/give/", returns.give, name="give"),
    path("solve/", forecast.solve, name="solve"),
]
