"""A scenario as a TOML file, as `read_scenario` reads it; the same scenario comes back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from carewright_engine.demand.scenarios.scenario import Scenario


def written_scenario(scenario: Scenario) -> str:
    """The file's text, each lever a table of its own."""
    plain = scenario.model_dump(mode="json")
    lines = [_line(name, plain[name]) for name in ("name", "about")]
    for lever in plain["levers"]:
        lines += ["", "[[levers]]", _line("lever", lever.pop("lever"))]
        lines += [_line(name, value) for name, value in lever.items()]
    return "\n".join(lines) + "\n"


def _line(name: str, value: Any) -> str:
    return f"{name} = {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(_line(name, each) for name, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    if isinstance(value, str):
        # TOML escapes as JSON does, and one character more.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return repr(value)
