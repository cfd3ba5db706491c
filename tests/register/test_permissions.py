"""Who may give files, import and confirm is decided by role, on the page and in the action."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from carewright.platform import api as platform
from carewright.platform.api import PERMISSIONS, Act, Role
from carewright.register import api as register
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = pytest.mark.django_db

IMPORT = PERMISSIONS[Act.IMPORT_FACTS].roles
CONFIRM = PERMISSIONS[Act.CONFIRM_FACTS].roles
SEE = PERMISSIONS[Act.SEE_FACTS].roles


def test_some_may_import_more_may_see_and_providers_may_neither() -> None:
    assert {Role.COMMISSIONER, Role.CONTRACT_MANAGER} <= IMPORT < SEE
    assert Role.INTERNAL_AUDITOR in SEE - IMPORT
    assert Role.SYSTEM_ADMINISTRATOR not in IMPORT | CONFIRM
    assert all("provider" not in role.value for role in SEE)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_finds_the_pages_that_it_may_use_and_no_others(role: Role) -> None:
    browser = make.signed_in(make.officer(role))
    seen = browser.get(reverse("register:files"))
    assert seen.status_code == (200 if role in SEE else 403)
    assert browser.get(reverse("register:upload")).status_code == (200 if role in IMPORT else 403)
    assert browser.get(reverse("register:groups")).status_code == (200 if role in CONFIRM else 403)
    if role in SEE:
        page = seen.content.decode()
        assert ("Give a published file" in page) is (role in IMPORT)
        assert ("Who runs services" in page) is (role in CONFIRM)


def test_who_may_only_see_gets_no_button_that_changes_anything(tmp_path: Path) -> None:
    owner = make.commissioner()
    dataset_id = files.read(owner, files.datastore(tmp_path))
    auditor = make.officer(Role.INTERNAL_AUDITOR, organisation=_organisation_of(owner))
    browser = make.signed_in(auditor)
    page = browser.get(reverse("register:file", args=[dataset_id])).content.decode()
    assert "Ready to import" in page
    for words in ("Put aside", "Read it again", ">Import<"):
        assert words not in page
    asked = browser.post(reverse("register:import", args=[dataset_id]))
    assert asked.status_code == 403


@pytest.mark.parametrize("role", [Role.INTERNAL_AUDITOR, Role.SYSTEM_ADMINISTRATOR])
def test_no_action_is_done_for_a_role_that_may_not(role: Role, tmp_path: Path) -> None:
    owner = make.commissioner()
    file = files.datastore(tmp_path)
    dataset_id, other = files.imported(owner, file), files.datastore(tmp_path, name="b.csv")
    reader = make.officer(role, organisation=_organisation_of(owner))
    done = {"by": reader, "at": make.NOW}
    with pytest.raises(platform.NotPermitted), other.open("rb") as content:
        register.upload_file(
            name="b.csv", content=content, organisation_id=owner.organisation.id, **done
        )
    with pytest.raises(platform.NotYours):
        register.undo_import(dataset_id=dataset_id, reason="x", **done)
    with pytest.raises(platform.NotPermitted):
        register.correct_value(
            service_id="CS2003000001", as_at=date(2022, 3, 31), column="places",
            new_value="1", reason="Because I say so", **done,
        )  # fmt: skip
    with pytest.raises(platform.NotPermitted):
        register.confirm_who_runs(
            service_ids=["CS2003000001"], public_class="council", reason="x", **done
        )
    with pytest.raises(platform.NotPermitted):
        register.confirm_group(group_id="g", group_name="G", is_one=True, reason="x", **done)


def _organisation_of(officer: platform.Officer) -> object:
    from carewright.platform import models

    return models.Organisation.objects.get(pk=officer.organisation.id)
