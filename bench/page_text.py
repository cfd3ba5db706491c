"""What a page says: the rows of its table, where they lead, and how many words stand around."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote

UNSEEN: Final = frozenset({"script", "style", "title"})


@dataclass(frozen=True, slots=True)
class PageText:
    """A list page as somebody reads it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    links: tuple[str, ...]  # where the rows lead
    offered: tuple[str, ...]  # what the filters offer to choose
    words: int  # of the whole page


def text_of(page: str) -> PageText:
    """Reads a page that holds one table."""
    reader = _Reader()
    reader.feed(page)
    headings, *rows = [tuple(_plain(cell) for cell in row) for row in reader.table]
    return PageText(
        headings=headings,
        rows=tuple(rows),
        links=tuple(unquote(link) for link in reader.links),
        offered=tuple(_plain(words) for words in reader.offered),
        words=sum(len(words.split()) for words in reader.everything),
    )


@dataclass
class _Reader(HTMLParser):
    table: list[list[str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    everything: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within.append(tag)
        if tag == "tr":
            self.table.append([])
        elif tag in {"td", "th"}:
            self.table[-1].append("")
        elif tag == "option":
            self.offered.append("")
        elif tag == "a" and "tbody" in self.within:
            self.links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.within:
            while self.within.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if UNSEEN.intersection(self.within):
            return
        self.everything.append(data)
        if "table" in self.within and {"td", "th"} & set(self.within):
            # A space, as what stands beneath a value is a word of its own.
            self.table[-1][-1] += f" {data}"
        elif "option" in self.within:
            self.offered[-1] += data


def _plain(words: str) -> str:
    return " ".join(words.split())
