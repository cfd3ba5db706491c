"""Rows that a benchmark writes past the models have all that the tables ask for."""

from __future__ import annotations

from django.db.models import NOT_PROVIDED

from bench import register_rows
from carewright.contract import models


def test_the_registers_rows_have_every_column_that_may_not_be_left_out() -> None:
    wanted = {
        each.column
        for each in models.Agreement._meta.concrete_fields
        if not each.null and each.db_default is NOT_PROVIDED and not each.generated
    }
    assert wanted <= set(register_rows.COLUMNS)
