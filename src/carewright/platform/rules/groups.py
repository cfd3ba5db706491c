"""What a group of the employer's sign-in may give, and what changes as somebody signs in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carewright.platform.rules.organisations import OrganisationKind, Role, blockers_to_role


@dataclass(frozen=True, slots=True)
class GroupGives:
    """One line of the table: whoever is in the group holds the role."""

    group: str
    role: Role


@dataclass(frozen=True, slots=True)
class RoleChanges:
    """What a sign-in changes: roles to give, each with its group, and roles to end."""

    given: tuple[GroupGives, ...]
    ended: tuple[Role, ...]


def blockers_to_group(
    group: str, role: Role, kind: OrganisationKind, *, administrator_declared: bool
) -> list[str]:
    """Why a group may not give a role."""
    found = blockers_to_role(role, kind)
    if not group.strip():
        found.append("Give the group as the employer’s sign-in names it")
    if role is Role.SYSTEM_ADMINISTRATOR and not administrator_declared:
        found.append(
            "A system administrator lets people in and out: confirm that the group may give this"
        )
    return found


def groups_told(told: Mapping[str, Any]) -> frozenset[str] | None:
    """The groups that the employer's sign-in names; None when it says there are too many to name.

    A claim that is left out means no group: providers leave empty lists out.
    """
    parts = [part for part in (told.get("userinfo"), told.get("id_token"), told) if part]
    for part in parts:
        if "groups" in part:
            named = part["groups"]
            found = named if isinstance(named, list) else [named]
            return frozenset(str(each) for each in found if each)
    if any("groups" in (part.get("_claim_names") or ()) for part in parts):
        return None
    return frozenset()


def changes_at_sign_in(
    table: Iterable[GroupGives],
    *,
    groups: Collection[str],
    by_hand: Collection[Role],
    by_group: Collection[Role],
) -> RoleChanges:
    """Roles that the groups give beside those held; and those given by groups that give no more.

    What somebody gave by hand is never touched: neither ended nor doubled.
    """
    wanted: dict[Role, GroupGives] = {}
    for line in sorted(table, key=lambda each: (each.role, each.group)):
        if line.group in groups:
            wanted.setdefault(line.role, line)
    given = tuple(
        line for role, line in wanted.items() if role not in by_hand and role not in by_group
    )
    return RoleChanges(given, tuple(sorted(role for role in by_group if role not in wanted)))
