"""Routes of "Who is who"."""

from __future__ import annotations

from django.urls import URLPattern, path

from carewright.platform.web.who import absence

routes: list[URLPattern] = [
    path("who/absence/", absence.absence, name="absence"),
    path("who/absences/", absence.absences, name="absences"),
    path("who/absences/<uuid:cover_id>/end/", absence.end_cover, name="end_cover"),
]
