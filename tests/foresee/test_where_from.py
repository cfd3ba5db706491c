"""A projection opens to the rows that each part of it takes, where the installation keeps them."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from carewright.platform import api as platform
from carewright.platform.api import Level, Role, SharedKind
from tests.factories import foresee as need
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db
ROWS = f"{'a' * 64}/?rows=2-9"


def test_every_where_from_leads_to_rows_and_a_files_name_to_the_rows_as_published(
    browser: Client, by: platform.Officer
) -> None:
    made = need.answered(by, need.question(cost=need.COST))
    there = reverse("foresee:where_from", args=[made])
    projection = browser.get(reverse("foresee:projection", args=[made])).text
    assert projection.count(f'href="{there}"') > 2
    page = browser.get(there).text
    for words in ("People counted here", "care_at_home.csv", "Our rates", "£24.00"):
        assert words in page
    assert f'href="{reverse("register:rows", args=["a" * 64])}?rows=2-9"' in page


def test_a_partner_reads_how_many_rows_but_is_led_to_none(
    browser: Client, by: platform.Officer
) -> None:
    partner = make.officer(Role.COMMISSIONER)
    joint = together.partnership(by, partner, shared={SharedKind.PROJECTION: Level.SEE})
    made = need.answered(by, partnership_id=joint)
    page = make.signed_in(partner).get(reverse("foresee:where_from", args=[made])).text
    assert f"The rows are kept by {by.organisation.name}" in page
    assert ROWS not in page
    assert ROWS in browser.get(reverse("foresee:where_from", args=[made])).text


def test_an_answer_of_an_earlier_version_leads_to_its_files(
    browser: Client, by: platform.Officer
) -> None:
    now = need.answer(need.question())
    written = replace(now, basis=replace(now.basis, rows=())).to_json()
    assert b'"rows"' not in written
    made = need.asked(
        by, need.question(), answer=zlib.compress(written), answered_at=NOW,
        answer_sha256=hashlib.sha256(written).hexdigest(),
    ).pk  # fmt: skip
    page = browser.get(reverse("foresee:projection", args=[made])).text
    assert "#where-from" in page
    assert "The rows of these files" not in page
    older = browser.get(reverse("foresee:where_from", args=[made])).text
    assert "which kept the files and not their rows" in older
    assert "care_at_home.csv" in older
