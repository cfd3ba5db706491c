"""Two people who ask the same at the same moment are given the same analysis."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from carewright.analyse import models
from carewright.platform import api as platform
from tests.factories import analyse as ask
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = pytest.mark.django_db(transaction=True)

HOW_MANY = 4


def test_people_who_ask_at_once_are_given_one_run(tmp_path: Path) -> None:
    organisation = make.organisation()
    people = [make.commissioner(organisation=organisation) for _ in range(HOW_MANY)]
    files.imported(people[0], files.datastore(tmp_path))
    ready = Barrier(HOW_MANY)

    def asks(by: platform.Officer) -> UUID:
        try:
            ready.wait()
            return ask.asked(by)
        finally:
            connection.close()

    with ThreadPoolExecutor(HOW_MANY) as threads:
        runs = set(threads.map(asks, people))
    assert len(runs) == 1
    assert models.AnalysisRun.objects.count() == 1
    assert make.models.Job.objects.count() == 1
