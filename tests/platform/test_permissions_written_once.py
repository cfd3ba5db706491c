"""The table of permissions is what it says: nothing in it is silently written over."""

from __future__ import annotations

import ast
import inspect

from carewright.platform.rules import acts


def test_no_act_stands_twice_in_the_table_of_permissions() -> None:
    tables = [
        each for each in ast.walk(ast.parse(inspect.getsource(acts))) if type(each) is ast.Dict
    ]
    keys = [ast.unparse(key) for each in tables for key in each.keys if key]
    assert len(keys) > 50
    assert sorted(keys) == sorted(set(keys))
