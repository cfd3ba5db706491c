"""Words as files for paper: tagged PDF and Word, alike on every machine and byte for byte."""

from carewright.ui.printing.pdf import LETTERS, NoPdfHere, pdf_of
from carewright.ui.printing.word import begun, finished, numbered, printable, ruled

__all__ = ["LETTERS", "NoPdfHere", "begun", "finished", "numbered", "pdf_of", "printable", "ruled"]
