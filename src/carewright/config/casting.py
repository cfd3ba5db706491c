"""Who acts in the practice data: an invented officer, by the short key of the persona."""

from __future__ import annotations

from datetime import datetime

from carewright.platform import api as platform
from carewright.ui.formats import in_london


def persona(key: str, slug: str, at: datetime) -> platform.Officer:
    """The officer behind a persona of an organisation, with the roles of the day."""
    organisation = platform.organisation(slug)
    found = platform.officer_with(f"{key}@{slug}.example", organisation_id=organisation.id)
    if found is None:
        raise LookupError(f"There is no persona {key} in {organisation.name}")
    return platform.officer(found, on=in_london(at).date())
