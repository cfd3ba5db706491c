"""Legal providers are found by name, once each, whatever they run."""

from __future__ import annotations

from pathlib import Path

import pytest

from carewright.platform import api as platform
from carewright.register import api as register
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = pytest.mark.django_db


@pytest.fixture
def by() -> platform.Officer:
    return make.commissioner()


def given(by: platform.Officer, folder: Path) -> None:
    """A register in which one provider runs two services and another one."""
    files.imported(by, files.datastore(folder, *(
        {"CSNumber": f"CS20030001{place}", "ServiceName": f"House {place}",
         "ServiceProvider": name, "SP_number": number}
        for place, (name, number) in enumerate(
            [("Elm Care Limited", "SP1"), ("Elm Care Limited", "SP1"), ("Oak Homes", "SP2")]
        )
    )))  # fmt: skip


def test_a_provider_stands_once_with_its_services_counted(
    by: platform.Officer, tmp_path: Path
) -> None:
    given(by, tmp_path)
    found = register.providers("", seen_by=by, most=50)
    assert [(e.name, e.provider_id, e.services) for e in found] == [
        ("Elm Care Limited", "SP1", 2), ("Oak Homes", "SP2", 1),
    ]  # fmt: skip
    assert found[0].areas
    assert [e.provider_id for e in register.providers("oak", seen_by=by, most=50)] == ["SP2"]


def test_a_provider_of_a_strangers_file_does_not_exist(
    by: platform.Officer, tmp_path: Path
) -> None:
    given(by, tmp_path)
    assert register.provider("SP1", seen_by=by).services == 2
    with pytest.raises(platform.NotFound):
        register.provider("SP1", seen_by=make.commissioner())
