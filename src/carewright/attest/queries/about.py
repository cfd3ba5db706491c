"""What events are about, by reference and with the way to it, as the stages above can tell.

This stage keeps events of all the others and knows none of them. Whoever stands above all says how
things are named, once, as the service starts; what the reader may not see is not named.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from carewright.platform import api as platform
from carewright.ui.rows import Link

Subject = tuple[str, str]
"""The kind of a thing and its id, as the record has them."""
Named = Mapping[Subject, Link]
Names = Callable[[Collection[Subject], platform.Officer], Named]

_told: list[Names] = []


def name_subjects_by(names: Names) -> None:
    """Has subjects of events named by a function of the stage above all."""
    _told[:] = [names]


def named(subjects: Collection[Subject], *, seen_by: platform.Officer) -> Named:
    """References and links of those subjects that the reader may see."""
    return _told[0](subjects, seen_by) if _told and subjects else {}
