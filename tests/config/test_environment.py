"""The operator's settings are read strictly, and refused with a sentence."""

from __future__ import annotations

import pytest

from carewright.config.database import connection_settings, parse_database_url
from carewright.config.environment import Environment, EnvironmentRefused, read_environment
from carewright.config.environment_table import as_markdown

SECRET = "s" * 40


@pytest.fixture(autouse=True)
def a_bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CAREWRIGHT_MODE", "CAREWRIGHT_HOME", "CAREWRIGHT_PORT", "CAREWRIGHT_SECRET"):
        monkeypatch.delenv(name, raising=False)


def test_live_mode_asks_for_a_secret() -> None:
    with pytest.raises(EnvironmentRefused, match="CAREWRIGHT_SECRET is not set"):
        read_environment()


def test_a_misspelt_setting_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREWRIGHT_SECRET", SECRET)
    monkeypatch.setenv("CAREWRIGHT_PROT", "8001")
    with pytest.raises(EnvironmentRefused, match="CAREWRIGHT_PROT"):
        read_environment()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("MODE", "demo"),
        ("HTTPS", "perhaps"),
        ("SECRET", "short"),
    ],
)
def test_a_value_of_the_wrong_form_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv("CAREWRIGHT_SECRET", SECRET)
    monkeypatch.setenv(f"CAREWRIGHT_{name}", value)
    with pytest.raises(EnvironmentRefused, match=f"CAREWRIGHT_{name}"):
        read_environment()


def test_only_postgresql_is_taken_for_a_database() -> None:
    with pytest.raises(EnvironmentRefused, match="must begin with postgresql://"):
        parse_database_url("sqlite:///carewright.db")


def test_a_database_url_may_hold_awkward_characters() -> None:
    settings = parse_database_url("postgresql://us%40er:p%2Fw@db.example:5433/na%20me")
    assert (settings["USER"], settings["PASSWORD"]) == ("us@er", "p/w")
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("db.example", "5433", "na me")


def test_the_web_process_steps_down_from_the_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAREWRIGHT_OWNER_PROCESS", raising=False)
    monkeypatch.setenv("CAREWRIGHT_SECRET", SECRET)
    monkeypatch.setenv("DATABASE_URL", "postgresql://owner@db.example/carewright")
    settings = connection_settings(read_environment())
    assert settings["OPTIONS"]["options"] == "-c role=carewright_web"


def test_migrations_use_the_owner_where_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREWRIGHT_OWNER_PROCESS", "1")
    monkeypatch.setenv("CAREWRIGHT_SECRET", SECRET)
    monkeypatch.setenv("DATABASE_URL", "postgresql://plain@db.example/carewright")
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://owner@db.example/carewright")
    settings = connection_settings(read_environment())
    assert settings["USER"] == "owner"
    assert "options" not in settings["OPTIONS"]


def test_the_table_for_operators_shows_every_setting() -> None:
    table = as_markdown()
    for name, field in Environment.model_fields.items():
        assert (field.alias or f"CAREWRIGHT_{name.upper()}") in table
        assert field.description
