"""One digest for everything that an analysis rests on, so that a changed fact is noticed."""

from __future__ import annotations

import hashlib
import json

from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.provision.inputs import Inputs


def digest_of(inputs: Inputs, *, seen_by: platform.Officer) -> str:
    """Changes when a file is added or taken back, a value corrected or something confirmed.

    The same file may be read in two ways, as of another day or with other columns, so what was
    read counts beside what was given.
    """
    confirmed = inputs.confirmed
    said = {
        "files": sorted([s.kind, s.sha256, str(s.as_at)] for s in inputs.sources),
        "tables": register.tables_in_use(seen_by=seen_by),
        "corrections": sorted(
            [c.service_id, c.as_at.isoformat(), c.column, c.new_value]
            for c in register.corrections(seen_by=seen_by)
        ),
        "public": sorted([key, value or ""] for key, value in confirmed.public.items()),
        "one": sorted(confirmed.groups_confirmed),
        "not_one": sorted(confirmed.groups_undone),
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
