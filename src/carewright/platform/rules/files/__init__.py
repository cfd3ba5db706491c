"""Which files are taken in, decided before anything opens them: pure, streamed, with reasons."""

from carewright.platform.rules.files.checking import refusal_of
from carewright.platform.rules.files.kinds import kind_named, kinds_taken_in

__all__ = ["kind_named", "kinds_taken_in", "refusal_of"]
