"""Django's settings, made from the operator's environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from carewright.config.database import connection_settings
from carewright.config.environment import read_environment

ENVIRONMENT = read_environment()
PRACTICE = ENVIRONMENT.practice
PACKAGE = Path(__file__).resolve().parent.parent

DEBUG = False
SECRET_KEY = ENVIRONMENT.secret
ALLOWED_HOSTS = [host.strip() for host in ENVIRONMENT.allowed_hosts.split(",") if host.strip()]
ROOT_URLCONF = "carewright.config.urls"
WSGI_APPLICATION = "carewright.config.wsgi.application"

#: Lowest first, as the layers have them.
STAGES = (
    "ui",
    "platform",
    "attest",
    "notify",
    "follow_up",
    "decide",
    "govern",
    "register",
    "correspond",
    "analyse",
    "foresee",
    "plan",
    "contract",
    "cost",
    "keep_to",
    "uplift",
    "vary",
    "web",
)

INSTALLED_APPS = [
    *(f"carewright.{stage}" for stage in STAGES),
    "carewright.config",
    "procrastinate.contrib.django",
    "pgtrigger",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "carewright.config.security.RefuseTheImpossible",
    "django.middleware.security.SecurityMiddleware",
    "carewright.config.security.ContentSecurityPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "carewright.platform.web.middleware.ActingOfficer",
]

DATABASES: dict[str, dict[str, Any]] = {"default": connection_settings(ENVIRONMENT)}
# Failed sign-ins are counted here, so all web processes must share it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "platform_cache",
        # More than anybody can try, so that nobody pushes a count out by filling the table.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [
            PACKAGE / stage / folder
            for stage in STAGES
            for folder in ("templates", "web/templates")
        ],
        "OPTIONS": {
            "environment": "carewright.ui.jinja.environment",
            "context_processors": ["carewright.web.frame.frame"],
        },
    },
    {
        # allauth renders a few of its own pages through Django's engine.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]
FORM_RENDERER = "carewright.ui.forms.FormRenderer"

AUTH_USER_MODEL = "platform.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "carewright.platform.web.sign_in.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "carewright.platform.web.sign_in.SingleSignOnAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
# Passwords are counted by platform.lock_out; codes of the second factor by the first of these.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "5/5m/key,30/5m/ip",
    "sign_in_from_one_place": "30/5m/ip",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "carewright.platform.web.passkey_views.SecondFactorAdapter"
# Browsers take http for safe on the machine itself, where practice happens; nowhere else.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = PRACTICE
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.trusted_proxies
MFA_TOTP_ISSUER = "Carewright"
SOCIALACCOUNT_PROVIDERS = (
    {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "work",
                    "name": "your work account",
                    "client_id": ENVIRONMENT.oidc_client_id,
                    "secret": ENVIRONMENT.oidc_client_secret,
                    "settings": {"server_url": ENVIRONMENT.oidc_issuer},
                }
            ],
        }
    }
    if ENVIRONMENT.oidc_issuer
    else {}
)

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg"), ("gd", "Gàidhlig")]
LOCALE_PATHS = [PACKAGE / "ui" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.home / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(ENVIRONMENT.home / "files")},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

HTTPS = (not PRACTICE) if ENVIRONMENT.https is None else ENVIRONMENT.https
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz/"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SESSION_ENGINE = "carewright.platform.web.session_store"
SESSION_COOKIE_NAME = "carewright_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 3600
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
EMAIL_BACKEND = (
    "django.core.mail.backends.filebased.EmailBackend"
    if PRACTICE
    else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_FILE_PATH = str(ENVIRONMENT.home / "mail")
MAIL_SERVER = urlsplit(ENVIRONMENT.mail_server)
EMAIL_HOST, EMAIL_PORT = MAIL_SERVER.hostname or "localhost", MAIL_SERVER.port or 25
EMAIL_HOST_USER = unquote(MAIL_SERVER.username or "")
EMAIL_HOST_PASSWORD = unquote(MAIL_SERVER.password or "")
EMAIL_USE_SSL = MAIL_SERVER.scheme == "smtps"
EMAIL_USE_TLS = MAIL_SERVER.scheme == "smtp" and EMAIL_HOST not in {"localhost", "127.0.0.1"}
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.mail_from
#: What the links in a mail begin with, where no request says it.
PUBLIC_ADDRESS = ENVIRONMENT.address.rstrip("/") or f"http://{ENVIRONMENT.host}:{ENVIRONMENT.port}"

#: Every stage's jobs, found by looking: a job that the worker does not know would never begin.
PROCRASTINATE_IMPORT_PATHS = [
    f"carewright.{stage}.jobs"
    for stage in STAGES
    if (Path(__file__).parents[1] / stage / "jobs.py").is_file()
]

#: What else `/healthz/ready` tells, by name: information only, it makes nobody unready.
HEALTH_TELLS = {"record": "carewright.attest.api.lag_told"}

LOGGING_CONFIG = "carewright.config.logs.configure"
LOGGING = {"level": ENVIRONMENT.log_level, "plain": os.environ.get("TERM", "dumb") != "dumb"}
