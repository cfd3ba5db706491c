"""A report's page read as a screen reader would: its outline, tables, figures and names."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("meta", "br", "hr", "img", "link", "input", "wbr"))
HEADINGS = ("h1", "h2", "h3", "h4")


@dataclass
class Table:
    """A table as it was marked up."""

    caption: str = ""
    headers_without_scope: int = 0
    headers: int = 0


@dataclass
class Page(HTMLParser):
    """The parts of a page that tests ask about; an unclosed or misplaced tag is a mistake."""

    content: str
    mistakes: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    figures_without_caption: int = 0
    words: list[str] = field(default_factory=list)
    language: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self._captions = 0
        self.feed(self.content)
        self.close()
        self.mistakes += [f"<{tag}> is never closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if said.get("id"):
            self.ids.append(str(said["id"]))
        if tag == "a" and said.get("href"):
            self.links.append(str(said["href"]))
        if tag == "html":
            self.language = str(said.get("lang", ""))
        if tag == "table":
            self.tables.append(Table())
        if tag == "th":
            self.tables[-1].headers += 1
            self.tables[-1].headers_without_scope += "scope" not in said
        if tag in HEADINGS:
            self.headings.append((int(tag[1]), ""))
        if tag == "figure":
            self._captions = 0
        if tag == "figcaption":
            self._captions += 1
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [str(value) for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self.mistakes.append(f"</{tag}> at {self.getpos()} closes {self._open[-1:]}")
            return
        self._open.pop()
        if tag == "figure" and self._captions != 1:
            self.figures_without_caption += 1

    def handle_data(self, words: str) -> None:
        if self._open and self._open[-1] == "style":
            return
        self.words.append(words)
        for place, tag in enumerate(self._open):
            if tag in HEADINGS and "svg" not in self._open[place:]:
                level, so_far = self.headings[-1]
                self.headings[-1] = (level, so_far + words)
            if tag == "caption":
                self.tables[-1].caption += words

    @property
    def text(self) -> str:
        """Everything that is said, in its order."""
        return " ".join(self.words)

    def headings_at(self, level: int) -> list[str]:
        """The headings of one level."""
        return [words.strip() for at, words in self.headings if at == level]
