"""A letter as Word document and as tagged PDF (PDF/UA-1); the same letter gives the same bytes."""

from __future__ import annotations

from django.template.loader import render_to_string

from carewright.correspond.rows import Draft
from carewright.correspond.rules.wording import BlockKind
from carewright.ui.printing import begun, finished, pdf_of, printable


def as_word(draft: Draft, organisation: str) -> bytes:
    """The bytes of a .docx."""
    document = begun(draft.title, organisation)
    document.add_heading(printable(draft.title), level=0)
    for block in draft.blocks:
        words = printable(block.words)
        if block.kind is BlockKind.HEADING:
            document.add_heading(words, level=1)
        elif block.kind is BlockKind.ITEM:
            document.add_paragraph(words, style="List Bullet")
        else:
            document.add_paragraph(words)
    return finished(document)


def as_pdf(draft: Draft, organisation: str) -> bytes:
    """The bytes of a PDF; `NoPdfHere` where the machine cannot draw it."""
    said = {"draft": draft, "organisation": organisation}
    return pdf_of(render_to_string("correspond/letter.html", said))
