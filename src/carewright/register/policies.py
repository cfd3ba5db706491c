"""Who may change what the register holds."""

from __future__ import annotations

from carewright.platform import api as platform
from carewright.register import rows


def may_change(dataset: rows.Dataset, by: platform.Officer) -> bool:
    """Whether the officer may import the file, put it aside or take it back.

    A file that every organisation uses is nobody's own, so only the operator changes it.
    """
    return not dataset.shared and platform.may(by, platform.Act.IMPORT_FACTS, dataset)
