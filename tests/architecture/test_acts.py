"""Each act has one permission: of two for one act, Python would silently keep the last."""

from __future__ import annotations

import ast
import inspect
from collections import Counter

from carewright.platform.rules import acts


def repeated_keys(source: str) -> list[str]:
    tables = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Dict)]
    counted = (Counter(ast.unparse(key) for key in table.keys if key) for table in tables)
    return [key for table in counted for key, times in table.items() if times > 1]


def test_no_act_stands_twice_among_the_permissions() -> None:
    assert repeated_keys(inspect.getsource(acts)) == []
    assert set(acts.PERMISSIONS) == set(acts.Act)


def test_an_act_that_stands_twice_would_be_found() -> None:
    assert repeated_keys("P = {Act.A: 1, Act.B: 2, Act.A: 3}") == ["Act.A"]
