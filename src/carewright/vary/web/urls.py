"""Routes of the vary stage."""

from django.urls import URLPattern, path

from carewright.vary.web.views import changes, exemptions, exits, variations

app_name = "vary"
urlpatterns: list[URLPattern] = [
    path("", changes.changes, name="changes"),
    path("agreements/<uuid:agreement_id>/", changes.agreement, name="agreement"),
    path("agreements/<uuid:agreement_id>/vary/", variations.write, name="write"),
    path("agreements/<uuid:agreement_id>/assign/", variations.assign, name="assign"),
    path("agreements/<uuid:agreement_id>/end/", exits.plan, name="plan_exit"),
    path("variations/<uuid:variation_id>/", variations.variation, name="variation"),
    path("variations/<uuid:variation_id>/do/", variations.do, name="do_variation"),
    path(
        "variations/<uuid:variation_id>/<slug:variation_step>/", variations.step,
        name="variation_step",
    ),
    path("ends/<uuid:exit_id>/", exits.exit_plan, name="exit"),
    path("ends/<uuid:exit_id>/confirm/", exits.confirm, name="confirm_exit"),
    path("ends/<uuid:exit_id>/<slug:exit_step>/", exits.step, name="exit_step"),
    path("exemptions/", exemptions.exemptions, name="exemptions"),
    path("exemptions/new/", exemptions.write, name="write_exemption"),
    path("exemptions/<uuid:exemption_id>/", exemptions.exemption, name="exemption"),
    path("exemptions/<uuid:exemption_id>/do/", exemptions.do, name="do_exemption"),
    path(
        "exemptions/<uuid:exemption_id>/<slug:exemption_step>/", exemptions.step,
        name="exemption_step",
    ),
]  # fmt: skip
