"""Reads the words of a template and fills its fields; nothing that anybody writes is ever run.

A field is a name between double braces. The words are first taken apart, then filled, so that a
value never becomes a heading, a field or anything but words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from carewright.correspond.rules.fields import SubjectKind, fields_for, nearest

FIELD: Final = re.compile(r"\{\{([^{}\n]*)\}\}")
#: A value is set in one line; what holds a time of day together stays in it.
SPACE: Final = re.compile(r"[^\S\u00a0\u202f]+")
LONGEST: Final = 20_000  # characters, about ten pages


class BlockKind(StrEnum):
    """A piece of a letter as a reader meets it."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """Some words of a letter under one another, with what they are."""

    kind: BlockKind
    words: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What stands in the way of a template, and in which line; 0: in its title."""

    line: int
    says: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.says}" if self.line else f"Title: {self.says}"


class MissingValues(Exception):
    """Fields of a letter for which nothing is known; `names` says which."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def faults_in(title: str, body: str, kind: SubjectKind) -> list[Fault]:
    """Every unknown field and every brace that belongs to none, with its line."""
    lines = [title, *body.splitlines()]
    found = [fault for at, line in enumerate(lines) for fault in _faults_of(line, at, kind)]
    if not title.strip():
        found.append(Fault(0, "Give what is written a title"))
    if not body.strip():
        found.append(Fault(1, "Write what the template says"))
    if len(body) > LONGEST:
        found.append(Fault(len(lines) - 1, f"A template has {LONGEST:,} characters at most"))
    return found


def _faults_of(line: str, at: int, kind: SubjectKind) -> list[Fault]:
    known = fields_for(kind)
    names = [found.strip() for found in FIELD.findall(line)]
    faults = [Fault(at, _unknown(name, kind)) for name in names if name not in known]
    if re.search(r"\{\{|\}\}", FIELD.sub("", line)):
        faults.append(Fault(at, "A field begins with {{ and ends with }} in the same line"))
    return faults


def _unknown(name: str, kind: SubjectKind) -> str:
    meant = nearest(name, kind)
    return f"there is no field {name!r}." + (f" Did you mean {meant}?" if meant else "")


def fields_in(*texts: str) -> tuple[str, ...]:
    """The fields that the words name, each once, in their order."""
    return tuple(dict.fromkeys(n.strip() for text in texts for n in FIELD.findall(text)))


def missing_from(values: Mapping[str, str], *texts: str) -> tuple[str, ...]:
    """The fields of the words for which there is no value."""
    return tuple(name for name in fields_in(*texts) if not values.get(name, "").strip())


def filled(text: str, values: Mapping[str, str]) -> str:
    """The words with each field replaced, once; `MissingValues` when one has nothing."""
    if missing := missing_from(values, text):
        raise MissingValues(missing)
    return FIELD.sub(lambda found: SPACE.sub(" ", values[found[1].strip()].strip()), text)


def blocks_of(body: str) -> tuple[Block, ...]:
    """Headings begin with #, items with -, and an empty line ends a paragraph."""
    blocks: list[Block] = []
    open_paragraph = False
    for line in (each.strip() for each in body.splitlines()):
        kind, words = _read(line)
        if kind is BlockKind.PARAGRAPH and open_paragraph and words:
            blocks[-1] = Block(kind, f"{blocks[-1].words}\n{words}")
        elif words:
            blocks.append(Block(kind, words))
        open_paragraph = kind is BlockKind.PARAGRAPH and bool(words)
    return tuple(blocks)


def _read(line: str) -> tuple[BlockKind, str]:
    if line.startswith("#"):
        return BlockKind.HEADING, line.lstrip("#").strip()
    if line.startswith("- "):
        return BlockKind.ITEM, line[2:].strip()
    return BlockKind.PARAGRAPH, line


def filled_blocks(body: str, values: Mapping[str, str]) -> tuple[Block, ...]:
    """The pieces of the letter, each filled after it was taken apart."""
    return tuple(Block(each.kind, filled(each.words, values)) for each in blocks_of(body))
