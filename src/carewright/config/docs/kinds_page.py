"""The page of published files that can be read: who publishes them, and what they become."""

from __future__ import annotations

from carewright.config.docs.markdown import code, listed, page, table, yes
from carewright_engine.tables.kinds import KINDS
from carewright_engine.tables.reading import Kind

INTRODUCTION = (
    "A file is known by its columns, whatever it is called. Columns are matched by meaning, so "
    "names and order may change from year to year; where they change too far, a person says "
    "which column means what. What each kind becomes is in [canonical tables](tables.md); the "
    "oddities that readers allow for are in [traps in published files](traps.md)."
)
NO_TABLE = "known, and left alone by every analysis"


def kinds_page() -> str:
    """All kinds in one table, then the fields of each."""
    overview = table(
        ("kind", "file", "publisher", "licence", "becomes"), map(_summary, KINDS.values())
    )
    return page("Kinds of published file", INTRODUCTION, overview, *map(_section, KINDS.values()))


def _summary(kind: Kind) -> tuple[str, ...]:
    becomes = listed(kind.yields) or NO_TABLE
    return (f"[`{kind.name}`](#{kind.name})", kind.title, kind.publisher, kind.licence, becomes)


def _section(kind: Kind) -> str:
    rows = ((code(f.meaning), yes(f.required), f.words) for f in kind.fields)
    fields = table(("meaning", "required", "what the column holds"), rows)
    return f"## `{kind.name}`\n\n{kind.title}.\n\n{fields}"
