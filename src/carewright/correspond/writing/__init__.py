"""A letter as a file: the same pieces in Word and as tagged PDF."""

from carewright.correspond.writing.files import as_pdf, as_word

__all__ = ["as_pdf", "as_word"]
