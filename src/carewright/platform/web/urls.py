"""Routes of the platform stage: signing in, one's own standing, work under way, health."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as authenticator
from allauth.socialaccount import views as single_sign_on
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import URLPattern, URLResolver, include, path, re_path

from carewright.platform.api import own_sign_in, public
from carewright.platform.web import document_views as documents
from carewright.platform.web import (
    factor_anew,
    factor_resets,
    groups,
    health,
    invitation_views,
    passkey_views,
    people_here,
    practice,
    views,
    where_signed_in,
)
from carewright.platform.web import sign_in_views as pages
from carewright.platform.web.who.routes import routes as who

_signing_in = public("nobody is signed in before signing in")
_by_link = public("opens with a secret link that was sent to the person")
_ending = public("ends a sign-in, also one that has not got as far as its second factor")

#: The sign-in library finds these by their names, which therefore stand outside `platform:`.
sign_in: list[URLPattern] = [
    path("sign-in/", _signing_in(pages.sign_in), name="account_login"),
    path("sign-in/code/", _signing_in(pages.code), name="mfa_authenticate"),
    path("sign-in/ended/", _signing_in(account.account_inactive), name="account_inactive"),
    path("sign-in/no-account/", views.no_registration, name="account_signup"),
    path("sign-in/forgotten/", _signing_in(pages.forgotten), name="account_reset_password"),
    path(
        "sign-in/forgotten/sent/",
        _signing_in(account.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        r"^sign-in/password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        _by_link(pages.new_password),
        name="account_reset_password_from_key",
    ),
    path(
        "sign-in/password-set/",
        _by_link(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("sign-out/", _ending(account.logout), name="account_logout"),
    path("sign-in/again/", own_sign_in(pages.password_again), name="account_reauthenticate"),
    path("sign-in/again/code/", own_sign_in(pages.code_again), name="mfa_reauthenticate"),
    path("second-factor/", own_sign_in(second_factor.index), name="mfa_index"),
    path(
        "second-factor/set-up/", own_sign_in(pages.set_up_authenticator), name="mfa_activate_totp"
    ),
    path(
        "second-factor/replace/",
        own_sign_in(authenticator.deactivate_totp),
        name="mfa_deactivate_totp",
    ),
    path(
        "second-factor/recovery-codes/",
        own_sign_in(recovery_codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "second-factor/recovery-codes/new/",
        own_sign_in(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "second-factor/recovery-codes/download/",
        own_sign_in(recovery_codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("second-factor/passkeys/", own_sign_in(passkey_views.yours), name="mfa_list_webauthn"),
    path("second-factor/passkeys/add/", own_sign_in(passkey_views.add), name="mfa_add_webauthn"),
    path(
        "second-factor/passkeys/<int:pk>/name/",
        own_sign_in(passkey_views.rename),
        name="mfa_edit_webauthn",
    ),
    path(
        "second-factor/passkeys/<int:pk>/remove/",
        own_sign_in(passkey_views.remove),
        name="mfa_remove_webauthn",
    ),
    path("sign-in/passkey/", _signing_in(passkey_views.sign_in), name="mfa_login_webauthn"),
    path(
        "sign-in/again/passkey/",
        own_sign_in(passkey_views.again),
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "sign-in/with/refused/",
        _signing_in(single_sign_on.login_error),
        name="socialaccount_login_error",
    ),
    path(
        "sign-in/with/cancelled/",
        _signing_in(single_sign_on.login_cancelled),
        name="socialaccount_login_cancelled",
    ),
    path("sign-in/with/<str:provider_id>/", _signing_in(openid.login), name="openid_connect_login"),
    path(
        "sign-in/with/<str:provider_id>/answer/",
        _signing_in(openid.callback),
        name="openid_connect_callback",
    ),
]

ours: list[URLPattern] = [
    path("healthz/live", health.live, name="live"),
    path("healthz/ready", health.ready, name="ready"),
    path("practice/", practice.practice, name="practice"),
    path("organisations/", views.organisations, name="organisations"),
    path("sign-in-groups/", groups.groups, name="groups"),
    path("sign-in-groups/<uuid:group_role_id>/", groups.remove_group, name="remove_group"),
    path("invitations/", invitation_views.invitations, name="invitations"),
    path("invitations/officer/", invitation_views.invite_officer, name="invite_officer"),
    path("invitations/provider/", invitation_views.invite_provider, name="invite_provider"),
    path("invitations/<uuid:invitation_id>/", invitation_views.invitation, name="invitation"),
    path(
        "invitations/<uuid:invitation_id>/again/",
        invitation_views.invite_again,
        name="invite_again",
    ),
    path(
        "invitations/<uuid:invitation_id>/withdraw/",
        invitation_views.withdraw_invitation,
        name="withdraw_invitation",
    ),
    path("invited/<uuid:organisation_id>/<slug:token>/", invitation_views.accept, name="accept"),
    path("your-sign-ins/", where_signed_in.sign_ins, name="sign_ins"),
    path(
        "your-sign-ins/end-others/",
        where_signed_in.end_other_sign_ins,
        name="end_other_sign_ins",
    ),
    path("your-sign-ins/<uuid:reference>/end/", where_signed_in.end_sign_in, name="end_sign_in"),
    path("sign-ins/", people_here.staff, name="staff"),
    path("sign-ins/<uuid:officer_id>/", people_here.staff_member, name="staff_member"),
    path("sign-ins/<uuid:officer_id>/unlock/", people_here.unlock, name="unlock"),
    path("sign-ins/<uuid:officer_id>/enable/", people_here.enable, name="enable"),
    path("who/lost-factors/", factor_resets.factor_resets, name="factor_resets"),
    path("who/lost-factors/ask/", factor_resets.ask_reset, name="ask_reset"),
    path("who/lost-factors/<uuid:reset_id>/", factor_resets.factor_reset, name="factor_reset"),
    path(
        "who/lost-factors/<uuid:reset_id>/confirm/",
        factor_resets.confirm_reset,
        name="confirm_reset",
    ),
    path(
        "who/lost-factors/<uuid:reset_id>/withdraw/",
        factor_resets.withdraw_reset,
        name="withdraw_reset",
    ),
    path("sign-in/lost/", factor_anew.factor_lost, name="factor_lost"),
    path(
        "second-factor/anew/<uuid:organisation_id>/<slug:token>/",
        factor_anew.factor_anew,
        name="factor_anew",
    ),
    path("jobs/<uuid:job_id>/", views.job, name="job"),
    path("jobs/<uuid:job_id>/cancel/", views.cancel_job, name="cancel_job"),
    path("documents/", documents.documents, name="documents"),
    path("documents/give/", documents.give, name="give_document"),
    path("documents/run-out/", documents.run_out, name="documents_run_out"),
    path("documents/<uuid:document_id>/", documents.document, name="document"),
    path("documents/<uuid:document_id>/give/", documents.add_version, name="add_version"),
    path("documents/<uuid:document_id>/hold/", documents.hold, name="hold"),
    path("documents/<uuid:document_id>/lift/", documents.lift_hold, name="lift_hold"),
    path("documents/<uuid:document_id>/keep/", documents.keep_longer, name="keep_longer"),
    path("documents/<uuid:document_id>/dispose/", documents.dispose, name="dispose"),
    path(
        "documents/<uuid:document_id>/versions/<int:number>/",
        documents.download,
        name="download",
    ),
]

urlpatterns: list[URLPattern | URLResolver] = [
    *sign_in,
    path("", include(([*ours, *who], "platform"))),
]
