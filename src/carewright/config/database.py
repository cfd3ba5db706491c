"""How Django reaches PostgreSQL: as the owner for migrations, else as a role that owns nothing."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from carewright.config.environment import Environment, EnvironmentRefused

#: The role that the web and worker processes act as. Row-level security binds it.
WEB_ROLE = "carewright_web"

#: Present in the environment of a process that may change tables (migrations, tests).
OWNER_MARK = "CAREWRIGHT_OWNER_PROCESS"


def connection_settings(environment: Environment) -> dict[str, Any]:
    """Django's connection settings for this process.

    Only one URL given: web and worker step down to `carewright_web` in the very first packet of
    the connection. Two given: DATABASE_URL is itself a plain role.
    """
    as_owner = OWNER_MARK in os.environ
    url = environment.database_url
    if as_owner and environment.database_owner_url:
        url = environment.database_owner_url
    settings = parse_database_url(url) if url else _none_yet()
    if not as_owner and not environment.database_owner_url:
        settings["OPTIONS"]["options"] = f"-c role={WEB_ROLE}"
    return settings


def parse_database_url(url: str) -> dict[str, Any]:
    """The parts of a postgresql:// URL as Django names them; the socket folder may be ?host=."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise EnvironmentRefused(
            "DATABASE_URL must begin with postgresql://, as in "
            "postgresql://user:password@host:5432/name. Only PostgreSQL is supported."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # A connection plans a question once, not for every request: with row security in it,
        # planning takes longer than answering.
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": 3, **options},
    }


def _none_yet() -> dict[str, Any]:
    """Settings for commands that need no database; connecting says what to do."""
    return parse_database_url("postgresql://nobody@127.0.0.1:1/none-given-set-DATABASE_URL")
