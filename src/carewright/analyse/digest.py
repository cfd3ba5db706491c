"""One digest for everything that an analysis rests on, so that a changed fact is noticed."""

from __future__ import annotations

import hashlib
import json

from carewright.register import api as register
from carewright_engine.provision.inputs import Inputs


def digest_of(inputs: Inputs, corrections: list[register.Correction]) -> str:
    """Changes when a file is added or taken back, a value corrected or something confirmed."""
    confirmed = inputs.confirmed
    said = {
        "files": sorted([source.kind, source.sha256] for source in inputs.sources),
        "corrections": sorted(
            [c.service_id, c.as_at.isoformat(), c.column, c.new_value] for c in corrections
        ),
        "public": sorted([key, value or ""] for key, value in confirmed.public.items()),
        "one": sorted(confirmed.groups_confirmed),
        "not_one": sorted(confirmed.groups_undone),
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
