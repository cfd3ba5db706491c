"""Routes of the plan stage."""

from django.urls import URLPattern, path

from carewright.plan.web.views import decisions, sending, taking, writing

app_name = "plan"
urlpatterns: list[URLPattern] = [
    path("", decisions.decisions, name="decisions"),
    path("new/", decisions.begin, name="begin"),
    path("<uuid:decision_id>/", decisions.decision, name="decision"),
    path("<uuid:decision_id>/do/", decisions.do, name="do"),
    path("<uuid:decision_id>/paper.pdf", taking.paper, name="paper"),
    path("<uuid:decision_id>/files/<uuid:advice_file_id>/", taking.document, name="document"),
    path("<uuid:decision_id>/ask/", sending.ask, name="ask"),
    path("<uuid:decision_id>/withdraw/", sending.withdraw, name="withdraw"),
    path("<uuid:decision_id>/set-aside/", sending.set_aside, name="set_aside"),
    path("<uuid:decision_id>/keep/", sending.keep, name="keep"),
    path("<uuid:decision_id>/share/", sending.share, name="share"),
    path("<uuid:decision_id>/ends/", writing.ending, name="ending"),
    path("<uuid:decision_id>/steps/<slug:sourcing_step>/", writing.step, name="step"),
    path("<uuid:decision_id>/options/<slug:sourcing_option>/", writing.option, name="option"),
    path("<uuid:decision_id>/evidence/<slug:sourcing_step>/", writing.evidence, name="evidence"),
    path(
        "<uuid:decision_id>/<slug:sourcing_part>/<uuid:entry_id>/take-out/", writing.take_out,
        name="take_out",
    ),
]  # fmt: skip
