"""How each field of a release is merged, read once from the schema into a tree.

A field is left out of the record, taken whole (a list without ids), or merged field by field. The
tree follows references and so may lead back into itself.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Any, Final, Union

from carewright_engine.open_contracting.keeping import Schema
from carewright_engine.open_contracting.kept_schema import release_schema


class Rule(Enum):
    """What is done with a field that is not merged field by field."""

    LEAVE_OUT = "omitWhenMerged"
    TAKE_WHOLE = "wholeListMerge"


Rules = dict[str, Union[Rule, "Rules"]]
NO_RULES: Final[Rules] = {}


@cache
def kept_rules() -> Rules:
    """The rules of the kept schema."""
    return rules_of(release_schema())


def rules_of(schema: Schema) -> Rules:
    """The rules of any release schema, its extensions merged in."""
    # Earlier versions did not say so of the tag; a compiled release has one of its own.
    return {**_Reader(schema).fields_of(schema), "tag": Rule.LEAVE_OUT}


class _Reader:
    """Follows a schema's references, each once."""

    def __init__(self, schema: Schema) -> None:
        self._definitions = schema.get("definitions", {})
        self._read: dict[int, Rules] = {}

    def fields_of(self, schema: Schema) -> Rules:
        """The rules of an object's fields; those without one are left out."""
        known = self._read.get(id(schema))
        if known is not None:
            return known
        rules: Rules = self._read.setdefault(id(schema), {})
        for name, field in schema["properties"].items():
            rule = self._rule(self._followed(field))
            if rule is not None:
                rules[name] = rule
        return rules

    def _rule(self, field: Schema) -> Rule | Rules | None:
        types = _types(field)
        if field.get("omitWhenMerged"):
            return Rule.LEAVE_OUT
        if "array" in types and field.get("wholeListMerge"):
            return Rule.TAKE_WHOLE
        if "object" in types and "properties" in field:
            return self.fields_of(field)
        if "array" in types and "items" in field:
            return self._rule_of_items(self._followed(field["items"]))
        return None

    def _rule_of_items(self, items: Schema) -> Rule | Rules | None:
        types = _types(items)
        if any(kind != "object" for kind in types):
            return Rule.TAKE_WHOLE
        if types and "properties" in items:
            return self.fields_of(items) if "id" in items["properties"] else Rule.TAKE_WHOLE
        return None

    def _followed(self, field: Schema) -> Schema:
        while "$ref" in field:
            field = self._definitions[field["$ref"].rpartition("/")[2]]
        return field


def _types(field: Schema) -> list[Any]:
    kind = field.get("type", [])
    return [kind] if isinstance(kind, str) else kind
