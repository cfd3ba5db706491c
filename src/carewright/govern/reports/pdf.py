"""A paper as a tagged PDF (PDF/UA-1); the same paper gives the same bytes."""

from __future__ import annotations

from django.template.loader import render_to_string

from carewright.govern.reports.parts import Part
from carewright.ui.printing import pdf_of


def pdf_document(title: str, organisation: str, parts: tuple[Part, ...]) -> bytes:
    """The paper as the bytes of a PDF."""
    said = {"title": title, "organisation": organisation, "parts": parts}
    return pdf_of(render_to_string("govern/report.html", said))
