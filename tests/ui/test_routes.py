"""Addresses of many rows are those that the routes themselves give."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.urls import reverse
from django.urls.base import set_script_prefix

from carewright.ui.routes import addresses

SERVICE = "register:service"


@pytest.mark.parametrize("part", ["CS2003000001", "1-101640183", "a b", "é&?#%", "x:y@z~(1)"])
def test_an_address_is_the_one_that_the_route_gives(part: str) -> None:
    assert addresses(SERVICE)(part) == reverse(SERVICE, args=[part])


def test_ids_stand_in_addresses_as_they_are_written() -> None:
    number = UUID(int=7)
    assert addresses("register:file")(number) == reverse("register:file", args=[number])


def test_a_slash_in_a_row_makes_no_further_part_of_the_address() -> None:
    assert addresses(SERVICE)("x/correct").endswith("/services/x%2Fcorrect/")


def test_addresses_follow_the_place_at_which_the_site_is_mounted() -> None:
    address = addresses(SERVICE)
    before = address("CS1")
    set_script_prefix("/care/")
    try:
        assert address("CS1") == "/care" + before
    finally:
        set_script_prefix("/")
