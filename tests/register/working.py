"""Does the work that pages have queued, here and now or in a process that can be killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, urlencode

from django.db import connection
from procrastinate.contrib.django import app

from carewright.config.database import OWNER_MARK

BEGIN = """
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
import django
django.setup()
"""


def do_queued_work() -> int:
    """Does everything that waits in the queue, as the worker does; how much that was."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs WHERE status = 'todo' RETURNING task_name, args"
        )
        waiting = cursor.fetchall()
    import json

    ours = [(name, args) for name, args in waiting if not name.startswith("notify.")]
    for name, args in ours:
        app.tasks[name].func(**(json.loads(args) if isinstance(args, str) else args))
    return len(ours)


def in_a_process(script: str, home: Path) -> subprocess.Popen[str]:
    """A process of its own on the tests' database and files, as web and worker have them."""
    return subprocess.Popen(
        [sys.executable, "-c", BEGIN + script], env=surroundings(home), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a process that is no owner of the tables."""
    home.mkdir(exist_ok=True)
    known = {name: value for name, value in os.environ.items() if name != OWNER_MARK}
    paths = os.pathsep.join(filter(None, sys.path))
    return {
        **known, "DATABASE_URL": _address(), "CAREWRIGHT_HOME": str(home), "PYTHONPATH": paths,
        "CAREWRIGHT_MODE": "practice", "CAREWRIGHT_SECRET": "x" * 40,
    }  # fmt: skip


def _address() -> str:
    settings = connection.settings_dict
    where = urlencode({"host": settings["HOST"], "port": settings["PORT"]})
    who = quote(settings["USER"])
    if settings["PASSWORD"]:
        who += ":" + quote(settings["PASSWORD"])
    return f"postgresql://{who}@/{settings['NAME']}?{where}"
