"""What every table of this stage has: nothing in it is ever changed or emptied."""

from __future__ import annotations

from typing import Final

import pgtrigger

NEVER_CHANGED: Final = (
    pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
    pgtrigger.Trigger(
        name="never_emptied",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'What seals the record is never emptied';",
    ),
)
