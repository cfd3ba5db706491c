"""The page of layers: drawn from the contracts that the import linter holds the code to."""

from __future__ import annotations

import importlib
from configparser import ConfigParser, SectionProxy

from carewright.config.docs.markdown import block, page, table
from carewright.config.running import REPOSITORY

INTRODUCTION = (
    "A package may import those below it and never those above. `./run check` holds all this, a "
    "new folder without a place included, and the tests in `tests/architecture` plant a "
    "forbidden import to see that the guard sees it. `(a)` means that a stage need not have it."
)


def layers_page() -> str:
    """A diagram for each contract of layers, and a list of the other contracts."""
    contracts = _contracts()
    drawn = [_section(c) for c in contracts if c["type"] == "layers"]
    others = [(c["name"], _words(c)) for c in contracts if c["type"] != "layers"]
    return page(
        "Layers", INTRODUCTION, *drawn, "## What else is forbidden",
        table(("rule", "imports that break it"), others),
    )  # fmt: skip


def _contracts() -> list[SectionProxy]:
    read = ConfigParser()
    read.read(REPOSITORY / ".importlinter")
    return [read[name] for name in read.sections() if name.startswith("importlinter:contract:")]


def _section(contract: SectionProxy) -> str:
    containers = contract["containers"].split()
    layers = _lines(contract["layers"])
    diagram = block("mermaid", _diagram(layers))
    parts = [f"## {contract['name']}", f"In {', '.join(f'`{c}`' for c in containers)}.", diagram]
    if len(containers) == 1:
        rows = [(name, _first_line(f"{containers[0]}.{name}")) for name in _names(layers)]
        parts.append(table(("package", "what it is"), rows))
    return "\n\n".join(parts)


def _diagram(layers: list[str]) -> str:
    boxes = [f'    l{i}["{layer}"]' for i, layer in enumerate(layers)]
    arrows = [f"    l{i} --> l{i + 1}" for i in range(len(layers) - 1)]
    return "\n".join(["flowchart TD", *boxes, *arrows])


def _names(layers: list[str]) -> list[str]:
    return [name.strip(" ()") for layer in layers for name in layer.split("|")]


def _first_line(module: str) -> str:
    words = importlib.import_module(module).__doc__ or ""
    return words.strip().partition("\n\n")[0]


def _words(contract: SectionProxy) -> str:
    sources = ", ".join(f"`{name}`" for name in contract["source_modules"].split())
    forbidden = ", ".join(f"`{name}`" for name in contract["forbidden_modules"].split())
    return f"from {sources} of {forbidden}"


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]
