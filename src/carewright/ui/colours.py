"""A council's own colours, as long as everybody can read what stands on them.

Charts never use them: a colour there says something about care, not about the council.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext

from carewright_engine.charts.palette import contrast

__all__ = ["Colours", "contrast", "stylesheet", "weaknesses"]

PAPER: Final = "#ffffff"
DARK_PAPER: Final = "#11191d"
WORDS: Final = 4.5  # contrast that words need (WCAG 2.2, 1.4.3)
MARKS: Final = 3.0  # contrast that marks and edges need (1.4.11)


@dataclass(frozen=True, slots=True)
class Colours:
    """The colour of the header, and the one that marks the council's own parts of a page."""

    brand: str = "#0d4753"
    council: str = "#0d4753"


def weaknesses(colours: Colours) -> list[str]:
    """Why these colours cannot be used; none where they can."""
    found = []
    for colour in (colours.brand, colours.council):
        if not re.fullmatch("#[0-9a-f]{6}", colour):
            words = {"colour": colour}
            found.append(gettext("%(colour)s is not a colour like #0d4753") % words)
    if found:
        return found
    if contrast(PAPER, colours.brand) < WORDS:
        found.append(gettext("White words could not be read on the header. Choose a darker colour"))
    if contrast(colours.council, PAPER) < MARKS:
        found.append(gettext("The mark could not be seen on white. Choose a darker colour"))
    return found


def stylesheet(colours: Colours) -> str:
    """The style sheet that a page of this council links to, after the common one."""
    if weak := weaknesses(colours):
        raise ValueError(". ".join(weak))
    light = f":root{{--cw-brand:{colours.brand};--cw-council:{colours.council}}}"
    # In the dark only what can be seen there takes the council's colour.
    seen_in_the_dark = contrast(colours.council, DARK_PAPER) >= MARKS
    mark = colours.council if seen_in_the_dark else "#4fb3cc"
    dark = f":root{{--cw-council:{mark}}}"
    return f"{light}\n@media screen and (prefers-color-scheme:dark){{{dark}}}\n"
