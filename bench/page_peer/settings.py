"""The product's settings, with the peer's page and templates beside its own."""

from pathlib import Path

from carewright.config.settings import *  # noqa: F403
from carewright.config.settings import MIDDLEWARE, TEMPLATES

ROOT_URLCONF = "bench.page_peer.urls"
MIDDLEWARE = [*MIDDLEWARE, "bench.page_peer.view_time.ViewTime"]

_OURS, _DJANGO = TEMPLATES
TEMPLATES = [
    _OURS,
    {
        **_DJANGO,
        "NAME": "django",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {
            "context_processors": _OURS["OPTIONS"]["context_processors"],
            "libraries": {"humanize": "django.contrib.humanize.templatetags.humanize"},
        },
    },
]
