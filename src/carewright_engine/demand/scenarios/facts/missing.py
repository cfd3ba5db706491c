"""What stands in the way of a projection, and the file that would clear it."""

from __future__ import annotations

from datetime import date
from typing import Final

#: Kinds of support as a sentence has them.
CALLED: Final = {"care_at_home": "care at home", "care_home": "care homes"}


class CannotProject(Exception):
    """The files do not hold what the question needs."""

    def __init__(self, words: str, what_would_fill_it: str) -> None:
        super().__init__(f"{words} {what_would_fill_it}")
        self.words, self.what_would_fill_it = words, what_would_fill_it


def not_counted(kind: str, through: date) -> CannotProject:
    """That no file counts a kind of support; of one unknown here, that none could."""
    if kind not in CALLED:
        kinds = " and ".join(CALLED.values())
        return CannotProject(
            f"Carewright projects {kinds}, and no “{kind}”.",
            "A lever for one of these; for any other kind nothing is projected yet.",
        )
    return CannotProject(
        f"No count of {CALLED[kind]} by council and age up to {through:%d %B %Y} is in the files.",
        "A publication of people by council and age band, such as that of the health service's "
        "statistics body.",
    )
