"""The settings an operator may give, read strictly from the environment.

Each setting is one field below; `carewright settings` prints the table that the operator's
page in the docs shows. A name that begins with CAREWRIGHT_ and is not listed is refused, as
it is more often a misspelling than a wish.
"""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from carewright.config.problems import StartProblem

#: Set by the test runner and the benchmarks; not an operator's business.
INTERNAL = frozenset(
    {
        "CAREWRIGHT_REAL_DATA",
        "CAREWRIGHT_CHROMIUM",
        "CAREWRIGHT_FULL",
        "CAREWRIGHT_OWNER_PROCESS",
        "CAREWRIGHT_PG_BIN",
    }
)


class EnvironmentRefused(StartProblem):
    """The environment holds a setting that is missing, misspelt or of the wrong form."""


def _a_long_secret(value: str) -> str:
    if len(value) < 32:
        raise ValueError("give at least 32 random characters")
    return value


def _a_plain_name(value: str) -> str:
    if not re.fullmatch(r"[\w./-]+", value):
        raise ValueError("use letters, digits, dots, hyphens and slashes only")
    return value


class Environment(BaseSettings):
    """What the operator has set; every field has a default that is safe."""

    model_config = SettingsConfigDict(env_prefix="CAREWRIGHT_", extra="forbid", frozen=True)

    mode: Annotated[
        Literal["practice", "live"],
        Field(
            description="`practice` fills an empty database with invented councils and offers "
            "one-click sign-ins on this machine only; `live` does neither."
        ),
    ] = "live"
    secret: Annotated[
        str,
        AfterValidator(_a_long_secret),
        Field(
            description="Signs sessions and links; at least 32 random characters. Needed in "
            "live mode; in practice mode a new one is kept beside the data."
        ),
    ] = Field(default_factory=lambda: secrets.token_urlsafe(48))
    home: Annotated[
        Path,
        Field(description="Folder for the embedded database, uploaded files and logs."),
    ] = Path(".carewright")
    host: Annotated[str, Field(description="Address that the web server listens on.")] = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535, description="Port of the web server.")] = 8000
    allowed_hosts: Annotated[
        str,
        Field(description="Host names under which people reach the service, separated by commas."),
    ] = "localhost,127.0.0.1,[::1]"
    https: Annotated[
        bool | None,
        Field(
            description="People reach the service by https: cookies are marked secure, plain "
            "http is turned away. On in live mode unless set."
        ),
    ] = None
    trusted_proxies: Annotated[
        int,
        Field(
            ge=0,
            le=9,
            description="Proxies in front of the web server whose word on a caller's address "
            "is believed.",
        ),
    ] = 0
    database_url: Annotated[
        str,
        Field(
            alias="DATABASE_URL",
            description="PostgreSQL 15 or later, as "
            "postgresql://user:password@host:5432/name. Empty: the embedded database is used.",
        ),
    ] = Field(default="", alias="DATABASE_URL")
    database_owner_url: Annotated[
        str,
        Field(
            alias="DATABASE_OWNER_URL",
            description="The role that owns the tables, used for "
            "migrations only. Empty: DATABASE_URL is used, and the web process steps down to "
            "the role carewright_web as it connects.",
        ),
    ] = Field(default="", alias="DATABASE_OWNER_URL")
    web_workers: Annotated[int, Field(ge=1, le=64, description="Web processes.")] = 2
    oidc_issuer: Annotated[
        str, Field(description="Single sign-on: address of the identity provider. Empty: off.")
    ] = ""
    oidc_client_id: Annotated[str, Field(description="Single sign-on: client id.")] = ""
    oidc_client_secret: Annotated[str, Field(description="Single sign-on: client secret.")] = ""
    address: Annotated[
        str,
        Field(
            pattern=r"^(https?://[^/\s]+/?)?$",
            description="Address under which people reach the service, as "
            "https://care.example.org; links in mail begin with it.",
        ),
    ] = ""
    mail_server: Annotated[
        str,
        Field(
            pattern=r"^(smtps?://\S+)?$",
            description="Mail server that takes our mail, as smtp://user:password@host:587 "
            "(encrypted by STARTTLS) or smtps://user:password@host:465. In practice mode mail is "
            "kept as files instead.",
        ),
    ] = ""
    mail_from: Annotated[str, Field(description="Sender of our mail.")] = "carewright@localhost"
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"], Field(description="How much is logged.")
    ] = "INFO"
    upload_limit_mb: Annotated[
        int, Field(ge=1, le=4096, description="Largest file that may be uploaded, in megabytes.")
    ] = 200

    record_name: Annotated[
        str,
        AfterValidator(_a_plain_name),
        Field(
            description="Name under which the record's checkpoints are signed, as in "
            "elmshire.gov.uk/record. Choose it before the first start and keep it."
        ),
    ] = "carewright.local/record"
    record_key: Annotated[
        str,
        Field(
            description="Key that signs the record's checkpoints: 32 random bytes in base 64. "
            "Empty: the file `record-key` in the home folder, made at the first sealing."
        ),
    ] = ""
    witness_folder: Annotated[
        str,
        Field(
            description="Folder that each checkpoint of the record is copied to; best one that "
            "another organisation keeps. Empty: none."
        ),
    ] = ""
    witness_email: Annotated[
        str,
        Field(
            description="Address outside that gets the newest checkpoint each morning. Empty: none."
        ),
    ] = ""

    @property
    def practice(self) -> bool:
        """Whether this is a practice installation."""
        return self.mode == "practice"


def read_environment() -> Environment:
    """The operator's settings, or `EnvironmentRefused` with a sentence for each that is wrong."""
    known = {
        field.alias or f"CAREWRIGHT_{n.upper()}" for n, field in Environment.model_fields.items()
    }
    given = {name for name in os.environ if name.startswith("CAREWRIGHT_")}
    strangers = sorted(given - known - INTERNAL)
    if strangers:
        raise EnvironmentRefused(
            f"Unknown settings: {', '.join(strangers)}. Known: {', '.join(sorted(known))}."
        )
    try:
        environment = Environment()
    except ValidationError as wrong:
        raise EnvironmentRefused(_sentences(wrong)) from None
    if environment.mode == "live" and "CAREWRIGHT_SECRET" not in os.environ:
        raise EnvironmentRefused(
            "CAREWRIGHT_SECRET is not set. In live mode give at least 32 random characters, "
            'as from: python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
        )
    return environment


def _sentences(wrong: ValidationError) -> str:
    lines = []
    for error in wrong.errors():
        name = str(error["loc"][0]).upper()
        name = name if name.startswith("DATABASE") else f"CAREWRIGHT_{name}"
        lines.append(f"{name}: {error['msg']}")
    return "\n".join(lines)
