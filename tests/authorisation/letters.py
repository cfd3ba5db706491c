"""What an organisation holds of templates, by the parts of addresses that lead to it."""

from __future__ import annotations

from carewright.platform import api as platform
from tests.factories import correspond as letters


def written_by(by: platform.Officer, word: str) -> dict[str, str]:
    """A template whose words nobody has approved yet."""
    return {"template_id": str(letters.template(by, name=f"{word} letter"))}
