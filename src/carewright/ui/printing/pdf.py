"""A page of our own as a tagged PDF (PDF/UA-1); the same page gives the same bytes."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _

import carewright.ui
from carewright_engine.values.inert import UNPRINTABLE

#: Our own letters, so that the PDF looks alike on every machine and carries its fonts.
LETTERS: Final = (Path(carewright.ui.__file__).parent / "static" / "ui" / "vendor").as_uri()


class NoPdfHere(Exception):
    """The machine lacks a system library that draws PDF; the text says what to install."""


def pdf_of(html: str) -> bytes:
    """The page as the bytes of a PDF; what XML cannot hold is shown as a mark."""
    return _drawn(UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", html))


def _drawn(html: str) -> bytes:
    weasyprint = _library()
    digest = hashlib.sha256(html.encode()).digest()[:16]
    page = weasyprint.HTML(string=html, base_url=f"{LETTERS}/", url_fetcher=_fetcher(weasyprint))
    drawn: bytes = page.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=digest)
    return drawn


def _fetcher(weasyprint: Any) -> Any:
    """Nothing that somebody wrote makes this machine open a file or a page."""

    class OnlyOurLetters(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(f"{LETTERS}/atkinson"):
                raise ValueError(f"{url} is not opened while a PDF is drawn")
            return super().fetch(url, headers)

    return OnlyOurLetters()


def _library() -> Any:
    """The drawing library, which finds the system's own libraries only when it is first used."""
    # Both tell each of their steps as news, some while imported; warnings still reach the log.
    for teller in ("weasyprint.progress", "fontTools"):
        logging.getLogger(teller).setLevel(logging.WARNING)
    try:
        import weasyprint
    except OSError as missing:
        raise NoPdfHere(
            _(
                "PDF cannot be made on this machine until its Pango library is installed "
                "(Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0; "
                "macOS: brew install pango). The Word document works without it."
            )
        ) from missing
    return weasyprint
