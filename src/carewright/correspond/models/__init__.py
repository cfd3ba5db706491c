"""Tables of the correspond stage."""

from carewright.correspond.models.template import Letter, LetterTemplate, TemplateVersion

__all__ = ["Letter", "LetterTemplate", "TemplateVersion"]
