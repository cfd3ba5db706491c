"""Routes of the decide stage."""

from django.urls import URLPattern, path

from carewright.decide.web.views import again, requests, schemes, steps

app_name = "decide"
urlpatterns: list[URLPattern] = [
    path("", requests.waiting, name="waiting"),
    path("register/", requests.register, name="register"),
    path("urgent/", requests.urgent, name="urgent"),
    path("requests/<uuid:request_id>/", requests.approval, name="request"),
    path("requests/<uuid:request_id>/answer/", steps.answer, name="answer"),
    path("requests/<uuid:request_id>/withdraw/", steps.withdraw, name="withdraw"),
    path("requests/<uuid:request_id>/act-now/", steps.act_now, name="act_now"),
    path("requests/<uuid:request_id>/again/", again.decide_again, name="decide_again"),
    path("requests/<uuid:request_id>/again/minute/", again.minute_again, name="minute_again"),
    path(
        "requests/<uuid:request_id>/steps/<uuid:step_id>/decide/", steps.decide_step, name="decide"
    ),
    path("requests/<uuid:request_id>/steps/<uuid:step_id>/minute/", steps.minute, name="minute"),
    path("schemes/", schemes.schemes, name="schemes"),
    path("schemes/template/", schemes.template, name="template"),
    path("schemes/propose/", schemes.propose, name="propose"),
    path("schemes/<uuid:scheme_id>/", schemes.scheme, name="scheme"),
    path("schemes/<uuid:scheme_id>/file/", schemes.scheme_file, name="scheme_file"),
    path("schemes/<uuid:scheme_id>/adopt/", schemes.adopt, name="adopt"),
    path("schemes/<uuid:scheme_id>/put-aside/", schemes.put_aside, name="put_aside"),
]
