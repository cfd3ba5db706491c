"""The page of methods: how figures are worked out."""

from __future__ import annotations

from carewright.config.docs.markdown import code, page
from carewright_engine.provision.methods import METHODS, Method

INTRODUCTION = (
    "Each figure on screen, on paper and in `provenance.json` names one of these by its key. "
    "A method marked as not verified uses a band or a threshold that nobody has yet checked "
    "against its source; the report says so beside the figure."
)


def methods_page() -> str:
    """Each method in words, with its formula and its source."""
    return page("Methods", INTRODUCTION, *map(_section, METHODS.values()))


def _section(method: Method) -> str:
    parts = [f"## {method.title}", f"Key {code(method.key)}. {method.words}"]
    if method.formula:
        parts.append(f"Formula: {code(method.formula)}")
    if method.source:
        parts.append(f"Source: {method.source}.")
    if not method.verified:
        parts.append("**Not verified.**")
    return "\n\n".join(parts)
