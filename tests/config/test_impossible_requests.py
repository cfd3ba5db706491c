"""Requests that no page of ours sends are turned away before anything of them is kept."""

from __future__ import annotations

import pytest
from django.test import Client

BEHIND_SIGN_IN = "/register/give/"


@pytest.mark.parametrize("path", ["/sign-in/with/%00/", "/register/services/%00/", "/%00"])
def test_a_null_byte_in_an_address_leads_nowhere(path: str) -> None:
    assert Client().get(path).status_code == 404


def test_more_than_a_form_is_not_taken_where_forms_are_sent() -> None:
    answer = Client().generic("POST", "/sign-in/", b"x", CONTENT_LENGTH="400000000")
    assert answer.status_code == 413
    assert "200 MB" in answer.content.decode()


def test_a_file_beyond_the_operators_limit_is_refused_before_it_arrives() -> None:
    answer = Client().generic("POST", BEHIND_SIGN_IN, b"x", CONTENT_LENGTH="400000000")
    assert answer.status_code == 413
