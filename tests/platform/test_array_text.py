"""A column that is handed over as one text comes back value by value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection

from carewright.platform.api import array_text

pytestmark = pytest.mark.django_db

ODD = [
    "", " ", "NULL", "null", 'say "so"', "back\\slash", "\\", '\\"', "{1,2}", "a,b", "line\nbreak",
    "tab\t", "’", "it's", "%s", None,
]  # fmt: skip


def back(kind: str, values: list[object]) -> list[object]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT unnest(%s::{kind}[])", [array_text(values)])
        return [value for (value,) in cursor.fetchall()]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("text", ODD), ("bigint", [0, -1, 2**62, None]), ("bool", [True, False]),
        ("uuid", [UUID(int=7)]), ("date", [date(2026, 4, 1), None]), ("text", []),
        ("numeric", [Decimal("1.005"), Decimal("1E+3"), Decimal(0)]),
    ],
)  # fmt: skip
def test_every_value_comes_back_as_it_was(kind: str, values: list[object]) -> None:
    assert back(kind, values) == values
