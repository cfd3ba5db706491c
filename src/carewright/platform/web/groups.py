"""Which roles the employer's sign-in gives: the table, and what a change would do."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from carewright.platform import api as platform
from carewright.platform.api import Act, GroupGives, OfficerRequest, policy
from carewright.platform.web.people_forms import GroupForm
from carewright.ui.rows import Grid, GridCell, GridColumn, Link

ASKING = ["GET", "HEAD", "POST"]


@policy(Act.EDIT_GROUPS)
@never_cache
@require_http_methods(ASKING)
def groups(request: OfficerRequest) -> HttpResponse:
    """The table; a new line is first shown with what it would do, then saved."""
    by = request.officer
    table = platform.group_roles(seen_by=by)
    form = GroupForm(request.POST or None, kind=by.organisation.kind)
    page: dict[str, Any] = {"form": form, "preview": None}
    if form.is_valid() and _accepted(request, form):
        line = GroupGives(form.cleaned_data["group"], platform.Role(form.cleaned_data["role"]))
        if request.POST.get("then") == "save":
            return redirect("platform:groups")
        page["preview"] = _preview([*_lines(table), line], by)
    page |= {
        "title": _("Groups of your employer’s sign-in"),
        "offered": bool(settings.SOCIALACCOUNT_PROVIDERS),
        "table": _table(table),
    }
    return render(request, "platform/groups.html", page)


@policy(Act.EDIT_GROUPS)
@never_cache
@require_http_methods(ASKING)
def remove_group(request: OfficerRequest, group_role_id: UUID) -> HttpResponse:
    """Shows who would lose a role, and takes the line out when that is wanted."""
    by = request.officer
    try:
        found = platform.group_role(group_role_id, seen_by=by)
    except platform.NotFound:
        raise Http404 from None
    if request.method == "POST":
        platform.stop_group_giving(group_role_id=group_role_id, by=by, at=now())
        messages.success(request, _("The group gives this role no more."))
        return redirect("platform:groups")
    left = [each for each in platform.group_roles(seen_by=by) if each.id != found.id]
    page = {
        "title": _("Stop %(group)s giving %(role)s")
        % {"group": found.group, "role": found.role.label.lower()},
        "crumbs": [Link(_("Groups"), reverse("platform:groups"))],
        "preview": _preview(_lines(left), by),
    }
    return render(request, "platform/group_remove.html", page)


def _accepted(request: OfficerRequest, form: GroupForm) -> bool:
    """Whether the line may stand; saved when that was asked, else only looked at."""
    said = form.cleaned_data
    role = platform.Role(said["role"])
    declared = bool(said["administrator_declared"])
    if request.POST.get("then") != "save":
        blockers = platform.blockers_to_group(
            said["group"], role, request.officer.organisation.kind, administrator_declared=declared
        )
        for blocker in blockers:
            form.add_error(None, blocker)
        return not blockers
    try:
        platform.let_group_give(
            group=said["group"], role=role, administrator_declared=declared,
            by=request.officer, at=now(),
        )  # fmt: skip
    except platform.CannotMap as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("The group gives this role from each person’s next sign-in on."))
    return True


def _lines(table: Collection[platform.GroupRole]) -> list[GroupGives]:
    return [GroupGives(each.group, each.role) for each in table]


def _table(table: Collection[platform.GroupRole]) -> Grid:
    return Grid(
        caption=_("Which group gives which role"),
        columns=(GridColumn(_("Group")), GridColumn(_("Role")), GridColumn(_("Change"))),
        rows=tuple((each.group, each.role.label, _way_out(each)) for each in table),
        stacked=True,
    )


def _way_out(line: platform.GroupRole) -> GridCell:
    words = _("Stop %(group)s giving %(role)s")
    said = words % {"group": line.group, "role": line.role.label.lower()}
    return GridCell(text=said, link=reverse("platform:remove_group", args=[line.id]))


def _preview(lines: list[GroupGives], by: platform.Officer) -> Grid:
    def words(roles: tuple[platform.Role, ...]) -> str:
        return ", ".join(role.label for role in roles) or "–"

    return Grid(
        caption=_("What the next sign-ins would change"),
        columns=(GridColumn(_("Person")), GridColumn(_("Gains")), GridColumn(_("Loses"))),
        rows=tuple(
            (each.name, words(each.given), words(each.ended))
            for each in platform.foreseen(lines, seen_by=by, at=now())
        ),
        how_to_read=_("By the groups that were named at each person’s last sign-in."),
        stacked=True,
    )
