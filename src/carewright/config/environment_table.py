"""The operator's settings as a table for the docs, made from the code that reads them."""

from __future__ import annotations

from pydantic_core import PydanticUndefined

from carewright.config.environment import Environment


def as_markdown() -> str:
    """One row a setting: its name, its default and what it does."""
    lines = ["| setting | default | what it does |", "| --- | --- | --- |"]
    for name, field in Environment.model_fields.items():
        setting = field.alias or f"CAREWRIGHT_{name.upper()}"
        default = field.default
        shown = "made at random" if default is PydanticUndefined else _shown(default)
        lines.append(f"| `{setting}` | {shown} | {field.description} |")
    return "\n".join(lines)


def _shown(default: object) -> str:
    return "empty" if default in ("", None) else f"`{default}`"
