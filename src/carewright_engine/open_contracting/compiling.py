"""A process as it stands: its releases merged in the order of their dates.

This is the standard's merging routine as a walk over two trees at once. Objects merge field by
field, lists of objects with an id merge by id, other lists and values are replaced, null takes a
value away. It finds what the standard's own reference implementation finds; the one difference is
that releases are ordered as moments, so that two clocks in one file cannot change their order.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final

from carewright_engine.open_contracting.findings import Release
from carewright_engine.open_contracting.merge_rules import NO_RULES, Rule, Rules, kept_rules
from carewright_engine.open_contracting.moments import moment

LEAVE_OUT: Final = Rule.LEAVE_OUT
TAKE_WHOLE: Final = Rule.TAKE_WHOLE


class CannotCompile(Exception):
    """The releases do not make one process, and why."""


class Members(list[dict[str, Any]]):
    """A list of objects that merge by id, with the place of each id that it has seen."""

    __slots__ = ("by_id",)

    def __init__(self) -> None:
        super().__init__()
        self.by_id: dict[Any, dict[str, Any]] = {}


def compiled(releases: Sequence[Release], rules: Rules | None = None) -> Release:
    """One process's releases as one, which says how things stand after the last."""
    rules = kept_rules() if rules is None else rules
    ordered = in_order(releases)
    made: dict[str, Any] = {}
    try:
        for release in ordered:
            _merge(made, release, rules)
    except TypeError:
        raise CannotCompile("An id is neither text nor a number.") from None
    ocid, date = ordered[0].get("ocid"), ordered[-1].get("date")
    return made | {"id": f"{ocid}-{date}", "date": date, "ocid": ocid, "tag": ["compiled"]}


def in_order(releases: Sequence[Release]) -> list[Release]:
    """Releases of one process by date, oldest first; of one moment, as given."""
    if not releases:
        raise CannotCompile("There is no release to compile.")
    if len({release.get("ocid") for release in releases}) > 1:
        raise CannotCompile("The releases are of more than one process.")
    if len(releases) == 1:
        return list(releases)
    dates = [release.get("date") for release in releases]
    if all(isinstance(one, str) and len(one) == 20 and one[-1] == "Z" for one in dates):
        return sorted(releases, key=_written)  # one clock: the text has the order of the moments
    return sorted(releases, key=_moment)


def by_process(releases: Iterable[Release]) -> dict[Any, list[Release]]:
    """Releases by the process that they are of, in the order in which each is first met."""
    found: dict[Any, list[Release]] = {}
    for release in releases:
        found.setdefault(release.get("ocid"), []).append(release)
    return found


def records_of(releases: Iterable[Release], rules: Rules | None = None) -> list[dict[str, Any]]:
    """A record for each process: its releases, oldest first, and the compiled one."""
    rules = kept_rules() if rules is None else rules
    with collector_paused():
        return [
            {"ocid": ocid, "releases": in_order(of), "compiledRelease": compiled(of, rules)}
            for ocid, of in by_process(releases).items()
        ]


@contextmanager
def collector_paused() -> Iterator[None]:
    """Bulk work makes many objects and no cycles, so that looking for cycles only costs time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _written(release: Release) -> str:
    return str(release["date"])


def _moment(release: Release) -> datetime:
    found = moment(release.get("date"))
    if found is None:
        raise CannotCompile(f"Release {release.get('id')} has no date that can be read.")
    return found.astimezone(UTC)


def _merge(into: dict[str, Any], more: Mapping[str, Any], rules: Rules) -> bool:
    """Merge an object into what stands; whether it said anything, were it only null."""
    said = False
    for name, value in more.items():
        rule = rules.get(name)
        if rule is LEAVE_OUT:
            continue
        kind = type(value)
        if rule is TAKE_WHOLE or (kind is not dict and kind is not list):
            said = True
            _replace(into, name, value, rule)
        elif kind is dict:
            said |= _merge_object(into, name, value, rule or NO_RULES)
        elif _all_objects(value):
            said |= _merge_members(into, name, value, rule or NO_RULES)
        else:
            said = True
            _replace(into, name, value, rule)
    return said


def _fresh(more: Mapping[str, Any], rules: Rules) -> dict[str, Any] | None:
    """An object that nothing stands in the way of; None where it says nothing at all."""
    made: dict[str, Any] = {}
    said = False
    for name, value in more.items():
        rule = rules.get(name)
        kind = type(value)
        if rule is LEAVE_OUT:
            continue
        if rule is not TAKE_WHOLE and kind is dict:
            inside = _fresh(value, rule or NO_RULES)
            if inside is None:
                continue
            value = inside
        elif rule is not TAKE_WHOLE and kind is list and _all_objects(value):
            said |= _merge_members(made, name, value, rule or NO_RULES)
            continue
        said = True
        if value is not None:
            made[name] = value
    return made if said else None


def _replace(into: dict[str, Any], name: str, value: Any, rule: object) -> None:
    """A value in the place of another; what has been merged field by field stays."""
    if rule is not TAKE_WHOLE and type(into.get(name)) in MERGED:
        return
    if value is None:
        into.pop(name, None)
    else:
        into[name] = value


def _all_objects(found: list[Any]) -> bool:
    for one in found:  # noqa: SIM110 - a plain loop is twice as fast as all()
        if type(one) is not dict:
            return False
    return True


def _merge_object(into: dict[str, Any], name: str, value: dict[str, Any], rules: Any) -> bool:
    stands = into.get(name)
    if stands is None:
        fresh = _fresh(value, rules)
        if fresh is not None:
            into[name] = fresh
        return fresh is not None
    if type(stands) is not dict:
        return _refuse_shape(name, value, rules)
    return _merge(stands, value, rules)


def _merge_members(into: dict[str, Any], name: str, found: list[Any], rules: Any) -> bool:
    stands = into.get(name)
    members = Members() if stands is None else stands
    if type(members) is not Members:
        return _refuse_shape(name, {"": found}, rules)
    said = False
    for one in found:
        said |= _merge_member(members, one, rules)
    if said and stands is None:
        into[name] = members
    return said


def _merge_member(members: Members, one: dict[str, Any], rules: Rules) -> bool:
    known = members.by_id.get(one["id"]) if "id" in one else None
    if known is not None:
        # Most of what a release repeats is as it was. A list of members within may still grow, as
        # those without an id are added each time; and no field of the schema is 1 here, true there.
        return (known == one and _is_without_members(known)) or _merge(known, one, rules)
    fresh = _fresh(one, rules)
    if fresh is None:
        return False
    members.append(fresh)
    if "id" in one:
        members.by_id[one["id"]] = fresh
    return True


def _is_without_members(found: dict[str, Any]) -> bool:
    for value in found.values():
        kind = type(value)
        if kind is Members or (kind is dict and not _is_without_members(value)):
            return False
    return True


def _refuse_shape(name: str, value: dict[str, Any], rules: Any) -> bool:
    """An object or a list where an earlier release has a value: nothing can be merged into it."""
    if _fresh(value, rules) is not None:
        raise CannotCompile(f"An earlier release has a value of another shape for {name}.")
    return False


#: What has been merged field by field, told apart from a list that was taken whole.
MERGED: Final = frozenset({dict, Members})
