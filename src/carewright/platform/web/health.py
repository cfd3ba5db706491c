"""Two questions that a machine asks: does the process live, and is it fit for requests."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from carewright.platform import api as platform


@platform.public("tells a machine that the process lives, and nothing else")
@never_cache
@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """The process answers; nothing behind it is asked."""
    return JsonResponse({"live": True})


@platform.public("tells a machine whether requests can be served, and nothing else")
@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """The database answers and has the tables that this version needs."""
    reason = _why_not_ready()
    if reason:
        return JsonResponse({"ready": False, "reason": reason}, status=503)
    return JsonResponse({"ready": True, **_told()})


def _told() -> dict[str, object]:
    """What stages above have to tell, for information: none of it makes anybody unready."""
    return {name: import_string(path)() for name, path in settings.HEALTH_TELLS.items()}


def _why_not_ready() -> str:
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        connection.close()
        return "The database does not answer"
    try:
        _require_migrated()
    except _Unmigrated as missing:
        return str(missing)
    return ""


class _Unmigrated(Exception):
    """Tables are older than this version of the program."""


@cache
def _require_migrated() -> None:
    """Looks once: a process that found every migration applied need not look again."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        first = waiting[0][0]
        raise _Unmigrated(
            f"{len(waiting)} migrations are not applied, the first being {first}. "
            "Run: ./run manage migrate"
        )
