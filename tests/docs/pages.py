"""The pages of the docs, taken apart for the tests that hold them to what they say."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"
PAGES = tuple(sorted((*DOCS.rglob("*.md"), REPOSITORY / "README.md")))

FENCE = re.compile(r"^ *(```)(\w*) *$")
HEADING = re.compile(r"^(#{1,6}) (.+)$")
LINK = re.compile(r"(?<!\!)\[[^\]]*\]\(([^)\s]+)\)|\!\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines between fences, with the language that the first fence names."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what is prose, and what stands between fences."""

    path: Path
    prose: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def headings(self) -> list[str]:
        """Every heading's words, in their order."""
        return [found[2] for line in self.prose if (found := HEADING.match(line))]

    @property
    def anchors(self) -> set[str]:
        """What a link may name after the hash, as common Markdown pages make it."""
        return {anchor_of(heading) for heading in self.headings}

    @property
    def links(self) -> list[str]:
        """Where the page leads to, pictures included."""
        return [first or second for first, second in LINK.findall("\n".join(self.prose))]

    def commands(self) -> Iterator[str]:
        """What a person is told to type, lines that go on joined; inline code included."""
        for block in self.blocks:
            if block.language in {"sh", ""}:
                yield from block.text.replace("\\\n", " ").splitlines()
        for line in self.prose:
            yield from re.findall(r"`([^`]+)`", line)


def anchor_of(heading: str) -> str:
    """The anchor of a heading: lower case, spaces as hyphens, no other marks."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@cache
def page(path: Path) -> Page:
    """The page at a path."""
    prose: list[str] = []
    blocks: list[Block] = []
    inside: list[str] | None = None
    language = ""
    for line in path.read_text().splitlines():
        fence = FENCE.match(line)
        if fence and inside is None:
            inside, language = [], fence[2]
        elif fence and inside is not None:
            blocks.append(Block(language, "\n".join(inside)))
            inside = None
        elif inside is not None:
            inside.append(line)
        else:
            prose.append(line)
    assert inside is None, f"{path}: a fence is never closed"
    return Page(path, tuple(prose), tuple(blocks))


@cache
def names_of_tests() -> frozenset[str]:
    """Every test that the repository has."""
    trees = (ast.parse(file.read_text()) for file in (REPOSITORY / "tests").rglob("test_*.py"))
    functions = (n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.FunctionDef))
    return frozenset(function.name for function in functions)
