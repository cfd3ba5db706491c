"""Whoever hands out roles reads what each is there to do."""

from carewright.platform.api import WHAT_ROLES_DO, Role


def test_every_role_is_explained_in_one_line() -> None:
    assert set(WHAT_ROLES_DO) == set(Role)
    assert all(0 < len(line) < 80 for line in WHAT_ROLES_DO.values())
