"""Where rows of published files are read, for whoever leads there from a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from django.urls import reverse

#: So many rows are named in the address of the page that shows them; the file holds the rest.
MOST_ROWS: Final = 200


def address_of_rows(digest: str, numbers: Sequence[int]) -> str:
    """The page with these rows of a file as they were published."""
    shown = ",".join(_as_ranges(numbers[:MOST_ROWS]))
    return f"{reverse('register:rows', args=[digest])}?rows={shown}"


def _as_ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Row numbers as people write them: 3-7, 12."""
    start = previous = None
    for number in [*numbers, None]:
        if previous is not None and number == previous + 1:
            previous = number
            continue
        if start is not None:
            yield str(start) if start == previous else f"{start}-{previous}"
        start = previous = number
