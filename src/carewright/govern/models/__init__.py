"""Tables of papers."""

from carewright.govern.models.paper import Assessment, BackgroundPaper, Consultation, Paper

__all__ = ["Assessment", "BackgroundPaper", "Consultation", "Paper"]
