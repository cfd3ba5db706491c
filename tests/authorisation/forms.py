"""The forms and links of a page as a browser would send them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit


@dataclass
class Form:
    """A form with every field's first answer, and all answers that a choice offers."""

    where: str
    method: str = "get"
    fields: dict[str, str] = field(default_factory=dict)
    offers: dict[str, list[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    def answered(self) -> dict[str, str]:
        """What is sent when everything is answered somehow."""
        first = {name: given[0] for name, given in self.offers.items() if given}
        return {**first, **{name: given or usual(name) for name, given in self.fields.items()}}


def usual(name: str) -> str:
    """What may well be accepted where a field asks for a text, a figure, a day or an address."""
    if name.endswith("-year"):
        return "2028" if "end" in name or "until" in name else "2027"
    return "somebody@example.org" if name == "email" else "1"


class _Reader(HTMLParser):
    def __init__(self, where: str) -> None:
        super().__init__()
        self.where, self.forms, self.links = where, [], []  # type: ignore[var-annotated]
        self.form: Form | None = None
        self.choice = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            where = urljoin(self.where, said.get("action", "") or self.where)
            self.form = Form(where, said.get("method", "get").lower())
            self.forms.append(self.form)
        elif tag == "a" and "href" in said:
            self.links.append(urljoin(self.where, said["href"]))
        elif self.form is not None:
            self._field(self.form, tag, said)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None

    def _field(self, form: Form, tag: str, said: dict[str, str]) -> None:
        name, value, kind = said.get("name", ""), said.get("value", ""), said.get("type", "text")
        if tag == "select":
            self.choice = name
            form.offers.setdefault(name, [])
        elif tag == "option" and self.choice and value:
            form.offers.setdefault(self.choice, []).append(value)
        elif name and (tag == "button" or kind in ("radio", "checkbox", "submit")):
            form.offers.setdefault(name, []).append(value)
        elif name and kind == "file":
            form.files.add(name)
        elif name and tag in ("input", "textarea"):
            form.fields[name] = value


def read(where: str, page: bytes) -> tuple[list[Form], list[str]]:
    """The forms of a page, and its links that carry a question."""
    reader = _Reader(where)
    reader.feed(page.decode(errors="replace"))
    asking = {link for link in reader.links if "?" in link and not urlsplit(link).netloc}
    return reader.forms, sorted(asking)


def sent_by(forms: list[Form]) -> Iterator[Form]:
    """Forms that do something of ours; signing out ends the visit and is left."""
    yield from (form for form in forms if "/sign-out/" not in form.where)
