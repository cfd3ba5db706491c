"""The inbox is each officer's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from carewright.platform import api as platform
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = pytest.mark.django_db


def test_a_file_that_was_read_waits_for_a_decision(
    by: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    files.read(by, files.datastore(tmp_path))
    page = browser.get("/inbox/").content.decode()
    assert "Waiting for you, without a date" in page
    assert "Import store_2022-03-31.csv" in page


def test_a_strangers_desk_is_another(by: platform.Officer, tmp_path: Path) -> None:
    files.read(by, files.datastore(tmp_path))
    page = make.signed_in(make.commissioner()).get("/inbox/").content.decode()
    assert "Nothing waits for you" in page


def test_the_figures_behind_the_picture_can_be_taken_away(browser: Client) -> None:
    content = b"".join(browser.get("/inbox/weeks.csv").streaming_content).decode("utf-8-sig")
    assert content.splitlines()[0] == '"Week beginning","Duties"'
    assert len(content.splitlines()) == 13
