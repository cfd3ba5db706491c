"""Routes of the attest stage."""

from django.urls import URLPattern, path

from carewright.attest.web.views import checkpoints, events

app_name = "attest"
urlpatterns: list[URLPattern] = [
    path("", events.events, name="events"),
    path("events/<uuid:event_id>/", events.event, name="event"),
    path("events/<uuid:event_id>/proof/", events.proof, name="proof"),
    path("whole/", checkpoints.whole, name="whole"),
    path("checkpoints/", checkpoints.all_of_them, name="checkpoints"),
    path("checkpoint/", checkpoints.one, name="checkpoint"),
    path("countersign/", checkpoints.countersign, name="countersign"),
]
