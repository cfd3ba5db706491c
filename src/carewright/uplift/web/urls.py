"""Routes of the uplift stage."""

from django.urls import URLPattern, path

from carewright.uplift.web.views import drafts, papers, reading, rounds, steps

app_name = "uplift"
urlpatterns: list[URLPattern] = [
    path("", rounds.rounds, name="rounds"),
    path("new/", drafts.propose, name="propose"),
    path("drafts/<uuid:uplift_draft>/check/", drafts.draft_check, name="draft_check"),
    path("drafts/<uuid:uplift_draft>/discard/", drafts.draft_discard, name="draft_discard"),
    path("drafts/<uuid:uplift_draft>/<slug:draft_step>/", drafts.draft_step, name="draft_step"),
    path("settlements/new/", steps.settlement, name="settlement"),
    path("<uuid:round_id>/", rounds.uplift_round, name="round"),
    path("<uuid:round_id>/change/", drafts.change, name="change"),
    path("<uuid:round_id>/lines/", rounds.lines, name="lines"),
    path("<uuid:round_id>/go-on/", steps.go_on, name="go_on"),
    path("<uuid:round_id>/read/", reading.read, name="read"),
    path("<uuid:round_id>/send-back/", reading.send_back, name="send_back"),
    path("<uuid:round_id>/floor/", steps.floor, name="floor"),
    path("<uuid:round_id>/apply/", steps.apply, name="apply"),
    path("<uuid:round_id>/take-back/", steps.take_back, name="take_back"),
    path("<uuid:round_id>/let-stand/", steps.let_stand, name="let_stand"),
    path("<uuid:round_id>/steps/<slug:uplift_step>/", steps.step, name="step"),
    path("<uuid:round_id>/papers/<uuid:uplift_provider>/<slug:paper>/", papers.paper, name="paper"),
]
